"""From the first start to reading, and the shelf behind it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel

from claimlight.files.places import lessons
from claimlight.ui.cards import LessonCard
from claimlight.ui.content_note import ContentNote
from claimlight.ui.first_frame import FirstFrame
from claimlight.ui.first_minute import FirstMinute
from claimlight.ui.people import People
from claimlight.ui.reading_room import ReadingRoom
from claimlight.ui.shelf import Shelf
from claimlight.ui.wordmark import Wordmark
from robot_hands import settle
from robots import Student

EASY, MIDDLE = "Class 6B has news about lunch", "Storm Ilse: a town counts its losses"
HARD = "“Significant losses”: an interview and a missing number"


def test_one_click_and_the_student_is_reading(student: Student) -> None:
    assert student.all(FirstMinute)
    assert student.cards() == [EASY, MIDDLE], "the easy ones, easiest first"
    assert student.sees("Read like a reporter.")
    assert not student.all(People), "a name is asked for only when there is something to hand in"
    student.clicks(student.all(LessonCard)[0])
    assert student.all(ReadingRoom)
    assert student.page.hasFocus()
    assert student.window.windowTitle() == f"{EASY} – Claimlight"
    assert student.sees("Find what people claim, and leave out what they only feel, ask or wish.")
    assert student.sees("Marks where nothing belongs cost half a point each. The first is free.")


def test_harder_lessons_are_one_click_away(student: Student) -> None:
    assert HARD not in student.cards()
    assert student.sees("1 harder one, grade 12")
    student.clicks("More lessons")
    assert student.all(Shelf)
    assert student.cards() == [EASY, MIDDLE, HARD]
    assert student.sees("3 lessons on this laptop")
    assert student.sees("Content note: War, deaths of civilians")


def test_a_hard_lesson_says_first_what_it_is_about(student: Student) -> None:
    student.opens("significant-losses", reads_note=False)
    assert student.all(ContentNote)
    assert student.sees("This article is about")
    assert student.sees("War, deaths of civilians")
    assert not student.all(ReadingRoom)
    student.clicks("Choose another")
    assert EASY in student.cards()
    student.opens("significant-losses", reads_note=False)
    student.presses("Esc")
    assert not student.all(ContentNote)
    student.opens("significant-losses", reads_note=False)
    student.presses("Return")
    assert student.all(ReadingRoom)


def test_the_note_is_shown_once_not_whenever_work_goes_on(student: Student) -> None:
    student.opens("significant-losses")
    sentence = student.text.sentences[0].span
    student.highlights(sentence, as_="claim")
    student.clicks("Shelf")
    student.opens("significant-losses", reads_note=False)
    assert student.all(ReadingRoom)


def test_who_has_begun_finds_the_shelf_with_continue_first(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.restarts()
    assert student.all(Shelf)
    assert student.cards()[0] == MIDDLE
    assert student.sees("Continue")
    assert student.sees("1 highlight, paragraph 2 of 11")
    student.opens("storm-damage")
    assert student.marked() == [("unverified-figure", "up to 900 homes")]


def test_a_look_into_a_lesson_is_no_work_that_waits(student: Student) -> None:
    student.opens("storm-damage")
    student.clicks("Shelf")
    assert not any("0 highlights" in card.card.spoken() for card in student.all(LessonCard))


def test_the_shelf_is_searched_and_filtered(student: Student) -> None:
    student.clicks("More lessons")
    student.presses("/")
    student.types("storm")
    assert student.cards() == [MIDDLE]
    student.presses("Esc")
    assert len(student.cards()) == 3
    student.types("unicorns")
    assert student.cards() == []
    assert student.sees("No lesson here fits this search.")
    student.clicks("Show all lessons")
    assert len(student.cards()) == 3


def test_the_shelf_by_keyboard(student: Student) -> None:
    student.clicks("More lessons")
    for title in (EASY, MIDDLE, HARD):
        focused = student.focused()
        assert isinstance(focused, LessonCard)
        assert focused.card.title == title
        student.presses("Right")
    student.presses("Left", "Return")
    assert student.window.windowTitle() == f"{MIDDLE} – Claimlight"


def test_ctrl_w_leads_back_to_the_shelf(student: Student) -> None:
    assert not student.command("shelf").isEnabled()
    student.opens("canteen-survey")
    student.presses("Ctrl+W")
    assert student.all(Shelf)
    assert student.window.windowTitle() == "Claimlight"
    assert isinstance(student.focused(), QAbstractButton)


@pytest.mark.parametrize("id", ["undo", "remove", "sentence", "note", "check", "find", "next-mark", "other-pane"])
def test_on_the_shelf_the_commands_of_a_lesson_rest(student: Student, id: str) -> None:
    student.opens("canteen-survey")
    student.presses("Ctrl+W")
    assert not student.command(id).isEnabled()


def test_the_shelf_says_how_far_work_has_come_and_when_it_was_last_open(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights(student.text.sentences[0].span, as_="claim")
    student.clicks("Shelf")
    assert student.sees("1 highlight, paragraph 1 of 11. 2 checks left · last opened today")


def test_the_name_of_the_program_stands_in_one_place_on_every_page(student: Student) -> None:
    """On the first minute, the shelf and “Who is working?”, in a small window and with large text."""
    for width, scale in ((1280, 1.0), (1920, 1.0), (1024, 2.0)):
        student.window.resize(width, 700)
        student.start.desk.wardrobe.change_look(replace(student.window.look, scale=scale))
        places = []
        for show in (student.start.desk.show_home, student.start.desk.show_shelf, student.start.desk.show_people):
            show()
            settle()
            (name,) = student.all(Wordmark)
            places.append((name.mapTo(student.window, name.rect().topLeft()), name.size()))
        frame = FirstFrame(student.window.look)
        student.window.pages.addWidget(frame)
        student.window.pages.setCurrentWidget(frame)
        settle()
        label = frame.findChild(QLabel)
        assert label is not None
        middle = label.mapTo(student.window, label.rect().center())
        place, size = places[0]
        assert places == [(place, size)] * 3
        assert label.mapTo(student.window, label.rect().topLeft()).x() == place.x()
        assert abs(middle.y() - (place.y() + size.height() // 2)) <= 1


def test_the_name_stays_where_the_first_blink_showed_it(student: Student) -> None:
    """The first page has no menu bar above it yet."""
    (name,) = student.all(Wordmark)
    blink = FirstFrame(student.window.look)
    blink.resize(student.window.size())
    blink.set_look(student.window.look)  # it has not been shown, so that no resize has reached it
    label = blink.findChild(QLabel)
    assert label is not None
    assert label.x() == name.mapTo(student.window, name.rect().topLeft()).x()
    assert abs(label.geometry().center().y() - name.mapTo(student.window, name.rect().center()).y()) <= 2
    blink.deleteLater()


def test_a_lesson_that_starts_the_program_has_its_tour_beside_the_example(tmp_path: Path) -> None:
    """As by a double click on its file."""
    student = Student(tmp_path / "data", path=lessons() / "canteen-survey")
    settle()
    tour = student.room.tour
    assert tour is not None
    assert tour.height() >= tour.heightForWidth(tour.width())
    example = student.room.session.examples[0].main.span
    corner = student.page.viewport().mapTo(student.room, QPoint())
    note = student.room.notes.rect_about(example)
    assert note is not None
    assert abs(tour.geometry().top() - note.translated(corner).bottom()) < 40
    assert not tour.geometry().intersects(student.page.rect_of(example).translated(corner))
    student.leaves()
