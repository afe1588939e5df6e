"""*Remove my work*: asked about first, complete, and nobody else's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimlight.ui.first_minute import FirstMinute
from claimlight.ui.people import People
from claimlight.ui.shelf import Shelf
from robot_hands import settle
from robots import Student

NOTE = "nobody else may read this note"


def held(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def works_as(student: Student, name: str) -> None:
    student.presses("Ctrl+Shift+N")
    student.types(name)
    student.presses("Return")


def marks_with_a_note(student: Student) -> None:
    student.opens("storm-damage")
    made = student.highlights("about 50 boats", as_="claim")
    student.session.set_note(made.id, NOTE)


@pytest.fixture
def ada(student: Student) -> Student:
    works_as(student, "Benjamin")
    student.opens("canteen-survey")
    works_as(student, "Adelaide")
    marks_with_a_note(student)
    return student


def removes(student: Student) -> None:
    student.command("remove-work").trigger()
    settle()
    assert student.focused() is student.button("Keep it"), "the harmless answer has the keyboard"
    student.clicks("Remove it for good")


def test_it_is_gone_from_every_file_and_the_others_stay(ada: Student) -> None:
    ada.restarts()
    ada.types("Adelaide")
    ada.presses("Return")
    assert NOTE.encode() in held(ada.folder / "backups")
    ada.command("remove-work").trigger()
    settle()
    assert ada.sees("Remove all of Adelaide’s work from this computer, for good? Its backups go too.")
    ada.clicks("Remove it for good")
    assert ada.sees("The work is gone, here and from every backup.")
    assert ada.all(People)
    assert ada.sees("Benjamin")
    assert not ada.sees("Adelaide")
    ada.leaves()
    kept = held(ada.folder)
    assert b"Benjamin" in kept
    assert b"Adelaide" not in kept
    assert NOTE.encode() not in kept


def test_it_is_not_done_without_a_yes(ada: Student) -> None:
    ada.command("remove-work").trigger()
    settle()
    ada.presses("Return")
    assert ada.session.annotations
    assert NOTE.encode() in held(ada.folder)


def test_who_is_alone_here_begins_anew(student: Student) -> None:
    marks_with_a_note(student)
    removes(student)
    assert student.start.desk.room is None
    assert student.all(FirstMinute)
    student.restarts()
    assert student.all(FirstMinute)


def test_nobody_is_removed_while_nobody_has_said_who_is_working(ada: Student) -> None:
    ada.presses("Ctrl+Shift+N")
    ada.command("remove-work").trigger()
    settle()
    assert ada.sees("Say first who is working.")
    assert not ada.can_press("Remove it for good")


def blocked(ada: Student) -> None:
    next((ada.folder / "backups").glob("*.db")).with_suffix(".part").mkdir()


def damaged(ada: Student) -> None:
    (ada.folder / "backups" / "workbook 2026-01-01.db").write_bytes(b"rubbish")


@pytest.mark.parametrize(
    ("harm", "told", "gone"),
    [(blocked, "Today’s copy of your work could not be made", False), (damaged, "damaged files may still hold", True)],
)
def test_what_goes_wrong_is_said(ada: Student, harm: Callable[[Student], None], told: str, gone: bool) -> None:
    harm(ada)
    removes(ada)
    assert ada.sees(told)
    assert bool(ada.all(People)) is gone
    assert bool(ada.all(Shelf)) is not gone
