"""Hand work in, and take in what comes back: a student's side of the folder that everything travels through."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.attempt import Attempt, AttemptState, Person
from claimlight.core.digest import sha256_hex
from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.core.identity import Clock
from claimlight.core.identity import now as time_now
from claimlight.files.canonical_json import hash_of
from claimlight.handin.class_file import ClassFile, read_class
from claimlight.handin.drop_folder import ANSWERS, MARKS, SLIPS, WORK, DropFolder, files, put_new, read_file
from claimlight.handin.feedback import SUFFIX as MARKS_SUFFIX
from claimlight.handin.feedback import Feedback, is_for, person_keys, read_feedback, salt_of
from claimlight.handin.identity import Keys, new_keys, public
from claimlight.handin.release import SUFFIX as RELEASE_SUFFIX
from claimlight.handin.slip import SUFFIX as SLIP_SUFFIX
from claimlight.handin.slip import read_slip
from claimlight.handin.submission import SUFFIX, HandingIn, submission_of, write_submission
from claimlight.handin.words import secret_words
from claimlight.store.travel import HandedIn, KeptClass, PersonKey
from claimlight.store.workbook import Workbook
from claimlight.work.released import keep_key, take_release


@dataclass(frozen=True, slots=True)
class Waiting:
    """A closed attempt that has not been handed in, or to which something was added since."""

    person: Person
    attempt: Attempt
    before: HandedIn | None = None
    """The version that was handed in last."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came back on the folder for people of this computer, and why some of it was not used."""

    arrived: int = 0
    marks: int = 0
    answers: int = 0
    refused: tuple[ClaimlightError, ...] = ()


def take_class(raw: bytes, workbook: Workbook, file: str = "") -> ClassFile:
    """Take a class in, or its newer file. Raises WorkError where another teacher signed it than before."""
    found = read_class(raw, file)
    known = next((each for each in workbook.travel.classes() if each.id == found.id), None)
    if known is not None and known.teacher != found.teacher.verify:
        raise WorkError("class-other-teacher", file=file, name=known.name)
    if known is None or known.file != raw:
        workbook.travel.keep_class(KeptClass(found.id, found.name, found.teacher.verify, raw))
    return found


def waiting(workbook: Workbook, to: ClassFile) -> tuple[Waiting, ...]:
    """What can be handed in to a class: the latest closed attempt of each person at each lesson that is set."""
    found: list[Waiting] = []
    for person in workbook.persons():
        before = {each.attempt: each for each in workbook.travel.handed_in(person) if each.class_id == to.id}
        latest: dict[tuple[str, str, str], Attempt] = {}
        for attempt in workbook.attempts(person):
            if attempt.state is AttemptState.CLOSED and attempt.lesson_id in (to.lessons or (attempt.lesson_id,)):
                latest[attempt.lesson_id, attempt.text_name, attempt.mode] = attempt
        for attempt in latest.values():
            handed = before.get(attempt.id)
            if handed is None or handed.content != _content(workbook, attempt):
                found.append(Waiting(person, attempt, handed))
    return tuple(found)


def hand_in(
    workbook: Workbook,
    drop: DropFolder,
    *,
    clock: Clock = time_now,
    done: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[Waiting, ...]:
    """Hand in everything that waits, each file read back before it counts. Returns what was handed in.

    Raises WorkError where the folder fails; what was handed in before it did stays so, and the rest still waits.
    """
    to = take_class(drop.marker, workbook, drop.path.name)
    todo = waiting(workbook, to)
    device = device_keys(workbook) if todo else None
    for number, one in enumerate(todo, 1):
        assert device is not None, "made for the first"
        _hand_in(workbook, drop, to, one, device, clock().isoformat(timespec="seconds"))
        done(number, len(todo))
    return todo


def take_in(workbook: Workbook, drop: DropFolder) -> TakenIn:
    """Take slips, answers that were let go, and marks, of people of this computer only. Raises WorkError."""
    to = take_class(drop.marker, workbook, drop.path.name)
    refused: list[ClaimlightError] = []
    arrived = _take_slips(workbook, drop, to, refused)
    answers = _take_answers(workbook, drop.path / ANSWERS, refused)
    marks = _take_marks(workbook, drop.path / MARKS, to, refused)
    return TakenIn(arrived, marks, answers, tuple(refused))


def device_keys(workbook: Workbook) -> Keys:
    """What this computer signs with; made when it is first needed."""
    kept = workbook.travel.device()
    if kept is not None:
        return Keys(*kept)
    made = new_keys()
    workbook.travel.keep_device(made.signing, made.sealing)
    return made


def marks_key(workbook: Workbook, person: Person) -> PersonKey:
    """What opens marks for `person`, here and, by its words, anywhere else; made when it is first needed."""
    kept = workbook.travel.person_key(person)
    if kept is None:
        words = secret_words()
        kept = PersonKey(words, person_keys(words, salt_of(person.id)).sealing)
        workbook.travel.keep_person_key(person, kept)
    return kept


def marks_of(workbook: Workbook, person: Person, attempt: Attempt) -> Feedback | None:
    """The latest marks that came back for an attempt of `person`."""
    raw, key = workbook.travel.marks(attempt), workbook.travel.person_key(person)
    return None if raw is None or key is None else read_feedback(raw, _opening(key), None)


def _hand_in(workbook: Workbook, drop: DropFolder, to: ClassFile, one: Waiting, device: Keys, made: str) -> None:
    attempt, before, id = one.attempt, one.before, secrets.token_hex(16)
    key = _opening(marks_key(workbook, one.person))
    number = before.number + 1 if before else 1
    submission = submission_of(
        attempt,
        workbook.checks(attempt),
        workbook.challenges(attempt),
        to=to,
        by=HandingIn(one.person, public(key).seal.hex(), number, before.hash if before else ""),
        id=id,
        text_hash=workbook.text_hash(attempt),
        made=made,
    )
    raw = write_submission(submission, to, device)
    put_new(drop.path / WORK, SUFFIX, raw)
    workbook.travel.hand_in(
        HandedIn(id, attempt.id, to.id, number, sha256_hex(raw), _content(workbook, attempt), made, None)
    )


def _content(workbook: Workbook, attempt: Attempt) -> str:
    """Names what there is to hand in of a closed attempt; clocks have no say in it."""
    said = [[each.id, each.words] for each in workbook.challenges(attempt)]
    return hash_of([len(workbook.checks(attempt)), said])


def _take_slips(workbook: Workbook, drop: DropFolder, to: ClassFile, refused: list[ClaimlightError]) -> int:
    open_ones = [
        handed
        for person in workbook.persons()
        for handed in workbook.travel.handed_in(person)
        if handed.class_id == to.id and handed.slip is None
    ]
    arrived = 0
    for handed in open_ones:
        path = drop.path / SLIPS / f"{handed.id}{SLIP_SUFFIX}"
        if not path.is_file():
            continue
        try:
            raw = read_file(path)
            slip = read_slip(raw, to.signers, path.name)
            if (slip.id, slip.hash, slip.class_id) != (handed.id, handed.hash, to.id):
                raise WorkError("slip-forged", file=path.name)
        except WorkError as error:
            refused.append(error)
            continue
        workbook.travel.arrived(handed.id, raw)
        arrived += 1
    return arrived


def _take_answers(workbook: Workbook, folder: Path, refused: list[ClaimlightError]) -> int:
    taken = 0
    for path in files(folder, RELEASE_SUFFIX):
        try:
            take_release(read_file(path), workbook, path.name)
            taken += 1
        except ClaimlightError as error:
            if error.code != "answers-of-another-lesson":  # others' lessons lie here, too
                refused.append(error)
    return taken


def _take_marks(workbook: Workbook, folder: Path, to: ClassFile, refused: list[ClaimlightError]) -> int:
    keys = [(person, key) for person in workbook.persons() if (key := workbook.travel.person_key(person)) is not None]
    readers = [(person, public(_opening(key)).seal, _opening(key)) for person, key in keys]
    taken = 0
    for path in files(folder, MARKS_SUFFIX):
        try:
            raw = read_file(path)
            for person, reader, opening in readers:
                if is_for(raw, reader, path.name):
                    taken += _take_one(workbook, person, opening, raw, to, path.name)
        except ClaimlightError as error:
            refused.append(error)
    return taken


def _take_one(workbook: Workbook, person: Person, opening: Keys, raw: bytes, to: ClassFile, file: str) -> bool:
    """Keep marks of `person`. Raises WorkError where they are forged, or for work that was never handed in."""
    found = read_feedback(raw, opening, to.signers, file)
    handed = {(each.id, each.hash, each.attempt) for each in workbook.travel.handed_in(person)}
    if (found.submission, found.submission_hash, found.attempt) not in handed or found.class_id != to.id:
        raise WorkError("marks-forged", file=file)
    if found.key:
        keep_key(found.lesson_hash, found.box, found.key, workbook)
    return workbook.travel.keep_marks(found.id, found.attempt, found.number, raw)


def _opening(key: PersonKey) -> Keys:
    return Keys(bytes(len(key.sealing)), key.sealing)
