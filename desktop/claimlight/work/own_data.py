"""What people may do with their work as a whole: take a copy along, bring it back, read all of it, have it deleted.

Each job opens the data folder, which no window may have open meanwhile, and closes it again. All raise StoreError or
WorkError.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.attempt import Person
from claimlight.core.errors import StoreError, WorkError
from claimlight.store.classbook import CLASSBOOK, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.store.migrations import WORKBOOK
from claimlight.store.opening import open_workbook
from claimlight.store.whole_copies import bring_copy
from claimlight.store.workbook import Workbook
from claimlight.store.workbook_file import Condition, condition
from claimlight.work.membership import kept_for_others


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Who was deleted, and the damaged files that may still hold some of their work."""

    person: Person
    left: tuple[Path, ...]


Hear = Callable[[StoreError], object]
"""Is told what there is to say about the store that was opened."""


def back_up(folder: Path, file: Path, hear: Hear) -> tuple[Person, ...]:
    """Write everybody's work to `file`, which must not be there yet. Returns whose work it is."""
    _refuse_inside(folder, file)
    with _workbook(folder, hear) as workbook:
        workbook.copy_to(file.absolute())
        return workbook.persons()


def back_up_classes(folder: Path, file: Path, hear: Hear) -> int:
    """Write the whole of a teacher's classbook to `file`, which must not be there yet. Returns how many classes."""
    _refuse_inside(folder, file)
    if not (folder / f"{CLASSBOOK.name}.db").exists():
        raise WorkError("no-classes-here", folder=folder)
    with open_data_folder(folder) as opened, closing(open_classbook(opened)) as book:
        for concern in book.concerns:
            hear(concern)
        book.copy_to(file.absolute())
        return len(book.classes.all())


def restore(folder: Path, file: Path) -> Path | None:
    """Let the work, or the classes, be as in `file`. Returns where what was here before is kept, if there was any."""
    is_classbook = condition(file, CLASSBOOK) in (Condition.OURS, Condition.NEWER)
    with open_data_folder(folder) as opened:
        return bring_copy(opened, file.absolute(), schema=CLASSBOOK if is_classbook else WORKBOOK)


def export_data(folder: Path, name: str, file: Path, hear: Hear) -> Person:
    """Write everything that is known about the person of this name (or id) to `file`, as JSON."""
    _refuse_inside(folder, file)
    with _workbook(folder, hear) as workbook:
        person = _person(workbook, name)
        data = workbook.export_person(person)
    _write_new(file, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    return person


def forget(folder: Path, name: str, hear: Hear, *, sure: bool) -> Forgotten:
    """Delete the person of this name (or id) and all their work, here and in every backup; only if `sure`."""
    with _workbook(folder, hear) as workbook:
        person = _person(workbook, name)
        if not sure:
            raise WorkError("forget-not-confirmed", name=called(person))
        return Forgotten(person, workbook.forget(person, kept_for_others(workbook, person)))


def called(person: Person) -> str:
    """A name to say; whoever has none is known by their id."""
    return person.name or person.id


@contextmanager
def _workbook(folder: Path, hear: Hear) -> Iterator[Workbook]:
    """The workbook of a folder that has one: a mistyped folder must not become a new one."""
    if not (folder / "workbook.db").exists() and not (folder / "backups").exists():
        raise WorkError("no-work-here", folder=folder)
    with open_data_folder(folder) as opened, closing(open_workbook(opened)) as workbook:
        for concern in workbook.concerns:
            hear(concern)
        yield workbook


def _person(workbook: Workbook, name: str) -> Person:
    persons = workbook.persons()
    found = [person for person in persons if name == person.id] or [
        person for person in persons if person.name and person.name.casefold() == name.strip().casefold()
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise WorkError("person-twice", name=name, people=", ".join(f"{one.name} {one.id}" for one in found))
    raise WorkError("person-unknown", name=name, people=", ".join(called(person) for person in persons))


def _refuse_inside(folder: Path, file: Path) -> None:
    """What stands beside the work would be overlooked when somebody is forgotten."""
    if file.resolve().is_relative_to(folder.resolve()):
        raise WorkError("inside-the-data-folder", file=file, folder=folder)


def _write_new(file: Path, text: str) -> None:
    """For its owner's eyes only, and never over another file."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise StoreError("file-is-there", file=file) from error
    except OSError as error:
        raise StoreError("copy-not-written", file=file) from error
