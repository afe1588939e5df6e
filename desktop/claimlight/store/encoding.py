"""Highlights and changes as JSON: whole values, for undo, snapshots and exports."""

import json
from collections.abc import Mapping
from typing import Any

from claimlight.core.annotation import Annotation, Link, Quote
from claimlight.core.article import Span
from claimlight.core.history import Change, Edit


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def annotation_json(annotation: Annotation) -> dict[str, Any]:
    """All of `annotation`; what is empty is left out."""
    data: dict[str, Any] = {
        "id": annotation.id,
        "label": annotation.label,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "exact": annotation.quote.exact,
        "prefix": annotation.quote.prefix,
        "suffix": annotation.quote.suffix,
    }
    if annotation.attributes:
        data["attributes"] = annotation.attributes
    if annotation.links:
        data["links"] = [{"id": link.id, "type": link.type, "target": link.target} for link in annotation.links]
    if annotation.note:
        data["note"] = annotation.note
    if annotation.sure is not None:
        data["sure"] = annotation.sure
    return data


def annotation_from(data: Mapping[str, Any]) -> Annotation:
    return Annotation(
        id=data["id"],
        label=data["label"],
        span=Span(data["start"], data["end"]),
        quote=Quote(data["exact"], data["prefix"], data["suffix"]),
        attributes=tuple((name, tuple(values)) for name, values in data.get("attributes", ())),
        links=tuple(Link(link["id"], link["type"], link["target"]) for link in data.get("links", ())),
        note=data.get("note", ""),
        sure=data.get("sure"),
    )


def edits_json(change: Change, rows: Mapping[str, int]) -> str:
    """The edits with the row number of each highlight, so that one that comes back gets its old place."""
    return dumped([[rows[edit.id], _or_null(edit.before), _or_null(edit.after)] for edit in change.edits])


def edits_from(text: str) -> tuple[tuple[Edit, ...], dict[str, int]]:
    """The edits, and the row number of each highlight by its id."""
    edits: list[Edit] = []
    rows: dict[str, int] = {}
    for row, before, after in json.loads(text):
        edits.append(Edit(_or_none(before), _or_none(after)))
        rows[edits[-1].id] = row
    return tuple(edits), rows


def annotations_json(annotations: tuple[Annotation, ...]) -> str:
    return dumped([annotation_json(annotation) for annotation in annotations])


def annotations_from(text: str) -> tuple[Annotation, ...]:
    return tuple(annotation_from(data) for data in json.loads(text))


def _or_null(annotation: Annotation | None) -> dict[str, Any] | None:
    return None if annotation is None else annotation_json(annotation)


def _or_none(data: Mapping[str, Any] | None) -> Annotation | None:
    return None if data is None else annotation_from(data)
