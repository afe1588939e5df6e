"""Text at 200 % on a small laptop: the article keeps its room, and every tool can be reached."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from claimlight.ui.find_bar import FindBar
from claimlight.ui.key_card import KeyCard
from claimlight.ui.text_menu import TextMenu
from robot_hands import click, settle
from robots import Student

TOOLS = ["Text and colours", "Find in the article", "Everything by keyboard"]


@pytest.fixture
def reader(student: Student) -> Student:
    """At the smallest screen and the largest text that we promise."""
    student.opens("storm-damage")
    small(student)
    return student


def small(student: Student, width: int = 1024) -> None:
    student.window.resize(width, 600)
    student.start.desk.wardrobe.change_look(replace(student.window.look, scale=2.0))
    settle()


def lines_seen(student: Student) -> float:
    return student.page.viewport().height() / student.window.look.article_line("en")


def the_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def by_mouse(student: Student, number: int) -> None:
    student.clicks("More tools")
    menu = the_menu()
    click(menu, menu.actionGeometry(menu.actions()[number]).center())


def by_keys(student: Student, number: int) -> None:
    student.button("More tools").setFocus(Qt.FocusReason.TabFocusReason)
    student.presses("Return")
    menu = the_menu()
    for key in ["Down"] * number + ["Return"]:
        click_key(menu, key)


def click_key(menu: QMenu, key: str) -> None:
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    QTest.keyClick(menu, QKeySequence(key)[0].key())  # type: ignore[index] # iterable by its index
    settle()


def test_the_article_keeps_more_than_five_lines(reader: Student) -> None:
    assert lines_seen(reader) > 5
    assert not any(reader.can_press(name) for name in TOOLS)
    for button in reader.all(QAbstractButton):
        if button.window() is reader.window:
            here = button.mapTo(reader.window, button.rect().bottomRight())
            assert reader.window.rect().contains(here), f"“{button.text()}” is cut"


@pytest.mark.parametrize("choose", [by_mouse, by_keys])
def test_the_folded_tools_are_behind_three_dots(reader: Student, choose: Callable[[Student, int], None]) -> None:
    reader.clicks("More tools")
    menu = the_menu()
    assert menu.accessibleName() == "More tools"
    assert [action.text() for action in menu.actions()] == TOOLS
    menu.close()
    settle()
    choose(reader, 0)
    assert reader.all(TextMenu)
    reader.presses("Esc")
    choose(reader, 1)
    (bar,) = reader.all(FindBar)
    assert bar.field.hasFocus()
    reader.presses("Esc")
    choose(reader, 2)
    assert reader.all(KeyCard)


def test_everything_is_marked_and_checked_from_there(reader: Student) -> None:
    """The labels say their short names in one line; the check stands beside the tabs."""
    labels = reader.room.bar.labels.buttons
    assert [label.accessibleName() for label in labels] == ["Claim", "Denial", "Unverified figure"]
    assert [label.words for label in labels] == ["Claim", "Denial", "Figure"]
    assert len({label.y() for label in labels}) == 1
    for words in ("up to 900 homes", "186 people on the list", "around 4,000 homes"):
        reader.highlights(words, as_="unverified-figure")
    assert reader.sees("Who says what, 3")
    reader.clicks("Check my work")
    assert reader.session.checks_left == 1
    assert reader.sees("Look in paragraph "), "the tab with the hints is opened"
    assert not reader.page.isVisible()
    reader.presses("F6")
    assert reader.page.hasFocus()


def test_a_larger_window_gives_everything_its_place_again(reader: Student) -> None:
    reader.window.resize(1920, 1000)
    settle()
    reader.start.desk.wardrobe.change_look(replace(reader.window.look, scale=1.0))
    settle()
    assert all(reader.can_press(name) for name in TOOLS)
    assert not reader.can_press("More tools")
    assert reader.room.strip.isVisible()
    assert reader.room.strip.isAncestorOf(reader.button("Check my work"))
    assert reader.sees("2 checks left")
    assert [label.words for label in reader.room.bar.labels.buttons] == ["Claim", "Denial", "Unverified figure"]
