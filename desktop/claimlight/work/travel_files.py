"""Files of a class that somebody opens by hand: which they are, and what a student's computer does with each."""

from enum import Enum
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.handin.class_file import SUFFIX as CLASS
from claimlight.handin.feedback import SUFFIX as MARKS
from claimlight.handin.feedback import is_for
from claimlight.handin.identity import public
from claimlight.handin.release import SUFFIX as ANSWERS
from claimlight.handin.slip import SUFFIX as SLIP
from claimlight.handin.submission import SUFFIX as WORK
from claimlight.store.workbook import Workbook
from claimlight.work.coming_back import Found, TakenIn, take
from claimlight.work.parcels import opening
from claimlight.work.standing import classes


class Travels(Enum):
    """The kinds, by the endings of their names."""

    CLASS = CLASS
    SLIP = SLIP
    ANSWERS = ANSWERS
    MARKS = MARKS
    WORK = WORK


def kind_of(path: Path) -> Travels | None:
    """None for a file that does not travel, such as a lesson."""
    return next((kind for kind in Travels if path.name.casefold().endswith(kind.value)), None)


def take_by_hand(workbook: Workbook, name: str, raw: bytes) -> TakenIn | None:
    """Take in a slip, answers or marks; None for marks of nobody here. Raises WorkError where it cannot be used."""
    kind = kind_of(Path(name))
    if kind is Travels.WORK:
        raise WorkError("work-is-for-teacher", file=name)
    if kind is Travels.MARKS and not _is_for_somebody(workbook, name, raw):
        return None
    known = classes(workbook)
    if not known:
        raise WorkError("person-not-in-class")
    one = ((name, raw),)
    found = {
        Travels.SLIP: Found(slips=one),
        Travels.ANSWERS: Found(answers=one),
        Travels.MARKS: Found(marks=one),
    }.get(kind or Travels.WORK, Found())
    taken = [take(workbook, to, found) for to in known]
    return next((each for each in taken if each.anything), None) or min(taken, key=lambda each: len(each.refused))


def _is_for_somebody(workbook: Workbook, name: str, raw: bytes) -> bool:
    keys = (workbook.travel.person_key(person) for person in workbook.persons())
    return any(is_for(raw, public(opening(key)).seal, name) for key in keys if key is not None)
