"""What waits to be handed in, and each of it as one file: read from the workbook, written, and only then noted.

Reading and noting need the workbook. What lies between, making keys, closing and copying, needs none: it may take its
time on a slow stick, beside the window.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimlight.core.attempt import Attempt, AttemptState, Person
from claimlight.core.digest import sha256_hex
from claimlight.core.identity import Clock
from claimlight.files.canonical_json import hash_of
from claimlight.handin.class_file import ClassFile
from claimlight.handin.drop_folder import WORK, DropFolder, put_new
from claimlight.handin.feedback import person_keys, salt_of
from claimlight.handin.identity import Keys, new_keys, public
from claimlight.handin.submission import SUFFIX, HandingIn, Submission, submission_of, write_submission
from claimlight.handin.words import secret_words
from claimlight.store.travel import HandedIn, PersonKey
from claimlight.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Waiting:
    """A closed attempt that has not been handed in, or to which something was added since."""

    person: Person
    attempt: Attempt
    before: HandedIn | None = None
    """The version that was handed in last."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One work, ready to be closed and copied. `content` names what there is of it (see `content_of`)."""

    waiting: Waiting
    submission: Submission
    content: str
    made: str


def waiting(workbook: Workbook, to: ClassFile) -> tuple[Waiting, ...]:
    """What can be handed in to a class: the latest closed attempt of each person at each lesson that is set.

    What was done in the way in which the lesson is set counts; work in another way is for who has no other.
    """
    found: list[Waiting] = []
    for person in workbook.persons():
        before = {each.attempt: each for each in workbook.travel.handed_in(person) if each.class_id == to.id}
        latest: dict[tuple[str, str, str], Attempt] = {}
        for attempt in workbook.attempts(person):
            if attempt.state is AttemptState.CLOSED and is_set(attempt.lesson_id, to):
                latest[attempt.lesson_id, attempt.text_name, attempt.mode] = attempt
        as_set = {attempt.lesson_id for attempt in latest.values() if attempt.mode == to.mode_of(attempt.lesson_id)}
        for attempt in latest.values():
            if attempt.lesson_id in as_set and attempt.mode != to.mode_of(attempt.lesson_id):
                continue
            handed = before.get(attempt.id)
            if handed is None or handed.content != content_of(workbook, attempt):
                found.append(Waiting(person, attempt, handed))
    return tuple(found)


def is_set(lesson_id: str, to: ClassFile) -> bool:
    """Whether work at a lesson is for a class; one that names no lessons takes them all."""
    return not to.lessons or lesson_id in to.lessons


def without_key(workbook: Workbook, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those of `people` who have nothing yet that opens their marks."""
    return tuple(person for person in people if workbook.travel.person_key(person) is None)


def new_person_key(person: Person) -> PersonKey:
    """What is to open marks for `person`, here and, by its words, anywhere else. Takes some tenths of a second."""
    words = secret_words()
    return PersonKey(words, person_keys(words, salt_of(person.id)).sealing)


def marks_key(workbook: Workbook, person: Person) -> PersonKey:
    """What opens marks for `person`; made when it is first needed."""
    kept = workbook.travel.person_key(person)
    if kept is None:
        kept = new_person_key(person)
        workbook.travel.keep_person_key(person, kept)
    return kept


def device_keys(workbook: Workbook) -> Keys:
    """What this computer signs with; made when it is first needed."""
    kept = workbook.travel.device()
    if kept is not None:
        return Keys(*kept)
    made = new_keys()
    workbook.travel.keep_device(made.signing, made.sealing)
    return made


def parcels(workbook: Workbook, to: ClassFile, todo: Iterable[Waiting], clock: Clock) -> tuple[Parcel, ...]:
    """What there is of each. Everybody in it has a key (see `marks_key`)."""
    return tuple(_parcel(workbook, to, one, clock().isoformat(timespec="seconds")) for one in todo)


def sent(all: Iterable[Parcel], to: ClassFile, device: Keys, drop: DropFolder) -> Iterator[HandedIn]:
    """Copy each into the folder and read it back; what comes out is to be noted by `keep`. Raises WorkError."""
    for parcel in all:
        submission = parcel.submission
        raw = write_submission(submission, to, device)
        put_new(drop.path / WORK, SUFFIX, raw)
        head, by = submission.head, submission.by
        yield HandedIn(
            head.id, submission.attempt, head.class_id, by.number, sha256_hex(raw), parcel.content, parcel.made, None
        )


def keep(workbook: Workbook, handed: HandedIn) -> None:
    """Note what is on the folder, whole."""
    workbook.travel.hand_in(handed)


def content_of(workbook: Workbook, attempt: Attempt) -> str:
    """Names what there is to hand in of a closed attempt; clocks have no say in it."""
    said = [[each.id, each.words] for each in workbook.challenges(attempt)]
    return hash_of([len(workbook.checks(attempt)), said])


def by_person(todo: Iterable[Waiting]) -> Mapping[Person, int]:
    """How many lessons each has to hand in, in the order in which they came."""
    found: dict[Person, int] = {}
    for one in todo:
        found[one.person] = found.get(one.person, 0) + 1
    return found


def _parcel(workbook: Workbook, to: ClassFile, one: Waiting, made: str) -> Parcel:
    attempt, before = one.attempt, one.before
    key = opening(marks_key(workbook, one.person))
    number = before.number + 1 if before else 1
    submission = submission_of(
        attempt,
        workbook.checks(attempt),
        workbook.challenges(attempt),
        to=to,
        by=HandingIn(one.person, public(key).seal.hex(), number, before.hash if before else ""),
        id=secrets.token_hex(16),
        text_hash=workbook.text_hash(attempt),
        made=made,
    )
    return Parcel(one, submission, content_of(workbook, attempt), made)


def opening(key: PersonKey) -> Keys:
    """What a person opens with; they sign nothing."""
    return Keys(bytes(len(key.sealing)), key.sealing)
