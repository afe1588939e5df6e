"""The tour of the first lesson: it follows the reader's own steps, can be skipped, and comes once."""

import pytest
from PySide6.QtCore import QPoint

from claimlight.ui.controls import Paragraph
from robots import Student


def test_the_tour_follows_the_first_steps(student: Student) -> None:
    student.presses("Enter")
    assert student.sees("1 of 4")
    assert student.hears("Somebody says here that something is so.")
    student.clicks("Next")
    assert student.sees("Now you: sweep over the words of another claim.")
    student.highlights("two of her cooks left last year", as_="claim")
    assert student.sees("3 of 4")
    student.clicks("Next")
    assert student.sees("First you get hints. The last check shows the answers and your points.")
    assert not student.can_press("Skip the tour"), "there is nothing left to skip"
    student.clicks("Start")
    assert not student.can_press("Start")
    assert student.page.hasFocus()


def test_no_step_loses_a_line(student: Student) -> None:
    student.presses("Enter")
    tour = student.room.tour
    assert tour is not None
    for _step in range(4):
        [words] = tour.findChildren(Paragraph)
        assert words.height() >= words.heightForWidth(words.width()), words.text()
        tour.next.click()


def test_a_skipped_tour_does_not_come_back(student: Student) -> None:
    student.presses("Enter")
    student.clicks("Skip the tour")
    assert not student.can_press("Skip the tour")
    student.restarts()
    student.opens("canteen-survey")
    assert student.room.tour is None


def test_the_tour_is_the_next_thing_by_keyboard(student: Student) -> None:
    student.presses("Enter")
    student.presses("Tab", "Tab")  # over the worked example, and out of the article
    assert student.room.tour is not None
    assert student.room.tour.skip.hasFocus()
    student.presses("Space")
    assert not student.can_press("Start")
    assert student.page.hasFocus()


def test_esc_ends_the_tour_for_good(student: Student) -> None:
    student.presses("Enter")
    student.presses("Esc")
    assert not student.can_press("Skip the tour")
    student.restarts()
    student.opens("canteen-survey")
    assert student.room.tour is None, "it comes once"


def test_esc_on_the_note_itself_ends_the_tour_too(student: Student) -> None:
    student.presses("Enter")
    tour = student.room.tour
    assert tour is not None
    tour.next.setFocus()
    student.presses("Esc")
    assert not tour.isVisible()
    assert student.page.hasFocus()


def test_esc_puts_down_the_pen_before_it_ends_the_tour(student: Student) -> None:
    student.presses("Enter")
    student.takes_pen("claim")
    student.presses("Esc")
    assert student.can_press("Skip the tour")
    student.presses("Esc")
    assert not student.can_press("Skip the tour")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 600)])
def test_the_first_note_covers_no_word_of_the_article(student: Student, width: int, height: int) -> None:
    student.window.resize(width, height)
    student.presses("Enter")
    tour, page = student.room.tour, student.page
    assert tour is not None
    column = page.viewport().mapTo(student.room, QPoint(round(page.column.right), 0)).x()
    assert tour.geometry().left() >= column
    example = page.rect_of(student.session.examples[0].main.span)
    assert page.viewport().rect().contains(example), "what it is about is in sight"
