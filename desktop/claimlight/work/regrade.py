"""*Change the answers later*: every mark that would change, and then the change itself, for the whole class at once.

A mark that its student has seen never goes down, unless the teacher says so for this change and this student: one that
was given back, and one that their own computer showed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from claimlight.core.answer_change import AnswerChange
from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.errors import LessonError, WorkError
from claimlight.core.identity import NewId
from claimlight.core.identity import new_id as random_id
from claimlight.core.lesson import AnswerKey
from claimlight.files.key_change import lesson_with_key
from claimlight.files.lesson_bundle import read_bundle
from claimlight.grading.grade import Grade, PreparedKey, grade_prepared, prepare, score_prepared
from claimlight.handin.submission import Submission
from claimlight.store.changed_answers import AnswersVersion, ChangedMark, Following, Told
from claimlight.store.classbook import Classbook
from claimlight.store.classes import Received
from claimlight.store.decisions import Regraded
from claimlight.work.answer_changes import changes_between, changes_json
from claimlight.work.answers_now import LessonNow, lessons_now
from claimlight.work.one_work import latest_works, opened
from claimlight.work.overrides import base_points, decided, worths
from claimlight.work.seen_marks import Seen, seen_marks


class Points(NamedTuple):
    """What a work counts, of how much."""

    points: Fraction
    possible: Fraction

    @property
    def score(self) -> Fraction:
        """Of 100."""
        return 100 * self.points / self.possible

    @property
    def percent(self) -> int:
        """The score rounded half up."""
        return (2 * self.score.numerator + self.score.denominator) // (2 * self.score.denominator)


@dataclass(frozen=True, slots=True)
class ClassWork:
    """A work of the class that counts, opened; `shown` is what it counts by the answers as they are now."""

    name: str
    received: Received
    submission: Submission
    decisions: tuple[Decision, ...]
    seen: Fraction | None
    """The score, of 100, that its student was told last, or saw at once; None where they know of none."""
    shown: Points


@dataclass(frozen=True, slots=True)
class ClassWorks:
    """All work of a class at one text of one lesson: opened once, looked at as often as answers are tried."""

    class_id: str
    text: str
    now: LessonNow
    key: AnswerKey
    prepared: PreparedKey
    works: tuple[ClassWork, ...]

    @property
    def lesson_hash(self) -> str:
        return self.now.lesson.hash

    def grade(self, work: ClassWork) -> Grade:
        """The grader's, in full, by the answers as they are now."""
        return grade_prepared(self.prepared, work.submission.work)


@dataclass(frozen=True, slots=True)
class Changing:
    """A mark that would change. `shown` is what the new answers give; `stays`, what it is held at unless the teacher
    lets it go down: None where its student has not seen it, or it does not fall."""

    work: ClassWork
    shown: Points
    stays: Fraction | None

    @property
    def before(self) -> Points:
        return self.work.shown

    @property
    def attempt(self) -> str:
        return self.work.received.attempt

    def points(self, *, lowered: bool) -> Fraction:
        return self.shown.points if self.stays is None or lowered else self.stays

    def after(self, *, lowered: bool) -> Points:
        """What it counts once this is applied."""
        return Points(self.points(lowered=lowered), self.shown.possible)

    def moves(self, *, lowered: bool) -> bool:
        """Whether the mark is another one then: 2 of 4 points and 3 of 6 are the same."""
        return self.after(lowered=lowered).score != self.before.score

    @property
    def rises(self) -> Fraction:
        """By how much of 100 it would go up by the new answers alone; negative where it would go down."""
        return self.shown.score - self.before.score


@dataclass(frozen=True, slots=True)
class Preview:
    """What another key would do: nothing is written. `changing` holds every mark that counts other points, or the same
    ones of another total, by name."""

    works: ClassWorks
    key: AnswerKey
    whole: bytes
    changes: tuple[AnswerChange, ...]
    changing: tuple[Changing, ...]
    all: tuple[tuple[ClassWork, Points, bool], ...]
    """Every work with what the new answers give, and whether that is other than what the present ones give.

    What keeps a mark from an earlier change is left out where it is other, and holds where it is not.
    """
    prepared: PreparedKey

    @property
    def touched(self) -> tuple[Changing, ...]:
        """The marks that would be others by the new answers, whether they are held or not."""
        return tuple(each for each in self.changing if each.rises)

    def moved(self, lowered: Collection[str] = ()) -> tuple[Changing, ...]:
        """Those that are others once this is applied, where the attempts `lowered` may go down."""
        return tuple(each for each in self.changing if each.moves(lowered=each.attempt in lowered))

    def because(self, each: Changing) -> tuple[str, ...]:
        """The ids of the items, then of the highlights, that earn or cost something else."""
        after = grade_prepared(self.prepared, each.work.submission.work)
        return tuple(_because(self.works.grade(each.work), after))


def class_works(classbook: Classbook, class_id: str, lesson_hash: str, text: str = "article") -> ClassWorks:
    """Open all that counts. Raises WorkError where the answers are not here."""
    lessons = lessons_now(classbook, class_id)
    now, prepared = lessons.lesson(lesson_hash), lessons.key(lesson_hash, text)
    named = None if now is None else now.lesson.text(text)
    if now is None or prepared is None or named is None or named.key is None:
        raise WorkError("work-of-unknown-lesson", file=lesson_hash)
    standing = classbook.decisions.standing(class_id)
    told = classbook.changed.told(class_id)
    names = classbook.class_work.known_as(class_id)
    seen = seen_marks(classbook, class_id, now, text)
    works = [
        _class_work(versions[-1], prepared, named.key, standing, told, seen, names)
        for versions in latest_works(classbook, class_id, now.lesson.id)
        if (versions[-1].lesson_hash, versions[-1].text) == (lesson_hash, text)
    ]
    works.sort(key=lambda work: (work.name.casefold(), work.name, work.received.person))
    return ClassWorks(class_id, text, now, named.key, prepared, tuple(works))


def preview(works: ClassWorks, key: AnswerKey) -> Preview:
    """What `key` would do to each mark. Raises LessonError where these answers cannot be used."""
    now, given = works.now.lesson, works.now.given
    named = now.text(works.text)
    assert named is not None, "the works are on a text of the lesson"
    if key.text_hash != named.article.text.text_hash:
        raise LessonError("answers-of-another-lesson", file=now.slug)
    whole = lesson_with_key(given.whole, now, works.text, key)
    lesson = read_bundle(whole)
    settled = lesson.text(works.text)
    assert settled is not None, "just written"
    assert settled.key is not None, "with answers"
    prepared, worth = prepare(lesson, works.text), worths(settled.key)
    grades = tuple(_regraded(work, works, prepared, worth) for work in works.works)
    changing = (_changing(work, shown) for work, shown, differs in grades if differs)
    return Preview(
        works=works,
        key=settled.key,
        whole=whole,
        changes=changes_between(works.key, settled.key),
        changing=tuple(each for each in changing if each is not None),
        all=grades,
        prepared=prepared,
    )


def apply(
    classbook: Classbook,
    preview: Preview,
    lowered: Collection[str] = (),
    replies: Iterable[tuple[str, Decision]] = (),
    no_longer_right: Iterable[str] = (),
    *,
    new_id: NewId = random_id,
) -> AnswersVersion:
    """Change the answers for the whole class in one transaction. `lowered` are the attempts whose marks may go down
    although their students have seen them, `replies` what is said to students who are right by it, `no_longer_right`
    (ids of decisions) what was said so before and is not true any more. Raises StoreError; then nothing has changed."""
    by_attempt = {each.attempt: each for each in preview.changing}
    ended: list[str] = []
    made: list[tuple[str, Decision]] = []
    grades = []
    for work, shown, differs in preview.all:
        counts = shown
        if differs:
            kept = _kept(by_attempt.get(work.received.attempt), lowered, new_id)
            ended += [one.id for one in work.decisions if one.kind is DecisionKind.KEPT]
            made += [(work.received.attempt, one) for one in kept]
            counts = Points(shown.points + sum((one.points or 0 for one in kept), Fraction(0)), shown.possible)
        id, key_hash = work.received.id, preview.key.key_hash
        grades.append(Regraded(id, counts.percent, counts.points, counts.possible, key_hash))
    moved = preview.moved(lowered)
    version = AnswersVersion(
        number=preview.works.now.answers + 1,
        key_hash=preview.key.key_hash,
        whole=preview.whole,
        said=changes_json(preview.changes),
        works=len(moved),
        marks=tuple(
            ChangedMark(each.attempt, each.before, each.after(lowered=each.attempt in lowered)) for each in moved
        ),
        lowered=tuple(each.attempt for each in preview.changing if each.stays is not None and each.attempt in lowered),
    )
    works = preview.works
    following = Following((*ended, *no_longer_right), tuple(made), tuple(grades), tuple(replies))
    classbook.changed.change(works.class_id, works.lesson_hash, version, following)
    return version


def _class_work(
    received: Received,
    prepared: PreparedKey,
    key: AnswerKey,
    standing: dict[str, tuple[Decision, ...]],
    told: dict[str, tuple[Told, ...]],
    seen: Seen,
    names: Mapping[str, str | None],
) -> ClassWork:
    """What it counts stands in the classbook, where it was graded by these answers."""
    submission = opened(received)
    decisions = standing.get(received.attempt, ())
    before = told.get(received.attempt, ())
    last = 100 * before[-1].points / before[-1].possible if before else seen(submission)
    if received.key_hash == key.key_hash and received.points is not None and received.possible is not None:
        shown = Points(Fraction(received.points), Fraction(received.possible))
    else:
        shown = _points(submission, decisions, prepared, worths(key))
    name = names.get(received.person) or received.name
    return ClassWork(name, received, submission, decisions, last, shown)


def _points(
    submission: Submission, decisions: tuple[Decision, ...], prepared: PreparedKey, worth: dict[str, Fraction]
) -> Points:
    """Without a word of why where nothing was decided: that is the quicker way to the same points."""
    if any(one.changes_points for one in decisions):
        grade = decided(grade_prepared(prepared, submission.work), decisions, worth)
        return Points(grade.points, grade.possible)
    score = score_prepared(prepared, submission.work)
    return Points(score.points, score.possible)


def _regraded(
    work: ClassWork, works: ClassWorks, prepared: PreparedKey, worth: dict[str, Fraction]
) -> tuple[ClassWork, Points, bool]:
    free = _free(work.decisions)
    after = _points(work.submission, free, prepared, worth)
    if len(free) == len(work.decisions):
        return work, after, after != work.shown
    before = _points(work.submission, free, works.prepared, worths(works.key))
    return (work, work.shown, False) if after == before else (work, after, True)


def _changing(work: ClassWork, shown: Points) -> Changing | None:
    if shown == work.shown:
        return None
    stays = None
    if work.seen is not None:
        floor = min(work.seen, work.shown.score)
        stays = floor * shown.possible / 100 if shown.score < floor else None
    return Changing(work, shown, stays)


def _kept(change: Changing | None, lowered: Collection[str], new_id: NewId) -> tuple[Decision, ...]:
    """What keeps a mark where its student has seen it."""
    if change is None or change.stays is None or change.attempt in lowered:
        return ()
    return (Decision(new_id(), DecisionKind.KEPT, points=change.stays - change.shown.points),)


def _free(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Without what kept the mark at an earlier change."""
    return tuple(one for one in decisions if one.kind is not DecisionKind.KEPT)


def _because(before: Grade, after: Grade) -> Iterator[str]:
    """The ids of items, then of highlights, that earn or cost something else."""
    old, new = base_points(before), base_points(after)
    for place in dict.fromkeys((*old, *new)):
        if old.get(place, 0) != new.get(place, 0):
            yield place[1]
