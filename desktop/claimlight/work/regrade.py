"""*Change the answers later*: every mark that would change, and then the change itself, for the whole class at once.

A mark that was given back never goes down, unless the teacher says so for this change and this student.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from claimlight.core.answer_change import AnswerChange
from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.errors import LessonError, WorkError
from claimlight.core.identity import NewId
from claimlight.core.identity import new_id as random_id
from claimlight.core.lesson import AnswerKey
from claimlight.files.key_change import lesson_with_key
from claimlight.files.lesson_bundle import read_bundle
from claimlight.grading.grade import Grade, PreparedKey, grade_prepared, prepare
from claimlight.handin.submission import Submission
from claimlight.store.changed_answers import AnswersVersion, Following, Told
from claimlight.store.classbook import Classbook
from claimlight.store.classes import Received
from claimlight.work.answer_changes import changes_between, changes_json
from claimlight.work.answers_now import LessonNow, lessons_now
from claimlight.work.one_work import latest_works, opened, regraded
from claimlight.work.overrides import base_points, decided, worths


@dataclass(frozen=True, slots=True)
class ClassWork:
    """A work of the class that counts, opened and graded by the answers as they are now."""

    received: Received
    submission: Submission
    decisions: tuple[Decision, ...]
    told: Told | None
    """What its student was told last."""
    grade: Grade
    shown: Grade


@dataclass(frozen=True, slots=True)
class ClassWorks:
    """All work of a class at one text of one lesson: opened once, looked at as often as answers are tried."""

    class_id: str
    text: str
    now: LessonNow
    key: AnswerKey
    works: tuple[ClassWork, ...]

    @property
    def lesson_hash(self) -> str:
        return self.now.lesson.hash


@dataclass(frozen=True, slots=True)
class Changing:
    """A mark that would change. `after` is what the new answers give; `stays`, what it is held at unless the teacher
    lets it go down: None where it was not given back, or does not fall. `because` are the items that differ."""

    work: ClassWork
    shown: Grade
    stays: Fraction | None
    because: tuple[str, ...]

    @property
    def before(self) -> Grade:
        return self.work.shown

    @property
    def attempt(self) -> str:
        return self.work.received.attempt

    def points(self, *, lowered: bool) -> Fraction:
        return self.shown.points if self.stays is None or lowered else self.stays


@dataclass(frozen=True, slots=True)
class Preview:
    """What another key would do: nothing is written. `changing` holds the marks that would change, by name."""

    works: ClassWorks
    key: AnswerKey
    whole: bytes
    changes: tuple[AnswerChange, ...]
    changing: tuple[Changing, ...]
    all: tuple[tuple[ClassWork, Grade, bool], ...]
    """Every work with its grade by the new answers, and whether anything in that is other."""


def class_works(classbook: Classbook, class_id: str, lesson_hash: str, text: str = "article") -> ClassWorks:
    """Open all that counts. Raises WorkError where the answers are not here."""
    lessons = lessons_now(classbook, class_id)
    now, prepared = lessons.lesson(lesson_hash), lessons.key(lesson_hash, text)
    named = None if now is None else now.lesson.text(text)
    if now is None or prepared is None or named is None or named.key is None:
        raise WorkError("work-of-unknown-lesson", file=lesson_hash)
    standing = classbook.decisions.standing(class_id)
    told = classbook.changed.told(class_id)
    works = [
        _class_work(versions[-1], prepared, named.key, standing, told)
        for versions in latest_works(classbook, class_id, now.lesson.id)
        if (versions[-1].lesson_hash, versions[-1].text) == (lesson_hash, text)
    ]
    works.sort(key=lambda work: (work.received.name.casefold(), work.received.name, work.received.person))
    return ClassWorks(class_id, text, now, named.key, tuple(works))


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
    graded = ((work, grade_prepared(prepared, work.submission.work)) for work in works.works)
    grades = tuple((work, grade, _differs(work.grade, grade)) for work, grade in graded)
    changing = (_changing(work, grade, worth) for work, grade, differs in grades if differs)
    return Preview(
        works=works,
        key=settled.key,
        whole=whole,
        changes=changes_between(works.key, settled.key),
        changing=tuple(each for each in changing if each is not None),
        all=grades,
    )


def apply(
    classbook: Classbook, preview: Preview, lowered: Collection[str] = (), *, new_id: NewId = random_id
) -> AnswersVersion:
    """Change the answers for the whole class in one transaction. `lowered` are the attempts whose marks may go down
    although they were given back. Raises StoreError; then nothing has changed."""
    by_attempt = {each.attempt: each for each in preview.changing}
    ended: list[str] = []
    made: list[tuple[str, Decision]] = []
    grades = []
    worth = worths(preview.key)
    for work, grade, differs in preview.all:
        decisions = work.decisions
        if differs:
            kept = _kept(by_attempt.get(work.received.attempt), lowered, new_id)
            ended += [one.id for one in decisions if one.kind is DecisionKind.KEPT]
            made += [(work.received.attempt, one) for one in kept]
            decisions = (*_free(decisions), *kept)
        grades.append(regraded(work.received, decided(grade, decisions, worth), preview.key.key_hash))
    version = AnswersVersion(
        number=preview.works.now.answers + 1,
        key_hash=preview.key.key_hash,
        whole=preview.whole,
        said=changes_json(preview.changes),
        works=sum(each.points(lowered=each.attempt in lowered) != each.before.points for each in preview.changing),
        lowered=tuple(each.attempt for each in preview.changing if each.stays is not None and each.attempt in lowered),
    )
    works = preview.works
    following = Following(tuple(ended), tuple(made), tuple(grades))
    classbook.changed.change(works.class_id, works.lesson_hash, version, following)
    return version


def _class_work(
    received: Received,
    prepared: PreparedKey,
    key: AnswerKey,
    standing: dict[str, tuple[Decision, ...]],
    told: dict[str, tuple[Told, ...]],
) -> ClassWork:
    submission = opened(received)
    grade = grade_prepared(prepared, submission.work)
    decisions = standing.get(received.attempt, ())
    last = told.get(received.attempt, ())
    shown = decided(grade, decisions, worths(key))
    return ClassWork(received, submission, decisions, last[-1] if last else None, grade, shown)


def _changing(work: ClassWork, grade: Grade, worth: dict[str, Fraction]) -> Changing | None:
    shown = decided(grade, _free(work.decisions), worth)
    if (shown.points, shown.possible) == (work.shown.points, work.shown.possible):
        return None
    stays = None
    if work.told is not None:
        floor = min(100 * work.told.points / work.told.possible, work.shown.score)
        stays = floor * shown.possible / 100 if shown.score < floor else None
    return Changing(work, shown, stays, tuple(_because(work.grade, grade)))


def _kept(change: Changing | None, lowered: Collection[str], new_id: NewId) -> tuple[Decision, ...]:
    """What keeps a mark where its student was told it is."""
    if change is None or change.stays is None or change.attempt in lowered:
        return ()
    return (Decision(new_id(), DecisionKind.KEPT, points=change.stays - change.shown.points),)


def _free(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Without what kept the mark at an earlier change."""
    return tuple(one for one in decisions if one.kind is not DecisionKind.KEPT)


def _differs(before: Grade, after: Grade) -> bool:
    return before.possible != after.possible or next(_because(before, after), None) is not None


def _because(before: Grade, after: Grade) -> Iterator[str]:
    """The ids of items, then of highlights, that earn or cost something else."""
    old, new = base_points(before), base_points(after)
    for place in dict.fromkeys((*old, *new)):
        if old.get(place, 0) != new.get(place, 0):
            yield place[1]
