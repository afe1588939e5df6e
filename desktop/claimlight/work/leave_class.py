"""Take a student's work for a class that has ended off the computer: what it is, what of it was never handed in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimlight.core.attempt import Attempt, Person
from claimlight.handin.class_file import ClassFile
from claimlight.store.travel import HandedIn
from claimlight.store.workbook import Workbook
from claimlight.work.membership import has_begun
from claimlight.work.parcels import content_of


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes with a class: every work of one person that was handed in to it or is at one of its lessons.

    What was handed in to another class, too, stays.
    """

    to: ClassFile
    person: Person
    attempts: tuple[Attempt, ...]
    not_handed_in: tuple[str, ...]
    """The titles of what has marks and was never handed in as it is now."""


def ended(to: ClassFile, today: date) -> bool:
    """Whether the day is over on which a class ends; one without such a day goes on."""
    try:
        return bool(to.ends) and date.fromisoformat(to.ends) < today
    except ValueError:
        return False


def leaving(workbook: Workbook, to: ClassFile, person: Person) -> Leaving:
    titles = {card.hash: card.title for card in workbook.lessons()}
    every = workbook.travel.handed_in(person)
    handed = {each.attempt: each for each in every if each.class_id == to.id}
    elsewhere = {each.attempt for each in every if each.class_id != to.id}
    found = tuple(
        attempt
        for attempt in workbook.attempts(person)
        if attempt.id not in elsewhere and (attempt.id in handed or attempt.lesson_id in to.lessons)
    )
    open_ones = (
        titles.get(attempt.lesson_hash, "")
        for attempt in found
        if workbook.annotations(attempt) and not _is_handed_in(workbook, attempt, handed.get(attempt.id))
    )
    return Leaving(to, person, found, tuple(dict.fromkeys(open_ones)))


def _is_handed_in(workbook: Workbook, attempt: Attempt, last: HandedIn | None) -> bool:
    return last is not None and last.content == content_of(workbook, attempt)


def leave(workbook: Workbook, what: Leaving) -> tuple[Path, ...]:
    """Delete it here and in every backup. Returns damaged files that may still hold some of it. Raises StoreError."""
    others = (each for each in workbook.persons() if each.id != what.person.id)
    keep = any(has_begun(workbook, each, what.to) for each in others)
    return workbook.leave_class(what.person, what.to.id, (attempt.id for attempt in what.attempts), keep=keep)
