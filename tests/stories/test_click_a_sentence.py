"""*Click a sentence, then a label*: nothing to drag, nothing to click twice, nothing that depends on time."""

import pytest
from PySide6.QtCore import QPoint

from claimlight.core.article import Span
from robot_hands import click, drag
from robots import Student

VARGA = "Mayor Tomas Varga told journalists that up to 900 homes had been damaged."
GUST = (
    "The National Weather Office measured a gust of 131 kilometres an hour at the airport, "
    "and a university weather station on the hill recorded the same speed."
)


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("storm-damage")
    student.command("by-sentence").trigger()
    return student


def taken(reader: Student) -> str:
    span = reader.page.selection()
    return "" if span is None else reader.text[span]


def test_a_click_takes_the_sentence_and_a_click_on_a_label_marks_it(reader: Student) -> None:
    assert reader.hears("A click takes a whole sentence now; then choose a label.")
    reader.clicks_words("up to 900 homes")
    assert taken(reader) == VARGA
    assert reader.heard_last() == "Sentence of 13 words taken. Now choose a label."
    click(reader.room.marking.palette.buttons[2])
    assert reader.marked() == reader.kept() == [("unverified-figure", VARGA)]
    reader.clicks_words("at the airport")
    reader.takes_pen("claim")
    assert reader.marked() == [("unverified-figure", VARGA), ("claim", GUST)]


def test_another_click_takes_another_sentence_and_esc_lets_go(reader: Student) -> None:
    reader.clicks_words("up to 900 homes")
    reader.clicks_words("at the airport")
    assert taken(reader) == GUST
    reader.presses("Esc")
    assert taken(reader) == ""
    assert reader.heard_last() == "Let go"
    assert reader.marked() == []


def test_a_hand_that_trembles_or_clicks_too_often_takes_the_same_sentence(reader: Student) -> None:
    start, end = reader.places(reader.span("up to 900 homes"))
    drag(reader.page.viewport(), start, end + QPoint(0, 60))
    assert taken(reader) == VARGA
    for times in (2, 3, 4):
        reader.presses("Esc")
        click(reader.page.viewport(), start + QPoint(4, 0), times=times)
        assert taken(reader) == VARGA


@pytest.mark.parametrize("key", ["Space", "Return"])
def test_by_keyboard_the_sentence_at_the_caret_is_taken(reader: Student, key: str) -> None:
    reader.clicks_words("at the airport")
    reader.presses("Esc", key)
    assert taken(reader) == GUST
    reader.presses("1")
    assert reader.marked() == [("claim", GUST)]


def test_a_pen_that_is_held_marks_the_sentence_at_once(reader: Student) -> None:
    reader.takes_pen("denial")
    reader.clicks_words("up to 900 homes")
    assert reader.marked() == [("denial", VARGA)]


def test_a_highlight_is_taken_in_hand_by_its_tag(reader: Student) -> None:
    reader.clicks_words("up to 900 homes")
    reader.presses("2")
    page = reader.page
    start = page.point_at(reader.span(VARGA).start)
    tag = next(
        start + QPoint(x, y) for x in range(0, 12, 2) for y in range(6, 24, 2) if page.tag_at(start + QPoint(x, y))
    )
    click(page.viewport(), tag)
    assert page.current == reader.highlight_on(VARGA).id
    assert taken(reader) == ""
    reader.presses("Del")
    assert reader.marked() == []
    reader.presses("Ctrl+Z")
    assert reader.marked() == [("denial", VARGA)]


def test_the_sentence_is_no_longer_taken_once_it_is_switched_off(reader: Student) -> None:
    reader.command("by-sentence").trigger()
    assert reader.heard_last() == "A click only puts the caret there again."
    reader.clicks_words("up to 900 homes")
    assert taken(reader) == ""
    reader.drags("up to 900 homes")
    assert taken(reader) == "up to 900 homes"


def test_it_is_kept_for_the_person(reader: Student) -> None:
    reader.presses("Ctrl+Shift+N")
    reader.types("Ada")
    reader.presses("Return")
    assert not reader.command("by-sentence").isChecked()
    reader.command("by-sentence").trigger()
    reader.restarts()
    assert reader.command("by-sentence").isChecked()
    reader.opens("storm-damage")
    reader.clicks_words("up to 900 homes")
    assert taken(reader) == VARGA
    reader.presses("Ctrl+Shift+N")
    reader.types("Ben")
    reader.presses("Return")
    assert not reader.command("by-sentence").isChecked()


def test_between_two_paragraphs_the_nearest_sentence_is_taken(reader: Student) -> None:
    last_of_first = reader.text.blocks[0].end
    reader.places(Span(last_of_first - 1, last_of_first))
    below = reader.page.rect_of(Span(last_of_first - 1, last_of_first)).bottomLeft() + QPoint(2, 4)
    click(reader.page.viewport(), below)
    assert taken(reader) in (reader.text[sentence.span] for sentence in reader.text.sentences)


def test_after_the_answers_are_shown_a_click_only_shows_its_card(reader: Student) -> None:
    reader.clicks_words("up to 900 homes")
    reader.presses("3")
    reader.checks()
    reader.clicks("That is all I found")
    while not reader.session.closed:
        reader.checks_once()
        if reader.can_press("That is all I found"):
            reader.clicks("That is all I found")
    reader.clicks_words("at the airport")
    assert taken(reader) == ""
