"""What was changed before in the answers to a class's lesson, and the answers that the lesson has on the desk now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimlight.core.answer_change import AnswerChange
from claimlight.core.draft import DraftChange, PartEdit, Parts, applied
from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import NewId
from claimlight.core.lesson import AnswerKey, Decoy, Item, Lesson
from claimlight.files.key_change import with_items
from claimlight.files.key_file import key_of
from claimlight.files.lesson_bundle import read_bundle
from claimlight.store.classbook import Classbook
from claimlight.work.answer_changes import changes_between, changes_from_json
from claimlight.work.draft import Draft, PlacedEntry, answer_part, draft_of, edit_of, entry_edit, removal_edits
from claimlight.work.regrade import ClassWorks, Points

_NAME = "article"


@dataclass(frozen=True, slots=True)
class PastMark:
    """A mark that a change made another one; `lowered` where the teacher let it go down although it was given back."""

    name: str
    before: Points
    after: Points
    lowered: bool


@dataclass(frozen=True, slots=True)
class Past:
    """One change that was applied: it made the `number`th version of the answers, and `works` marks others.

    `marks` is empty for a change that is older than they are kept, or where the students' work is gone.
    """

    number: int
    made: str
    """UTC, as ISO 8601."""
    changes: tuple[AnswerChange, ...]
    works: int
    marks: tuple[PastMark, ...]
    can_go_back: bool
    """Whether none of its answers was changed again since."""

    @property
    def lowered(self) -> int:
        return sum(mark.lowered for mark in self.marks)


@dataclass(frozen=True, slots=True)
class OnTheDesk:
    """The lesson as its author has it now; `key` is None where its text is another one than students had."""

    draft: str
    key: AnswerKey | None


def history(classbook: Classbook, works: ClassWorks) -> tuple[Past, ...]:
    """The last change first."""
    found: list[Past] = []
    since: set[str] = set()
    names = {work.received.attempt: work.name for work in works.works}
    for each in classbook.changed.versions(works.class_id, works.lesson_hash)[::-1]:
        changes = changes_from_json(each.said)
        touched = {change.item for change in changes}
        marks = tuple(
            PastMark(names[mark.attempt], Points(*mark.before), Points(*mark.after), mark.attempt in each.lowered)
            for mark in each.marks
            if mark.attempt in names
        )
        found.append(Past(each.number, each.made, changes, each.works, marks, not touched & since))
        since |= touched
    return tuple(found)


def taken_back(classbook: Classbook, works: ClassWorks, number: int) -> AnswerKey:
    """The answers as they are now, with those that the `number`th version changed as they were before it.

    Raises LessonError.
    """
    versions = {each.number: each.whole for each in classbook.changed.versions(works.class_id, works.lesson_hash)}
    after = _key(versions[number], works.text)
    before = _key(versions.get(number - 1, works.now.given.whole), works.text)
    return put_back(works.now.lesson, works.text, works.key, before, after)


def put_back(lesson: Lesson, text: str, now: AnswerKey, before: AnswerKey, after: AnswerKey) -> AnswerKey:
    """`now` with what is other in `after` than in `before` as it is in `before`; all else stays as it is."""
    other = _others(before.items, after.items) | _others(before.decoys, after.decoys)
    items = (*(one for one in now.items if one.id not in other), *(one for one in before.items if one.id in other))
    traps = (*(one for one in now.decoys if one.id not in other), *(one for one in before.decoys if one.id in other))
    same = before.excluded == after.excluded
    ordered = tuple(sorted(traps, key=lambda trap: (trap.span, trap.id)))
    key = replace(now, decoys=ordered, excluded=now.excluded if same else before.excluded)
    return with_items(key, items, lesson, text)


def _others(before: Iterable[Item | Decoy], after: Iterable[Item | Decoy]) -> set[str]:
    old, new = ({one.id: one for one in entries} for entries in (before, after))
    return {id for id in {**old, **new} if old.get(id) != new.get(id)}


def _key(whole: bytes, text: str) -> AnswerKey:
    found = read_bundle(whole).text(text)
    assert found is not None, "works are on this text"
    assert found.key is not None, "and graded by its answers"
    return found.key


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
