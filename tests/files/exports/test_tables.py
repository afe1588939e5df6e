"""A class's marks read back: as CSV, as a spreadsheet, as Moodle takes them. Nothing in them is a formula."""

import csv
import io
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.core.roster import RosterEntry
from claimlight.files.exports.gradebook import Gradebook, Mark, Pupil, decimal, scaled
from claimlight.files.exports.moodle import moodle_import
from claimlight.files.exports.tables import as_csv, as_xlsx

HALF = Mark(50, Fraction(13, 4), Fraction(13, 2), "3.25 of 6.5 points.")
LATE = Mark(100, Fraction(19, 3), Fraction(19, 3), "All.", late=True)


def book(*names, lessons=("Fares",), strangers=()):
    pupils = (Pupil(RosterEntry(name, id), (HALF, LATE, None)[: len(lessons)]) for name, id in names)
    return Gradebook("7b", lessons, tuple(pupils), strangers)


BOOK = book(("Ruiz, “Ada”", "17"), ('=cmd|"calc"', ""), ("علي\u200f", "a@b.org"), lessons=("Fares", "+Storm", "Survey"))


def rows(raw):
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def sheet(raw):
    return sheets(raw)[0]


def sheets(raw):
    return openpyxl.load_workbook(io.BytesIO(raw)).worksheets


def test_csv_has_a_row_a_student():
    head, ada, formula, ali = rows(as_csv(BOOK))
    assert head[:6] == ["Student", "School number", "Fares: percent", "Fares: points", "Fares: possible", "Fares: note"]
    assert head[6:8] == ["Fares: feedback", "'+Storm: percent"]
    assert ada[:7] == ["Ruiz, “Ada”", "17", "50", "3.25", "6.5", "", "3.25 of 6.5 points."]
    assert ada[7:] == ["100", "6.33", "6.33", "late", "All.", "", "", "", "missing", ""]
    assert (formula[0], ali[0]) == ('\'=cmd|"calc"', "علي\u200f")


def test_who_has_time_left_is_not_missing():
    waiting = Gradebook("7b", ("Fares", "Storm"), (Pupil(RosterEntry("Ben"), (None, None), open=(1,)),))
    _head, ben = rows(as_csv(waiting))
    assert (ben[5], ben[10]) == ("missing", "not yet due")


def test_a_spreadsheet_has_numbers_as_numbers_and_text_as_text():
    head, ada, formula, _ali = sheet(as_xlsx(BOOK)).iter_rows()
    assert [cell.value for cell in head[:3]] == ["Student", "School number", "Fares: percent"]
    assert [(cell.value, cell.data_type) for cell in ada[:4]] == [
        *(("Ruiz, “Ada”", "s"), ("17", "s"), (50, "n"), (3.25, "n")),
    ]
    assert (formula[0].value, formula[0].data_type) == ('\'=cmd|"calc"', "s")


def test_a_spreadsheet_has_the_feedback_on_a_sheet_of_its_own():
    marks, feedback = sheets(as_xlsx(BOOK))
    assert (marks.title, feedback.title) == ("Marks", "Feedback")
    head, *told = feedback.iter_rows(values_only=True)
    assert head == ("Student", "School number", "Lesson", "Points", "Feedback")
    assert told[:2] == [
        ("Ruiz, “Ada”", "17", "Fares", 3.25, "3.25 of 6.5 points."),
        ("Ruiz, “Ada”", "17", "'+Storm", 6.33, "All."),
    ]
    assert len(told) == 6, "a row a mark, none for what is missing"


def test_moodle_gets_grade_and_feedback_together():
    head, ada, formula, ali = rows(moodle_import(BOOK))
    assert head == [
        *("Full name", "ID number", "Email address", "Fares (Real)", "Fares (Feedback)"),
        *("'+Storm (Real)", "'+Storm (Feedback)", "Survey (Real)", "Survey (Feedback)"),
    ]
    assert ada == ["Ruiz, “Ada”", "17", "", "50", "3.25 of 6.5 points.", "100", "All.", "", ""]
    assert (formula[1:3], ali[1:3]) == (["", ""], ["", "a@b.org"])
    for row in (ada, formula, ali):
        assert all(bool(grade) == bool(words) for grade, words in zip(row[3::2], row[4::2], strict=True))
    nobody = Gradebook("7b", ("Fares",), (Pupil(RosterEntry("Ben"), (None,)),))
    assert len(rows(moodle_import(nobody))) == 1


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (Fraction(13, 2), "6.5"),
        (Fraction(0), "0"),
        (Fraction(-1, 1000), "0"),
        (Fraction(100), "100"),
        (Fraction(1, 3), "0.33"),
    ],
)
def test_numbers_are_said_plainly(number, said):
    assert decimal(number) == said
    assert scaled(HALF, Fraction(15)) == "7.5"


def test_a_mark_is_scaled_by_its_points_and_not_by_whole_percents():
    mark = Mark(81, Fraction("8.1458"), Fraction(10))
    assert scaled(mark, Fraction(20)) == "16.29"
    assert scaled(mark, Fraction(100)) == "81.46"


TEXTS = st.text(st.sampled_from("=+-@\t\r\n\"' ;,aé|%\x00\u200f"), max_size=8) | st.text(max_size=8)


@settings(max_examples=60)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_no_cell_of_any_export_begins_a_formula(name, id, title, feedback):
    mark = Mark(50, Fraction(13, 4), Fraction(13, 2), feedback)
    given_book = Gradebook("7b", (title,), (Pupil(RosterEntry(name, id), (mark,)),))
    for told in (*rows(as_csv(given_book)), *rows(moodle_import(given_book))):
        assert [cell for cell in told if cell.lstrip(" \t\r\n\"'")[:1] in tuple("=+-@") and cell[:1] != "'"] == []
        assert [cell for cell in told if cell[:1] in tuple("\t\r")] == []
    cells = [cell for each in sheets(as_xlsx(given_book)) for row in each.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if str(cell.value)[:1] in tuple("=+-@\t\r")] == []
    assert sum(isinstance(cell.value, (int, float)) for cell in cells) == 4
