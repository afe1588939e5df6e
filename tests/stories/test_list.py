"""The list beside the page has the same powers as the page, and both go in step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from claimlight.ui.highlight_card import HighlightCard
from claimlight.ui.ledger_list import LedgerView
from robot_hands import click, settle
from robots import Student

GUST = "a gust of 131 kilometres an hour"
CALM = "By evening the rain had stopped"


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("storm-damage")
    student.highlights(GUST, as_="claim")
    student.highlights(CALM, as_="denial")
    return student


def test_a_click_in_the_list_goes_to_the_words(reader: Student) -> None:
    for words in (GUST, CALM):
        reader.clicks_row(reader.listing, words)
        assert reader.page.current == reader.highlight_on(words).id
        shown = reader.page.rect_of(reader.span(words))
        assert reader.page.viewport().rect().contains(shown)


def test_the_caret_in_the_words_lights_the_row(reader: Student) -> None:
    for words in (GUST, CALM):
        reader.clicks_words(words)
        assert reader.listing.current() == reader.highlight_on(words).id
    reader.clicks_words("brown water")
    assert reader.listing.current() == ""


def test_arrows_walk_the_list_and_the_page_follows(reader: Student) -> None:
    reader.presses("Ctrl+Home", "F6")
    assert reader.focused() is reader.listing
    reader.presses("Home", "Down")
    assert reader.page.current == reader.highlight_on(CALM).id
    reader.presses("Up")
    assert reader.page.current == reader.highlight_on(GUST).id
    assert reader.focused() is reader.listing


def test_a_row_is_renamed_moved_and_removed_by_the_same_keys(reader: Student) -> None:
    reader.clicks_row(reader.listing, CALM)
    reader.presses("1")
    assert reader.marked() == [("claim", GUST), ("claim", CALM)]
    reader.presses("[")
    assert reader.marked()[1] == ("claim", "By evening the rain had")
    assert reader.focused() is reader.listing
    reader.presses("Del")
    assert reader.marked() == reader.kept() == [("claim", GUST)]
    reader.presses("Ctrl+Z")
    assert len(reader.marked()) == 2


def test_a_row_is_opened_by_enter_and_by_double_click(reader: Student) -> None:
    reader.clicks_row(reader.listing, GUST)
    reader.presses("Return")
    assert reader.all(HighlightCard)
    reader.presses("Esc")
    reader.clicks_row(reader.listing, CALM, times=2)
    (card,) = reader.all(HighlightCard)
    assert "By evening" in card.accessibleName()


def test_rows_stand_in_the_order_of_the_page(reader: Student) -> None:
    reader.highlights("brown water", as_="claim")
    assert [row.split(", ")[1] for row in reader.list_rows()] == ["brown water", GUST, CALM]


def test_taking_one_highlight_away_leaves_the_others_alone(reader: Student) -> None:
    reader.clicks_words(GUST)
    reader.presses("Del")
    assert reader.marked() == [("denial", CALM)]
    reader.presses("Del")
    assert reader.marked() == [("denial", CALM)], "nothing is in hand, so nothing goes"


def test_del_in_the_list_walks_on_through_the_rows(reader: Student) -> None:
    reader.clicks_row(reader.listing, GUST)
    reader.presses("Del", "Del")
    assert reader.marked() == reader.kept() == []


def test_in_a_narrow_window_it_folds_to_a_rail_that_opens(reader: Student) -> None:
    reader.window.resize(1024, 700)
    settle()
    rail = reader.room.list.rail
    assert rail.isVisible()
    assert reader.listing.width() < 80
    reader.clicks_row(reader.listing, GUST)
    assert reader.page.current == reader.highlight_on(GUST).id
    reader.clicks("Show Who says what")
    assert not rail.isVisible()
    assert reader.focused() is reader.listing


def test_each_shape_shows_what_was_marked_while_the_other_was_seen(reader: Student) -> None:
    reader.window.resize(1024, 700)
    settle()
    reader.clicks_row(reader.listing, GUST)
    reader.presses("Del")
    reader.clicks("Show Who says what")
    assert reader.listing.model().rowCount() == len(reader.marked()) == 1
    reader.presses("Ctrl+Z")
    reader.window.resize(1000, 700)
    settle()
    rows = reader.listing.model().rowCount()
    assert rows == len(reader.marked()) == 2


def test_at_large_text_it_lies_behind_a_tab(reader: Student) -> None:
    reader.window.resize(1024, 700)
    for _step in range(8):
        reader.presses("Ctrl++")
    assert not reader.all(LedgerView)
    reader.presses("F6")
    assert reader.focused() is reader.listing
    assert not reader.page.isVisible()
    reader.presses("F6")
    assert reader.page.hasFocus()
    click(reader.button("Who says what, 2"))
    assert reader.listing.isVisible()


def test_the_pointer_over_a_highlight_lifts_it(reader: Student) -> None:
    reader.places(reader.span(CALM))
    middle = reader.page.rect_of(reader.span(CALM)).center()
    QTest.mouseMove(reader.window.windowHandle(), reader.page.viewport().mapTo(reader.window, middle))
    settle()
    assert reader.highlight_on(CALM).id in reader.page.lifted()
    assert reader.page.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
