"""A class's marks as plain tables: CSV for any program, XLSX for spreadsheets. Text never becomes a formula."""

import io
from collections.abc import Iterator

from claimlight.files.csv_table import csv_table, harmless
from claimlight.files.exports.gradebook import Gradebook, Mark, decimal
from claimlight.files.html import printable
from claimlight.wording import _
from claimlight.wording.class_table import not_due_text

Cell = str | int | float


def as_csv(gradebook: Gradebook) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    rows = ([_said(cell) for cell in row] for row in _rows(gradebook))
    return b"\xef\xbb\xbf" + csv_table(rows).encode()


def as_xlsx(gradebook: Gradebook) -> bytes:
    """One sheet; numbers are numbers, and every text is text."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(_("Marks"))
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for number, row in enumerate(_rows(gradebook)):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, harmless(printable(cell)), None if number else bold)
                else:
                    sheet.write_number(number, column, cell)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 14)
        sheet.set_column(2, max(2, 1 + 4 * len(gradebook.lessons)), 16)
    return out.getvalue()


def _rows(gradebook: Gradebook) -> Iterator[list[Cell]]:
    head: list[Cell] = [_("Student"), _("School number")]
    for lesson in gradebook.lessons:
        head += (
            _("{lesson}: percent").format(lesson=lesson),
            _("{lesson}: points").format(lesson=lesson),
            _("{lesson}: possible").format(lesson=lesson),
            _("{lesson}: note").format(lesson=lesson),
        )
    yield head
    for pupil in gradebook.pupils:
        row: list[Cell] = [pupil.entry.name, pupil.entry.school_id]
        for number, mark in enumerate(pupil.marks):
            row += _cells(mark, due=number not in pupil.open)
        yield row


def _cells(mark: Mark | None, *, due: bool) -> tuple[Cell, ...]:
    if mark is None:
        return "", "", "", _("missing") if due else not_due_text()
    points, possible = float(decimal(mark.points)), float(decimal(mark.possible))
    return mark.percent, points, possible, _("late") if mark.late else ""


def _said(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:g}"
