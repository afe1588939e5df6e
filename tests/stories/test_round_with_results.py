"""A class of twelve, three of them at the window: from the class list to marks in the school's system."""

import csv
import io
import re
from datetime import date, timedelta
from fractions import Fraction
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from account_robot import Account
from claimlight.handin.drop_folder import LESSONS, open_drop
from claimlight.store.class_work import Glance
from claimlight.ui.teacher.change_page import ChangePage
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.decision_box import DecisionBox
from claimlight.ui.teacher.discuss_window import DiscussWindow
from claimlight.ui.teacher.export_page import ExportPage
from claimlight.ui.teacher.new_class import NewClass
from claimlight.ui.teacher.results_page import ResultsPage
from claimlight.ui.teacher.student_page import StudentPage
from claimlight.ui.teacher_note import TeacherNote
from claimlight.work.class_table import Cell, Stand
from claimlight.work.exports import Form
from class_robot import ClassTeacher
from classroom import laptop
from robot_hands import settle, wait_until

STORM = "Storm Ilse: a town counts its losses"
HOMES, BOATS, DOORWAYS = "up to 900 homes", "about 50 boats", "people stood in their doorways"
WHY = "It says how many homes."
LIST = """Last name;First name;Student number
Aydin;Mila;s-01
Brandt;Jonas;s-02
Duman;Cem;s-03
Ek;Nils;s-04
Fonua;Tevita;s-05
Gil;Rosa;s-06
Holm;Viktor;s-07
Ito;Ben;s-08
Jung;Greta;s-09
Kaya;Elif;s-10
Li;Wen;s-11
Paz;Ximena;
"""
THREE = {
    "Mila Aydin": ((HOMES, "claim"), (BOATS, "claim"), (DOORWAYS, "claim")),
    "Jonas Brandt": ((HOMES, "unverified-figure"), (BOATS, "claim"), ("is simply not true", "denial")),
    "Cem Duman": ((HOMES, "claim"), (DOORWAYS, "claim"), ("is simply not true", "claim")),
}
OTHERS = tuple(f"{given} {family}" for family, given, _id in (row.split(";") for row in LIST.splitlines()[4:]))
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Storm report (4711),Final Score\n"
    "Points Possible,,,,,20,(read only)\n"
    '"Aydin, Mila",101,s-01,mila,8B,,\n'
    '"Brandt, Jonas",102,s-02,jonas,8B,7,\n'
    '"Other, Somebody",999,s-99,other,8B,3,\n'
)


@pytest.fixture
def teacher(class_teacher: ClassTeacher, tmp_path: Path) -> ClassTeacher:
    answers_dialogs(class_teacher, tmp_path)
    return class_teacher


def answers_dialogs(teacher: ClassTeacher, folder: Path) -> None:
    teacher.comes_to_classes()
    teacher.classes.asking.new_file = lambda _parent, name: folder / name
    teacher.classes.asking.old_file = lambda _parent, _title: folder / "theirs.csv"


def comes_back(teacher: ClassTeacher, folder: Path) -> None:
    """The teacher's window is open again, at the class."""
    teacher.starts()
    teacher.window.resize(1280, 800)
    answers_dialogs(teacher, folder)
    teacher.clicks("Open “8B”")


def makes_the_class(teacher: ClassTeacher, folder: Path) -> None:
    (folder / "theirs.csv").write_text(LIST, encoding="utf-8-sig")
    teacher.clicks("New class")
    teacher.clicks("No, only I do")
    teacher.all(NewClass)[0].name.setText("8B")
    teacher.clicks("From a file…")
    assert teacher.sees("Ximena Paz has no school number")
    teacher.clicks("Take these 12 names")
    teacher.clicks("Make the class")


def the_three_work(folder: Path, stick: Path) -> None:
    """Each at a computer of their own; two see one answer differently."""
    (folder / "none").mkdir()
    for name, marks in THREE.items():
        pupil = Account(folder / name, shipped=folder / "none")
        pupil.joins(stick, name)
        pupil.goes_into(STORM)
        for words, label in marks:
            pupil.highlights(words, as_=label)
        pupil.checks()
        if (HOMES, "claim") in marks:
            pupil.clicks_row(pupil.points, HOMES)
            pupil.clicks("I see it differently")
            pupil.types(WHY)
            pupil.presses("Return")
        pupil.presses("Ctrl+W")
        pupil.hands_in("Hand in (1 person, 1 lesson)")
        assert "Copied and checked ✓" in pupil.bar_says()
        pupil.leaves()


def the_others_work(folder: Path, stick: Path) -> None:
    """All but the last of them, at one computer."""
    drop = open_drop(stick)
    (file,) = (drop.path / LESSONS).iterdir()
    with laptop(folder / "others") as ours:
        for number, name in enumerate(OTHERS[:-1]):
            phrases = (
                (HOMES, "unverified-figure"),
                (BOATS, "claim"),
                (DOORWAYS, "claim"),
                ("is simply not true", "denial"),
            )
            ours.does(name, file, phrases[: 1 + number % 4])
        ours.hands_in(drop)


def looks_at_the_results(teacher: ClassTeacher) -> None:
    page = teacher.all(ClassPage)[0]
    page.view.setFocus()
    teacher.presses("Home", "Return")
    (results,) = teacher.all(ResultsPage)
    assert teacher.sees("11 of 12 have handed in.")
    assert results.missed.list.rows
    own, teacher._own = teacher._own, None
    teacher.clicks("Discuss")
    window = results.discussion
    assert isinstance(window, DiscussWindow)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert window.answered
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    teacher.window.activateWindow()
    settle()
    teacher._own = own


def points(teacher: ClassTeacher) -> dict[str, Fraction]:
    return {row.name: row.cells[0].points for row in teacher.rows.rows if row.cells[0].points is not None}


def saves(teacher: ClassTeacher, form: Form, button: str = "Save the file…") -> str:
    (page,) = teacher.all(ExportPage)
    teacher.clicks(page.forms[form])
    teacher.clicks(button)
    return " ".join(page.told.words)


def test_from_a_class_list_to_marks_in_the_schools_system(teacher: ClassTeacher, tmp_path: Path, stick: Path) -> None:
    makes_the_class(teacher, tmp_path)
    teacher.sets(STORM, due=(date.today() + timedelta(days=3)).isoformat())
    teacher.prepares_the_stick()
    teacher.leaves()
    the_three_work(tmp_path, stick)
    the_others_work(tmp_path, stick)

    comes_back(teacher, tmp_path)
    teacher.collects()
    assert teacher.sees("11 new works.")
    assert teacher.sees("still to come: Ximena Paz")
    before = points(teacher)
    looks_at_the_results(teacher)
    teacher.clicks("Change the answers…")
    assert teacher.all(ChangePage)
    assert teacher.sees("2 students see it differently")
    teacher.clicks(f"Also right: “{HOMES}” as a claim")
    assert teacher.sees("2 of 11 marks would change")
    teacher.clicks("Apply to 2 marks")
    teacher.clicks("Results")
    teacher.clicks("8B")
    after = points(teacher)
    assert {name for name in after if after[name] != before[name]} == {"Mila Aydin", "Cem Duman"}

    teacher.opens_work("Jonas Brandt")
    assert teacher.all(StudentPage)
    assert not any("Jonas" in window.title() for window in QApplication.topLevelWindows())
    teacher.clicks_row(teacher.points, BOATS)
    teacher.clicks("Change points")
    (box,) = (each for each in teacher.all(DecisionBox) if each.points.isVisible())
    box.points.setText("¾")
    teacher.types_into(box.words, "=You said in class who counted.")
    teacher.clicks("Keep")
    teacher.clicks("The whole work…")
    teacher.types("Carefully read.")
    teacher.presses("Return")
    teacher.clicks("Class")
    assert points(teacher)["Jonas Brandt"] == before["Jonas Brandt"] + Fraction(3, 4)
    teacher.gives_back()
    assert teacher.sees("11 are given back.")
    assert teacher.stands()["Mila Aydin"] is Stand.GIVEN_BACK

    given_back = {row.name: row.cells[0] for row in teacher.rows.rows}

    teacher.chooses("Export marks…")
    assert "8B.xlsx written: 11 marks" in saves(teacher, Form.XLSX)
    reads_the_spreadsheet(tmp_path / "8B.xlsx", given_back)
    assert "8B.csv written: 11 marks" in saves(teacher, Form.CSV)
    reads_the_plain_table(tmp_path / "8B.csv", given_back)
    assert "8B.csv written: 11 marks" in saves(teacher, Form.MOODLE)
    reads_moodles_file(tmp_path / "8B.csv", given_back)
    (tmp_path / "theirs.csv").write_text(CANVAS)
    saves(teacher, Form.CANVAS, "Choose the file to fill…")
    teacher.presses("Down")
    told = fills_in(teacher)
    assert "8B.csv written: 2 marks" in told
    assert "are not in the file" in told
    reads_canvas_file(tmp_path / "8B.csv", given_back)
    (tmp_path / "pages").mkdir()
    prints(teacher, tmp_path / "pages")
    reads_the_pages(tmp_path / "pages", given_back)
    teacher.leaves()

    for name in THREE:
        said = reads_the_marks(tmp_path, name, stick)
        saw_it_differently = (HOMES, "claim") in THREE[name]
        assert ("Your teacher changed one answer: +1 point." in said) is saw_it_differently
        assert ("Your teacher: “You are right: the answers are changed.”" in said) is saw_it_differently
        assert ("The reason: “=You said in class who counted.”" in said) is (name == "Jonas Brandt")
        assert ("Your teacher: “Carefully read.”" in said) is (name == "Jonas Brandt")


def fills_in(teacher: ClassTeacher) -> str:
    """The column was chosen with the keys."""
    (page,) = teacher.all(ExportPage)
    assert page.columns.chosen == ("Storm report (4711)",)
    teacher.clicks("Fill them in…")
    return " ".join(page.told.words)


def prints(teacher: ClassTeacher, folder: Path) -> None:
    """One command, a page for each student."""
    (page,) = teacher.all(ExportPage)
    teacher.classes.travel.ask_for_folder = lambda _parent: folder
    teacher.clicks(page.pages)
    teacher.clicks("Choose a folder…")
    wait_until(lambda: "Pages for 11 works are in “pages”." in page.told.words, "the pages")


def reads_the_pages(folder: Path, given_back: dict[str, Cell]) -> None:
    """Each student's own words and points, on one sheet of A4 and in a page that needs no script."""
    names = set(given_back) - {"Ximena Paz"}
    plain = STORM.replace(":", "")
    assert {each.name for each in folder.iterdir()} == {
        f"{name} – {plain}{kind}" for name in names for kind in (".pdf", ".html")
    }
    for name in names:
        points = given_back[name].points
        assert points is not None
        page, paper = folder / f"{name} – {plain}.html", paper_words(folder / f"{name} – {plain}.pdf")
        assert [words for words in reasons(page) if together(words) not in together(paper)] == [], "also on paper"
        for said in (paper, words_of(page)):
            assert name in said
            assert "counts: " in said, "which check"
            assert "Version 2 of the answers." in said
            assert not any(other in said for other in names - {name})
            changed = "Your teacher changed the points: “=You said in class who counted.”"
            assert (together(changed) in together(said)) is (name == "Jonas Brandt")
            assert ("Carefully read." in said) is (name == "Jonas Brandt")


def paper_words(file: Path) -> str:
    """What is on the sheet, of which there is one, upright A4."""
    (sheet,) = PdfReader(file).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842)
    said = sheet.extract_text()
    for drawn, meant in (("ﬁ", "fi"), ("ﬂ", "fl"), ("\u02bc", "’")):  # one shape in the typeface
        said = said.replace(drawn, meant)
    return " ".join(said.split())


def words_of(file: Path) -> str:
    """What a browser would show, with what one that reads it out needs."""
    raw = file.read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr">' in raw
    assert "<script" not in raw
    assert raw.index("<h1>") < raw.index("<h2")
    assert raw.count('<th scope="col">') == 4
    return without_tags(raw[raw.index("<body>") :])


def reasons(file: Path) -> list[str]:
    """Why each of the marks and answers earns what it earns."""
    raw = file.read_text(encoding="utf-8")
    found = [without_tags(cell) for cell in re.findall(r'<td class="why">(.*?)</td>', raw, re.DOTALL)]
    assert len(found) >= 7
    return found


def together(words: str) -> str:
    """Lines of paper end anywhere."""
    return "".join(words.split())


def without_tags(raw: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", raw)).split())


def table(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


def reads_the_spreadsheet(file: Path, given_back: dict[str, Cell]) -> None:
    """The marks of the window, numbers as numbers, and nothing that could be a formula."""
    sheet, feedback = openpyxl.load_workbook(file).worksheets
    rows = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert list(rows)[:3] == list(THREE), "in the order of the class list"
    assert set(rows) == set(given_back)
    for name, cell in given_back.items():
        assert rows[name][3] == ("" if cell.points is None else pytest.approx(float(cell.points), abs=0.005))
    assert rows["Ximena Paz"][5] == "not yet due"
    told = {row[0]: row for row in feedback.iter_rows(min_row=2, values_only=True)}
    assert set(told) == set(given_back) - {"Ximena Paz"}
    assert told["Jonas Brandt"][1:4] == ("s-02", STORM, 2.75)
    tells_what_the_teacher_changed({name: row[4] for name, row in told.items()})
    assert all(cell.data_type in ("n", "s") for each in (sheet, feedback) for row in each for cell in row)


def reads_the_plain_table(file: Path, given_back: dict[str, Cell]) -> None:
    """The last column of the lesson is what its student is told."""
    head, *rows = table(file)
    assert head[-1] == f"{STORM}: feedback"
    assert {row[0] for row in rows} == set(given_back)
    tells_what_the_teacher_changed({row[0]: row[-1] for row in rows})


def tells_what_the_teacher_changed(told: dict[str, str]) -> None:
    """Every export says the same of it."""
    assert told["Jonas Brandt"].startswith("2.75 of 10 points.")
    assert "Your teacher changed this to ¾ point: “=You said in class who counted.”" in told["Jonas Brandt"]
    assert "Your teacher: “Carefully read.”" in told["Jonas Brandt"]
    assert "Your teacher: “You are right: the answers are changed.”" in told["Mila Aydin"]


def reads_moodles_file(file: Path, given_back: dict[str, Cell]) -> None:
    """Grade and feedback stand together or not at all, and who has no mark is left out."""
    head, *rows = table(file)
    assert head == ["Full name", "ID number", "Email address", f"{STORM} (Real)", f"{STORM} (Feedback)"]
    by_name = {row[0]: row for row in rows}
    assert set(by_name) == set(given_back) - {"Ximena Paz"}
    assert all(bool(row[3]) == bool(row[4]) for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    jonas = given_back["Jonas Brandt"].work
    assert jonas is not None
    assert by_name["Jonas Brandt"][1] == "s-02"
    assert exactly(by_name["Jonas Brandt"][3], jonas, 100)
    tells_what_the_teacher_changed({name: row[4] for name, row in by_name.items()})


def reads_canvas_file(file: Path, given_back: dict[str, Cell]) -> None:
    """The teacher's own export, to the letter, but for the marks of the two who are in it, of its points possible."""
    before, after = list(csv.reader(io.StringIO(CANVAS))), table(file)
    changed = {
        (after[row][0], before[0][column])
        for row in range(len(before))
        for column in range(len(before[0]))
        if before[row][column] != after[row][column]
    }
    assert changed == {("Aydin, Mila", "Storm report (4711)"), ("Brandt, Jonas", "Storm report (4711)")}
    for name, row in (("Mila Aydin", 2), ("Jonas Brandt", 3)):
        work = given_back[name].work
        assert work is not None
        assert exactly(after[row][5], work, 20)


def exactly(said: str, work: Glance, most: int) -> bool:
    """Whether the number is the points of the work, scaled, to two places."""
    assert work.points is not None
    assert work.possible is not None
    exact = most * Fraction(work.points) / Fraction(work.possible)
    return abs(Fraction(said) - exact) <= Fraction(1, 200)


def reads_the_marks(folder: Path, name: str, stick: Path) -> str:
    """What the student finds over their marked work, at their own computer."""
    pupil = Account(folder / name, shipped=folder / "none")
    pupil.is_now(name)
    pupil.puts_in(stick)
    assert pupil.sees("Marks came back for 1 lesson.")
    pupil.goes_into(STORM)
    (note,) = pupil.all(TeacherNote)
    said = note.accessibleName()
    pupil.leaves()
    return said
