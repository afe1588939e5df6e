"""A teacher's classes as they are listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claimlight.handin.class_file import ClassFile, read_class
from claimlight.store.classbook import Classbook


@dataclass(frozen=True, slots=True)
class ListedClass:
    """Its name, and how many students and lessons it has."""

    id: str
    name: str
    students: int
    lessons: int


def is_over(file: ClassFile, today: date) -> bool:
    """Whether its last day has passed; a class without one goes on."""
    try:
        return date.fromisoformat(file.ends) < today
    except ValueError:
        return False


def listed_classes(classbook: Classbook) -> tuple[ListedClass, ...]:
    """The one made first comes first. Raises StoreError, WorkError."""
    found = ((known.id, read_class(known.file, known.name)) for known in classbook.classes.all())
    return tuple(ListedClass(id, file.name, len(file.roster), len(file.lessons)) for id, file in found)
