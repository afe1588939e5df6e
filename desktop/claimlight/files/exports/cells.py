"""A CSV file of somebody else in which a few cells are changed and every other byte stays as it was.

Its text is taken byte by byte (bytes above 127 become lone surrogates), so no encoding can change anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from claimlight.files.csv_table import harmless


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell from `start` up to `end` of the file's text, quotes included; `words` are what it says."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class RawTable:
    text: str
    delimiter: str
    rows: tuple[tuple[RawCell, ...], ...]

    def with_cells(self, edits: Iterable[tuple[int, int, str]]) -> bytes:
        """The file with other text from one place up to another; `edits` are those places and the text."""
        parts: list[str] = []
        done = 0
        for start, end, words in sorted(edits):
            parts += (self.text[done:start], words)
            done = end
        return _bytes("".join((*parts, self.text[done:])))

    def quoted(self, words: str) -> str:
        """`words` as one cell of this file, and no formula."""
        safe = harmless(words).encode().decode("ascii", "surrogateescape")
        needs = any(each in safe for each in (self.delimiter, '"', "\r", "\n"))
        return '"' + safe.replace('"', '""') + '"' if needs else safe


def raw_table(raw: bytes, delimiters: str = ",;\t") -> RawTable:
    """The file's lines that are not empty; the delimiter is the one that its first line has most of."""
    text = raw.decode("ascii", "surrogateescape")
    first = text.partition("\n")[0]
    delimiter = max(delimiters, key=first.count)
    start = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
    return RawTable(text, delimiter, tuple(_rows(text, start, delimiter)))


def _rows(text: str, place: int, delimiter: str) -> Iterable[tuple[RawCell, ...]]:
    row: list[RawCell] = []
    start = place
    while place <= len(text):
        here = text[place : place + 1]
        if here == '"' and place == start:
            place = _closing(text, place)
        elif here in (delimiter, "\n", "\r", ""):
            row.append(RawCell(start, place, _words(text[start:place])))
            if here != delimiter:
                if len(row) > 1 or row[0].words:
                    yield tuple(row)
                row = []
            place += 1
            start = place
        else:
            place += 1


def _closing(text: str, place: int) -> int:
    """Where a quoted cell that opens at `place` is closed: just behind its last quotation mark."""
    while True:
        found = text.find('"', place + 1)
        if found < 0:
            return len(text)
        if text[found + 1 : found + 2] != '"':
            return found + 1
        place = found + 1


def _words(cell: str) -> str:
    plain = cell[1:-1].replace('""', '"') if len(cell) > 1 and cell.startswith('"') and cell.endswith('"') else cell
    return plain if plain.isascii() else _decoded(_bytes(plain))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _bytes(text: str) -> bytes:
    return text.encode("ascii", "surrogateescape")
