"""Take somebody, or what they did for a class, out of a workbook, or out of a backup of any version."""

import json
from collections.abc import Iterable

from claimlight.core.attempt import Person
from claimlight.store import people
from claimlight.store.database import Database


def forget(db: Database, person: Person, keep: Iterable[str]) -> None:
    """Delete `person`, and the lists of names of classes that nobody who stays has handed anything in to.

    Those whose ids are to `keep` stay: others are in them.
    """
    people.remove(db, person)
    if _knows_classes(db):
        db.execute(
            "DELETE FROM class WHERE id NOT IN (SELECT class_id FROM handed_in)"
            " AND uuid NOT IN (SELECT value FROM json_each(?))",
            [json.dumps(list(keep))],
        )


def remove(db: Database, person: Person, class_id: str, attempts: Iterable[str], *, keep: bool) -> None:
    """Delete these attempts with all that belongs to them, and the class once nobody here has handed in to it."""
    db.execute("DELETE FROM attempt WHERE uuid IN (SELECT value FROM json_each(?))", [json.dumps(list(attempts))])
    if not _knows_classes(db):
        return
    db.execute(
        "DELETE FROM handed_in WHERE class_id = (SELECT id FROM class WHERE uuid = ?) AND attempt_id IN"
        " (SELECT attempt.id FROM attempt JOIN person ON person.id = person_id WHERE person.uuid = ?)",
        [class_id, person.id],
    )
    if not keep:
        db.execute("DELETE FROM class WHERE uuid = ? AND id NOT IN (SELECT class_id FROM handed_in)", [class_id])


def _knows_classes(db: Database) -> bool:
    """There are none in an old backup."""
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'handed_in'").fetchone())
