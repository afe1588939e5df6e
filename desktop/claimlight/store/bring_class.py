"""Put one class of another classbook into this one, with all that hangs on it: names, works, marks, decisions.

What belongs to a class is found by the shape of the tables, as `term_end` finds it: rows that go when the class goes.
So a table that is added later comes along like the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimlight.store.database import Database

_CLASS, _LESSONS = "class", "given_lesson"
_LESSONS_OF = """
    SELECT lesson_hash FROM submission WHERE class_id = ?1
    UNION SELECT hash FROM given_lesson JOIN class_lesson ON given_lesson.id = given_id WHERE class_id = ?1
"""


_Numbers = dict[str, dict[int, int]]
"""By table, the number that a row has here by the one that it has there."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """`column` names a row of `table`; `owned` says that it goes with that row."""

    column: str
    table: str
    owned: bool


def bring_class(db: Database, source: Database, class_id: str) -> None:
    """Copy the class of this id from `source`, a book of this version; lessons and answers that it needs come along.

    A class that has its name already keeps it: the one that comes is numbered. Raises ValueError where `source` does
    not know the class.
    """
    row = source.execute("SELECT id, name FROM class WHERE uuid = ?", [class_id]).fetchone()
    if row is None:
        raise ValueError(f"there is no class {class_id}")
    known = {_LESSONS: _bring_lessons(db, source, row[0]), _CLASS: _same_classes(db, source)}
    ((_rowid, values),) = _rows(source, _CLASS, "rowid", row[0])
    moved = {_CLASS: {row[0]: _put(db, _CLASS, {**values, "name": _free(db, row[1])})}}
    for table in _in_order(source):
        references = _references(source, table)
        owner = next((each for each in references if each.owned and each.table in moved), None)
        if owner is not None:
            moved[table] = _bring_rows(db, source, table, owner, references, moved, known)


def _in_order(source: Database) -> Iterator[str]:
    """Every table after those that it refers to."""
    left = {
        str(name): {each.table for each in _references(source, str(name))} - {str(name)}
        for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if "sqlite_" not in str(name)
    }
    while left:
        ready = next(table for table, needs in left.items() if not needs & left.keys())
        del left[ready]
        yield ready


def _references(db: Database, table: str) -> tuple[_Reference, ...]:
    found = db.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return tuple(_Reference(str(each[3]), str(each[2]), each[6] == "CASCADE") for each in found)


def _bring_rows(
    db: Database,
    source: Database,
    table: str,
    owner: _Reference,
    references: tuple[_Reference, ...],
    moved: _Numbers,
    known: _Numbers,
) -> dict[int, int]:
    """The rows whose owner came; what else they refer to is `known` here, or forgotten."""
    numbers: dict[int, int] = {}
    for old in moved[owner.table]:
        for rowid, values in _rows(source, table, owner.column, old):
            for each in references:
                to = moved if each.owned else known
                values[each.column] = to[each.table].get(values[each.column])
            numbers[rowid] = _put(db, table, values)
    return numbers


def _bring_lessons(db: Database, source: Database, row: int) -> dict[int, int]:
    """Lessons that the class was given, and colleagues' answers to them; by their numbers there those here."""
    hashes = [str(hash) for (hash,) in source.execute(_LESSONS_OF, [row])]
    numbers: dict[int, int] = {}
    for hash in hashes:
        for rowid, values in _rows(source, _LESSONS, "hash", hash):
            here = db.execute("SELECT id FROM given_lesson WHERE hash = ? AND made = ?", [hash, values["made"]])
            known = here.fetchone()
            numbers[rowid] = int(known[0]) if known else _put(db, _LESSONS, values)
        for _rowid, values in _rows(source, "second_key", "lesson_hash", hash):
            if not db.execute("SELECT 1 FROM second_key WHERE uuid = ?", [values["uuid"]]).fetchone():
                _put(db, "second_key", values)
    return numbers


def _same_classes(db: Database, source: Database) -> dict[int, int]:
    here = {uuid: id for id, uuid in db.execute("SELECT id, uuid FROM class")}
    return {id: here[uuid] for id, uuid in source.execute("SELECT id, uuid FROM class") if uuid in here}


def _free(db: Database, name: str) -> str:
    taken = {str(row[0]) for row in db.execute("SELECT name FROM class")}
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _rows(db: Database, table: str, column: str, value: object) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row with its number; a number that SQLite gives is left out, another may be free here."""
    where = column if column == "rowid" else f'"{column}"'
    cursor = db.execute(f'SELECT rowid, * FROM "{table}" WHERE {where} = ? ORDER BY rowid', [value])  # noqa: S608
    names = [each[0] for each in cursor.description][1:]
    for row in cursor.fetchall():
        values = dict(zip(names, row[1:], strict=True))
        values.pop("id", None)
        yield row[0], values


def _put(db: Database, table: str, values: dict[str, Any]) -> int:
    columns = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    insert = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608
    return int(db.execute(insert, list(values.values())).lastrowid or 0)
