"""What was changed before in the answers to a class's lesson, and the answers that the lesson has on the desk now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimlight.core.answer_change import AnswerChange
from claimlight.core.draft import DraftChange, PartEdit, Parts, applied
from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import NewId
from claimlight.core.lesson import AnswerKey, Decoy, Item
from claimlight.files.key_file import key_of
from claimlight.store.classbook import Classbook
from claimlight.work.answer_changes import changes_between, changes_from_json
from claimlight.work.draft import Draft, PlacedEntry, answer_part, draft_of, edit_of, entry_edit, removal_edits
from claimlight.work.regrade import ClassWorks

_NAME = "article"


@dataclass(frozen=True, slots=True)
class Past:
    """One change that was applied; `works` counts the marks that it changed."""

    day: str
    changes: tuple[AnswerChange, ...]
    works: int
    lowered: int


@dataclass(frozen=True, slots=True)
class OnTheDesk:
    """The lesson as its author has it now; `key` is None where its text is another one than students had."""

    draft: str
    key: AnswerKey | None


def history(classbook: Classbook, works: ClassWorks) -> tuple[Past, ...]:
    """The last change first."""
    versions = classbook.changed.versions(works.class_id, works.lesson_hash)
    return tuple(
        Past(each.made[:10], changes_from_json(each.said), each.works, len(each.lowered)) for each in versions[::-1]
    )


def on_the_desk(classbook: Classbook, works: ClassWorks) -> OnTheDesk | None:
    """The lesson of one's own that was given out to the class; None where it is nobody's draft here."""
    for id, draft in _drafts(classbook):
        if draft.values.get("id") != works.now.lesson.id:
            continue
        text = works.now.lesson.text(works.text)
        same = works.text == _NAME and text is not None and text.article.text.text == draft.text.text
        return OnTheDesk(id, _key_at_rate(draft, works.key) if same else None)
    return None


def differs(works: ClassWorks, desk: OnTheDesk | None) -> bool:
    """Whether the lesson on the desk has answers that are worth other points."""
    return desk is not None and desk.key is not None and bool(changes_between(works.key, desk.key))


def write_down(classbook: Classbook, desk: OnTheDesk, before: AnswerKey, after: AnswerKey, new_id: NewId) -> None:
    """The same change in the lesson on the desk, so that the next class has it too: one change, to be undone there.

    Raises StoreError.
    """
    parts: Parts = classbook.parts(desk.draft)
    edits: dict[str, PartEdit] = {}
    for id in dict.fromkeys(change.item for change in changes_between(before, after)):
        for edit in _edits(draft_of(parts), id, after):
            parts = applied(DraftChange("", "answers", (edit,)), parts)
            first = edits.get(edit.part)
            edits[edit.part] = edit if first is None else replace(first, after=edit.after)
    if edits:
        classbook.record(desk.draft, DraftChange(new_id(), "answers", tuple(edits.values())))


def _edits(draft: Draft, id: str, after: AnswerKey) -> tuple[PartEdit, ...]:
    entry: Item | Decoy | None = after.item(id) or next((trap for trap in after.decoys if trap.id == id), None)
    if entry is not None:
        return entry_edit(draft, PlacedEntry(entry))
    return removal_edits(draft, id) if answer_part(id) in draft.parts else edit_of(draft, answer_part(id), None)


def _drafts(classbook: Classbook) -> Iterator[tuple[str, Draft]]:
    for id, _sheet in classbook.drafts():
        try:
            yield id, draft_of(classbook.parts(id))
        except ClaimlightError:  # a lesson that cannot be read now is told where it is opened
            continue


def _key_at_rate(draft: Draft, key: AnswerKey) -> AnswerKey:
    """The answers on the desk at the rate that students were told."""
    found = draft.key()
    return key_of(found.items, found.decoys, found.excluded, key.rate, draft.text)
