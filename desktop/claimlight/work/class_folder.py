"""A class's folder on a stick or a share: prepared, found again, and what is put on it for the students."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import SUFFIX, read_bundle
from claimlight.handin.drop_folder import ANSWERS, WORK, DropFolder, aside_in, open_drop, put
from claimlight.handin.release import SUFFIX as RELEASE_SUFFIX
from claimlight.store.classbook import Classbook
from claimlight.work.class_changes import overtake
from claimlight.work.collect import Ask
from claimlight.work.give_out import write_file
from claimlight.work.released import make_release
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.teaching import OneClass, find_class, prepare_stick

MOST_ASIDE = 200
"""More than that nobody reads."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A folder that was prepared, and how many lessons are on it."""

    drop: DropFolder
    lessons: int


def prepare_beside(ask: Ask, class_id: str, place: Path) -> Prepared:
    """Prepare a stick or folder: the class as it is now, its lessons, and the answers that were let go.

    Away from whoever has the classbook. Raises WorkError.
    """
    to = _newest(ask, class_id, place)
    lessons = ask(lambda classbook: given_files(classbook, class_id))
    releases = ask(lambda classbook: _releases(classbook, class_id))
    drop = prepare_stick(place, to, lessons.values())
    for name, raw in releases.items():
        put(drop.path / ANSWERS, name, raw)
    ask(lambda classbook: classbook.class_lessons.use_place(class_id, str(drop.path)))
    return Prepared(drop, len(lessons))


def _newest(ask: Ask, class_id: str, place: Path) -> OneClass:
    """The class, made anew where the folder at `place` has a file of it that counts as newer."""
    try:
        drop = open_drop(place)
        there: OneClass | None = OneClass(drop.class_file, drop.marker)
    except ClaimlightError:
        there = None
    if there is None or there.students.id != class_id:
        return ask(lambda classbook: find_class(classbook, class_id))
    found = there
    return ask(lambda classbook: overtake(classbook, found))


def given_files(classbook: Classbook, class_id: str) -> dict[str, bytes]:
    """The lesson files of a class, by name."""
    given = (classbook.class_lessons.given(class_id, each.id) for each in classbook.class_lessons.all(class_id))
    return {f"{read_bundle(one.given).slug}{SUFFIX}": one.given for one in given if one is not None}


def save_files(classbook: Classbook, class_id: str, folder: Path) -> tuple[str, ...]:
    """Write the class file and its lessons into `folder`, as they are; returns their names. Raises LessonError."""
    to = find_class(classbook, class_id)
    wanted = {class_file_name(to.students.name): to.file, **given_files(classbook, class_id)}
    for name, raw in wanted.items():
        write_file(folder / name, raw)
    return tuple(wanted)


def class_file_name(name: str) -> str:
    """What the class file is called: the name of the class without what no file system likes."""
    from claimlight.files.lesson_name import slug_of

    return f"{slug_of(name)}.claimclass"


def let_go_in_class(classbook: Classbook, class_id: str, lesson: str, drop: DropFolder) -> None:
    """Let a class see the answers to a homework from now on: what opens them goes into its folder. Raises WorkError."""
    for name, raw in _release(classbook, class_id, lesson).items():
        put(drop.path / ANSWERS, name, raw)
    classbook.class_lessons.let_go(class_id, lesson)
    classbook.class_lessons.use_place(class_id, str(drop.path))


def folder_of(ask: Ask, class_id: str, roots: Iterable[Path]) -> DropFolder | None:
    """The folder of this class that can be reached now: on a stick that is in, or where it was last. None: nowhere."""
    known = ask(lambda classbook: classbook.class_lessons.places(class_id))
    for place in (*roots, *map(Path, known)):
        try:
            drop = open_drop(place)
            if drop.class_file.id == class_id:
                return drop
        except ClaimlightError:
            continue
    return None


def aside_of(ask: Ask, class_id: str, roots: Iterable[Path]) -> tuple[tuple[str, str], ...] | None:
    """What was ever set aside in the class's folder: names, each with its reason. None where the folder is not here."""
    drop = folder_of(ask, class_id, roots)
    return None if drop is None else aside_in(drop.path / WORK, MOST_ASIDE)


def _releases(classbook: Classbook, class_id: str) -> dict[str, bytes]:
    """What opens the answers that were let go, by file name."""
    files: dict[str, bytes] = {}
    for lesson in classbook.class_lessons.all(class_id):
        if lesson.let_go and lesson.mode == Mode.HOMEWORK:
            files |= _release(classbook, class_id, lesson.id)
    return files


def _release(classbook: Classbook, class_id: str, lesson: str) -> dict[str, bytes]:
    given = classbook.class_lessons.given(class_id, lesson)
    if given is None or given.mode != Mode.HOMEWORK:
        raise WorkError("work-of-unknown-lesson", file=lesson)
    release = make_release(given.given, teacher_keys(classbook))
    return {f"{given.hash[:16]}{RELEASE_SUFFIX}": release}
