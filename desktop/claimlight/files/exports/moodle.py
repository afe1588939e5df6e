"""Marks for Moodle: a file for *Grades, Import, CSV file*, or the grading worksheet of an assignment, filled.

Moodle takes a grade and its feedback together, so each lesson is a pair of columns, and neither is ever written alone.
"""

from collections.abc import Sequence
from fractions import Fraction

from claimlight.core.errors import WorkError
from claimlight.files.csv_table import csv_table
from claimlight.files.exports.cells import RawCell, RawTable
from claimlight.files.exports.filled import Filled, about_matches, opened, told
from claimlight.files.exports.gradebook import Gradebook, scaled
from claimlight.files.exports.matching import Known, match

NAME, ID_NUMBER, EMAIL = "Full name", "ID number", "Email address"
MOST = Fraction(100)
_NAMES = ("full name", "vollständiger name", "nom complet", "nombre completo", "nome completo", "volledige naam")
_IDS = ("id number", "id-nummer", "numéro d'identification", "número de id", "email address", "e-mail-adresse")
_GRADES = ("grade", "bewertung", "note", "calificación", "valutazione", "cijfer")
_COMMENTS = (
    "feedback comments",
    "feedback als kommentar",
    "feedback par commentaires",
    "comentarios de feedback",
)
_MOST = ("maximum grade", "bestwertung", "note maximale", "calificación máxima")
_OPEN = ("grade can be changed", "bewertung kann geändert werden")


def moodle_import(gradebook: Gradebook) -> bytes:
    """A row a student who has a mark: name, ID number or e-mail address, and grade (of 100) with feedback a lesson."""
    head = [NAME, ID_NUMBER, EMAIL]
    for lesson in gradebook.lessons:
        head += (f"{lesson} (Real)", f"{lesson} (Feedback)")
    rows = [head]
    for pupil in gradebook.pupils:
        if not any(pupil.marks):
            continue
        id = pupil.entry.school_id
        row = [pupil.entry.name, *(("", id) if "@" in id else (id, ""))]
        for mark in pupil.marks:
            row += ("", "") if mark is None else (scaled(mark, MOST), mark.feedback)
        rows.append(row)
    return csv_table(rows).encode()


def fill_moodle(raw: bytes, gradebook: Gradebook, file: str) -> Filled:
    """The grading worksheet of one assignment with the marks of the gradebook's only lesson; all else as it was.

    Raises WorkError where the columns for grade and feedback are not both there, or nobody of the class.
    """
    table = opened(raw, file)
    head = [cell.words.strip().casefold() for cell in table.rows[0]]
    name, grade, comment = (_first(head, each) for each in (_NAMES, _GRADES, _COMMENTS))
    if grade is None or comment is None or name is None:
        raise WorkError("moodle-without-columns", file=file)
    ids = [number for number, each in enumerate(head) if each in _IDS]
    whole = [row for row in table.rows[1:] if len(row) == len(head)]
    known = [
        Known(row, tuple(cells[id].words.strip() for id in ids), cells[name].words) for row, cells in enumerate(whole)
    ]
    found = match([pupil.entry for pupil in gradebook.pupils], known)
    if not found.rows:
        raise WorkError("moodle-other-course", file=file)
    edits: list[tuple[int, int, str]] = []
    marks, shut = 0, []
    for place, row in found.rows.items():
        mark = gradebook.pupils[place].marks[0]
        if mark is None:
            continue
        cells = whole[row]
        if _is_shut(head, cells):
            shut.append(gradebook.pupils[place].entry.name)
            continue
        edits.append((cells[grade].start, cells[grade].end, _grade(table, scaled(mark, _most(head, cells)))))
        edits.append((cells[comment].start, cells[comment].end, table.quoted(mark.feedback)))
        marks += 1
    remarks = (*about_matches(found, gradebook), *told("moodle-shut", shut))
    return Filled(table.with_cells(edits), marks, remarks)


def _first(head: Sequence[str], names: Sequence[str]) -> int | None:
    return next((number for number, each in enumerate(head) if each in names), None)


def _most(head: Sequence[str], cells: Sequence[RawCell]) -> Fraction:
    column = _first(head, _MOST)
    said = "" if column is None else cells[column].words.strip().replace(",", ".")
    return Fraction(said) if said.replace(".", "", 1).isdecimal() and Fraction(said) else MOST


def _is_shut(head: Sequence[str], cells: Sequence[RawCell]) -> bool:
    column = _first(head, _OPEN)
    return column is not None and cells[column].words.strip().casefold() in ("no", "nein")


def _grade(table: RawTable, said: str) -> str:
    """Where cells are parted by semicolons, numbers have a comma."""
    return said.replace(".", ",") if table.delimiter == ";" else said
