"""Take a class, or one student of it, out of a classbook, and tell beforehand all that is kept of them.

What is about a student is found by the shape of the tables: rows of a class that name the person, the name on the list
or an attempt, and all that refers to such a row. So a table that is added later is told, and emptied, like the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claimlight.store.database import Database

_BY = (("attempt", "attempts"), ("person", "persons"), ("name", "names"))
"""Columns that say whom a row is about, and where the values are. Of several, the first that a table has decides."""


@dataclass(frozen=True, slots=True)
class Whom:
    """One student of a class: who they are by id, and under which names they are known there."""

    persons: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableCount:
    """How many rows a table has, and the SHA-256 of all that is in them."""

    rows: int
    sha256: str


def census(db: Database) -> dict[str, TableCount]:
    """What every table holds: the same for two books that hold the same."""
    found: dict[str, TableCount] = {}
    for table in _tables(db):
        digest = hashlib.sha256()
        rows = 0
        for row in db.execute(f'SELECT * FROM "{table}" ORDER BY rowid'):  # noqa: S608
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
            rows += 1
        found[table] = TableCount(rows, digest.hexdigest())
    return found


def erase_class(db: Database, class_id: str) -> None:
    """Delete a class with all that hangs on it; nothing where the book does not know it."""
    if "class" in _tables(db):
        db.execute("DELETE FROM class WHERE uuid = ?", [class_id])


def erase_student(db: Database, class_id: str, whom: Whom, file: bytes) -> None:
    """Delete one student of a class; `file` is the class's file without the name."""
    if "class" not in _tables(db):
        return
    for table, where, values in list(_places(db, class_id, whom)):
        db.execute(f'DELETE FROM "{table}" WHERE {where}', values)  # noqa: S608
    db.execute("UPDATE class SET file = ? WHERE uuid = ?", [file, class_id])


def kept_of(db: Database, class_id: str, whom: Whom) -> dict[str, list[dict[str, Any]]]:
    """Every row about a student, by table. Of what is no text only its length is told."""
    found: dict[str, list[dict[str, Any]]] = {}
    ids: dict[str, list[int]] = {}
    for table, where, values in _places(db, class_id, whom):
        _take(db, table, where, values, found, ids)
    _follow(db, found, ids)
    return {table: rows for table, rows in found.items() if rows}


def _tables(db: Database) -> list[str]:
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [str(name) for (name,) in found if "sqlite_" not in str(name)]


def _columns(db: Database, table: str) -> list[str]:
    return [str(row[1]) for row in db.execute(f'PRAGMA table_info("{table}")')]


def _places(db: Database, class_id: str, whom: Whom) -> Iterator[tuple[str, str, list[object]]]:
    """Table, condition and values for every row of the class that names the student, submissions last."""
    row = db.execute("SELECT id FROM class WHERE uuid = ?", [class_id]).fetchone()
    if row is None:
        return
    attempts = db.execute(
        f"SELECT DISTINCT attempt FROM submission WHERE class_id = ? AND person IN ({_marks(whom.persons)})",  # noqa: S608
        [row[0], *whom.persons],
    )
    values: Mapping[str, tuple[str, ...]] = {
        "attempts": tuple(str(each[0]) for each in attempts),
        "persons": whom.persons,
        "names": whom.names,
    }
    for table in sorted(_tables(db), key=lambda name: name == "submission"):
        columns = _columns(db, table)
        if "class_id" not in columns:
            continue
        named = [(column, values[key]) for column, key in _BY if column in columns]
        if table == "submission":
            named = [("person", whom.persons)]
        if named:
            where = " OR ".join(f"{column} IN ({_marks(each)})" for column, each in named)
            yield table, f"class_id = ? AND ({where})", [row[0], *(one for _, each in named for one in each)]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _take(
    db: Database,
    table: str,
    where: str,
    values: list[Any],
    found: dict[str, list[dict[str, Any]]],
    ids: dict[str, list[int]],
) -> None:
    cursor = db.execute(f'SELECT rowid, * FROM "{table}" WHERE {where}', values)  # noqa: S608
    names = [each[0] for each in cursor.description][1:]
    for row in cursor.fetchall():
        if row[0] not in ids.setdefault(table, []):
            ids[table].append(row[0])
            found.setdefault(table, []).append(dict(zip(names, map(_told, row[1:]), strict=True)))


def _follow(db: Database, found: dict[str, list[dict[str, Any]]], ids: dict[str, list[int]]) -> None:
    """Take what refers to what was taken, and what refers to that."""
    grown = True
    while grown:
        before = sum(map(len, ids.values()))
        for table in _tables(db):
            for key in db.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
                parents = ids.get(str(key[2]), [])
                if parents and str(key[2]) != "class":
                    _take(db, table, f'"{key[3]}" IN ({", ".join("?" * len(parents))})', list(parents), found, ids)
        grown = sum(map(len, ids.values())) > before


def _told(value: object) -> object:
    return {"bytes": len(value)} if isinstance(value, bytes) else value
