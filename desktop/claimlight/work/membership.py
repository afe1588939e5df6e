"""Who of this computer is in a class: its file, with the names on its list, is kept as long as somebody is."""

from claimlight.core.attempt import Person
from claimlight.core.errors import ClaimlightError
from claimlight.handin.class_file import ClassFile, read_class
from claimlight.store.workbook import Workbook


def kept_for_others(workbook: Workbook, person: Person) -> tuple[str, ...]:
    """The ids of the classes that somebody else here is in; of a file that cannot be read, nobody can say."""
    others = [each for each in workbook.persons() if each.id != person.id]
    found: list[str] = []
    for kept in workbook.travel.classes():
        try:
            to = read_class(kept.file, kept.name)
        except ClaimlightError:
            continue
        if any(is_in(workbook, each, to) for each in others):
            found.append(kept.id)
    return tuple(found)


def is_in(workbook: Workbook, person: Person, to: ClassFile) -> bool:
    """Whose name is on its list, or, where it has none, whoever has a name; and who has begun a lesson of it."""
    called = person.name.casefold()
    named = called in {name.casefold() for name in to.roster} if to.roster else bool(called)
    return named or has_begun(workbook, person, to)


def has_begun(workbook: Workbook, person: Person, to: ClassFile) -> bool:
    """Whether `person` has worked at a lesson that is set."""
    return any(attempt.lesson_id in to.lessons for attempt in workbook.attempts(person))
