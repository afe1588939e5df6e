"""The rows of a draft: its parts, the list of changes that undo walks back, and its versions."""

import json
from collections.abc import Iterable

from claimlight.core.draft import DraftChange, PartEdit, Parts, applied
from claimlight.core.offset_map import replaced
from claimlight.store.database import Database

_LAST_DONE = (
    "SELECT id, uuid, gesture, edits FROM draft_change WHERE draft_id = ? AND undone = 0 ORDER BY id DESC LIMIT 1"
)
_FIRST_UNDONE = (
    "SELECT id, uuid, gesture, edits FROM draft_change WHERE draft_id = ? AND undone = 1 ORDER BY id LIMIT 1"
)


def parts_of(db: Database, draft: int) -> dict[str, str]:
    return dict(db.execute("SELECT name, value FROM draft_part WHERE draft_id = ? ORDER BY id", [draft]).fetchall())


def write_parts(db: Database, draft: int, parts: Parts) -> None:
    for name, value in parts.items():
        db.execute("INSERT INTO draft_part (draft_id, name, value) VALUES (?, ?, ?)", [draft, name, value])


def make(db: Database, draft: int, change: DraftChange) -> None:
    """Apply a new change and remember it; what was undone before can no longer be redone."""
    _apply(db, draft, change)
    db.execute("DELETE FROM draft_change WHERE draft_id = ? AND undone = 1", [draft])
    edits = json.dumps([_spliced(each) for each in change.edits], ensure_ascii=False)
    db.execute(
        "INSERT INTO draft_change (draft_id, uuid, gesture, edits) VALUES (?, ?, ?, ?)",
        [draft, change.id, change.gesture, edits],
    )


def take_back(db: Database, draft: int) -> DraftChange | None:
    """Undo the last change. Returns what was applied for it, or None when there is nothing to undo."""
    found = db.execute(_LAST_DONE, [draft]).fetchone()
    if found is None:
        return None
    row, id, gesture, edits = found
    parts = parts_of(db, draft)
    inverse = DraftChange(id, gesture, tuple(_whole(each, parts, undo=True) for each in reversed(json.loads(edits))))
    _apply(db, draft, inverse)
    db.execute("UPDATE draft_change SET undone = 1 WHERE id = ?", [row])
    return inverse


def make_again(db: Database, draft: int) -> DraftChange | None:
    """Redo the change that was undone last. Returns it, or None when there is nothing to redo."""
    found = db.execute(_FIRST_UNDONE, [draft]).fetchone()
    if found is None:
        return None
    row, id, gesture, edits = found
    parts = parts_of(db, draft)
    change = DraftChange(id, gesture, tuple(_whole(each, parts, undo=False) for each in json.loads(edits)))
    _apply(db, draft, change)
    db.execute("UPDATE draft_change SET undone = 0 WHERE id = ?", [row])
    return change


def next_undo(db: Database, draft: int) -> str | None:
    """The gesture that undo would take back."""
    found = db.execute(_LAST_DONE, [draft]).fetchone()
    return found and str(found[2])


def next_redo(db: Database, draft: int) -> str | None:
    """The gesture that redo would make again."""
    found = db.execute(_FIRST_UNDONE, [draft]).fetchone()
    return found and str(found[2])


def _apply(db: Database, draft: int, change: DraftChange) -> None:
    """Raises ValueError when the parts are not as the change found them."""
    applied(change, _named(db, draft, {each.part for each in change.edits}))
    for edit in change.edits:
        if edit.after is None:
            db.execute("DELETE FROM draft_part WHERE draft_id = ? AND name = ?", [draft, edit.part])
        elif edit.before is None:
            write_parts(db, draft, {edit.part: edit.after})
        else:
            db.execute(
                "UPDATE draft_part SET value = ? WHERE draft_id = ? AND name = ?", [edit.after, draft, edit.part]
            )


def _named(db: Database, draft: int, names: Iterable[str]) -> dict[str, str]:
    found = {}
    for name in names:
        row = db.execute("SELECT value FROM draft_part WHERE draft_id = ? AND name = ?", [draft, name]).fetchone()
        if row is not None:
            found[name] = str(row[0])
    return found


Splice = tuple[str, int, str, str, bool, bool]
"""A part, where in it something was replaced, by what, and whether the part was there before and is after."""


def _spliced(edit: PartEdit) -> Splice:
    """Only what differs, so that a list of changes to a long text stays short."""
    before = edit.before or ""
    old, put = replaced(before, edit.after or "")
    return edit.part, old.start, before[old.start : old.end], put, edit.before is not None, edit.after is not None


def _whole(splice: Splice, parts: Parts, *, undo: bool) -> PartEdit:
    """The edit that `splice` means on `parts` as they are now."""
    part, at, removed, put, was_there, is_there = splice
    if undo:
        removed, put, was_there, is_there = put, removed, is_there, was_there
    now = parts.get(part, "")
    then = now[:at] + put + now[at + len(removed) :]
    return PartEdit(part, now if was_there else None, then if is_there else None)
