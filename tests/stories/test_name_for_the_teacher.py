"""A name is asked for only when there is something to hand in, and only of who has none."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.core.lesson import Mode
from claimlight.files.places import lessons
from claimlight.ui.name_question import NameQuestion
from lesson_maker import given_out
from robots import Student


@pytest.fixture
def reader(qapp: object, tmp_path: Path) -> Iterator[Student]:
    shutil.copytree(lessons() / "storm-damage", tmp_path / "storm")
    student = Student(tmp_path / "data", path=given_out(tmp_path / "storm", Mode.HOMEWORK))
    for words in ("up to 900 homes", "about 50 boats", "186 people on the list"):
        student.highlights(words, as_="unverified-figure")
    yield student
    student.leaves()


def test_it_is_asked_once_before_the_hand_in(reader: Student) -> None:
    reader.presses("Ctrl+Return")
    assert reader.sees("Whose work is this?")
    assert not reader.session.closed
    reader.types("Mila  Berg")
    reader.presses("Return")
    assert reader.session.closed
    assert reader.start.desk._study.person.name == "Mila Berg"
    assert len(reader.session.last_checked) == 3, "the work stays with who did it"
    reader.presses("Ctrl+W")
    assert reader.sees("Mila Berg")


def test_esc_goes_back_and_closes_nothing(reader: Student) -> None:
    reader.presses("Ctrl+Return", "Esc")
    assert not reader.all(NameQuestion)
    assert not reader.session.closed
    reader.clicks("Finish and hand in")
    assert reader.all(NameQuestion)


def test_a_name_that_somebody_here_has_is_not_taken_twice(reader: Student) -> None:
    study = reader.start.desk._study
    nobody = study.person
    study._workbook.add_person("Ada")
    study._workbook.use_person(nobody)
    reader.presses("Ctrl+Return")
    reader.types("ada")
    reader.presses("Return")
    assert reader.sees("ada has worked here before.")
    assert not reader.session.closed
    reader.types("Ada B.")
    reader.presses("Return")
    assert reader.session.closed
    assert study.person == type(nobody)(nobody.id, "Ada B.")


def test_who_has_a_name_is_not_asked(reader: Student) -> None:
    reader.presses("Ctrl+Return")
    reader.types("Mila")
    reader.presses("Return", "Ctrl+W")
    shutil.copytree(lessons() / "town-budget", reader.folder.parent / "town")
    reader.start.desk.open_file(given_out(reader.folder.parent / "town", Mode.HOMEWORK))
    if reader.reviews:
        reader.clicks("Skip")
    reader.presses("Ctrl+Return")
    assert not reader.all(NameQuestion)


def test_blank_is_no_name(reader: Student) -> None:
    reader.presses("Ctrl+Return")
    reader.types("   ")
    reader.presses("Return")
    assert not reader.session.closed
    assert reader.all(NameQuestion)
