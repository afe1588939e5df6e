"""Two students on one account, their teacher on another computer, and nothing between them but a stick."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from account_robot import Account
from claimlight.handin.drop_folder import SLIPS, WORK, open_drop
from claimlight.ui.review_card import ReviewDock
from claimlight.ui.teacher.student_page import StudentPage
from claimlight.ui.teacher_note import TeacherNote
from claimlight.work.class_table import Stand
from class_robot import ClassTeacher
from robot_hands import settle

STORM, CANTEEN = "Storm Ilse: a town counts its losses", "Class 6B has news about lunch"
MILAS = {
    STORM: (
        ("up to 900 homes", "unverified-figure"),
        ("is simply not true", "denial"),
        ("about 50 boats", "claim"),
    ),
    CANTEEN: (
        ("half of us throw part of our lunch away every day", "claim"),
        ("two of her cooks left last year", "claim"),
        ("The line is slow because there is only one checkout", "claim"),
    ),
}
JONAS = {
    STORM: (
        ("about 50 boats", "claim"),
        ("people stood in their doorways", "claim"),
        ("up to 900 homes", "claim"),
    )
}


@pytest.fixture
def teacher(class_teacher: ClassTeacher) -> ClassTeacher:
    class_teacher.comes_to_classes()
    return class_teacher


@pytest.fixture
def account(teacher: ClassTeacher, tmp_path: Path, stick: Path) -> Iterator[Account]:
    """The teacher has given out two lessons; at the students' computer there are none yet."""
    teacher.makes_a_class("Mila", "Jonas")
    teacher.sets(STORM, when="When I say")
    teacher.sets(CANTEEN)
    teacher.prepares_the_stick()
    assert teacher.sees("Ready: the class and 2 lessons are on it.")
    teacher.leaves()
    (tmp_path / "none").mkdir()
    account = Account(tmp_path / "account", shipped=tmp_path / "none")
    yield account
    account.leaves()


def comes_back(teacher: ClassTeacher) -> None:
    """The teacher's window is open again, at the class."""
    teacher.starts()
    teacher.comes_to_classes()
    teacher.clicks("Open “7b”")


def test_what_is_given_out_comes_back_marked(teacher: ClassTeacher, account: Account, stick: Path) -> None:
    account.joins(stick, "Mila")
    account.works(MILAS)
    account.is_now("Jonas")
    account.works(JONAS)
    account.hands_in("Hand in (2 people, 3 lessons)")
    assert account.bar_says() == "Copied and checked ✓ You may remove the stick. Your teacher has not opened it yet."
    assert account.statuses() == ["Handed in. Your teacher has not opened it yet."]
    account.takes_out(stick)
    account.leaves()

    comes_back(teacher)
    teacher.collects()
    assert teacher.sees("3 new works.")
    assert teacher.sees("2 of 2")
    assert len(list((open_drop(stick).path / SLIPS).iterdir())) == 3
    teacher.leaves()

    account.starts()
    account.is_now("Jonas")
    account.puts_in(stick)
    assert account.statuses() == ["Your teacher has it."]
    account.takes_out(stick)
    account.leaves()

    comes_back(teacher)
    teacher.opens_work("Mila")
    assert teacher.all(StudentPage)
    teacher.clicks("The whole work…")
    teacher.types("Carefully read.")
    teacher.presses("Return")
    teacher.clicks("Class")
    teacher.gives_back()
    assert teacher.sees("3 are given back.")
    assert set(teacher.stands().values()) == {Stand.GIVEN_BACK}
    teacher.leaves()

    account.starts()
    account.is_now("Jonas")
    account.puts_in(stick)
    assert account.sees("Marks came back for 3 lessons.")
    (status,) = account.statuses()
    assert status.startswith("Marked: ")
    account.goes_into(STORM)
    (note,) = account.all(TeacherNote)
    assert account.all(ReviewDock), "the answers came along with the marks"
    assert "Carefully read." not in note.accessibleName()
    account.is_now("Mila")
    account.goes_into(STORM)
    (note,) = account.all(TeacherNote)
    assert "Your teacher: “Carefully read.”" in note.accessibleName()


def test_a_stick_that_is_pulled_midway_is_put_in_again_and_all_is_there(
    teacher: ClassTeacher, account: Account, stick: Path, tmp_path: Path
) -> None:
    account.joins(stick, "Mila")
    account.works(MILAS)
    account.is_now("Jonas")
    account.works(JONAS)
    travelling = account.start.desk.hand_in().travelling

    def pull(done: int, _count: int) -> None:
        if done == 1:
            shutil.move(stick, tmp_path / "pulled")

    travelling.went_on.connect(pull)
    account.hands_in("Hand in (2 people, 3 lessons)")
    assert "The folder is not there any more. Your work is safe. Put the stick in again." in account.bar_says()
    travelling.went_on.disconnect(pull)
    account.leaves()

    shutil.move(tmp_path / "pulled", stick)
    comes_back(teacher)
    teacher.collects()
    first = [each for each in teacher.rows.rows if each.cells[0].work or each.cells[1].work]
    assert teacher.sees("1 new work."), "what was whole before the stick went is there"
    assert len(first) == 1
    teacher.leaves()

    account.starts()
    account.is_now("Jonas")
    account.waits_for_a_look()
    account.hands_in("Hand in (2 people, 2 lessons)")
    assert "Copied and checked ✓" in account.bar_says()
    assert len(list((account.drop.path / WORK).glob("*.claimwork"))) == 3
    account.leaves()

    comes_back(teacher)
    teacher.collects()
    settle()
    assert teacher.sees("2 new works.")
    works = [cell.work for row in teacher.rows.rows for cell in row.cells if cell.work is not None]
    assert len(works) == 3
    assert len({work.id for work in works}) == 3, "nothing twice"
