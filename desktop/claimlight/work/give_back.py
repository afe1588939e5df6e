"""Give marks back: for each work that was handed in last a signed file that only its student can open."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.lesson_bundle import SEALED, all_members, read_bundle
from claimlight.grading.grade import grade
from claimlight.grading.receipt_json import receipt_json
from claimlight.handin.drop_folder import MARKS, DropFolder, put_new
from claimlight.handin.feedback import SUFFIX, Comment, Feedback, Override, write_feedback
from claimlight.handin.identity import Keys, Purpose, public
from claimlight.handin.sealing import key_for_teacher, read_sealed
from claimlight.handin.submission import Submission, submission_from
from claimlight.handin.travel_file import unpacked
from claimlight.store.class_work import Glance
from claimlight.store.classbook import Classbook
from claimlight.store.classes import GivenLesson, Received
from claimlight.work.collect import Answer, Ask, Progress
from claimlight.work.results import results
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.teaching import find_class

Said = Callable[[Submission], tuple[Iterable[Override], Iterable[Comment]]]
"""What the teacher changed and wrote about one work."""


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
    wanted: Callable[[Glance], bool] = lambda _work: True,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """The same, away from whoever has the classbook, for the works that are `wanted`; what was written stays so."""
    giver = ask(lambda classbook: _Giver(classbook, name, lesson, keys, number, said))
    works = [work for work in giver.works if wanted(giver.glances[work.id])]
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
        self._given: dict[str, tuple[GivenLesson, Lesson] | None] = {}
        self.glances = {glance.id: glance for glance in classbook.class_work.glances(to.id)}
        found = (row.work for row in results(classbook, name, lesson).rows)
        self.works = [work for work in found if work is not None and work.percent is not None]

    def marks(self, classbook: Classbook, work: Received) -> _Marks | None:
        found = _given(classbook, self._class_id, work, self._given)
        if found is None:
            return None
        submission = opened(work)
        number = self._number or self.glances[work.id].back + 1
        made = _feedback(work, self._class_id, submission, *found, self._keys, number, self._said)
        file = write_feedback(made, bytes.fromhex(submission.by.seal), self._keys)
        return _Marks(file, work.id, number, made.points)

    def remember(self, classbook: Classbook, marks: _Marks) -> None:
        classbook.class_work.gave_back(self._class_id, [(marks.work, marks.number, marks.points)])


def opened(work: Received) -> Submission:
    """What was handed in, with its proof looked at anew. Raises WorkError."""
    return submission_from(unpacked(work.packed, Purpose.WORK, work.id), work.id)


def _feedback(
    work: Received,
    class_id: str,
    submission: Submission,
    given: GivenLesson,
    lesson: Lesson,
    keys: Keys,
    number: int,
    said: Said,
) -> Feedback:
    result = grade(lesson, submission.work, submission.text)
    box, key = _let_go(given, keys)
    overrides, comments = said(submission)
    return Feedback(
        id=secrets.token_hex(16),
        class_id=class_id,
        submission=work.id,
        submission_hash=work.hash,
        attempt=submission.attempt,
        person=submission.by.person.id,
        lesson=work.lesson,
        lesson_hash=work.lesson_hash,
        text=work.text,
        title=given.title,
        number=number,
        percent=result.percent,
        points=str(result.points),
        possible=str(result.possible),
        receipt=receipt_json(result),
        work=submission.work,
        overrides=tuple(overrides),
        comments=tuple(comments),
        box=box,
        key=key,
    )


def _let_go(given: GivenLesson, keys: Keys) -> tuple[str, str]:
    """The sealed box of a homework and what opens it; nothing for what has none."""
    if given.mode != Mode.HOMEWORK:
        return "", ""
    sealed = read_sealed(all_members(given.given)[SEALED])
    key = key_for_teacher(sealed, keys)
    return ("", "") if key is None else (sealed.hash, key.hex())


def _given(
    classbook: Classbook, class_id: str, work: Received, known: dict[str, tuple[GivenLesson, Lesson] | None]
) -> tuple[GivenLesson, Lesson] | None:
    """The lesson as it was given out to this class, where it was this version, else as it was given out last."""
    if work.lesson_hash not in known:
        found = classbook.class_lessons.given(class_id, work.lesson)
        if found is None or found.hash != work.lesson_hash:
            found = classbook.classes.given(work.lesson_hash)
        known[work.lesson_hash] = None if found is None else (found, read_bundle(found.whole))
    return known[work.lesson_hash]
