"""Who works here, and what each of them has chosen."""

import json
from typing import TypeVar

from claimlight.core.attempt import Person
from claimlight.store.database import Database
from claimlight.store.encoding import dumped

Setting = TypeVar("Setting", str, int, bool, float)


def all_people(db: Database) -> tuple[Person, ...]:
    """In the order in which they came."""
    return tuple(Person(*row) for row in db.execute("SELECT uuid, name FROM person ORDER BY id"))


def last_person(db: Database) -> Person | None:
    """Who worked here last."""
    row = db.execute("SELECT uuid, name FROM person ORDER BY turn DESC LIMIT 1").fetchone()
    return row and Person(*row)


def add(db: Database, person: Person, now: str) -> None:
    db.execute(
        "INSERT INTO person (uuid, name, turn, created)"
        " VALUES (?, ?, (SELECT IFNULL(MAX(turn), 0) + 1 FROM person), ?)",
        [person.id, person.name, now],
    )


def rename(db: Database, person: Person) -> None:
    db.execute("UPDATE person SET name = ? WHERE uuid = ?", [person.name, person.id])


def take_turn(db: Database, person: Person) -> None:
    """`person` is the one who works here now."""
    db.execute("UPDATE person SET turn = (SELECT MAX(turn) + 1 FROM person) WHERE uuid = ?", [person.id])


def remove(db: Database, person: Person) -> None:
    """Delete a person with all their work. Nothing of it stays in the file."""
    db.execute("DELETE FROM person WHERE uuid = ?", [person.id])


def setting(db: Database, person: Person, name: str, default: Setting) -> Setting:
    """What was chosen, or `default`, also where a value of another kind was stored."""
    row = db.execute(
        "SELECT value FROM setting JOIN person ON person.id = person_id WHERE uuid = ? AND setting.name = ?",
        [person.id, name],
    ).fetchone()
    if row is None:
        return default
    value = json.loads(row[0])
    return value if type(value) is type(default) else default


def set_setting(db: Database, person: Person, name: str, value: str | int | bool | float) -> None:
    db.execute(
        "INSERT INTO setting (person_id, name, value) VALUES ((SELECT id FROM person WHERE uuid = ?), ?, ?)"
        " ON CONFLICT (person_id, name) DO UPDATE SET value = excluded.value",
        [person.id, name, dumped(value)],
    )


def settings(db: Database, person: Person) -> dict[str, str | int | bool | float]:
    found = db.execute(
        "SELECT setting.name, value FROM setting JOIN person ON person.id = person_id WHERE uuid = ?"
        " ORDER BY setting.name",
        [person.id],
    )
    return {name: json.loads(value) for name, value in found}
