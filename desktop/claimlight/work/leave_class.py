"""Remove the work of a class that has ended from a student's computer: what it is, what was never handed in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimlight.core.attempt import Attempt, Person
from claimlight.handin.class_file import ClassFile
from claimlight.store.travel import HandedIn
from claimlight.store.workbook import Workbook
from claimlight.work.parcels import content_of


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes with a class: every work that was handed in to it or is at one of its lessons, of everybody here."""

    to: ClassFile
    attempts: tuple[Attempt, ...]
    not_handed_in: tuple[tuple[Person, str], ...]
    """Whose, and the title: what has marks and was never handed in as it is now."""


def ended(to: ClassFile, today: date) -> bool:
    """Whether the day is over on which a class ends; one without such a day goes on."""
    try:
        return bool(to.ends) and date.fromisoformat(to.ends) < today
    except ValueError:
        return False


def leaving(workbook: Workbook, to: ClassFile) -> Leaving:
    titles = {card.hash: card.title for card in workbook.lessons()}
    found: list[Attempt] = []
    open_ones: dict[tuple[Person, str], None] = {}
    for person in workbook.persons():
        handed = {each.attempt: each for each in workbook.travel.handed_in(person) if each.class_id == to.id}
        for attempt in workbook.attempts(person):
            if attempt.id not in handed and attempt.lesson_id not in to.lessons:
                continue
            found.append(attempt)
            last = handed.get(attempt.id)
            if workbook.annotations(attempt) and not _is_handed_in(workbook, attempt, last):
                open_ones[person, titles.get(attempt.lesson_hash, "")] = None
    return Leaving(to, tuple(found), tuple(open_ones))


def _is_handed_in(workbook: Workbook, attempt: Attempt, last: HandedIn | None) -> bool:
    return last is not None and last.content == content_of(workbook, attempt)


def leave(workbook: Workbook, what: Leaving) -> tuple[Path, ...]:
    """Delete it here and in every backup. Returns damaged files that may still hold some of it. Raises StoreError."""
    return workbook.leave_class(what.to.id, (attempt.id for attempt in what.attempts))
