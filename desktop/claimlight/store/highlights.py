"""Highlights as rows: read those of an attempt, and apply one change to them."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimlight.core.annotation import Annotation, Link, Quote
from claimlight.core.article import Span
from claimlight.core.history import Change
from claimlight.store.database import Database
from claimlight.store.encoding import dumped

_Attribute = tuple[str, tuple[str, ...]]

_ALL = """
    SELECT id, uuid, label, "start", "end", exact, prefix, suffix, note, sure
    FROM annotation WHERE attempt_id = ? ORDER BY id
"""
_ALL_ATTRIBUTES = """
    SELECT annotation_id, name, "values" FROM attribute
    WHERE annotation_id IN (SELECT id FROM annotation WHERE attempt_id = ?) ORDER BY id
"""
_ALL_LINKS = """
    SELECT annotation_id, uuid, type, target FROM link
    WHERE annotation_id IN (SELECT id FROM annotation WHERE attempt_id = ?) ORDER BY id
"""
_ONE = """
    SELECT id, uuid, label, "start", "end", exact, prefix, suffix, note, sure
    FROM annotation WHERE attempt_id = ? AND uuid = ?
"""
_ONES_ATTRIBUTES = 'SELECT annotation_id, name, "values" FROM attribute WHERE annotation_id = ? ORDER BY id'
_ONES_LINKS = "SELECT annotation_id, uuid, type, target FROM link WHERE annotation_id = ? ORDER BY id"
_INSERT = """
    INSERT INTO annotation
        (id, attempt_id, uuid, label, "start", "end", exact, prefix, suffix, note, sure, created)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
    UPDATE annotation
    SET label = ?, "start" = ?, "end" = ?, exact = ?, prefix = ?, suffix = ?, note = ?, sure = ?
    WHERE id = ?
"""


def read_all(db: Database, attempt: int) -> tuple[Annotation, ...]:
    """The highlights of an attempt in the order in which they were made."""
    attributes = _attributes_by_row(db.execute(_ALL_ATTRIBUTES, [attempt]))
    links = _links_by_row(db.execute(_ALL_LINKS, [attempt]))
    return tuple(
        _annotation(row, attributes.get(row[0], ()), links.get(row[0], ())) for row in db.execute(_ALL, [attempt])
    )


def apply_change(db: Database, attempt: int, change: Change, rows: Mapping[str, int], now: str) -> dict[str, int]:
    """Make `change`, within the caller's transaction; a highlight that `rows` knows gets its old row back.

    Returns the row of every highlight that it touched. Raises ValueError when one is not as the change found it, as
    `core.history.apply` does.
    """
    touched: dict[str, int] = {}
    for edit in change.edits:
        if edit.before is None:
            assert edit.after is not None, "an edit touches a highlight"
            touched[edit.id] = _insert(db, attempt, edit.after, rows.get(edit.id), now)
        elif edit.after is None:
            touched[edit.id] = row = _found(db, attempt, edit.before)
            db.execute("DELETE FROM annotation WHERE id = ?", [row])
        else:
            touched[edit.id] = row = _found(db, attempt, edit.before)
            _update(db, attempt, row, edit.before, edit.after)
    return touched


def _found(db: Database, attempt: int, before: Annotation) -> int:
    found = db.execute(_ONE, [attempt, before.id]).fetchone()
    if found is None:
        raise ValueError(f"highlight {before.id} is not there")
    row = int(found[0])
    attributes = _attributes_by_row(db.execute(_ONES_ATTRIBUTES, [row]))
    links = _links_by_row(db.execute(_ONES_LINKS, [row]))
    if _annotation(found, attributes.get(row, ()), links.get(row, ())) != before:
        raise ValueError(f"highlight {before.id} is not as the change found it")
    return row


def _insert(db: Database, attempt: int, made: Annotation, row: int | None, now: str) -> int:
    try:
        cursor = db.execute(_INSERT, [row, attempt, made.id, *_values(made), now])
    except sqlite3.IntegrityError as error:
        raise ValueError(f"highlight {made.id} is there already") from error
    assert cursor.lastrowid is not None, "an INSERT gives a row"
    _insert_parts(db, attempt, cursor.lastrowid, made)
    return cursor.lastrowid


def _update(db: Database, attempt: int, row: int, before: Annotation, after: Annotation) -> None:
    if before.attributes:
        db.execute("DELETE FROM attribute WHERE annotation_id = ?", [row])
    if before.links:
        db.execute("DELETE FROM link WHERE annotation_id = ?", [row])
    db.execute(_UPDATE, [*_values(after), row])
    _insert_parts(db, attempt, row, after)


def _insert_parts(db: Database, attempt: int, row: int, annotation: Annotation) -> None:
    for name, values in annotation.attributes:
        db.execute(
            'INSERT INTO attribute (annotation_id, name, "values") VALUES (?, ?, ?)', [row, name, dumped(values)]
        )
    for link in annotation.links:
        db.execute(
            "INSERT INTO link (annotation_id, uuid, type, attempt_id, target) VALUES (?, ?, ?, ?, ?)",
            [row, link.id, link.type, attempt, link.target],
        )


def _values(annotation: Annotation) -> tuple[object, ...]:
    span, quote = annotation.span, annotation.quote
    return (
        annotation.label,
        span.start,
        span.end,
        quote.exact,
        quote.prefix,
        quote.suffix,
        annotation.note,
        annotation.sure,
    )


def _annotation(row: Sequence[Any], attributes: Iterable[_Attribute], links: Iterable[Link]) -> Annotation:
    _row, id, label, start, end, exact, prefix, suffix, note, sure = row
    return Annotation(
        id=id,
        label=label,
        span=Span(start, end),
        quote=Quote(exact, prefix, suffix),
        attributes=tuple(attributes),
        links=tuple(links),
        note=note,
        sure=None if sure is None else bool(sure),
    )


def _attributes_by_row(found: Iterable[tuple[int, str, str]]) -> dict[int, list[_Attribute]]:
    attributes: dict[int, list[_Attribute]] = {}
    for row, name, values in found:
        attributes.setdefault(row, []).append((name, tuple(json.loads(values))))
    return attributes


def _links_by_row(found: Iterable[tuple[int, str, str, str]]) -> dict[int, list[Link]]:
    links: dict[int, list[Link]] = {}
    for row, uuid, type, target in found:
        links.setdefault(row, []).append(Link(uuid, type, target))
    return links
