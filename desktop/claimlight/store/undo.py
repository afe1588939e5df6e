"""The list of changes of each attempt: what can be undone and redone, also after a restart."""

from claimlight.core.history import Change
from claimlight.store.database import Database
from claimlight.store.encoding import edits_from, edits_json
from claimlight.store.highlights import apply_change

_LAST_DONE = "SELECT id, uuid, gesture, edits FROM change WHERE attempt_id = ? AND undone = 0 ORDER BY id DESC LIMIT 1"
_FIRST_UNDONE = "SELECT id, uuid, gesture, edits FROM change WHERE attempt_id = ? AND undone = 1 ORDER BY id LIMIT 1"


def make(db: Database, attempt: int, change: Change, now: str) -> None:
    """Apply a new change and remember it; what was undone before can no longer be redone."""
    rows = apply_change(db, attempt, change, {}, now)
    db.execute("DELETE FROM change WHERE attempt_id = ? AND undone = 1", [attempt])
    db.execute(
        "INSERT INTO change (attempt_id, uuid, gesture, edits) VALUES (?, ?, ?, ?)",
        [attempt, change.id, change.gesture, edits_json(change, rows)],
    )


def take_back(db: Database, attempt: int, now: str) -> Change | None:
    """Undo the last change. Returns what was applied for it, or None when there is nothing to undo."""
    found = db.execute(_LAST_DONE, [attempt]).fetchone()
    if found is None:
        return None
    row, id, gesture, edits = found
    known, rows = edits_from(edits)
    inverse = Change(id, gesture, known).inverse
    apply_change(db, attempt, inverse, rows, now)
    db.execute("UPDATE change SET undone = 1 WHERE id = ?", [row])
    return inverse


def make_again(db: Database, attempt: int, now: str) -> Change | None:
    """Redo the change that was undone last. Returns it, or None when there is nothing to redo."""
    found = db.execute(_FIRST_UNDONE, [attempt]).fetchone()
    if found is None:
        return None
    row, id, gesture, edits = found
    known, rows = edits_from(edits)
    change = Change(id, gesture, known)
    apply_change(db, attempt, change, rows, now)
    db.execute("UPDATE change SET undone = 0 WHERE id = ?", [row])
    return change


def next_undo(db: Database, attempt: int) -> str | None:
    """The gesture that undo would take back."""
    found = db.execute(_LAST_DONE, [attempt]).fetchone()
    return found and str(found[2])


def next_redo(db: Database, attempt: int) -> str | None:
    """The gesture that redo would make again."""
    found = db.execute(_FIRST_UNDONE, [attempt]).fetchone()
    return found and str(found[2])


def changes(db: Database, attempt: int) -> tuple[Change, ...]:
    """Every change that can be undone or redone, in the order in which they were made."""
    found = db.execute("SELECT uuid, gesture, edits FROM change WHERE attempt_id = ? ORDER BY id", [attempt])
    return tuple(Change(id, gesture, edits_from(edits)[0]) for id, gesture, edits in found)


def forget_changes(db: Database, attempt: int) -> None:
    """Nothing made so far can be undone any more."""
    db.execute("DELETE FROM change WHERE attempt_id = ?", [attempt])
