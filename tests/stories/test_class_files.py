"""A teacher takes a list in, exports marks and ends a class, with the mouse and on real files."""

import zipfile
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QAbstractButton

from claimlight.core.roster import RosterEntry
from claimlight.files.places import lessons
from claimlight.files.rosters.columns import Column
from claimlight.handin.class_file import read_class
from claimlight.ui.teacher.class_list import ClassList
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.end_of_term_page import EndOfTermPage
from claimlight.ui.teacher.export_page import ExportPage
from claimlight.ui.teacher.names_page import NamesPage
from claimlight.ui.teacher.new_class import NewClass
from claimlight.ui.teacher.roster_preview import RosterPreview
from claimlight.work.class_changes import set_end
from claimlight.work.exports import Form
from class_of_works import a_class
from teacher_robot import Teacher


@pytest.fixture
def teacher(teacher: Teacher, tmp_path: Path) -> Teacher:
    teacher.clicks("I teach")
    teacher.desk.classes.asking.new_file = lambda _parent, name: tmp_path / name
    teacher.desk.classes.asking.old_file = lambda _parent, _title: tmp_path / "theirs.csv"
    return teacher


@pytest.fixture
def class_id(teacher: Teacher, tmp_path: Path) -> str:
    lesson = lessons() / "storm-damage"
    to = a_class(teacher.desk._teaching.classbook, tmp_path / "stick", lesson, 3, name="8B", listed=4)
    return to.students.id


def new_class(teacher: Teacher) -> NewClass:
    teacher.clicks("My classes")
    teacher.clicks("New class")
    if teacher.can_press("No, only I do"):
        teacher.clicks("No, only I do")
    page = teacher.all(NewClass)[0]
    page.name.setText("7b")
    return page


def entries(teacher: Teacher) -> tuple[RosterEntry, ...]:
    book = teacher.desk._teaching.classbook
    return book.classes.entries(book.classes.all()[-1].id)


def test_a_list_from_a_file_is_looked_over_and_corrected(teacher: Teacher, tmp_path: Path) -> None:
    (tmp_path / "theirs.csv").write_text("Family;Given name;Number\nRuiz;Ada;17\nIto;Ben;\n", encoding="utf-8")
    new_class(teacher)
    teacher.clicks("From a file…")
    page = teacher.all(RosterPreview)[0]
    assert teacher.sees("Ben has no school number")
    page.columns[0].setCurrentIndex(list(Column).index(Column.FAMILY))
    page.names.item(1, 1).setText("18")
    assert not teacher.sees("has no school number")
    teacher.clicks("Take these 2 names")
    teacher.clicks("Make the class")
    assert teacher.all(ClassPage)
    assert entries(teacher) == (RosterEntry("Ada Ruiz", "17"), RosterEntry("Ben Ito", "18"))


def test_a_pasted_table_is_looked_over_and_the_way_back_keeps_the_name(teacher: Teacher) -> None:
    page = new_class(teacher)
    page.roster.setPlainText("Ruiz, Ada\nIto, Ben")
    teacher.clicks("Make the class")
    preview = teacher.all(RosterPreview)[0]
    assert preview.names.item(0, 0).text() == "Ada Ruiz"
    for picker in preview.columns:
        picker.setCurrentIndex(list(Column).index(Column.OTHER))
    assert teacher.sees("There is no name in these columns.")
    assert not preview.take.isEnabled()
    teacher.presses("Escape")
    assert teacher.all(NewClass)[0].name.text() == "7b"


def test_marks_are_exported_and_who_is_not_in_the_file_is_told(teacher: Teacher, tmp_path: Path, class_id: str) -> None:
    teacher.desk.classes.show_export(class_id)
    page = teacher.all(ExportPage)[0]
    teacher.clicks("Save the file…")
    assert teacher.sees("8B.xlsx written: 3 marks")
    assert openpyxl.load_workbook(tmp_path / "8B.xlsx").active.max_row == 5
    page.forms[Form.CANVAS].click()
    assert not page.save.isVisible()
    assert not teacher.sees("8B.xlsx written")
    (tmp_path / "theirs.csv").write_text("Student,ID\nSomebody Else,1\n")
    teacher.clicks("Choose the file to fill…")
    assert teacher.sees("Nobody of this class is in theirs.csv")
    (tmp_path / "theirs.csv").write_text('Student,ID\n"Okoro, Adaeze",1\n')
    teacher.clicks("Choose the file to fill…")
    assert teacher.sees("8B.csv written: 1 mark")
    assert any("are not in the file" in words for words in page.told.words)
    teacher.clicks(page.lessons[0])
    assert not page.fill.isEnabled()
    teacher.presses("Escape")
    teacher.clicks("No, only I do")
    assert teacher.all(ClassPage)


def test_a_class_ends_after_a_copy_and_a_second_question(teacher: Teacher, tmp_path: Path, class_id: str) -> None:
    teacher.desk.classes.show_end(class_id)
    page = teacher.all(EndOfTermPage)[0]
    assert not page.delete.isEnabled()
    teacher.clicks("Keep a copy…")
    assert teacher.sees("brought back to try it, and the same: 1 class, 3 works.")
    teacher.clicks("Delete this class…")
    teacher.clicks("Keep it")
    assert page.delete.isVisible()
    teacher.clicks("Delete this class…")
    teacher.clicks("Delete it for good")
    assert teacher.all(ClassList)
    assert teacher.desk._teaching.classbook.classes.all() == ()
    assert b"Adaeze" not in b"".join(path.read_bytes() for path in (tmp_path / "desk").rglob("*") if path.is_file())


def test_the_copy_brings_the_class_back_and_a_copy_can_be_kept_at_any_time(
    teacher: Teacher, tmp_path: Path, class_id: str
) -> None:
    teacher.desk.classes.asking.copy_file = lambda _parent, _title: next(tmp_path.glob("Claimlight*.db"))
    teacher.clicks("My classes")
    teacher.clicks("Keep a copy…")
    assert teacher.sees("brought back to try it, and the same: 1 class, 3 works.")
    teacher.clicks("Bring a class back…")
    assert teacher.sees("is here")
    assert not teacher.can_press("Bring back")
    teacher.desk.classes.show_end(class_id)
    teacher.all(EndOfTermPage)[0].without.click()
    teacher.clicks("Delete this class…")
    teacher.clicks("Delete it for good")
    assert not teacher.can_press("Keep a copy…")
    teacher.clicks("Bring a class back…")
    assert teacher.sees("4 students · 3 works")
    teacher.clicks("Bring back")
    assert teacher.sees("“8B” is here again")
    teacher.clicks(teacher.all(ClassList)[0].cards[0].open)
    teacher.clicks("No, only I do")
    assert teacher.all(ClassPage)


def test_a_class_can_end_without_a_copy_if_that_is_said(teacher: Teacher, class_id: str) -> None:
    teacher.desk.classes.show_end(class_id)
    page = teacher.all(EndOfTermPage)[0]
    teacher.clicks("Export marks…")
    assert teacher.all(ExportPage)
    teacher.desk.classes.show_end(class_id)
    page = teacher.all(EndOfTermPage)[-1]
    page.without.click()
    teacher.clicks("Delete this class…")
    assert page.sure.words == ("This cannot be undone, and there is no copy.",)


def names_page(teacher: Teacher, class_id: str) -> NamesPage:
    teacher.desk.classes.show_names(class_id)
    return teacher.all(NamesPage)[0]


def test_what_is_handed_in_with_the_marks_is_the_teachers_choice(teacher: Teacher, class_id: str) -> None:
    page = names_page(teacher, class_id)
    assert page.sure.isChecked()
    assert not page.time.isChecked()
    page.time.click()
    page.sure.click()
    book = teacher.desk._teaching.classbook
    (known,) = (each for each in book.classes.all() if each.id == class_id)
    file = read_class(known.file)
    assert (file.asks_time, file.asks_sure) == (True, False)
    assert names_page(teacher, class_id).time.isChecked()


def test_further_names_and_numbers_come_from_a_file(teacher: Teacher, tmp_path: Path, class_id: str) -> None:
    rows = "Name;Student number\nAdaeze Okoro;s-1\nEmre Aydin;s-5\n"
    (tmp_path / "theirs.csv").write_text(rows, encoding="utf-8")
    names_page(teacher, class_id)
    teacher.clicks("From a file…")
    teacher.clicks("Take these 2 names")
    assert teacher.all(NamesPage)[0].list.count() == 5
    assert (entries(teacher)[0], entries(teacher)[-1]) == (
        RosterEntry("Adaeze Okoro", "s-1"),
        RosterEntry("Emre Aydin", "s-5"),
    )
    teacher.clicks("From a file…")
    teacher.presses("Escape")
    assert teacher.all(NamesPage)


def test_all_that_is_kept_of_a_student_is_saved_and_then_deleted(
    teacher: Teacher, tmp_path: Path, class_id: str
) -> None:
    page = names_page(teacher, class_id)
    assert page.chosen == ("Adaeze Okoro",)
    teacher.clicks("Save what is kept…")
    assert teacher.sees("Saved: Adaeze Okoro.zip.")
    with zipfile.ZipFile(tmp_path / "Adaeze Okoro.zip") as kept:
        assert "marks.csv" in kept.namelist()
        assert any(name.startswith("work/") for name in kept.namelist())
    teacher.clicks("Delete for good…")
    assert teacher.sees("Delete Adaeze Okoro for good?")
    teacher.presses("Return")
    assert len(entries(teacher)) == 4, "the first answer keeps"
    teacher.clicks("Delete for good…")
    answers = teacher.window.messages
    assert answers is not None
    teacher.clicks(next(each for each in answers.findChildren(QAbstractButton) if each.text() == "Delete for good"))
    assert teacher.sees("Adaeze Okoro is gone, here and from every backup.")
    assert "Adaeze Okoro" not in [entry.name for entry in entries(teacher)]
    assert b"Adaeze" not in b"".join(path.read_bytes() for path in (tmp_path / "desk").rglob("*") if path.is_file())
    assert "Adaeze" not in teacher.window.windowTitle()


@pytest.mark.parametrize(("days", "over"), [(-1, True), (0, False), (None, False)])
def test_a_class_whose_last_day_has_passed_offers_its_end_by_itself(
    teacher: Teacher, class_id: str, days: int | None, over: bool
) -> None:
    ends = "" if days is None else (date.today() + timedelta(days=days)).isoformat()
    set_end(teacher.desk._teaching.classbook, class_id, ends)
    teacher.clicks("My classes")
    teacher.clicks("Open “8B”")
    if teacher.can_press("No, only I do"):
        teacher.clicks("No, only I do")
    assert teacher.sees("This class ended on") is over
    assert teacher.can_press("End of term…") is over
    if over:
        teacher.clicks("Export marks…")
        assert teacher.all(ExportPage)
        teacher.clicks("Class")
        teacher.tabs_to("End of term…")
        teacher.presses("Space")
        assert teacher.all(EndOfTermPage)
