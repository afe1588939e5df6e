"""A class's marks as plain tables: CSV for any program, XLSX for spreadsheets. Text never becomes a formula.

CSV ends each lesson with what its student was told; a spreadsheet has that on a sheet of its own, a row a mark.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimlight.files.csv_table import csv_table, harmless
from claimlight.files.exports.gradebook import Gradebook, Mark, decimal
from claimlight.files.html import printable
from claimlight.wording import _
from claimlight.wording.class_table import not_due_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float
_FEEDBACK_WIDTHS = (28, 14, 28, 10, 90)


def as_csv(gradebook: Gradebook) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    rows = ([_said(cell) for cell in row] for row in _rows(gradebook, feedback=True))
    return b"\xef\xbb\xbf" + csv_table(rows).encode()


def as_xlsx(gradebook: Gradebook) -> bytes:
    """A sheet of marks and one of feedback; numbers are numbers, and every text is text."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        marks = book.add_worksheet(_("Marks"))
        _fill(marks, _rows(gradebook), bold)
        _widen(marks, (28, 14, *[16] * max(1, 4 * len(gradebook.lessons))))
        feedback = book.add_worksheet(_("Feedback"))
        _fill(feedback, _feedback(gradebook), bold, book.add_format({"text_wrap": True, "valign": "top"}))
        _widen(feedback, _FEEDBACK_WIDTHS)
    return out.getvalue()


def _fill(sheet: "Worksheet", rows: Iterable[Sequence[Cell]], bold: "Format", plain: "Format | None" = None) -> None:
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, harmless(printable(cell)), plain if number else bold)
            else:
                sheet.write_number(number, column, cell, plain)
    sheet.freeze_panes(1, 1)


def _widen(sheet: "Worksheet", widths: Iterable[int]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def _feedback(gradebook: Gradebook) -> Iterator[list[Cell]]:
    yield [_("Student"), _("School number"), _("Lesson"), _("Points"), _("Feedback")]
    for pupil in gradebook.pupils:
        for lesson, mark in zip(gradebook.lessons, pupil.marks, strict=True):
            if mark is not None:
                entry = pupil.entry
                yield [entry.name, entry.school_id, lesson, float(decimal(mark.points)), mark.feedback]


def _rows(gradebook: Gradebook, *, feedback: bool = False) -> Iterator[list[Cell]]:
    head: list[Cell] = [_("Student"), _("School number")]
    for lesson in gradebook.lessons:
        head += (
            _("{lesson}: percent").format(lesson=lesson),
            _("{lesson}: points").format(lesson=lesson),
            _("{lesson}: possible").format(lesson=lesson),
            _("{lesson}: note").format(lesson=lesson),
        )
        if feedback:
            head.append(_("{lesson}: feedback").format(lesson=lesson))
    yield head
    for pupil in gradebook.pupils:
        row: list[Cell] = [pupil.entry.name, pupil.entry.school_id]
        for number, mark in enumerate(pupil.marks):
            row += _cells(mark, due=number not in pupil.open)
            if feedback:
                row.append(mark.feedback if mark is not None else "")
        yield row


def _cells(mark: Mark | None, *, due: bool) -> tuple[Cell, ...]:
    if mark is None:
        return "", "", "", _("missing") if due else not_due_text()
    points, possible = float(decimal(mark.points)), float(decimal(mark.possible))
    return mark.percent, points, possible, _("late") if mark.late else ""


def _said(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:g}"
