"""Marks in a teacher's own file: only their cells change, and whom nobody can tell is told."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlight.core.errors import WorkError
from claimlight.core.roster import RosterEntry
from claimlight.files.exports.canvas import canvas_columns, fill_canvas, matching_columns
from claimlight.files.exports.cells import raw_table
from claimlight.files.exports.gradebook import Gradebook, Mark, Pupil
from claimlight.files.exports.moodle import fill_moodle
from claimlight.wording.errors import say
from claimlight.wording.exports import EXPORT_REMARKS, say_export_remark


def mark(percent):
    return Mark(percent, Fraction(percent, 100), Fraction(1), f"{percent} percent.")


def book(*pupils, lessons=("Fares",), strangers=()):
    return Gradebook("7b", lessons, tuple(Pupil(RosterEntry(*who), marks) for who, marks in pupils), strangers)


CANVAS = (
    '\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Fares (101),"Storm, wet (102)",Current Score,Final Grade\r\n'
    ",,,,,Manual Posting,,,\r\n"
    "    Points Possible,,,,,10,20.00,(read only),(read only)\r\n"
    '"Ruiz, Ada",5001,s17,ada,"7b, ""blue""",,12,60,D\r\n'
    '"Ito, Ben",5002,s18,ben,7b,=1+1,EX,,\r\n'
    '"Kaya, Cem",5003,,cem,7b,,,,\r\n'
    '"Student, Test",5004,,x,7b,,,,\r\n'
)
ADA, BEN, CEM = (("Ada Ruiz", "s17"), (mark(85),)), (("B. Ito", "s18"), (mark(5),)), (("Cem Kaya", ""), (mark(100),))


def codes(filled):
    assert all(say_export_remark(remark.code, remark.params) for remark in filled.told)
    return {remark.code: dict(remark.params)["names"] for remark in filled.told}


def test_canvas_gets_marks_scaled_to_its_points_and_nothing_else_changes():
    filled = fill_canvas(CANVAS.encode(), book(ADA, BEN, CEM), "g.csv")
    expected = CANVAS.replace('""blue""",,', '""blue""",8.5,').replace("7b,=1+1,EX", "7b,0.5,EX")
    expected = expected.replace("cem,7b,,", "cem,7b,10,")
    assert filled.raw == expected.encode()
    assert filled.marks == 3
    assert codes(filled) == {"export-by-name": "Cem Kaya", "canvas-changed": "B. Ito"}


def test_a_lesson_that_canvas_does_not_know_is_a_new_column_behind_its_assignments():
    pupils = [(who, (None, *marks)) for who, marks in (ADA, BEN)]
    filled = fill_canvas(CANVAS.encode(), book(*pupils, lessons=("Storm, wet", 'Say "no"')), "g.csv")
    lines = filled.raw.decode().splitlines()
    assert lines[0].endswith('"Storm, wet (102)","Say ""no""",Current Score,Final Grade')
    assert lines[1:4] == [
        *(",,,,,Manual Posting,,,,", "    Points Possible,,,,,10,20.00,100,(read only),(read only)"),
        '"Ruiz, Ada",5001,s17,ada,"7b, ""blue""",,12,85,60,D',
    ]
    assert lines[5] == '"Kaya, Cem",5003,,cem,7b,,,,,'
    assert (filled.marks, codes(filled)) == (2, {"canvas-new-column": 'Say "no"'})


def test_a_column_can_be_chosen_and_short_rows_grow():
    assert canvas_columns(CANVAS.encode(), "g.csv") == ("Fares (101)", "Storm, wet (102)")
    assert matching_columns(CANVAS.encode(), "g.csv", ("fares", "Storm, wet (102)", "Other")) == (
        "Fares (101)",
        "Storm, wet (102)",
        "",
    )
    assert matching_columns(b"Student,ID,Fares (1),Fares (2)\n", "g.csv", ("Fares",)) == ("",)
    filled = fill_canvas(CANVAS.encode(), book(ADA, lessons=("Rain",)), "g.csv", ("Storm, wet (102)",))
    assert '""blue""",,17,60' in filled.raw.decode()
    short = "Student;ID\nAda Ruiz;s17\n\nBen\n"
    filled = fill_canvas(short.encode(), book(ADA), "g.csv")
    assert filled.raw.decode() == "Student;ID;Fares\nAda Ruiz;s17;85\n\nBen;;\n"
    nothing = "Student,ID,Fares (1)\n    Points Possible,,x\nAda Ruiz,s17,,\n"
    assert fill_canvas(nothing.encode(), book(ADA), "g.csv").raw.decode().endswith("s17,85,\n")


def test_whom_nobody_can_tell_is_told():
    raw = b"Student,ID,Fares (1)\nAda Ruiz,1,\nAda Ruiz,2,\nBen Ito,s17,\nEva,9,\nEva,9,\n"
    pupils = [
        (("Ada Ruiz", ""), (mark(5),)),
        (("Ruiz Ada", "2"), (mark(6),)),
        (("Dan", "77"), (mark(1),)),
        (("Nobody", ""), (None,)),
    ]
    pupils += [(("Ben Ito", "s17"), (mark(7),)), (("Ben", "s17"), (mark(8),)), (("Eva", "9"), (mark(9),))]
    filled = fill_canvas(raw, book(*pupils, strangers=("Zed",)), "g.csv")
    assert filled.raw.decode() == raw.decode().replace("1,\n", "1,5\n", 1).replace(",2,", ",2,6").replace(
        "7,\n", "7,7\n"
    )
    assert codes(filled) == {
        "export-by-name": "Ada Ruiz",
        "export-several": "Eva",
        "export-not-in-file": "Dan, Ben",
        "export-strangers": "Zed",
    }


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "export-file-empty"),
        (b"PK\x03\x04", "export-file-no-csv"),
        (b"Name,Grade\nAda,1\n", "canvas-without-columns"),
        (b"Student,ID\nZed,99\n", "canvas-other-course"),
        (b"Student,ID,Fares (1),Fares (2)\nAda Ruiz,s17,,\n", "canvas-several-columns"),
        (b"Student,ID,Fares (1)\nAda Ruiz,s17\n", "canvas-short-row"),
    ],
)
def test_what_canvas_did_not_write_is_said(raw, code):
    with pytest.raises(WorkError) as caught:
        fill_canvas(raw, book(ADA), "g.csv")
    assert caught.value.code == code
    assert "g.csv" in say(caught.value)


MOODLE = (
    "Identifier,Full name,ID number,Email address,Status,Grade,Maximum grade,Grade can be changed,"
    '"Last modified (submission)","Feedback comments"\n'
    'Participant 1,"Ruiz, Ada",s17,ada@b.org,Submitted,-,10.00,Yes,-,\n'
    "Participant 2,Ben Ito,s18,ben@b.org,,,10.00,No,-,old\n"
    "Participant 3,Cem Kaya,,c@b.org,,,0,Yes,-,\n"
)


def test_moodles_worksheet_gets_grade_and_feedback():
    filled = fill_moodle(MOODLE.encode(), book(ADA, BEN, CEM, (("Dan", ""), (None,))), "m.csv")
    lines = filled.raw.decode().splitlines()
    assert lines[1] == 'Participant 1,"Ruiz, Ada",s17,ada@b.org,Submitted,8.5,10.00,Yes,-,85 percent.'
    assert lines[2] == MOODLE.splitlines()[2]
    assert lines[3] == "Participant 3,Cem Kaya,,c@b.org,,100,0,Yes,-,100 percent."
    assert (filled.marks, codes(filled)["moodle-shut"]) == (2, "B. Ito")


def test_a_german_worksheet_has_commas_in_numbers():
    raw = "ID;Vollständiger Name;Bewertung;Bestwertung;Feedback als Kommentar\n1;Ada Ruiz;;7,5;\n2;Zed;;7,5;\n"
    filled = fill_moodle(raw.encode(), book(ADA, (("Zed", ""), (None,))), "m.csv")
    assert "1;Ada Ruiz;6,38;7,5;85 percent.\n2;Zed;;7,5;\n" in filled.raw.decode()
    plain = fill_moodle(b"Full name,Grade,Feedback comments\nAda Ruiz,,\n", book(ADA), "m.csv")
    assert plain.raw.endswith(b"Ada Ruiz,85,85 percent.\n")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"Full name,Grade\nAda,1\n", "moodle-without-columns"),
        (b"Full name,Feedback comments\nAda,1\n", "moodle-without-columns"),
        (b"Full name,Grade,Feedback comments\nZed,1,\n", "moodle-other-course"),
    ],
)
def test_what_moodle_did_not_write_is_said(raw, code):
    with pytest.raises(WorkError) as caught:
        fill_moodle(raw, book(ADA), "m.csv")
    assert caught.value.code == code
    assert say(caught.value)


def test_many_names_are_not_all_said():
    pupils = [((f"Pupil {n}", ""), (mark(1),)) for n in range(12)]
    filled = fill_canvas(CANVAS.encode(), book(ADA, *pupils), "g.csv")
    assert codes(filled)["export-not-in-file"].endswith("Pupil 7 …")
    assert all(say_export_remark(code, (("n", 1), ("names", "Ada"))) for code in EXPORT_REMARKS)


# Any file at all: every cell that is not a mark is, byte for byte, what it was.

PLAIN = st.binary(max_size=6).map(lambda raw: bytes(each for each in raw if each not in b'\r\n",\x00'))
QUOTED = st.text(st.sampled_from('a,"\n;=é'), max_size=6).map(lambda words: b'"%s"' % words.replace('"', '""').encode())
CELL = PLAIN | QUOTED
ENDS = st.sampled_from((b"\n", b"\r\n"))
ROW = st.tuples(CELL, CELL, CELL)


@settings(max_examples=80)
@given(
    st.lists(ROW, max_size=5), st.sampled_from((b"\n", b"\r\n")), st.booleans(), st.sampled_from((b"", b"\xef\xbb\xbf"))
)
def test_every_other_byte_of_canvas_file_stays(others, end, ends, mark_of_utf8):
    def line(name, id, fares, section, rest):
        return b",".join((name, id, section, fares, rest))

    def file(fares, theirs):
        rows = [line(b"Student", b"ID", b"Fares (1)", b"Section", b"Final Score")]
        rows += [line(b"Zed Other", b"999", one, two, three) for one, two, three in theirs]
        rows += [line(b'"Ruiz, Ada"', b"s17", fares, b'"a, ""b"""', b"=1+1")]
        return mark_of_utf8 + end.join(rows) + end * ends

    assert fill_canvas(file(b"", others), book(ADA), "g.csv").raw == file(b"85", others)


@given(st.binary(max_size=40))
def test_any_bytes_come_back_as_they_were(raw):
    table = raw_table(raw)
    assert table.with_cells(()) == raw
    cells = [cell for row in table.rows for cell in row]
    assert all(one.end <= two.start for one, two in pairwise(cells))
