"""One student's work as its teacher sees it: what was handed in, how it was graded, and what was decided about it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from claimlight.core.annotation import Annotation
from claimlight.core.decision import Decision
from claimlight.core.errors import WorkError
from claimlight.core.identity import NewId
from claimlight.core.identity import new_id as random_id
from claimlight.core.lesson import AnswerKey
from claimlight.grading.grade import Grade, grade_prepared
from claimlight.handin.identity import Purpose
from claimlight.handin.submission import Submission, submission_from
from claimlight.handin.travel_file import unpacked
from claimlight.store.classbook import Classbook
from claimlight.store.classes import Received
from claimlight.store.decisions import Regraded
from claimlight.work.answers_now import LessonNow, LessonsNow, lessons_now
from claimlight.work.overrides import decided, worths
from claimlight.work.which_counts import in_order


@dataclass(frozen=True, slots=True)
class OneWork:
    """`grade` is the grader's for the last check, `first` for the first one, `shown` has the teacher's decisions."""

    class_id: str
    class_name: str
    name: str
    """Who it is by the class's list, where the teacher said so."""
    received: Received
    versions: tuple[Received, ...]
    submission: Submission
    now: LessonNow
    key: AnswerKey
    grade: Grade
    first: Grade
    decisions: tuple[Decision, ...]
    shown: Grade

    @property
    def work(self) -> tuple[Annotation, ...]:
        return self.submission.work


def opened(work: Received) -> Submission:
    """What was handed in, with its proof looked at anew. Raises WorkError."""
    return submission_from(unpacked(work.packed, Purpose.WORK, work.id), work.id)


def latest_works(classbook: Classbook, class_id: str, lesson: str | None = None) -> Iterator[tuple[Received, ...]]:
    """All versions of each student's work at each lesson and text, the one that counts last."""
    found: dict[tuple[str, str, str], list[Received]] = {}
    for one in classbook.classes.received(class_id, lesson):
        found.setdefault((one.lesson, one.person, one.text), []).append(one)
    return (in_order(works) for works in found.values())


def one_work(classbook: Classbook, class_id: str, person: str, lesson_hash: str, text: str = "article") -> OneWork:
    """The work of one student at one version of a lesson. Raises WorkError where there is none that can be shown."""
    for works in latest_works(classbook, class_id):
        last = works[-1]
        if (last.person, last.lesson_hash, last.text) == (person, lesson_hash, text):
            return look_at(classbook, class_id, works)
    raise WorkError("work-of-unknown-lesson", file=lesson_hash)


def look_at(
    classbook: Classbook, class_id: str, versions: tuple[Received, ...], lessons: LessonsNow | None = None
) -> OneWork:
    """The last of `versions`, graded. Raises WorkError where the lesson or its answers are not here."""
    received = versions[-1]
    lessons = lessons or lessons_now(classbook, class_id)
    now, prepared = lessons.lesson(received.lesson_hash), lessons.key(received.lesson_hash, received.text)
    if now is None or prepared is None:
        raise WorkError("work-of-unknown-lesson", file=received.id)
    named = now.lesson.text(received.text)
    assert named is not None, "what was prepared has a text"
    assert named.key is not None, "and answers"
    submission = opened(received)
    grade = grade_prepared(prepared, submission.work)
    first = submission.checks[0].annotations
    decisions = classbook.decisions.of(class_id, received.attempt)
    return OneWork(
        class_id=class_id,
        class_name=classbook.classes.name(class_id),
        name=classbook.class_work.known_as(class_id).get(received.person) or received.name,
        received=received,
        versions=versions,
        submission=submission,
        now=now,
        key=named.key,
        grade=grade,
        first=grade if first == submission.work else grade_prepared(prepared, first),
        decisions=decisions,
        shown=decided(grade, decisions, worths(named.key)),
    )


def decide(classbook: Classbook, work: OneWork, *made: Decision, new_id: NewId = random_id) -> None:
    """Keep decisions (their ids are given here) with the points that follow from them. Raises StoreError."""
    kept = tuple(_with_id(one, new_id()) for one in made)
    _keep(
        work,
        (*work.decisions, *kept),
        lambda grades: classbook.decisions.decide(
            work.class_id, ((work.received.attempt, one) for one in kept), grades
        ),
    )


def undo(classbook: Classbook, work: OneWork) -> bool:
    """Take back what was decided last; False where there is nothing. Raises StoreError."""
    return _turn(classbook, work, classbook.decisions.undoable(work.class_id, work.received.attempt), stands=False)


def redo(classbook: Classbook, work: OneWork) -> bool:
    """Decide again what was undone last; False where there is nothing. Raises StoreError."""
    return _turn(classbook, work, classbook.decisions.redoable(work.class_id, work.received.attempt), stands=True)


def take_back(classbook: Classbook, work: OneWork, id: str) -> bool:
    """Take back the decision with this id. Raises StoreError."""
    return _turn(classbook, work, id, stands=False)


def regraded(work: Received, shown: Grade, key_hash: str) -> Regraded:
    return Regraded(work.id, shown.percent, shown.points, shown.possible, key_hash)


def _turn(classbook: Classbook, work: OneWork, id: str | None, *, stands: bool) -> bool:
    if id is None:
        return False
    ever = classbook.decisions.ever(work.class_id, work.received.attempt)
    standing = tuple(one for one, stood in ever if (stands if one.id == id else stood))
    _keep(work, standing, lambda grades: classbook.decisions.turn(work.class_id, (id,), grades, stands=stands))
    return True


def _keep(work: OneWork, standing: Iterable[Decision], keep: Callable[[tuple[Regraded, ...]], None]) -> None:
    shown = decided(work.grade, standing, worths(work.key))
    keep((regraded(work.received, shown, work.key.key_hash),))


def _with_id(one: Decision, id: str) -> Decision:
    return one if one.id else replace(one, id=id)
