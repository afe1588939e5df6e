"""What a class has reached: one row a student and lesson, by the version that counts."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from claimlight.files.csv_table import csv_table
from claimlight.store.classbook import Classbook
from claimlight.store.classes import Received
from claimlight.work.one_work import latest_works
from claimlight.work.teaching import find_class

_COLUMNS = (
    "class",
    "student",
    "person",
    "lesson",
    "title",
    "text",
    "versions",
    "percent",
    "points",
    "possible",
    "note",
)


@dataclass(frozen=True, slots=True)
class Row:
    """`work` is None for a name on the list from which nothing came. `note` is a code: see `NOTES`."""

    student: str
    title: str
    work: Received | None
    versions: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    class_name: str
    rows: tuple[Row, ...]


MISSING, UNKNOWN_NAME, NAME_TWICE, GAP = "missing", "who-is-this", "name-twice", "version-missing"
NOTES = (MISSING, UNKNOWN_NAME, NAME_TWICE, GAP)


def results(classbook: Classbook, name: str, lesson: str | None = None) -> Results:
    """The results of the class of this name or id, of all lessons or one. Raises WorkError."""
    to = find_class(classbook, name).students
    all_works = tuple(latest_works(classbook, to.id, lesson))
    roster = classbook.classes.roster(to.id)
    owners: dict[str, set[str]] = {}
    for works in all_works:
        owners.setdefault(works[-1].name, set()).add(works[-1].person)
    titles: dict[str, str] = {}
    rows = [
        Row(
            student=works[-1].name,
            title=_title(classbook, works[-1].lesson_hash, titles),
            work=works[-1],
            versions=len(works),
            note=_note(works, roster, owners),
        )
        for works in all_works
    ]
    rows.sort(key=lambda row: (row.title, row.student.casefold(), row.student))
    missing = _missing(classbook, to.id, lesson, [(works[-1].name, works[-1].lesson) for works in all_works])
    return Results(to.name, (*rows, *missing))


def _missing(
    classbook: Classbook, class_id: str, lesson: str | None, there: Collection[tuple[str, str]]
) -> Iterator[Row]:
    """A row for each lesson that is set and each name on the list without work at it.

    Where none is set, one for each name without any work.
    """
    roster = classbook.classes.roster(class_id)
    chosen = [each for each in classbook.class_lessons.all(class_id) if lesson in (None, each.id)]
    for one in sorted(chosen, key=lambda one: one.title):
        yield from (Row(name, one.title, None, note=MISSING) for name in roster if (name, one.id) not in there)
    if not chosen:
        names = {name for name, _lesson in there}
        yield from (Row(name, "", None, note=MISSING) for name in roster if name not in names)


def as_json(found: Results) -> str:
    """One object: `class`, `rows`. Exact numbers are strings: "13/2"."""
    return json.dumps(
        {"class": found.class_name, "rows": [_values(found, row) for row in found.rows]}, ensure_ascii=False, indent=1
    )


def as_csv(found: Results) -> str:
    """One row a student and lesson; a cell that could be a formula has an apostrophe before it."""
    rows = [["" if value is None else str(value) for value in _values(found, row).values()] for row in found.rows]
    return csv_table([_COLUMNS, *rows])


def _values(found: Results, row: Row) -> dict[str, object]:
    work = row.work
    values = (
        *(found.class_name, row.student, work and work.person, work and work.lesson, row.title, work and work.text),
        *(row.versions, work and work.percent, work and work.points, work and work.possible, row.note or None),
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _note(works: Sequence[Received], roster: tuple[str, ...], owners: dict[str, set[str]]) -> str:
    latest = works[-1]
    if roster and latest.name not in roster:
        return UNKNOWN_NAME
    if len(owners[latest.name]) > 1:
        return NAME_TWICE
    return GAP if _has_gap(works) else ""


def _has_gap(works: Sequence[Received]) -> bool:
    """Whether a version did not come, or does not follow from the one before it."""
    hashes = {(one.attempt, one.number): one.hash for one in works}
    return any(one.number > 1 and hashes.get((one.attempt, one.number - 1)) != one.previous for one in works)


def _title(classbook: Classbook, lesson_hash: str, titles: dict[str, str]) -> str:
    if lesson_hash not in titles:
        given = classbook.classes.given(lesson_hash)
        titles[lesson_hash] = "" if given is None else given.title
    return titles[lesson_hash]
