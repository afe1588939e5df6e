"""Read doccano's JSON lines: each a text with its labelled spans, exported as lists or as entities with relations."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.annotation import Link
from claimlight.core.article import Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import (
    Marking,
    Markings,
    Remark,
    Units,
    only_text,
    refuse_twins,
    remark,
    same_text,
)
from claimlight.files.exchange.offsets import Offsets
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
        return own is None or (isinstance(own, str) and same_text(own, text.text))


def read_doccano(path: Path, text: Text, units: Units = Units.CODE_POINTS) -> Markings:
    """The spans that `path` has on `text`; lines on other texts are kept and named in a warning.

    doccano counts UTF-16 units or graphemes, by a project's setting; its importers count code points. Relations become
    links. Raises WorkError or LessonError: a line is broken, no line is on this text, or a position is not in it.
    """
    lines = tuple(_lines(decode(read_bytes(path), path.name).removeprefix("\ufeff"), path.name))
    ours = [line for line in lines if line.is_on(text)]
    if not ours:
        raise WorkError("doccano-other-text", file=path.name)
    index = Offsets(text.text, units)
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
        (
            *(remark("other-text", line=line.number) for line in others),
            *(
                remark("field-left", **dict(each.params))
                for line in ours
                for each in _not_measured(line)
                if ("field", "relations") not in each.params
            ),
        ),
    )


def text_of_doccano(path: Path) -> str:
    """The text that `path` is on. Raises WorkError where it has none, or more than one."""
    lines = _lines(decode(read_bytes(path), path.name).removeprefix("\ufeff"), path.name)
    texts = {text for line in lines if isinstance(text := line.record.get("text", line.record.get("data")), str)}
    return only_text(texts, path)


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


def _marks(line: _Line, index: Offsets) -> Iterator[Marking]:
    for field in _SPANS:
        spans = line.record.get(field, [])
        if not isinstance(spans, list):
            raise WorkError("doccano-bad-span", file=line.file, line=line.number)
        for number, value in enumerate(spans, start=1):
            id, start, end, label = _parts(value)
            if not isinstance(label, str) or not label:
                raise WorkError("doccano-bad-span", file=line.file, line=line.number)
            name = f"{line.number}.{id if isinstance(id, int | str) else number}"
            yield Marking(name, label, (index.span(start, end, name),), links=_links(line, id))


def _parts(value: object) -> tuple[object, object, object, object]:
    """Id, start, end and label of a span, from a list of three or an entity."""
    if isinstance(value, list) and len(value) == 3:
        return None, *value
    if isinstance(value, dict):
        return value.get("id"), value.get("start_offset"), value.get("end_offset"), value.get("label")
    return None, None, None, None


def _links(line: _Line, id: object) -> tuple[Link, ...]:
    """The relations that lead from the entity with this id."""
    relations = line.record.get("relations")
    return tuple(
        Link(f"{line.number}.r{number}", one["type"], f"{line.number}.{one['to_id']}")
        for number, one in enumerate(relations if isinstance(relations, list) else (), start=1)
        if isinstance(one, dict)
        and isinstance(one.get("type"), str)
        and isinstance(one.get("to_id"), int | str)
        and id is not None
        and one.get("from_id") == id
    )


def _not_measured(line: _Line) -> Iterator[Remark]:
    """A warning for each field with something in it that is no span: relations, comments, …"""
    for field, value in line.record.items():
        if field not in _READ and value not in _EMPTY:
            yield remark("field-kept", field=field, line=line.number)
