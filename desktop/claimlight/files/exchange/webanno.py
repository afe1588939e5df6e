"""Read WebAnno TSV 3: a word a row, layers in columns; what goes over rows, or lies over others, told by numbers."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimlight.core.article import Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.layers import Layered, last_part, layers_left, marks_of
from claimlight.files.exchange.markings import Markings, Units
from claimlight.files.exchange.offsets import Offsets
from claimlight.files.exchange.webanno_text import stacked, unescape_text, unescape_value
from claimlight.files.reading import decode, read_bytes

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3\.[0-9]+\s*")
_LAYER = re.compile(r"#T_(SP|CH|RL)=([^|]+)(.*)")
_ROW = re.compile(r"([0-9]+-[0-9]+(?:\.[0-9]+)?)\t([0-9]{1,9})-([0-9]{1,9})\t")
_SOURCE = re.compile(r"([0-9]+-[0-9]+(?:\.[0-9]+)?)(?:\[([0-9]+)(?:_([0-9]+))?\])?")
_NUMBERED = re.compile(r"((?:\\.|[^\\])*?)(?:\[([0-9]+)\])?", re.DOTALL)

_Key = tuple[str, str]
"""A layer, and what tells an annotation from others there: its number, or its row and its place on the stack."""


@dataclass(frozen=True, slots=True)
class _Column:
    kind: str
    """SP, CH or RL: of spans, chains or relations."""
    layer: str
    feature: str

    @property
    def is_slot(self) -> bool:
        """Of a link to other annotations, or of what it leads to."""
        return self.kind == "SP" and (self.feature.startswith("ROLE_") or "." in self.feature)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    id: str
    start: int
    end: int
    columns: tuple[tuple[str, ...], ...]
    """In each of them what is stacked there, still escaped."""


@dataclass(frozen=True, slots=True)
class _Document:
    columns: tuple[_Column, ...]
    rows: tuple[_Row, ...]
    text: str


@dataclass(slots=True)
class _Found:
    """A span annotation as far as its rows have told it; positions in UTF-16 units."""

    start: int
    end: int
    features: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_webanno(path: Path, text: Text) -> Markings:
    """The span annotations in `path` as marks, with the relations between them as links.

    Layers of words (parts of speech, lemmas, …), chains and slots are named in remarks. Raises WorkError or
    LessonError: a line is none of the format, or the file is on another text.
    """
    document = _Reader(path).read()
    if _blanked(document.text) != _blanked(text.text):
        raise WorkError("other-text", file=path.name)
    offsets = Offsets(text.text, Units.UTF_16)
    found, at = _annotations(document)
    layered: dict[Hashable, Layered] = {
        key: Layered(key[0], offsets.span(one.start, one.end, path.name), one.features) for key, one in found.items()
    }
    marks, told = marks_of(layered, _relations(document, at, path.name))
    slots = Counter(
        f"{last_part(column.layer)}, {last_part(column.feature)}"
        for row in document.rows
        for column, values in zip(document.columns, row.columns, strict=True)
        for value in values
        if column.kind == "CH" or column.is_slot
    )
    told += layers_left(slots)
    return Markings(text, path.stem, marks, told, lost=told)


def text_of_webanno(path: Path) -> str:
    """The text of the sentences of `path`; between them there is a line end, and blanks where more is missing."""
    return _Reader(path).read().text


def _blanked(text: str) -> str:
    """With one kind of blank: between sentences, the format does not say which."""
    return re.sub(r"\s", " ", text).rstrip()


class _Reader:
    """Reads the lines of a file, and puts its text together on the way."""

    def __init__(self, path: Path) -> None:
        self._file = path.name
        content = decode(read_bytes(path), path.name).removeprefix("\ufeff")
        self._lines = [line.removesuffix("\r") for line in content.split("\n")]
        self._columns: list[_Column] = []
        self._rows: list[_Row] = []
        self._text: list[str] = []
        self._units = 0
        self._sentence: list[str] = []

    def read(self) -> _Document:
        """Raises WorkError for a line that the format does not have."""
        if not _FORMAT.fullmatch(self._lines[0]):
            raise WorkError("not-webanno", file=self._file)
        for number, line in enumerate(self._lines[1:], start=2):
            if line.startswith("#Text="):
                self._sentence.append(unescape_text(line.removeprefix("#Text=")))
            elif layer := _LAYER.fullmatch(line):
                self._columns += _columns_of(*layer.groups())
            elif row := _ROW.match(line):
                self._row(number, line, row)
            elif line.strip() and not line.startswith("#"):
                raise WorkError("webanno-bad-line", file=self._file, line=number)
        return _Document(tuple(self._columns), tuple(self._rows), "".join(self._text))

    def _row(self, number: int, line: str, found: re.Match[str]) -> None:
        id, start, end = found[1], int(found[2]), int(found[3])
        values = line.split("\t")[3:]
        if self._sentence and start >= self._units:
            self._begin_sentence(start)
        if self._sentence or not start <= end <= self._units or len(values) < len(self._columns):
            raise WorkError("webanno-bad-line", file=self._file, line=number)
        columns = tuple(stacked(value) for value in values[: len(self._columns)])
        self._rows.append(_Row(number, id, start, end, columns))

    def _begin_sentence(self, start: int) -> None:
        sentence = "\n".join(self._sentence)
        gap = start - self._units
        self._text += ["\n" if gap and self._units else "", " " * (gap - bool(self._units)), sentence]
        self._units = start + len(sentence.encode("utf-16-le", "surrogatepass")) // 2
        self._sentence = []


def _columns_of(kind: str, layer: str, rest: str) -> Iterator[_Column]:
    for feature in [each for each in rest.split("|") if each] or [""]:
        yield _Column(kind, layer, feature)


def _annotations(document: _Document) -> tuple[dict[_Key, _Found], dict[tuple[str, str, int], _Key]]:
    """Every span annotation; and which it is by layer, row and place on the stack there."""
    found: dict[_Key, _Found] = {}
    at: dict[tuple[str, str, int], _Key] = {}
    for row in document.rows:
        for column, values in zip(document.columns, row.columns, strict=True):
            if column.kind != "SP" or column.is_slot:
                continue
            for place, raw in enumerate(values):
                value, number = _numbered(raw)
                here = (column.layer, row.id, place)
                key = at.setdefault(here, (column.layer, number or f"{row.id}/{place}"))
                one = found.setdefault(key, _Found(row.start, row.end))
                one.start, one.end = min(one.start, row.start), max(one.end, row.end)
                if value != "*" and column.feature:
                    one.features[column.feature] = (unescape_value(value),)
    return found, at


def _relations(
    document: _Document, at: dict[tuple[str, str, int], _Key], file: str
) -> Iterator[tuple[_Key, _Key, str]]:
    """From, to and type of every relation; the row that one stands on is that of what it leads to."""
    for index, column in enumerate(document.columns):
        if column.kind != "RL" or not column.feature.startswith("BT_"):
            continue
        layer = column.feature.removeprefix("BT_")
        named = index > 0 and document.columns[index - 1].layer == column.layer
        for row in document.rows:
            types = row.columns[index - 1] if named else ()
            for place, raw in enumerate(row.columns[index]):
                source = _SOURCE.fullmatch(raw)
                if source is None:
                    raise WorkError("webanno-bad-line", file=file, line=row.line)
                type = types[place] if place < len(types) else "*"
                yield (
                    _end(layer, source[1], source[2], at),
                    _end(layer, row.id, source[3], at),
                    last_part(column.layer) if type == "*" else unescape_value(_numbered(type)[0]),
                )


def _end(layer: str, row: str, number: str | None, at: dict[tuple[str, str, int], _Key]) -> _Key:
    if number and number != "0":
        return layer, number
    return at.get((layer, row, 0), (layer, ""))


def _numbered(raw: str) -> tuple[str, str]:
    """A value without its number, still escaped, and the number, or ""."""
    found = _NUMBERED.fullmatch(raw)
    return (found[1], found[2] or "") if found else (raw, "")
