"""Which lessons a class of this computer is set, and until when, so that they stand before all others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claimlight.store.workbook import Workbook
from claimlight.work.leave_class import ended
from claimlight.work.standing import classes


@dataclass(frozen=True, slots=True)
class SetBy:
    """The class that a lesson is set to, and the day on which it is due (ISO 8601), "" for none."""

    group: str
    due: str


def set_lessons(workbook: Workbook, today: date) -> dict[str, SetBy]:
    """By their ids the lessons of the classes here that go on; of several classes the first one counts."""
    found: dict[str, SetBy] = {}
    for one in classes(workbook):
        if not ended(one, today):
            for lesson in one.lessons:
                found.setdefault(lesson, SetBy(one.name, one.due_of(lesson)))
    return found
