"""A class's marks leave the program: read back by others' readers, and checked against Moodle's and Canvas's rules."""

import csv
import io

import openpyxl
import pytest

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.wording.errors import say
from claimlight.work.collect import collect
from claimlight.work.exports import Form, export, gradebook
from claimlight.work.teaching import make_class
from classroom import given, laptop, stick, teacher
from lesson_maker import built_lesson

CANVAS = """Student,ID,SIS User ID,Section,Other (7)
    Points Possible,,,,5
"Ruiz, Ada",1,s17,7b,
"Ito, Ben",2,s18,7b,4
"Kaya, Cem",3,s19,7b,
"""


@pytest.fixture
def collected(tmp_path):
    """The data folder of a teacher of Ada, Ben and Cem; Ada and Ben have handed in, and Zed, whom nobody knows."""
    folder = built_lesson(tmp_path / "fares")
    ids = {"Ada Ruiz": "s17", "Ben Ito": "", "Cem Kaya": "s19"}
    with teacher(tmp_path / "teacher") as book:
        to = make_class(book, "7b", ids, school_ids=ids)
        file = given(book, folder, Mode.PRACTICE, tmp_path)
        drop = stick(tmp_path / "stick", to)
        for name in ("Ada Ruiz", "Ben Ito", "Zed"):
            with laptop(tmp_path / name) as ours:
                ours.does(name, file, [("Fares will double by spring", "claim")] if name != "Ben Ito" else [])
                ours.hands_in(drop)
        collect(book, tmp_path / "stick", "7b")
    return tmp_path / "teacher"


def table(path):
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_marks_for_any_program_and_for_spreadsheets(run, tmp_path, collected):
    code, said, error = run("export", "--class", "7b", "-o", tmp_path / "m.csv")
    assert (code, said) == (0, f"{tmp_path / 'm.csv'} written: 2 marks\n")
    assert error.startswith("Zed handed in but is not on the class list.")
    head, ada, ben, cem = table(tmp_path / "m.csv")
    assert (head[2], ada[:2], cem[5]) == ("Fares will double: percent", ["Ada Ruiz", "s17"], "missing")
    assert (int(ada[2]) > 0, ben[2]) == (True, "0")
    assert run("export", "--class", "7b", "--format", "xlsx", "-o", tmp_path / "m.xlsx")[0] == 0
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx").active
    assert [cell.value for cell in sheet[2][:3]] == ["Ada Ruiz", "s17", int(ada[2])]
    assert "is there already" in run("export", "--class", "7b", "-o", tmp_path / "m.csv")[2]


def test_moodle_takes_a_file_of_pairs_or_its_own_worksheet(run, tmp_path, collected):
    code, _, error = run("export", "--class", "7b", "--format", "moodle", "-o", tmp_path / "m.csv")
    assert (code, "Ben Ito has no school number" in error) == (0, True)
    head, ada, ben = table(tmp_path / "m.csv")
    assert head[3:] == ["Fares will double (Real)", "Fares will double (Feedback)"]
    assert (ada[1], ada[4].endswith("points."), ben[3]) == ("s17", True, "0")
    (tmp_path / "w.csv").write_text("Identifier,Full name,ID number,Grade,Feedback comments\nP1,A. R.,s17,,\n")
    fill = ("--format", "moodle", "--fill", tmp_path / "w.csv", "-o", tmp_path / "filled.csv")
    assert run("export", "--class", "7b", *fill)[0] == 0
    assert table(tmp_path / "filled.csv")[1][3:] == ada[3:]


def test_canvas_gets_its_own_file_back(run, tmp_path, collected):
    (tmp_path / "c.csv").write_text(CANVAS)
    lesson = ("--lesson", "Fares will double", "--column", "Other (7)")
    fill = ("--format", "canvas", "--fill", tmp_path / "c.csv")
    assert run("export", "--class", "7b", *fill, "-o", tmp_path / "new.csv")[0] == 0
    assert [row[5] for row in table(tmp_path / "new.csv")][:2] == ["Fares will double", "100"]
    code, said, error = run("export", "--class", "7b", *lesson, *fill, "-o", tmp_path / "filled.csv")
    assert (code, said.strip()[-7:]) == (0, "2 marks")
    assert "Ben Ito was found by name" in error
    assert "Ben Ito had another mark there before" in error
    before, after = table(tmp_path / "c.csv"), table(tmp_path / "filled.csv")
    assert [row[:4] for row in before] == [row[:4] for row in after]
    assert (after[3][4], after[4][4]) == ("0", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "canvas"), "Canvas takes marks in its own file only."),
        (("--format", "csv", "--fill", "c.csv"), "Only Moodle and Canvas have a file"),
        (("--lesson", "Storm"), "This class has no lesson “Storm”. There are: “Fares will double”."),
    ],
)
def test_what_cannot_be_exported_is_said(run, tmp_path, collected, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "c.csv").write_text(CANVAS)
    code, _, error = run("export", "--class", "7b", *words, "-o", tmp_path / "m")
    assert (code, said in error, (tmp_path / "m").exists()) == (2, True, False)


def test_a_class_without_work_has_nothing_to_export(tmp_path):
    with teacher(tmp_path / "teacher") as book:
        make_class(book, "8a", ["Ada"])
        with pytest.raises(WorkError) as caught:
            export(gradebook(book, "8a"), Form.CSV)
        assert say(caught.value) == "There are no marks to export yet. Collect first."
