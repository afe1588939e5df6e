"""A class has ended: its work can be removed from this computer, and what nobody else has is named first."""

from datetime import timedelta
from pathlib import Path

import pytest

from account_robot import STORM
from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import open_lesson
from claimlight.store.classbook import Classbook
from claimlight.work.teaching import OneClass, make_class
from classroom import everything_in, given, stick
from robot_hands import wait_until
from robots import Student

SAID = b"people stood in their doorways"


@pytest.fixture
def to(book: Classbook, three_lessons: Path) -> OneClass:
    lesson = open_lesson(three_lessons / "storm-damage")
    return make_class(book, "7b", (), ends="2100-07-01", lessons=[lesson.id])


@pytest.fixture
def mila(student: Student, book: Classbook, to: OneClass, three_lessons: Path, tmp_path: Path) -> Student:
    """She has finished the storm for her class."""
    file = tmp_path / "7b.claimclass"
    file.write_bytes(to.file)
    student.start.desk.open_file(file)
    wait_until(lambda: student.sees("You are in class “7b”."), "the sentence")
    student.is_now("Mila")
    student.start.desk.open_file(given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, to=to))
    student.finishes(STORM)
    student.presses("Ctrl+W")
    return student


def in_hundred_years(student: Student) -> None:
    student.later = timedelta(days=36_600)
    student.restarts()
    wait_until(lambda: student.can_press("Keep it"), "the offer")
    student.types("Mila")
    student.presses("Return")


def test_before_its_last_day_a_class_stays(mila: Student) -> None:
    mila.command("leave-class").trigger()
    assert mila.sees("No class here has ended yet: “7b” until 2100-07-01.")


def test_what_was_not_handed_in_is_named_and_may_be_kept(mila: Student) -> None:
    in_hundred_years(mila)
    mila.command("leave-class").trigger()
    assert mila.sees("Remove your work for class “7b” (1 lesson) from this computer, for good? Its backups go too.")
    assert mila.sees("Not handed in: “Storm Ilse: a town counts its losses”.")
    mila.clicks("Keep it")
    assert mila.sees("Not handed in yet")


def test_the_work_is_gone_from_every_backup(mila: Student, to: OneClass, tmp_path: Path) -> None:
    drop = stick(tmp_path / "stick", to)
    mila.puts_in(drop.path.parent)
    mila.clicks("Hand in (1 person, 1 lesson)")
    wait_until(lambda: mila.sees("Copied and checked"), "the end")
    mila.takes_out(drop.path.parent)
    in_hundred_years(mila)
    assert SAID in everything_in(tmp_path / "data")
    mila.command("leave-class").trigger()
    assert not mila.sees("Not handed in: ")
    mila.clicks("Remove it for good")
    assert mila.sees("The work is gone, here and from every backup.")
    mila.leaves()
    left = everything_in(tmp_path / "data")
    assert b'"exact": "people stood in their doorways"' not in left
    assert to.students.id.encode() not in left


def test_the_end_of_a_class_is_said_once(mila: Student) -> None:
    mila.later = timedelta(days=36_600)
    mila.restarts()
    wait_until(lambda: mila.can_press("Keep it"), "the offer")
    assert mila.sees("Class “7b” has ended. Your work for it can be removed from this computer.")
    mila.clicks("Keep it")
    mila.restarts()
    mila.waits_for_a_look()
    assert not mila.sees("has ended")
