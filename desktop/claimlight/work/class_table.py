"""A class at a glance: students by lessons, what is there, what is late or missing, and who is not known yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from claimlight.handin.class_file import ClassFile
from claimlight.store.class_lessons import SetLesson
from claimlight.store.class_work import Glance
from claimlight.store.classbook import Classbook
from claimlight.work.due_again import is_changed
from claimlight.work.teaching import find_class
from claimlight.work.which_counts import in_order, of_the_attempt
from claimlight.work.who import Stranger, Who, who_is_who


class Stand(StrEnum):
    """How a student stands with a lesson."""

    HANDED_IN = "handed-in"
    GIVEN_BACK = "given-back"
    MISSING = "missing"
    NOT_DUE = "not-due"


@dataclass(frozen=True, slots=True)
class Cell:
    """One student at one lesson. `work` is the version that counts, None where nothing came."""

    stand: Stand
    work: Glance | None = None
    late: bool = False

    @property
    def new(self) -> bool:
        """It came, and the teacher has neither looked at it nor given it back."""
        return self.work is not None and not self.work.seen and not self.work.back

    @property
    def points(self) -> Fraction | None:
        return None if self.work is None or self.work.points is None else Fraction(self.work.points)

    @property
    def possible(self) -> Fraction | None:
        return None if self.work is None or self.work.possible is None else Fraction(self.work.possible)


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One name on the list, with a cell for each lesson."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ClassTable:
    """`lessons` are those that were set, then any others that were handed in."""

    file: ClassFile
    lessons: tuple[SetLesson, ...]
    rows: tuple[ClassRow, ...]
    strangers: tuple[Stranger, ...] = ()
    collected: bool = False
    changed: int = 0
    """So many marks have other points or words than when they were given back."""

    def missing(self, lesson: int) -> tuple[str, ...]:
        """Who has not handed in this lesson, by name."""
        return tuple(row.name for row in self.rows if row.cells[lesson].work is None)

    def arrived(self, lesson: int) -> int:
        return len(self.rows) - len(self.missing(lesson))

    @property
    def current(self) -> int | None:
        """The lesson that is in hand: the one of which something came last, else the one set last."""
        newest = [max((cell.work.order for cell in column if cell.work), default=0) for column in self._columns()]
        if not newest:
            return None
        return newest.index(max(newest)) if any(newest) else len(newest) - 1

    def _columns(self) -> list[list[Cell]]:
        return [[row.cells[n] for row in self.rows] for n in range(len(self.lessons))]


def class_table(classbook: Classbook, class_id: str, today: date) -> ClassTable:
    """The table of the class of this name or id, `today` where the teacher is. Raises WorkError, StoreError."""
    to = find_class(classbook, class_id).students
    works = classbook.class_work.glances(to.id)
    who = class_people(classbook, to, works)
    lessons = _lessons(classbook, to.id, works)
    collectings = classbook.class_lessons.collectings(to.id)
    names = to.roster or tuple(sorted(set(who.names.values()), key=str.casefold))
    by_place = _latest(works, who)
    columns = [
        _column(lesson, [by_place.get((name, lesson.id), ()) for name in names], collectings, today)
        for lesson in lessons
    ]
    rows = tuple(ClassRow(name, tuple(column[n] for column in columns)) for n, name in enumerate(names))
    standing = classbook.decisions.standing(to.id)
    changed = sum(
        is_changed(cell.work, standing.get(cell.work.attempt, ())) for row in rows for cell in row.cells if cell.work
    )
    return ClassTable(to, lessons, rows, who.strangers, bool(collectings), changed)


def class_people(classbook: Classbook, to: ClassFile, works: Sequence[Glance]) -> Who:
    """Who is who among those who handed in these works."""
    kept = classbook.class_work
    return who_is_who(to.roster, works, kept.known_as(to.id), kept.left(to.id))


def _lessons(classbook: Classbook, class_id: str, works: Iterable[Glance]) -> tuple[SetLesson, ...]:
    lessons = {one.id: one for one in classbook.class_lessons.all(class_id)}
    for work in works:
        if work.lesson not in lessons:
            given = classbook.classes.given(work.lesson_hash)
            title, mode = ("", "") if given is None else (given.title, given.mode)
            lessons[work.lesson] = SetLesson(work.lesson, work.lesson_hash, title, mode)
    return tuple(lessons.values())


def _latest(works: Iterable[Glance], who: Who) -> dict[tuple[str, str], tuple[Glance, ...]]:
    """By name and lesson the versions of the attempt that counts."""
    found: dict[tuple[str, str], list[Glance]] = {}
    for work in works:
        name = who.names.get(work.person)
        if name is not None:
            found.setdefault((name, work.lesson), []).append(work)
    return {place: of_the_attempt(in_order(versions)) for place, versions in found.items()}


def _column(
    lesson: SetLesson, works: Sequence[tuple[Glance, ...]], collectings: Sequence[str], today: date
) -> list[Cell]:
    over = today > date.fromisoformat(lesson.due) if lesson.due else any(works)
    last_in_time = _last_in_time(lesson.due, collectings)
    nothing = Cell(Stand.MISSING if over else Stand.NOT_DUE)
    return [_cell(versions, last_in_time) if versions else nothing for versions in works]


def _cell(versions: tuple[Glance, ...], last_in_time: str) -> Cell:
    latest = versions[-1]
    late = bool(last_in_time) and min(work.received for work in versions) >= last_in_time
    return Cell(Stand.GIVEN_BACK if latest.back else Stand.HANDED_IN, latest, late)


def _last_in_time(due: str, collectings: Sequence[str]) -> str:
    """What comes from this moment on is late: the second time that work was collected after the day it was due.

    When a student handed in is known to nobody; so what lies there when work is first collected after that day is in
    time. "" where nothing can be late yet.
    """
    if not due:
        return ""
    after = [began for began in collectings if _day(began) > date.fromisoformat(due)]
    return after[1] if len(after) > 1 else ""


def _day(moment: str) -> date:
    """The day of a moment in UTC, where the teacher is."""
    return datetime.fromisoformat(moment).astimezone().date()
