"""Give marks back: for each work that was handed in last a signed file that only its student can open."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.files.key_change import key_json
from claimlight.files.lesson_bundle import SEALED, all_members, read_bundle
from claimlight.grading.grade import grade_prepared
from claimlight.grading.receipt_json import receipt_json
from claimlight.grading.withheld import without_answers
from claimlight.handin.drop_folder import MARKS, DropFolder, put_new
from claimlight.handin.feedback import SUFFIX, Comment, Feedback, NewAnswers, Override, write_feedback
from claimlight.handin.identity import Keys, public
from claimlight.handin.sealing import key_for_teacher, read_sealed
from claimlight.handin.submission import Submission
from claimlight.store.changed_answers import Told
from claimlight.store.classbook import Classbook
from claimlight.store.classes import GivenLesson, Received
from claimlight.work.answer_changes import changes_from_json
from claimlight.work.answers_now import LessonNow, LessonsNow, lessons_now
from claimlight.work.carried_lesson import carried_lesson
from claimlight.work.collect import Answer, Ask, Progress
from claimlight.work.due_again import is_due, said_in
from claimlight.work.one_work import OneWork, look_at, opened
from claimlight.work.overrides import decided, resolved, worths
from claimlight.work.results import results
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.teaching import find_class

__all__ = ["give_back", "give_back_beside", "opened"]

Said = Callable[[Submission], tuple[Iterable[Override], Iterable[Comment]]]
"""What is said about one work beyond what the classbook keeps."""
_TALK = (DecisionKind.COMMENT, DecisionKind.REPLY)


def give_back(
    classbook: Classbook,
    drop: DropFolder,
    name: str,
    lesson: str | None = None,
    *,
    keys: Keys | None = None,
    number: int | None = None,
    said: Said = lambda _submission: ((), ()),
) -> int:
    """Write marks for everybody in the class of this name into the folder; returns how many. Raises WorkError.

    They are signed with `keys` (a school's), or with the teacher's. `number` counts the marks for one work; None: the
    next one.
    """

    def ask(what: Callable[[Classbook], Answer]) -> Answer:
        return what(classbook)

    return give_back_beside(ask, drop, name, lesson, keys=keys, number=number, said=said)


def give_back_beside(
    ask: Ask,
    drop: DropFolder,
    name: str,
    lesson: str | None = None,
    *,
    keys: Keys | None = None,
    number: int | None = None,
    said: Said = lambda _submission: ((), ()),
    only_due: bool = False,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """The same, away from whoever has the classbook; what was written stays so.

    `only_due`: what was not given back yet, or has other points or other words since.
    """
    giver = ask(lambda classbook: _Giver(classbook, name, lesson, keys, number, said))
    works = [work for work in giver.works if not only_due or giver.is_due(work)]
    written = 0
    for done, work in enumerate(works):
        progress(done, len(works))
        if cancelled():
            break
        marks = ask(lambda classbook, work=work: giver.marks(classbook, work))  # type: ignore[misc]
        if marks is None:
            continue
        put_new(drop.path / MARKS, SUFFIX, marks.file)
        ask(lambda classbook, marks=marks: giver.remember(classbook, marks))  # type: ignore[misc]
        written += 1
    else:
        progress(len(works), len(works))
    return written


@dataclass(frozen=True, slots=True)
class _Marks:
    """One file to give back, and what is remembered of it."""

    file: bytes
    work: str
    number: int
    points: str
    said: str
    told: Told


class _Giver:
    """Whose marks are given back, signed by whom; `works` are the versions that were handed in last."""

    def __init__(
        self, classbook: Classbook, name: str, lesson: str | None, keys: Keys | None, number: int | None, said: Said
    ) -> None:
        self._keys = keys or teacher_keys(classbook)
        to = find_class(classbook, name).students
        if public(self._keys).verify not in to.signers:
            raise WorkError("class-of-other-keys", name=to.name)
        self._class_id = to.id
        self._number = number
        self._said = said
        self._carried: dict[str, str] = {}
        self._lessons = lessons_now(classbook, to.id)
        self._given_out = LessonsNow(lambda hash: _as_given_out(self._lessons.lesson(hash)))
        self._told = classbook.changed.told(to.id)
        self._decisions = classbook.decisions.standing(to.id)
        self.glances = {glance.id: glance for glance in classbook.class_work.glances(to.id)}
        found = (row.work for row in results(classbook, name, lesson).rows)
        self.works = [work for work in found if work is not None and work.percent is not None]

    def is_due(self, work: Received) -> bool:
        return is_due(self.glances[work.id], self._decisions.get(work.attempt, ()))

    def marks(self, classbook: Classbook, received: Received) -> _Marks | None:
        if self._lessons.key(received.lesson_hash, received.text) is None:
            return None
        work = look_at(classbook, self._class_id, (received,), self._lessons)
        before = self._told.get(received.attempt, ())
        last = before[-1] if before else self._seen_at_once(work)
        number = self._number or max(self.glances[received.id].back, len(before)) + 1
        made = _feedback(classbook, work, self._keys, number, last, self._said)
        made = replace(made, lesson_file=self._lesson_file(work.now.given, let_go=bool(made.key)))
        file = write_feedback(made, bytes.fromhex(work.submission.by.seal), self._keys)
        said = said_in(work.decisions)
        return _Marks(file, received.id, number, made.points, said, _told(work, len(before) + 1))

    def _lesson_file(self, given: GivenLesson, *, let_go: bool) -> str:
        """Packed once for all who worked on it."""
        if given.hash not in self._carried:
            self._carried[given.hash] = carried_lesson(given, let_go=let_go)
        return self._carried[given.hash]

    def _seen_at_once(self, work: OneWork) -> Told | None:
        """What a student was told by their own computer, who saw the answers at once; None for any other."""
        received = work.received
        if work.now.given.mode != Mode.PRACTICE or work.now.answers == 1:
            return None
        then = self._given_out.lesson(received.lesson_hash)
        prepared = self._given_out.key(received.lesson_hash, received.text)
        named = None if then is None else then.lesson.text(received.text)
        assert prepared is not None, "it was given out with answers"
        assert named is not None, "to this text"
        assert named.key is not None, "which are here"
        shown = decided(grade_prepared(prepared, work.work), work.decisions, worths(named.key))
        key_hash = named.key.key_hash
        return Told(received.attempt, received.id, 0, key_hash, 1, shown.percent, shown.points, shown.possible)

    def remember(self, classbook: Classbook, marks: _Marks) -> None:
        classbook.class_work.gave_back(self._class_id, [(marks.work, marks.number, marks.points, marks.said)])
        classbook.changed.tell(self._class_id, [marks.told])


def _as_given_out(now: LessonNow | None) -> LessonNow | None:
    return None if now is None else LessonNow(now.given, read_bundle(now.given.whole))


def _feedback(
    classbook: Classbook, work: OneWork, keys: Keys, number: int, before: Told | None, said: Said
) -> Feedback:
    submission, received, given = work.submission, work.received, work.now.given
    box, key = _let_go(given, keys)
    overrides, comments = said(submission)
    return Feedback(
        id=secrets.token_hex(16),
        class_id=work.class_id,
        submission=received.id,
        submission_hash=received.hash,
        attempt=submission.attempt,
        person=submission.by.person.id,
        lesson=received.lesson,
        lesson_hash=received.lesson_hash,
        text=received.text,
        title=given.title,
        number=number,
        percent=work.shown.percent,
        points=str(work.shown.points),
        possible=str(work.shown.possible),
        receipt=receipt_json(without_answers(work.grade) if given.mode == Mode.ASSESSMENT else work.grade),
        work=submission.work,
        overrides=(*_overrides(work), *overrides),
        comments=(*_comments(work.decisions), *comments),
        box=box,
        key=key,
        answers=work.now.answers,
        changed=_changed(classbook, work, before),
    )


def _overrides(work: OneWork) -> Iterable[Override]:
    for one in resolved(work.grade, work.decisions, work.key):
        yield Override(one.item, str(one.points or 0), one.words, one.highlight, one.kind.value)


def _comments(decisions: Iterable[Decision]) -> Iterable[Comment]:
    return (Comment(one.words, one.highlight, one.item) for one in decisions if one.kind in _TALK)


def _changed(classbook: Classbook, work: OneWork, before: Told | None) -> NewAnswers | None:
    """What a student reads who was told other points, by other answers."""
    told_by = before.answers if before is not None else 1
    later = [
        version
        for version in classbook.changed.versions(work.class_id, work.received.lesson_hash)
        if version.number > told_by
    ]
    if work.now.answers == 1:
        return None
    points = before.points if before is not None else work.shown.points
    possible = before.possible if before is not None else work.shown.possible
    shows = work.now.given.mode != Mode.ASSESSMENT
    changes = sum(len(changes_from_json(version.said)) for version in later) if before is not None else 0
    file = key_json(work.now.lesson, work.received.text, work.key) if shows else ""
    return NewAnswers(changes, str(points), str(possible), file)


def _told(work: OneWork, number: int) -> Told:
    shown = work.shown
    return Told(
        *(work.received.attempt, work.received.id, number, work.key.key_hash, work.now.answers),
        *(shown.percent, shown.points, shown.possible),
    )


def _let_go(given: GivenLesson, keys: Keys) -> tuple[str, str]:
    """The sealed box of a homework and what opens it; nothing for what has none."""
    if given.mode != Mode.HOMEWORK:
        return "", ""
    sealed = read_sealed(all_members(given.given)[SEALED])
    key = key_for_teacher(sealed, keys)
    return ("", "") if key is None else (sealed.hash, key.hex())
