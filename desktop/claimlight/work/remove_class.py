"""*Remove this class's work*: what a student did for a class is taken off this computer, backups too."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimlight.core.attempt import Person
from claimlight.handin.class_file import ClassFile, read_class
from claimlight.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class ClassHere:
    """A class that this computer knows: how much of one person's work was handed in to it, and whether it is over."""

    id: str
    name: str
    works: int
    not_arrived: int
    over: bool


def classes_here(workbook: Workbook, person: Person, today: date) -> tuple[ClassHere, ...]:
    """The classes whose file was taken in here. Raises StoreError, WorkError."""
    handed = workbook.travel.handed_in(person)
    found = []
    for kept in workbook.travel.classes():
        file = read_class(kept.file, kept.name)
        mine = [one for one in handed if one.class_id == kept.id]
        works = {one.attempt for one in mine}
        open_ones = works - {one.attempt for one in mine if one.slip is not None}
        found.append(ClassHere(kept.id, file.name, len(works), len(open_ones), _is_over(file, today)))
    return tuple(found)


def remove_class_work(workbook: Workbook, person: Person, class_id: str) -> tuple[Path, ...]:
    """Delete all that `person` handed in to the class. Returns damaged files that may still hold some of it."""
    return workbook.forget_class(person, class_id)


def _is_over(file: ClassFile, today: date) -> bool:
    try:
        return date.fromisoformat(file.ends) < today
    except ValueError:
        return False
