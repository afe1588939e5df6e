"""How far each finished work has come on its way to the teacher and back, as the shelf tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from claimlight.core.attempt import Attempt, AttemptState, Person
from claimlight.core.errors import ClaimlightError
from claimlight.handin.class_file import ClassFile, read_class
from claimlight.store.travel import HandedIn
from claimlight.store.workbook import Workbook
from claimlight.work.hand_in import marks_of
from claimlight.work.parcels import content_of, is_set
from claimlight.work.teacher_marks import Marked, marked


class Way(Enum):
    """A work's place on the way. What is signed by the teacher is believed, and nothing else."""

    NOT_YET = "not yet"
    SENT = "sent"
    ARRIVED = "arrived"
    MARKED = "marked"
    CHANGED = "changed"
    """Something was added after it was handed in."""


@dataclass(frozen=True, slots=True)
class Standing:
    way: Way
    marked: Marked | None = None
    """The latest marks, also of an earlier version."""


def classes(workbook: Workbook) -> tuple[ClassFile, ...]:
    """The classes that were taken in here; one whose file cannot be read any more is left out."""
    found = []
    for kept in workbook.travel.classes():
        try:
            found.append(read_class(kept.file, kept.name))
        except ClaimlightError:
            continue  # it was read when it was taken in; its students can still work
    return tuple(found)


def standings(workbook: Workbook, person: Person) -> Mapping[str, Standing]:
    """By the ids of the finished attempts of `person` that are for a class here, the latest at each lesson."""
    known = classes(workbook)
    if not known:
        return {}
    handed = {each.attempt: each for each in workbook.travel.handed_in(person)}
    return {
        attempt.id: _standing(workbook, person, attempt, handed.get(attempt.id))
        for attempt in (each.attempt for each in workbook.progress(person))
        if attempt.state is AttemptState.CLOSED
        and (attempt.id in handed or any(is_set(attempt.lesson_id, each) for each in known))
    }


def _standing(workbook: Workbook, person: Person, attempt: Attempt, handed: HandedIn | None) -> Standing:
    if handed is None:
        return Standing(Way.NOT_YET)
    back = marks_of(workbook, person, attempt)
    said = None if back is None else marked(back)
    if handed.content != content_of(workbook, attempt):
        return Standing(Way.CHANGED, said)
    if back is not None and back.submission == handed.id:
        return Standing(Way.MARKED, said)
    return Standing(Way.SENT if handed.slip is None else Way.ARRIVED, said)
