"""What stands on a person's shelf: the lessons that came along and those that were opened, with their progress."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimlight.core.attempt import Attempt, AttemptState, Person
from claimlight.core.course import Course
from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.course_file import NAME as COURSE
from claimlight.files.course_file import read_course
from claimlight.files.lesson_bundle import bundle_folder, open_lesson, read_bundle
from claimlight.files.lesson_toml import grades_of
from claimlight.store.shelf import Progress
from claimlight.store.workbook import Workbook

if TYPE_CHECKING:
    from claimlight.work.set_lessons import SetBy

ARTICLE = "article"
_Given = tuple[str, Mode]
"""A lesson's id, and the way in which it was given out."""


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A lesson on the shelf, mostly without its answers.

    `key` finds it again: the folder of a shipped lesson, or the mode and the hash of one kept here.
    """

    key: str
    lesson: Lesson
    progress: Progress | None = None
    course: str = ""
    """The title of its group in the course; "" for a lesson that is no part of it."""
    place: int | None = None
    """Its number in the course, from 0."""
    set_by: SetBy | None = None
    """The class that it is set to."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A lesson that cannot stand on the shelf, and why."""

    key: str
    error: ClaimlightError
    name: str = ""
    """The lesson's title, or the name of its folder where that cannot be read; "" for what is no lesson."""


def shelf(
    shipped: Path, workbook: Workbook, person: Person, set_to: Mapping[str, SetBy] = MappingProxyType({})
) -> tuple[tuple[ShelfEntry, ...], tuple[Broken, ...]]:
    """Every lesson here: what is set, then the course in its order, then the easiest first.

    A broken one costs nobody the others. Of a lesson that is set so that its answers come later, the copy with answers
    that came along with the program is not offered to who has not begun it.
    """
    begun = {(each.attempt.lesson_id, each.attempt.mode): each for each in workbook.progress(person)}
    entries: dict[_Given, ShelfEntry] = {}
    broken: list[Broken] = []
    for found in chain(_shipped(shipped), _kept(workbook, entries.keys())):
        if isinstance(found, Broken):
            broken.append(found)
            continue
        given = found.lesson.id, found.lesson.mode
        if given not in entries:
            entries[given] = replace(found, progress=begun.get(given))
    return tuple(sorted(_as_set(entries, set_to), key=_in_order)), tuple(broken)


def _as_set(entries: Mapping[_Given, ShelfEntry], set_to: Mapping[str, SetBy]) -> Iterator[ShelfEntry]:
    later = {id for id, mode in entries if mode is not Mode.PRACTICE and id in set_to}
    for (id, mode), entry in entries.items():
        if id not in later:
            yield replace(entry, set_by=set_to[id]) if id in set_to else entry
        elif mode is not Mode.PRACTICE:
            yield replace(entry, set_by=set_to[id])
        elif entry.progress is not None:
            yield entry


def bring(key: str, workbook: Workbook) -> Lesson:
    """The lesson under `key`, ready to be worked on: its bytes are kept first. Raises LessonError or TextError."""
    mode, _colon, hash = key.partition(":")
    kept = workbook.lesson_bytes(hash, mode=Mode(mode)) if mode in set(Mode) else None
    return _with_what_was_released(kept, workbook) if kept is not None else bring_file(Path(key), workbook)


def kept_key(lesson_hash: str, mode: Mode) -> str:
    """The key under which a lesson that is kept here stands on the shelf."""
    return f"{mode.value}:{lesson_hash}"


def bring_file(path: Path, workbook: Workbook) -> Lesson:
    """The lesson at `path` (a folder, its lesson.toml, or a lesson file); its bytes are kept first."""
    lesson = open_lesson(path)
    if path.is_file() and path.name != "lesson.toml":
        _take_file(lesson, path, workbook)
    elif not workbook.read_only and not _is_kept(lesson, workbook):
        workbook.keep_lesson(lesson, bundle_folder(path.parent if path.name == "lesson.toml" else path, lesson))
    return lesson


def came_along(lesson: Lesson, shipped: Path) -> bool:
    """Whether it is a lesson that the program brought, in the same words and the same way."""
    folder = shipped / lesson.slug
    if lesson.mode is not Mode.PRACTICE or not (folder / "lesson.toml").is_file():
        return False
    try:
        return open_lesson(folder).hash == lesson.hash
    except ClaimlightError:
        return False


def _with_what_was_released(raw: bytes, workbook: Workbook) -> Lesson:
    """The lesson in `raw`; a homework with its answers, once the teacher has let them go."""
    lesson = read_bundle(raw)
    if lesson.mode is not Mode.HOMEWORK:
        return lesson
    from claimlight.work.opened_answers import with_answers

    return with_answers(lesson, raw, workbook)


def _take_file(lesson: Lesson, path: Path, workbook: Workbook) -> None:
    """Look at who made the file, and keep it; each is kept, for another one may hold other answers or none."""
    from claimlight.work.authors import take_author  # PyNaCl, only for files that somebody made

    raw = path.read_bytes()
    take_author(lesson, raw, workbook, path.name)
    if not workbook.read_only:
        workbook.keep_lesson(lesson, raw)


def _is_kept(lesson: Lesson, workbook: Workbook) -> bool:
    """Whether a file with these answers is kept."""
    hashes = {_key_hash(lesson, text.article.name) for text in lesson.texts}
    return all(workbook.lesson_bytes(lesson.hash, one, lesson.mode) is not None for one in hashes)


def work_on(lesson: Lesson, workbook: Workbook, person: Person, text: str = "") -> tuple[Lesson, Attempt]:
    """What opening `lesson` means for `person`: their latest attempt and the version it is at; else a new one.

    `text` is the one they ask for; without it, it is the one they worked on last. Each text has its own attempts.

    An open attempt stays on its version: the words under its highlights must not change by themselves. A finished one
    comes with the answers that it was checked against; one that was closed without answers, with those there are now.
    """
    mode = lesson.mode
    latest = latest_attempt(lesson.id, workbook, person, mode, text)
    if latest is not None:
        checks = workbook.checks(latest)
        answers = (checks[-1].key_hash or None) if checks else None
        if latest.lesson_hash == lesson.hash and answers in (None, _key_hash(lesson, latest.text_name)):
            version: Lesson | None = lesson
        else:
            kept = workbook.lesson_bytes(latest.lesson_hash, answers, mode)
            version = _with_what_was_released(kept, workbook) if kept is not None else None
        if version is not None:
            if latest.state is AttemptState.CLOSED:
                return version, latest
            return version, workbook.open_attempt(person, version, latest.text_name, mode)
    return lesson, workbook.open_attempt(person, lesson, text or ARTICLE, mode)


def latest_attempt(lesson_id: str, workbook: Workbook, person: Person, mode: Mode, text: str = "") -> Attempt | None:
    """What `person` worked on last in this lesson: at `text`, or at any of its texts."""
    return workbook.latest_attempt(person, lesson_id, mode, text)


def _shipped(folder: Path) -> Iterator[ShelfEntry | Broken]:
    course = Course("", ())
    try:
        course = read_course(folder) or course
    except ClaimlightError as error:
        yield Broken(str(folder / COURSE), error)
    for place in sorted(folder.glob("*/lesson.toml")):
        key = str(place.parent)
        try:
            lesson = open_lesson(place.parent, answers=False)
            yield ShelfEntry(key, lesson, course=course.group(lesson.slug), place=course.place(lesson.slug))
        except ClaimlightError as error:
            yield Broken(key, error, place.parent.name)


def _kept(workbook: Workbook, known: Container[_Given]) -> Iterator[ShelfEntry | Broken]:
    """What was opened here, but for the lessons that are `known` by the time it is their turn."""
    for card in workbook.lessons():
        if (card.id, card.mode) in known:
            continue
        key = kept_key(card.hash, card.mode)
        try:
            kept = workbook.lesson_bytes(card.hash, mode=card.mode)
            if kept is not None:
                yield ShelfEntry(key, read_bundle(kept))
        except ClaimlightError as error:
            yield Broken(key, error, card.title)


def _key_hash(lesson: Lesson, name: str) -> str | None:
    text = lesson.text(name)
    return text.key.key_hash if text is not None and text.key is not None else None


def _in_order(entry: ShelfEntry) -> tuple[tuple[bool, str], bool, int, tuple[int, bool, str]]:
    due = (False, entry.set_by.due or "9") if entry.set_by is not None else (True, "")
    return due, entry.place is None, entry.place or 0, _easiest_first(entry)


def _easiest_first(entry: ShelfEntry) -> tuple[int, bool, str]:
    grades = grades_of(entry.lesson.level)
    return level_of(entry.lesson.level), grades is not None and grades.adults, entry.lesson.title


def level_of(level: str) -> int:
    """The highest school year that a level names ("7-8" → 8); a lesson without one counts as the hardest."""
    years = [int(number) for number in "".join(c if c.isdigit() else " " for c in level).split()]
    return max(years, default=99)
