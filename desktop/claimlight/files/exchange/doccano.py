"""Read doccano's JSON lines: each a text with its labelled spans, exported as lists or as entities with relations."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import (
    Marking,
    Markings,
    Remark,
    Units,
    refuse_impossible,
    refuse_twins,
    remark,
)
from claimlight.files.reading import decode, read_bytes

_SPANS = ("label", "labels", "entities")
_READ = {"id", "text", "data", *_SPANS}
_EMPTY: tuple[object, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: one text as doccano exported it."""

    file: str
    number: int
    record: Mapping[str, object]
    raw: str

    def is_on(self, text: Text) -> bool:
        """Whether it is this text, line ends at its end left aside; a line without a text is believed."""
        own = self.record.get("text", self.record.get("data"))
        return own is None or (isinstance(own, str) and own.rstrip("\r\n") == text.text.rstrip("\r\n"))


def read_doccano(path: Path, text: Text, units: Units = Units.CODE_POINTS) -> Markings:
    """The spans that `path` has on `text`; lines on other texts are kept and named in a warning.

    doccano counts code points or, by a project's setting, UTF-16 units or graphemes (these cannot be read). Raises
    WorkError or LessonError: a line is broken, no line is on this text, or a position is not in it.
    """
    lines = tuple(_lines(decode(read_bytes(path), path.name).removeprefix("\ufeff"), path.name))
    ours = [line for line in lines if line.is_on(text)]
    if not ours:
        raise WorkError("doccano-other-text", file=path.name)
    index = _Index(text.text, units)
    marks = tuple(mark for line in ours for mark in _marks(line, index))
    refuse_twins(marks)
    others = [line for line in lines if line not in ours]
    return Markings(
        text,
        path.stem,
        marks,
        (
            *(remark("other-text", line=line.number) for line in others),
            *(each for line in ours for each in _not_measured(line)),
        ),
        tuple(line.raw for line in (*others, *(line for line in ours if any(_not_measured(line))))),
    )


def _lines(content: str, file: str) -> Iterator[_Line]:
    for number, raw in enumerate(content.split("\n"), start=1):
        if not raw.strip():
            continue
        try:
            record = json.loads(raw)
        except (ValueError, RecursionError):
            raise WorkError("line-not-json", file=file, line=number) from None
        if not isinstance(record, dict):
            raise WorkError("line-not-a-record", file=file, line=number)
        yield _Line(file, number, record, raw)


def _marks(line: _Line, index: "_Index") -> Iterator[Marking]:
    for field in _SPANS:
        spans = line.record.get(field, [])
        if not isinstance(spans, list):
            raise WorkError("doccano-bad-span", file=line.file, line=line.number)
        for number, value in enumerate(spans, start=1):
            id, start, end, label = _parts(value)
            if not isinstance(label, str) or not label:
                raise WorkError("doccano-bad-span", file=line.file, line=line.number)
            name = f"{line.number}.{id if isinstance(id, int | str) else number}"
            yield Marking(name, label, (index.span(start, end, name),))


def _parts(value: object) -> tuple[object, object, object, object]:
    """Id, start, end and label of a span, from a list of three or an entity."""
    if isinstance(value, list) and len(value) == 3:
        return None, *value
    if isinstance(value, dict):
        return value.get("id"), value.get("start_offset"), value.get("end_offset"), value.get("label")
    return None, None, None, None


def _not_measured(line: _Line) -> Iterator[Remark]:
    """A warning for each field with something in it that is no span: relations, comments, …"""
    for field, value in line.record.items():
        if field not in _READ and value not in _EMPTY:
            yield remark("field-kept", field=field, line=line.number)


class _Index:
    """Positions of a file as code points of the text."""

    def __init__(self, text: str, units: Units) -> None:
        self._length = len(text)
        astral = any(character > "\uffff" for character in text)
        self._ends: list[int] | None = None
        if units is Units.UTF_16 and astral:
            self._ends = list(accumulate(1 + (character > "\uffff") for character in text))

    def span(self, start: object, end: object, name: str) -> Span:
        """Raises WorkError. The middle of a character counts as its beginning for a start, as its end for an end."""
        span = Span(start, end)  # type: ignore[arg-type]  # looked at by refuse_impossible
        length = self._ends[-1] if self._ends else self._length
        refuse_impossible(span, length, name)
        if self._ends is None:
            return span
        last = bisect_right(self._ends, span.end - 1)
        return Span(bisect_right(self._ends, span.start), last + (span.end > 0))
