"""Take what somebody did for a class out of a workbook, or out of a backup of any version."""

import json
from collections.abc import Iterable

from claimlight.core.attempt import Person
from claimlight.store.database import Database


def remove(db: Database, person: Person, class_id: str, attempts: Iterable[str]) -> None:
    """Delete these attempts with all that belongs to them, and the class once nobody here has handed in to it."""
    db.execute("DELETE FROM attempt WHERE uuid IN (SELECT value FROM json_each(?))", [json.dumps(list(attempts))])
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'handed_in'").fetchone():  # an old backup
        return
    db.execute(
        "DELETE FROM handed_in WHERE class_id = (SELECT id FROM class WHERE uuid = ?) AND attempt_id IN"
        " (SELECT attempt.id FROM attempt JOIN person ON person.id = person_id WHERE person.uuid = ?)",
        [class_id, person.id],
    )
    db.execute("DELETE FROM class WHERE uuid = ? AND id NOT IN (SELECT class_id FROM handed_in)", [class_id])
