"""Names of all kinds, work from another computer, lessons that come and go: sensible, in words, nothing lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.core.lesson import Mode
from claimlight.ui.people_list import PersonCard
from claimlight.ui.points import PointsView
from claimlight.work.build_lessons import build_lessons
from lesson_maker import ARTICLE, given_out, write_lesson
from robots import Student

LONG = " ".join(["Maximiliane"] * 25)


def is_called(student: Student, name: str) -> None:
    """Come as *Next person*, and type a name."""
    student.presses("Ctrl+Shift+N")
    student.types(name)
    student.presses("Return")


@pytest.mark.parametrize(
    "name", [LONG, "x" * 300, "🦊🦊", "محمّد", "—"], ids=["long", "one word", "emoji", "arabic", "dash"]
)
def test_a_name_of_any_kind_is_somebody(student: Student, name: str) -> None:
    width = student.window.width()
    is_called(student, name)
    assert student.start.desk._study.person.name == name
    student.opens("canteen-survey")
    student.highlights("half of us throw part of our lunch away every day", as_="claim")
    assert student.sees(f"At work: {name}"), "the whole of it is there for whoever asks"
    student.presses("Ctrl+W")
    assert student.sees(f"At work: {name}")
    assert student.window.width() == width, "and does not push anything aside"
    is_called(student, "Ada")
    student.presses("Ctrl+Shift+N")
    cards = [card for card in student.all(PersonCard) if card.who.name == name]
    assert [card.accessibleDescription() for card in cards] == ["1 lesson begun"]
    student.clicks(cards[0])
    student.opens("canteen-survey")
    assert len(student.marked()) == 1


@pytest.fixture
def shelf(qapp: object, tmp_path: Path) -> Iterator[Student]:
    """A student whose Claimlight came with one lesson."""
    folder = write_lesson(tmp_path / "shipped" / "fares", level="7-8")
    build_lessons([folder])
    student = Student(tmp_path / "data", shipped=tmp_path / "shipped")
    yield student
    student.leaves()


def marks_all(student: Student) -> None:
    student.highlights("Fares will double by spring", as_="claim")
    student.highlights("That is not true", as_="denial")
    student.highlights("Some 400 people", as_="unverified-figure")


def test_a_lesson_that_is_taken_away_is_checked_from_what_was_kept(shelf: Student) -> None:
    shelf.opens("fares")
    marks_all(shelf)
    shelf.checks_once()
    assert shelf.shipped is not None
    shutil.rmtree(shelf.shipped / "fares")
    shelf.restarts()
    shelf.opens("fares")
    assert shelf.sees("1 check left")
    shelf.checks_once()
    assert shelf.all(PointsView)
    shelf.restarts()
    assert shelf.sees("The answers are shown")


def test_a_homework_that_is_updated_leaves_begun_and_closed_work_as_it_was(shelf: Student) -> None:
    assert shelf.shipped is not None
    folder = shelf.shipped / "fares"
    is_called(shelf, "Ada")
    shelf.start.desk.open_file(given_out(folder, Mode.HOMEWORK))
    marks_all(shelf)
    write_lesson(folder, level="7-8", version=2, article=ARTICLE.replace("It was late.", "It was late, and dark."))
    build_lessons([folder])
    newer = given_out(folder, Mode.HOMEWORK)
    shelf.start.desk.open_file(newer)
    assert shelf.sees("There is a newer version of this lesson. Your work stays with the version you began.")
    assert len(shelf.marked()) == 3
    shelf.clicks("Stay with this one")
    shelf.clicks("Finish and hand in")
    assert shelf.session.waiting
    shelf.start.desk.open_file(newer)
    assert shelf.session.waiting
    assert shelf.session.lesson.version == 1
    assert len(shelf.painted()) == 3


def test_a_workbook_from_another_computer_brings_work_and_lessons_along(student: Student, tmp_path: Path) -> None:
    is_called(student, "Ada")
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.leaves()
    (tmp_path / "elsewhere").mkdir()
    shutil.copyfile(student.folder / "workbook.db", tmp_path / "elsewhere" / "workbook.db")
    other = Student(tmp_path / "elsewhere", shipped=tmp_path / "no lessons here")
    try:
        assert other.start.desk._study.person.name == "Ada"
        assert other.cards() == ["Storm Ilse: a town counts its losses"]
        other.opens("storm-damage")
        assert other.marked() == [("unverified-figure", "up to 900 homes")]
        other.presses("Ctrl+Z")
        assert other.marked() == [], "undo came along, too"
    finally:
        other.leaves()
