"""Homework and assessment in the student's room: one button finishes, nothing is told before the teacher says so."""

from pathlib import Path

import pytest

from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import open_lesson
from claimlight.ui.cards import LessonCard
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.ledger_list import LedgerView
from claimlight.ui.review_card import ReviewDock
from claimlight.ui.shelf import Shelf
from claimlight.ui.shelf_card import ShelfState
from lesson_maker import built_lesson, given_out
from robot_hands import wait_until
from robots import Student

WHEN = {
    Mode.HOMEWORK: "The answers come when your teacher says.",
    Mode.ASSESSMENT: "The answers come with your teacher’s marks.",
}


@pytest.fixture(params=list(WHEN))
def mode(request: pytest.FixtureRequest) -> Mode:
    return Mode(request.param)


@pytest.fixture
def reader(student: Student, three_lessons: Path, mode: Mode) -> Student:
    """Somebody with a name, and with the storm as homework, or as assessment, from a file."""
    student.is_now("Mila")
    student.opens_file(given_out(three_lessons / "storm-damage", mode))
    return student


def marks_three(reader: Student) -> None:
    reader.highlights("up to 900 homes", as_="unverified-figure")
    reader.highlights("about 50 boats", as_="claim")
    reader.highlights("people stood in their doorways", as_="claim")


def test_one_button_finishes_and_says_what_happens_next(reader: Student, mode: Mode) -> None:
    assert reader.sees("cost half a point each"), "what marks cost is told before"
    assert not reader.can_press("Check my work")
    assert not reader.sees("left"), "there are no checks to count"
    marks_three(reader)
    reader.clicks("Finish and hand in")
    assert reader.session.waiting
    assert reader.sees("Your work is closed and waits to be handed in.")
    assert reader.sees(WHEN[mode])
    assert reader.heard_last() == f"Your work is closed and waits to be handed in. {WHEN[mode]}"
    assert reader.focused() is reader.button("Back to the shelf")


def test_nothing_is_told_of_the_answers(reader: Student) -> None:
    marks_three(reader)
    reader.presses("Ctrl+Return")
    assert reader.session.closed
    for words in ("hidden", "Look here", "points", "of 10", "Hint", "Not yet", "Secure"):
        assert not reader.sees(words), words
    assert not reader.all(ReviewDock)


def test_the_closed_page_can_be_read_and_not_changed(reader: Student) -> None:
    marks_three(reader)
    reader.clicks("Finish and hand in")
    before = reader.kept()
    assert len(reader.list_rows()) == 3, "the list stays"
    for id in ("undo", "redo", "remove", "note", "check", "again", "sentence"):
        assert not reader.command(id).isEnabled(), id
    reader.presses("Ctrl+Z", "Ctrl+Return")
    reader.clicks_words("up to 900 homes")
    reader.presses("Del", "2", "]", "Return")
    reader.clicks_row(reader.listing, "about 50 boats", times=2)
    reader.presses("Del")
    reader.drags("tempers were short as well")
    assert not reader.room.marking.palette.isVisible()
    reader.presses("1")
    reader.clicks_words("about 50 boats")
    assert reader.kept() == before
    assert len(reader.painted()) == 3
    assert not reader.sees("could not")


def test_the_shelf_has_it_ready_to_hand_in_and_opens_it_closed(reader: Student, mode: Mode) -> None:
    marks_three(reader)
    reader.clicks("Finish and hand in")
    reader.clicks("Back to the shelf")
    assert reader.all(Shelf)
    assert reader.sees("Ready to hand in")
    assert reader.sees("Closed, not handed in yet")
    title = reader._title_here("storm-damage")
    states = {bool(card.card.given): card.card.state for card in reader.all(LessonCard) if card.card.title == title}
    assert states == {True: ShelfState.READY, False: ShelfState.NEW}, "the practice stands there as before"
    reader.restarts()
    reader.clicks(next(card for card in reader.all(LessonCard) if card.card.given))
    assert reader.session.waiting
    assert reader.sees(WHEN[mode])
    assert len(reader.painted()) == 3


def test_the_answers_open_as_in_practice_once_they_are_let_go(reader: Student, three_lessons: Path) -> None:
    marks_three(reader)
    reader.clicks("Finish and hand in")
    key = open_lesson(three_lessons / "storm-damage").texts[0].key
    assert key is not None
    reader.session.release(key)
    (dock,) = reader.all(ReviewDock)
    assert dock.hasFocus()
    assert not reader.all(LedgerView)
    assert not reader.all(LabelBar)
    assert reader.point_rows()
    assert not reader.can_press("Start again"), "there is one hand-in"
    reader.clicks("Back to the shelf")
    assert reader.all(Shelf)


def test_with_very_little_marked_it_asks_first(reader: Student) -> None:
    reader.highlights("up to 900 homes", as_="unverified-figure")
    reader.clicks("Finish and hand in")
    assert reader.sees("Finish already? After this your work is closed.")
    reader.clicks("Keep reading")
    assert not reader.session.closed
    reader.clicks("Finish and hand in")
    reader.clicks("That is all I found")
    assert reader.session.waiting


def test_my_progress_opens_with_work_that_has_no_marks_yet(reader: Student) -> None:
    marks_three(reader)
    reader.clicks("Finish and hand in")
    reader.clicks("Back to the shelf")
    reader.clicks("My progress")
    wait_until(lambda: reader.window.windowTitle().startswith("My progress"), "the progress page")
    for word in ("Not yet", "Getting there", "Secure", "0 of"):
        assert not reader.sees(word), word


def test_the_next_lesson_is_checked_as_usual(reader: Student) -> None:
    marks_three(reader)
    reader.clicks("Finish and hand in")
    reader.clicks("Back to the shelf")
    assert reader.command("check").text() == "&Check my work"
    reader.opens("canteen-survey")
    assert reader.can_press("Check my work")


def test_a_practice_without_answers_says_that_it_cannot_be_checked(student: Student, tmp_path: Path) -> None:
    folder = built_lesson(tmp_path / "fares", key=None)
    student.start.desk.open_file(folder)
    assert student.sees("This lesson has no answers yet, so there is nothing to check with.")
    student.highlights("Fares will double by spring", as_="claim")
    student.presses("Ctrl+Return")
    assert not student.button("Check my work").isEnabled()
    assert not student.session.closed
    student.presses("Ctrl+W")
    assert student.sees("Fares will double")
