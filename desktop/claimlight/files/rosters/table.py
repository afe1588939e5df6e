"""A class list as a table, before anybody has said what its columns are."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimlight.core.errors import WorkError
from claimlight.files.article_import.alphabets import encoding_by_letters
from claimlight.files.article_import.encodings import decoded
from claimlight.files.article_import.source import Remark
from claimlight.files.rosters.columns import Column, columns_by_cells, columns_by_head

DELIMITERS = ("\t", ";", ",", "|")
MOST_ROWS = 20_000
_LOOKED_AT = 200
_FEW = 80
"""Letters with accents from which nobody can tell an encoding by how often each comes."""
_SEPARATOR = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RosterTable:
    """`columns` are what each column seems to hold. `head` is empty where the first line is a student.

    `title` names the class where the file does, `told` says how it was read; `lines` are the numbers of the rows in the
    file, from 1, where it is a file of lines.
    """

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    head: tuple[str, ...] = ()
    title: str = ""
    told: tuple[Remark, ...] = ()
    lines: tuple[int, ...] = ()


def read_table(raw: bytes, file: str) -> RosterTable:
    """A file with one student a line: names alone, or a table with any of the usual delimiters. Raises WorkError."""
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise WorkError("roster-is-a-document", file=file)
    read = decoded(raw)
    few = sum(byte > 127 for byte in raw) < _FEW
    if read.remarks and few and read.encoding != "UTF-16" and not encoding_by_letters(raw):
        guessed = Remark("encoding-guessed", (("encoding", "Windows-1252"),))
        return table_of(raw.decode("cp1252", "replace"), file, (guessed,))
    return table_of(read.text, file, read.remarks)


def table_of(text: str, file: str, told: tuple[Remark, ...] = ()) -> RosterTable:
    """The same of text that was pasted. Raises WorkError where there is no name in it."""
    text = text.removeprefix("\ufeff")
    said = _SEPARATOR.match(text)
    lines = _cells(text[said.end() :], said[1], file) if said else _cells(text, _delimiter(text), file)
    numbered = [
        (number, tuple(cell.strip() for cell in row))
        for number, row in enumerate(lines, 2 if said else 1)
        if any(map(str.isalnum, "".join(row)))
    ]
    rows, numbers = tuple(row for _number, row in numbered), tuple(number for number, _row in numbered)
    if not rows:
        raise WorkError("roster-empty", file=file)
    if len(rows) > MOST_ROWS:
        raise WorkError("roster-too-long", file=file, most=MOST_ROWS)
    wide = max(map(len, rows))
    rows = tuple((*row, *[""] * (wide - len(row))) for row in rows)
    by_head = columns_by_head(rows[0])
    if by_head is not None:
        if len(rows) == 1:
            raise WorkError("roster-empty", file=file)
        return RosterTable(rows[1:], by_head, rows[0], told=told, lines=numbers[1:])
    return RosterTable(rows, columns_by_cells(rows, turned=_is_turned(text)), told=told, lines=numbers)


def _cells(text: str, delimiter: str, file: str) -> list[list[str]]:
    if not delimiter:
        return [[line] for line in text.splitlines()]
    try:
        return list(csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter))
    except csv.Error:
        raise WorkError("roster-no-table", file=file) from None


def _delimiter(text: str) -> str:
    """What parts the cells: it stands in nearly every line, equally often. "" where each line is one name."""
    best, most = "", 1
    for delimiter in DELIMITERS:
        counts = [len(row) for row in _first_rows(text, delimiter) if any(row)]
        usual = max(set(counts), key=counts.count, default=1)
        if usual > most and counts.count(usual) * 10 >= len(counts) * 7:
            best, most = delimiter, usual
    return best


def _first_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter)
    try:
        for _number, row in zip(range(_LOOKED_AT), rows, strict=False):
            yield row
    except csv.Error:
        return


def _is_turned(text: str) -> bool:
    """Whether names are written "Ruiz, Ada": a comma and a space."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    return all(re.search(r"[^\s,], \S", line) for line in lines)
