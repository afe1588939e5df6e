"""Give marks back: for each work that was handed in last a signed file that only its student can open."""

import secrets
from collections.abc import Callable, Iterable

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
from claimlight.store.classbook import Classbook
from claimlight.store.classes import GivenLesson, Received
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
    number: int = 1,
    said: Said = lambda _submission: ((), ()),
) -> int:
    """Write marks for everybody in the class of this name into the folder; returns how many. Raises WorkError.

    They are signed with `keys` (a school's), or with the teacher's.
    """
    keys = keys or teacher_keys(classbook)
    to = find_class(classbook, name).students
    if public(keys).verify not in to.signers:
        raise WorkError("class-of-other-keys", name=to.name)
    given: dict[str, tuple[GivenLesson, Lesson] | None] = {}
    written = 0
    for row in results(classbook, name, lesson).rows:
        if row.work is None:
            continue
        found = _given(classbook, row.work.lesson_hash, given)
        if found is None or row.work.percent is None:
            continue
        submission = opened(row.work)
        made = _feedback(row.work, submission, *found, keys, number, said)
        put_new(drop.path / MARKS, SUFFIX, write_feedback(made, bytes.fromhex(submission.by.seal), keys))
        written += 1
    return written


def opened(work: Received) -> Submission:
    """What was handed in, with its proof looked at anew. Raises WorkError."""
    return submission_from(unpacked(work.packed, Purpose.WORK, work.id), work.id)


def _feedback(
    work: Received, submission: Submission, given: GivenLesson, lesson: Lesson, keys: Keys, number: int, said: Said
) -> Feedback:
    result = grade(lesson, submission.work, submission.text)
    box, key = _let_go(given, keys)
    overrides, comments = said(submission)
    return Feedback(
        id=secrets.token_hex(16),
        class_id=submission.head.class_id,
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
    classbook: Classbook, hash: str, known: dict[str, tuple[GivenLesson, Lesson] | None]
) -> tuple[GivenLesson, Lesson] | None:
    if hash not in known:
        found = classbook.classes.given(hash)
        known[hash] = None if found is None else (found, read_bundle(found.whole))
    return known[hash]
