"""The end of a class: a copy that was proven by restoring it, then everything of the class is taken off this computer.

The same for one student at any time: all that is kept of them as files, and all of it deleted.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from claimlight.core.errors import WorkError
from claimlight.handin.class_file import ClassFile, write_class
from claimlight.store.classbook import CLASSBOOK, Classbook, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.store.term_end import Whom
from claimlight.store.whole_copies import bring_copy
from claimlight.work.class_table import class_people
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.teaching import find_class


@dataclass(frozen=True, slots=True)
class Proven:
    """A copy of the classbook that was brought back in another place and found the same."""

    file: Path
    classes: int
    works: int


@dataclass(frozen=True, slots=True)
class Ended:
    """What was deleted, the copy that was made before, and damaged files that may still hold some of it."""

    name: str
    copy: Proven | None
    left: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class OneStudent:
    """A student as they are found by a name or an id: how they are called, and whom that is in the classbook."""

    class_file: ClassFile
    name: str
    whom: Whom


def proven_copy(classbook: Classbook, file: Path) -> Proven:
    """Write all classes to `file`, bring that back in a scratch folder, and compare. Raises StoreError, WorkError."""
    file = file.absolute()
    if file.is_relative_to(classbook.file.parent.absolute()):
        raise WorkError("inside-the-data-folder", file=file, folder=classbook.file.parent)
    classbook.copy_to(file)
    prove(classbook, file)
    held = classbook.census()
    return Proven(file, held["class"].rows, held["submission"].rows)


def prove(classbook: Classbook, file: Path) -> None:
    """Bring the copy back elsewhere and compare. Raises WorkError where it is not all that is here."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch, open_data_folder(Path(scratch)) as folder:
        bring_copy(folder, file, schema=CLASSBOOK)
        again = open_classbook(folder)
        try:
            same = again.census() == classbook.census()
        finally:
            again.close()
    if not same:
        raise WorkError("copy-not-the-same", file=file)


def end_class(classbook: Classbook, name: str, copy: Path | None, *, sure: bool, no_copy: bool = False) -> Ended:
    """Delete the class of this name or id, here and in every backup, once a copy of all classes is proven.

    Raises WorkError unless `sure`, and where there is to be no copy unless that was said (`no_copy`).
    """
    to = find_class(classbook, name).students
    if not sure:
        raise WorkError("end-not-confirmed", name=to.name)
    if copy is None and not no_copy:
        raise WorkError("end-without-copy", name=to.name)
    proven = None if copy is None else proven_copy(classbook, copy)
    return Ended(to.name, proven, classbook.forget_class(to.id))


def find_student(classbook: Classbook, class_name: str, name: str) -> OneStudent:
    """A name on the list, or of somebody who handed in; or the id of such a person. Raises WorkError."""
    to = find_class(classbook, class_name).students
    works = classbook.class_work.glances(to.id)
    who = class_people(classbook, to, works)
    said = {work.person: work.name for work in works}
    listed = next((each for each in (*to.roster, *classbook.class_work.left(to.id)) if each == name.strip()), None)
    if listed is not None:
        persons = [person for person, known in who.names.items() if known == listed]
        persons += [person for person, known in classbook.class_work.known_as(to.id).items() if known == listed]
        return OneStudent(to, listed, Whom(tuple(dict.fromkeys(persons)), (listed,)))
    persons = [person for person in said if person == name.strip()] or [
        person for person, called in said.items() if called == name.strip() and person not in who.names
    ]
    if len(persons) > 1:
        raise WorkError("person-twice", name=name, people=", ".join(f"{said[one]} {one}" for one in persons))
    if not persons:
        known = ", ".join(dict.fromkeys((*to.roster, *said.values()))) or "–"
        raise WorkError("student-unknown", name=name, group=to.name, names=known)
    listed = who.names.get(persons[0], "")
    return OneStudent(to, listed or said[persons[0]], Whom(tuple(persons), (listed,) if listed else ()))


def forget_student(classbook: Classbook, class_name: str, name: str, *, sure: bool) -> Ended:
    """Delete one student of a class with all they handed in, here and in every backup. Raises WorkError."""
    found = find_student(classbook, class_name, name)
    if not sure:
        raise WorkError("forget-student-not-confirmed", name=found.name, group=found.class_file.name)
    without = tuple(each for each in found.class_file.roster if each not in found.whom.names)
    to = replace(found.class_file, roster=without, number=found.class_file.number + 1)
    raw = write_class(to, teacher_keys(classbook))
    return Ended(found.name, None, classbook.forget_student(found.class_file.id, found.whom, raw))
