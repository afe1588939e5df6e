"""Take a class and its work out of a workbook, or out of a backup of any version."""

from collections.abc import Iterable

from claimlight.store.database import Database


def remove(db: Database, class_id: str, attempts: Iterable[str]) -> None:
    """Delete these attempts with all that belongs to them, and the class. Nothing of it stays in the file."""
    db.execute("DELETE FROM attempt WHERE uuid IN (SELECT value FROM json_each(?))", [_listed(attempts)])
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'handed_in'").fetchone():  # there is none in an old backup
        in_class = "(SELECT id FROM class WHERE uuid = ?)"
        db.execute(f"DELETE FROM handed_in WHERE class_id IN {in_class}", [class_id])  # noqa: S608
        db.execute("DELETE FROM class WHERE uuid = ?", [class_id])


def _listed(ids: Iterable[str]) -> str:
    import json

    return json.dumps(list(ids))
