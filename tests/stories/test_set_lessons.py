"""What a class is set, on a computer that has the program's own lessons as every computer has."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel

from account_robot import CANTEEN as CANTEEN_MARKS
from account_robot import STORM as STORM_MARKS
from account_robot import Account
from claimlight.files.places import lessons
from claimlight.handin.drop_folder import open_drop
from claimlight.handin.marker import MARKER
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.ui.cards import LessonCard
from claimlight.ui.first_minute import FirstMinute
from claimlight.ui.shelf import Shelf
from claimlight.ui.teacher.set_page import SetPage
from class_robot import ClassTeacher
from classroom import Laptop

STORM, CANTEEN, BUS = "Storm Ilse: a town counts its losses", "Class 6B has news about lunch", "Nine days, 64 buses"
CHANGED = "This lesson comes from a different computer than before."


@pytest.fixture
def teacher(class_teacher: ClassTeacher) -> ClassTeacher:
    class_teacher.comes_to_classes()
    return class_teacher


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    for name in ("storm-damage", "canteen-survey", "bus-strike"):
        shutil.copytree(lessons() / name, folder / name)
    return folder


@pytest.fixture
def account(teacher: ClassTeacher, tmp_path: Path, stick: Path, shipped: Path) -> Iterator[Account]:
    teacher.makes_a_class("Mila", "Jonas")
    teacher.sets(STORM, when="Never on their laptop")
    teacher.sets(CANTEEN)
    teacher.prepares_the_stick()
    teacher.leaves()
    account = Account(tmp_path / "account", shipped=shipped)
    yield account
    account.leaves()


def cards(account: Account) -> list[tuple[str, str]]:
    return [(card.card.title, card.card.given) for card in account.all(LessonCard)]


def headings(account: Account) -> list[str]:
    (page,) = account.all(Shelf)
    return [label.text() for label in page.findChildren(QLabel) if label.text().startswith("Set by your teacher")]


def test_what_is_set_comes_first_and_no_copy_with_answers_stands_beside_it(account: Account, stick: Path) -> None:
    account.joins(stick, "Mila")
    assert account.all(FirstMinute)
    assert {title for title, _given in cards(account)} == {STORM, CANTEEN}
    account.clicks("More lessons")
    assert headings(account) == ["Set by your teacher – 7b"]
    titles = [title for title, _given in cards(account)]
    assert titles.count(STORM) == titles.count(CANTEEN) == 1
    assert set(titles[:2]) == {STORM, CANTEEN}
    given = dict(cards(account))
    assert "answers later" in given[STORM]
    assert "answers later" not in given[CANTEEN]
    account.goes_into(STORM)
    assert not account.sees(CHANGED)
    account.presses("Ctrl+W")
    account.goes_into(CANTEEN)
    assert not account.sees(CHANGED)


def test_the_programs_own_lesson_alarms_nobody_once_the_teachers_copy_is_here(
    account: Account, stick: Path, shipped: Path
) -> None:
    account.joins(stick, "Mila")
    account.opens_file(shipped / "storm-damage" / "lesson.toml")
    assert not account.sees(CHANGED)


def test_a_teacher_is_told_what_a_lesson_that_came_along_cannot_hide(teacher: ClassTeacher) -> None:
    teacher.makes_a_class("Mila")
    teacher.clicks("Set lessons…")
    (page,) = teacher.all(SetPage)
    box = next(each for each in page.findChildren(QCheckBox) if each.text() == STORM)
    box.click()
    assert not page.known.isVisible()
    page.times.choices[2].click()
    assert page.known.isVisible()
    assert "For a test, set a lesson of your own." in page.known.text()
    box.click()
    assert not page.known.isVisible()


def test_work_done_with_the_answers_in_sight_says_so_to_the_teacher(
    teacher: ClassTeacher, account: Account, stick: Path, shipped: Path, tmp_path: Path
) -> None:
    account.joins(stick, "Mila")
    account.leaves()
    with open_data_folder(tmp_path / "account") as data:
        book = open_workbook(data)
        laptop = Laptop(book)
        laptop.does("Mila", shipped / "storm-damage", STORM_MARKS)
        laptop.hands_in(open_drop(stick))
        book.close()
    teacher.starts()
    teacher.comes_to_classes()
    teacher.clicks("Open “7b”")
    teacher.collects()
    assert teacher.sees("Done with the answers in sight, in the copy that came along with the program: Mila.")
    teacher.opens_work("Mila")
    assert teacher.sees("done with the answers in sight")
    teacher.leaves()
    account.starts()


def test_the_folder_whose_class_file_was_opened_is_offered_from_then_on(
    teacher: ClassTeacher, account: Account, stick: Path
) -> None:
    """A shared folder is no drive: whoever opens the class file in it need not choose it again."""
    folder = open_drop(stick).path
    account.opens_file(folder / MARKER)
    account.is_on_the_list_as("Mila")
    account.works({CANTEEN: CANTEEN_MARKS})
    account.waits_for_a_look()
    assert account.can_press("Hand in (1 person, 1 lesson)")
    account.leaves()
    account.starts()
    account.is_now("Mila")
    account.waits_for_a_look()
    assert account.can_press("Hand in (1 person, 1 lesson)")


def test_a_teacher_reads_how_students_find_a_folder_and_a_stick(teacher: ClassTeacher, stick: Path) -> None:
    teacher.makes_a_class("Mila")
    teacher.sets(CANTEEN)
    teacher.prepares_the_stick()
    assert teacher.sees("a student opens “class.claimclass” in “")
    teacher.window.drives = lambda: (stick,)
    teacher.prepares_the_stick()
    assert teacher.sees("Students’ computers find “")
