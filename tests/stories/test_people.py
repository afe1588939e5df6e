"""Several people at one computer: each sees only their own work."""

from pathlib import Path

import pytest

from claimlight.files.lesson_bundle import bundle_folder
from claimlight.files.places import lessons
from claimlight.ui.cards import LessonCard
from claimlight.ui.first_minute import FirstMinute
from claimlight.ui.people import People
from claimlight.ui.people_list import PersonCard
from robots import Student

TITLE = "Storm Ilse: a town counts its losses"


def works_as(student: Student, name: str) -> None:
    student.presses("Ctrl+Shift+N")
    student.types(name)
    student.presses("Return")


@pytest.fixture
def ada_and_ben(student: Student) -> Student:
    works_as(student, "Ada")
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    works_as(student, "Ben")
    return student


def test_next_person_closes_everything(ada_and_ben: Student) -> None:
    ben = ada_and_ben
    ben.opens("storm-damage")
    assert ben.marked() == []
    assert ben.sees("Ben")
    ben.highlights("about 50 boats", as_="claim")
    ben.clicks(ben.room.bar.person)
    assert ben.start.desk.room is None
    assert ben.all(People)
    assert ben.window.windowTitle() == "Who is working? – Claimlight"
    assert not ben.command("undo").isEnabled()
    assert ben.sees("Anyone using this computer account could open your work.")


def test_next_person_is_in_sight_before_anything_was_begun(ada_and_ben: Student) -> None:
    ben = ada_and_ben
    assert ben.all(FirstMinute)
    assert ben.sees("Ben")
    ben.clicks("Next person")
    assert ben.all(People)


def test_a_lonely_beginner_sees_no_next_person(student: Student) -> None:
    assert student.all(FirstMinute)
    assert not student.sees("Next person")


def test_each_sees_only_their_own_work(ada_and_ben: Student) -> None:
    ben = ada_and_ben
    assert not [card for card in ben.all(LessonCard) if "1 highlight" in card.card.spoken()]
    ben.opens("storm-damage")
    ben.highlights("about 50 boats", as_="claim")
    works_as(ben, "Ada")
    ada = ben
    ada.opens("storm-damage")
    assert ada.marked() == [("unverified-figure", "up to 900 homes")]
    ada.presses("Ctrl+Z")
    assert ada.marked() == []
    works_as(ada, "Ben")
    ben.opens("storm-damage")
    assert ben.marked() == [("claim", "about 50 boats")]


def test_once_two_are_known_each_start_asks(ada_and_ben: Student) -> None:
    ada_and_ben.restarts()
    assert ada_and_ben.all(People)
    assert [card.who.name for card in ada_and_ben.all(PersonCard)] == ["Ada", "Ben"]
    assert ada_and_ben.sees("1 lesson begun")
    ada_and_ben.clicks(ada_and_ben.all(PersonCard)[0])
    ada_and_ben.opens("storm-damage")
    assert ada_and_ben.marked() == [("unverified-figure", "up to 900 homes")]


def test_one_person_alone_is_never_asked(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.restarts()
    assert not student.all(People)


def test_who_began_without_a_name_does_not_lose_their_work(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    works_as(student, "Ada")
    student.restarts()
    student.presses("Ctrl+Shift+N")
    names = [card.who.name for card in student.all(PersonCard)]
    assert "Ada" in names
    student.clicks(student.all(PersonCard)[0])
    student.opens("storm-damage")
    assert student.marked() == [("unverified-figure", "up to 900 homes")]


def test_a_known_name_is_that_person_however_it_is_typed(ada_and_ben: Student) -> None:
    works_as(ada_and_ben, "ada")
    ada_and_ben.opens("storm-damage")
    assert ada_and_ben.marked() == [("unverified-figure", "up to 900 homes")]


def test_two_people_keep_their_own_looks(ada_and_ben: Student) -> None:
    ben = ada_and_ben
    usual = ben.window.look
    ben.presses("Ctrl++", "Ctrl++")
    larger = ben.window.look.scale
    assert larger > usual.scale
    works_as(ben, "Ada")
    assert ben.window.look == usual
    works_as(ben, "Ben")
    assert ben.window.look.scale == larger


@pytest.fixture
def lunch(tmp_path: Path) -> Path:
    file = tmp_path / "lunch.claimlesson"
    file.write_bytes(bundle_folder(lessons() / "canteen-survey"))
    return file


def test_a_file_that_starts_the_program_waits_for_who_is_working(ada_and_ben: Student, lunch: Path) -> None:
    """A lesson opened from outside must not be opened as whoever was here last."""
    ada_and_ben.restarts(lunch)
    assert ada_and_ben.all(People), "first it is asked who is working"
    ada_and_ben.clicks(ada_and_ben.all(PersonCard)[0])
    assert ada_and_ben.room.session.lesson.slug == "canteen-survey"


def test_nothing_opens_as_the_person_who_has_left(ada_and_ben: Student, lunch: Path) -> None:
    ada_and_ben.presses("Ctrl+Shift+N")
    ada_and_ben.drops(lunch)
    assert ada_and_ben.start.desk.room is None
    assert ada_and_ben.sees("Say first who is working, then “lunch.claimlesson” opens.")
    ada_and_ben.clicks(ada_and_ben.all(PersonCard)[0])
    assert ada_and_ben.room.session.lesson.slug == "canteen-survey"
    assert ada_and_ben.start.desk._study.person.name == "Ada"


def test_larger_text_while_nobody_is_chosen_is_nobodys_wish(ada_and_ben: Student) -> None:
    usual = ada_and_ben.window.look.scale
    ada_and_ben.presses("Ctrl+Shift+N", "Ctrl++")
    assert ada_and_ben.window.look.scale > usual
    works_as(ada_and_ben, "Ben")
    assert ada_and_ben.window.look.scale == usual
