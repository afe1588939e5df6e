"""Classes that are only in a copy: what a copy holds, and one class of it brought back beside those that are here."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.handin.class_file import read_class
from claimlight.store.classbook import Classbook, read_copy
from claimlight.work.teacher_keys import teacher_public


@dataclass(frozen=True, slots=True)
class InCopy:
    """A class in a copy; `here` says that it is in the classbook, too."""

    id: str
    name: str
    students: int
    works: int
    here: bool


def classes_in(classbook: Classbook, file: Path) -> tuple[InCopy, ...]:
    """What a copy holds, the class made first first. Raises StoreError where it is no copy that can be read."""
    here = {known.id for known in classbook.classes.all()}
    with closing(read_copy(file)) as copy:
        return tuple(
            InCopy(known.id, known.name, len(copy.classes.roster(known.id)), _works(copy, known.id), known.id in here)
            for known in copy.classes.all()
        )


def bring_back(classbook: Classbook, file: Path, class_id: str) -> str:
    """Take a class of the copy over, as it was then; nothing else here is touched. Returns its name here.

    Where nothing was ever signed here, the teacher's keys come along, closed with their passphrase if they have one.
    Raises StoreError; WorkError where the class is here already, or is of other keys than those here.
    """
    with closing(read_copy(file)) as copy:
        known = next(each for each in copy.classes.all() if each.id == class_id)
        if any(each.id == class_id for each in classbook.classes.all()):
            raise WorkError("class-is-here", name=known.name)
        theirs, ours = copy.classes.teacher(), teacher_public(classbook)
        if theirs is not None and not classbook.classes.has_signed:
            classbook.keep_teacher_everywhere(theirs)
        elif ours is None or ours.verify.hex() != read_class(known.file, known.name).verify:
            raise WorkError("copy-of-another-teacher", name=known.name, file=file.name)
        classbook.bring_class(copy, class_id)
    return next(each.name for each in classbook.classes.all() if each.id == class_id)


def _works(copy: Classbook, class_id: str) -> int:
    return len({(work.person, work.lesson) for work in copy.class_work.glances(class_id)})
