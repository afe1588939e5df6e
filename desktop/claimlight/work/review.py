"""Review: what somebody missed comes back as short passages of their own lessons, spaced out over days and months."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from claimlight.core.article import Span, overlap
from claimlight.core.attempt import Attempt, Person
from claimlight.core.errors import ClaimlightError, StoreError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.lesson_bundle import read_bundle
from claimlight.grading.excerpt import excerpt, passage_around
from claimlight.grading.recall import Recall, recall
from claimlight.grading.receipt import Grade
from claimlight.grading.slips import Kind, kind_of, slips
from claimlight.store.review import LEAST, MOST, Passage, Place, time_from
from claimlight.store.workbook import Workbook
from claimlight.work.review_schedule import FIRST_WAIT, memory_from, plan


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage to mark: a small lesson of its own, and what it is about. `kept` is where it waits, if it does.

    `item` is the id of the answer or trap, "" where somebody marked what is neither; `focus` are its words, counted
    from the start of the passage, which stands at `place` in its article.
    """

    lesson: Lesson
    kind: Kind
    item: str
    focus: Span
    place: Span
    kept: Passage | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """The passages of one review. `damaged` says that a part of the plan could not be read and begins anew."""

    excerpts: tuple[Excerpt, ...]
    damaged: StoreError | None = None


def keep_slips(workbook: Workbook, attempt: Attempt, lesson: Lesson, grade: Grade) -> None:
    """Let what this grade missed come back, from tomorrow on; but not of a lesson whose answers are not kept here."""
    text = lesson.text(attempt.text_name)
    if text is None or text.key is None or not _is_kept(workbook, attempt, text.key.key_hash):
        return
    places = [Place(one.kind.id, one.item, one.focus) for one in slips(grade, text.key)]
    if places:
        workbook.reviews.keep(attempt, text.key.key_hash, places, FIRST_WAIT)


def next_round(workbook: Workbook, person: Person) -> Round:
    """What is due now: a passage of each kind, then more of the same. What cannot be shown any more is dropped, and a
    kind whose plan cannot be read begins anew."""
    due = workbook.reviews.due(person)
    kinds = [list(places) for _card, places in groupby(due, key=lambda passage: passage.card)]
    damaged = [error for places in kinds if (error := _mended(workbook, places[0])) is not None]
    choice = _Choice(workbook)
    for places in kinds:
        if len(choice.shown) < MOST:
            choice.take_one(places)
    while len(choice.shown) < LEAST and any(kinds):
        choice.take_one(next(places for places in kinds if places))
    return Round(tuple(choice.shown), damaged[0] if damaged else None)


def answer(workbook: Workbook, shown: Excerpt, grade: Grade) -> Recall:
    """A passage was marked, and graded: plan when its kind comes back."""
    passage = shown.kept
    if passage is None:
        return recall(grade, shown.item, shown.focus)
    state, reviewed = workbook.reviews.state(passage)
    memory = memory_from(state)
    told = recall(grade, shown.item, shown.focus, memory.recall if memory else None)
    planned = plan(state, time_from(reviewed) if memory else None, told, workbook.reviews.now())
    workbook.reviews.plan(passage, planned.state, planned.reviewed, planned.due)
    return told


def excerpt_of(
    lesson: Lesson, text_name: str, kind: Kind, item: str, focus: Span, kept: Passage | None = None
) -> Excerpt:
    """The passage around `focus`, code points of the lesson's text, for which there are answers."""
    text = lesson.text(text_name)
    assert text is not None, "a passage is of a text of its lesson"
    assert text.key is not None, "what was graded has answers"
    place = passage_around(text.article.text, text.key, focus)
    within = Span(focus.start - place.start, focus.end - place.start)
    return Excerpt(excerpt(lesson, text_name, place), kind, item, within, place, kept)


def lesson_as_answered(workbook: Workbook, lesson_hash: str, key_hash: str) -> Lesson | None:
    """The lesson as it was worked on; None where it is not here, or cannot be read any more.

    A homework has its answers once they were let go.
    """
    kept = workbook.lesson_bytes(lesson_hash, key_hash)
    try:
        return read_bundle(kept) if kept is not None else _let_go(workbook, lesson_hash, key_hash)
    except ClaimlightError:
        return None


def _let_go(workbook: Workbook, lesson_hash: str, key_hash: str) -> Lesson | None:
    raw = workbook.lesson_bytes(lesson_hash, mode=Mode.HOMEWORK)
    if raw is None:
        return None
    from claimlight.work.opened_answers import with_answers

    lesson = with_answers(read_bundle(raw), raw, workbook)
    hashes = {text.key.key_hash for text in lesson.texts if text.key is not None}
    return lesson if key_hash in hashes else None


def _is_kept(workbook: Workbook, attempt: Attempt, key_hash: str) -> bool:
    """Whether the lesson can be shown again with these answers; a practice lesson is not read for that."""
    if workbook.lesson_bytes(attempt.lesson_hash, key_hash) is not None:
        return True
    return attempt.mode is Mode.HOMEWORK and _let_go(workbook, attempt.lesson_hash, key_hash) is not None


@dataclass(slots=True)
class _Choice:
    """What was chosen for a review so far, and the lessons that were read for it."""

    workbook: Workbook
    shown: list[Excerpt] = field(default_factory=list)
    _lessons: dict[tuple[str, str], Lesson | None] = field(default_factory=dict)

    def take_one(self, places: list[Passage]) -> None:
        """Show one of the places of a kind, rather one that shares no words with what is shown already."""
        made = self._first(places, beside=True) or self._first(places, beside=False)
        if made is None or made.kept is None:
            places.clear()
            return
        places.remove(made.kept)
        self.shown.append(made)

    def _first(self, places: list[Passage], *, beside: bool) -> Excerpt | None:
        for passage in tuple(places):
            made = self._excerpt(passage)
            if made is None:
                self.workbook.reviews.drop(passage)
                places.remove(passage)
            elif not (beside and _shares_words(made, self.shown)):
                return made
        return None

    def _excerpt(self, passage: Passage) -> Excerpt | None:
        version = (passage.lesson_hash, passage.key_hash)
        if version not in self._lessons:
            self._lessons[version] = lesson_as_answered(self.workbook, *version)
        lesson = self._lessons[version]
        return _excerpt_at(lesson, passage) if lesson is not None else None


def _excerpt_at(lesson: Lesson, passage: Passage) -> Excerpt | None:
    """None where the lesson has no such place."""
    text, place = lesson.text(passage.text_name), passage.place
    if text is None or text.key is None:
        return None
    known = {item.id for item in text.key.items} | {decoy.id for decoy in text.key.decoys} | {""}
    if place.item not in known or not 0 <= place.focus.start < place.focus.end <= len(text.article.text.text):
        return None
    try:
        kind = kind_of(place.kind)
    except ValueError:
        return None
    return excerpt_of(lesson, passage.text_name, kind, place.item, place.focus, passage)


def _shares_words(one: Excerpt, others: Sequence[Excerpt]) -> bool:
    return any(one.lesson.hash == other.lesson.hash and overlap(one.place, other.place) for other in others)


def _mended(workbook: Workbook, passage: Passage) -> StoreError | None:
    """What is wrong with what was planned for this kind, which begins anew then."""
    state, reviewed = workbook.reviews.state(passage)
    try:
        memory_from(state)
        if time_from(passage.due) is None or time_from(reviewed) is None:
            raise StoreError("review-plan-damaged")
    except StoreError as error:
        workbook.reviews.begin_anew(passage)
        return error
    return None
