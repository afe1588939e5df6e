"""Hand work in, and take in what comes back: a student's side of the folder that everything travels through."""

from __future__ import annotations

from collections.abc import Callable

from claimlight.core.attempt import Attempt, Person
from claimlight.core.errors import WorkError
from claimlight.core.identity import Clock
from claimlight.core.identity import now as time_now
from claimlight.handin.class_file import ClassFile, read_class
from claimlight.handin.drop_folder import DropFolder
from claimlight.handin.feedback import Feedback, read_feedback
from claimlight.store.travel import KeptClass
from claimlight.store.workbook import Workbook
from claimlight.work.coming_back import TakenIn, look, take, wanted
from claimlight.work.parcels import Waiting, device_keys, keep, opening, parcels, sent, waiting

__all__ = ["TakenIn", "Waiting", "hand_in", "marks_of", "newest_class", "take_class", "take_in", "waiting"]


def take_class(raw: bytes, workbook: Workbook, file: str = "") -> ClassFile:
    """Take a class in, or its newer file; returns the newest that is here.

    Raises WorkError where another teacher signed it than before.
    """
    found = read_class(raw, file)
    known = next((each for each in workbook.travel.classes() if each.id == found.id), None)
    if known is not None and known.teacher != found.teacher.verify:
        raise WorkError("class-other-teacher", file=file, name=known.name)
    newest = newest_class(workbook, found)
    if newest.number > found.number:
        return newest
    if known is None or known.file != raw:
        workbook.travel.keep_class(KeptClass(found.id, found.name, found.teacher.verify, raw))
    return found


def newest_class(workbook: Workbook, found: ClassFile) -> ClassFile:
    """`found`, or the file of the same class and teacher that is here, where that one counts as newer."""
    for kept in workbook.travel.classes():
        if (kept.id, kept.teacher) == (found.id, found.teacher.verify):
            here = read_class(kept.file, kept.name)
            return here if here.number > found.number else found
    return found


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
    load = parcels(workbook, to, todo, clock)
    for number, handed in enumerate(sent(load, to, device_keys(workbook), drop) if load else (), 1):
        keep(workbook, handed)
        done(number, len(load))
    return todo


def take_in(workbook: Workbook, drop: DropFolder) -> TakenIn:
    """Take slips, answers that were let go, and marks, of people of this computer only. Raises WorkError."""
    to = take_class(drop.marker, workbook, drop.path.name)
    return take(workbook, to, look(drop, wanted(workbook, to)))


def marks_of(workbook: Workbook, person: Person, attempt: Attempt) -> Feedback | None:
    """The latest marks that came back for an attempt of `person`."""
    raw, key = workbook.travel.marks(attempt), workbook.travel.person_key(person)
    return None if raw is None or key is None else read_feedback(raw, opening(key), None)
