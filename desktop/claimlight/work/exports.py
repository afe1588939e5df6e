"""Export the marks of a class: who has which mark in which lessons, written in the form that somebody takes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimlight.core.errors import WorkError
from claimlight.core.roster import RosterEntry
from claimlight.files.article_import.source import Remark
from claimlight.files.exports.canvas import canvas_columns, fill_canvas, matching_columns
from claimlight.files.exports.filled import told
from claimlight.files.exports.gradebook import Gradebook, Mark, Pupil
from claimlight.files.exports.moodle import fill_moodle, moodle_import
from claimlight.files.exports.tables import as_csv, as_xlsx
from claimlight.store.classbook import Classbook
from claimlight.work.class_table import Cell, ClassTable, Stand, class_table
from claimlight.work.export_feedback import Feedbacks


class Form(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    MOODLE = "moodle"
    CANVAS = "canvas"


SUFFIXES = {Form.CSV: ".csv", Form.XLSX: ".xlsx", Form.MOODLE: ".csv", Form.CANVAS: ".csv"}


@dataclass(frozen=True, slots=True)
class ToFill:
    """Somebody else's file that marks are filled into; `columns` are those of Canvas for each lesson, "" to look."""

    raw: bytes
    name: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """The file, how many marks are in it, and what there is to say."""

    raw: bytes
    marks: int
    told: tuple[Remark, ...] = ()


def gradebook(classbook: Classbook, class_id: str, lessons: Sequence[str] = (), today: date | None = None) -> Gradebook:
    """The marks of the class of this name or id, in all lessons or these (ids). Raises WorkError, StoreError."""
    table = class_table(classbook, class_id, today or date.today())
    chosen = _chosen(table, lessons)
    ids = {entry.name: entry.school_id for entry in classbook.classes.entries(table.file.id)}
    feedbacks = Feedbacks(classbook, table.file.id)
    pupils = tuple(
        Pupil(
            RosterEntry(row.name, ids.get(row.name, "")),
            tuple(_mark(row.cells[number], feedbacks) for number in chosen),
            tuple(n for n, number in enumerate(chosen) if row.cells[number].stand is Stand.NOT_DUE),
        )
        for row in table.rows
    )
    titles = _titles([table.lessons[number].title or table.lessons[number].id for number in chosen])
    return Gradebook(table.file.name, titles, pupils, tuple(each.name for each in table.strangers))


def export(marks: Gradebook, form: Form, fill: ToFill | None = None) -> Exported:
    """`marks` in this form; Canvas needs a file to fill, Moodle can have one. Raises WorkError."""
    count = sum(mark is not None for pupil in marks.pupils for mark in pupil.marks)
    if not count:
        raise WorkError("export-nothing")
    if fill is not None:
        return _filled(marks, form, fill)
    if form is Form.CANVAS:
        raise WorkError("canvas-needs-file")
    if form is Form.MOODLE:
        without = (pupil.entry.name for pupil in marks.pupils if any(pupil.marks) and not pupil.entry.school_id)
        about = (*told("export-no-id", without), *told("export-strangers", marks.strangers))
        return Exported(moodle_import(marks), count, about)
    raw = as_xlsx(marks) if form is Form.XLSX else as_csv(marks)
    return Exported(raw, count, tuple(told("export-strangers", marks.strangers)))


def canvas_columns_for(fill: ToFill, lessons: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The assignments in a file of Canvas, and for each of `lessons` (titles) its own or "". Raises WorkError."""
    return canvas_columns(fill.raw, fill.name), matching_columns(fill.raw, fill.name, lessons)


def _filled(marks: Gradebook, form: Form, fill: ToFill) -> Exported:
    if form is Form.CANVAS:
        done = fill_canvas(fill.raw, marks, fill.name, fill.columns)
    elif form is Form.MOODLE:
        if len(marks.lessons) != 1:
            raise WorkError("moodle-one-lesson")
        done = fill_moodle(fill.raw, marks, fill.name)
    else:
        raise WorkError("export-needs-no-file")
    return Exported(done.raw, done.marks, done.told)


def _chosen(table: ClassTable, lessons: Sequence[str]) -> list[int]:
    """The places of these lessons, by id or title. Raises WorkError where the class has no such lesson."""
    if not lessons:
        return list(range(len(table.lessons)))
    places = []
    for wanted in lessons:
        found = [n for n, each in enumerate(table.lessons) if wanted in (each.id, each.title)]
        if not found:
            titles = ", ".join(f"“{each.title}”" for each in table.lessons) or "–"
            raise WorkError("lesson-not-in-class", lesson=wanted, titles=titles)
        places.append(found[0])
    return places


def _titles(titles: Sequence[str]) -> tuple[str, ...]:
    """No two alike: the second of a title has a 2 behind it."""
    counts: Counter[str] = Counter()
    told_apart = []
    for title in titles:
        counts[title] += 1
        told_apart.append(title if counts[title] == 1 else f"{title} {counts[title]}")
    return tuple(told_apart)


def _mark(cell: Cell, feedbacks: Feedbacks) -> Mark | None:
    work = cell.work
    if work is None or work.percent is None or cell.points is None or not cell.possible:
        return None
    points, possible = cell.points, cell.possible
    return Mark(work.percent, points, possible, feedbacks.of(work, points, possible), cell.late)
