"""Single gestures through the accessibility tree alone; test_three_ways.py finishes a whole lesson by it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible

from claimlight.core.annotation import Annotation
from robots import Student
from tree_robot import TreeReader, description_of, name_of

Role = QAccessible.Role
TITLE = "Class 6B has news about lunch"
LIST, POINTS = "Who says what", "How your points add up"
WASTE = "half of us throw part of our lunch away every day"
LINE = "The line is slow because there is only one checkout"
COOKS = "two of her cooks left last year"


@pytest.fixture
def tree(student: Student) -> Iterator[TreeReader]:
    """With a screen reader listening: without one, Qt does not tell its tree what goes out of a list."""
    QAccessible.setActive(True)
    yield TreeReader(student)
    QAccessible.setActive(False)


def in_hand(student: Student) -> Annotation | None:
    return student.session.annotations.get(student.page.current)


def test_the_list_is_a_list_and_a_row_that_is_selected_is_in_hand(student: Student, tree: TreeReader) -> None:
    tree.press(TITLE)
    for words in (WASTE, COOKS):
        tree.select(words)
        tree.press("Claim")
    listing = tree.find(Role.List, LIST)
    assert listing.childCount() == 2
    assert listing.child(0).role() == Role.ListItem
    assert not tree.row(LIST, COOKS).state().selected
    tree.take_row(LIST, COOKS)
    assert tree.row(LIST, COOKS).state().selected
    assert not tree.row(LIST, WASTE).state().selected
    held = in_hand(student)
    assert held is not None
    assert held.quote.exact == COOKS
    tree.choose("Mark", "Move its end back a word")
    assert student.marked()[1] == ("claim", COOKS.rsplit(" ", 1)[0])
    tree.choose("Mark", "Remove highlight")
    assert student.marked() == [("claim", WASTE)]
    tree.choose("Edit", "Undo")
    assert len(tree.rows(LIST)) == 2


def test_the_caret_that_a_screen_reader_moves_finds_highlights_and_sentences(
    student: Student, tree: TreeReader
) -> None:
    tree.press(TITLE)
    tree.select(WASTE)
    tree.press("Claim")
    tree.put_caret(LINE)
    student.announcements.clear()
    tree.put_caret(WASTE)
    assert student.heard_last().startswith("Claim, 11 words, paragraph ")
    tree.put_caret(LINE)
    assert student.heard_last() == "Out of the highlight"
    tree.choose("Mark", "Take the whole sentence")
    tree.press("Claim")
    assert LINE in student.marked()[1][1]


def test_a_pen_says_that_it_is_held_and_a_click_in_the_menu_puts_it_down(student: Student, tree: TreeReader) -> None:
    tree.press(TITLE)
    tree.put_caret("The line is slow")
    assert not tree.find(Role.CheckBox, "Claim").state().checked
    tree.press("Claim")
    assert tree.find(Role.CheckBox, "Claim").state().checked
    tree.choose("Mark", "Put the pen down")
    assert not tree.find(Role.CheckBox, "Claim").state().checked


def test_the_points_are_a_list_and_a_row_of_it_shows_its_card(student: Student, tree: TreeReader) -> None:
    tree.press(TITLE)
    for words in (WASTE, LINE, COOKS):
        tree.select(words)
        tree.press("Claim")
    tree.press("Check my work")
    tree.press("Check for the last time")
    rows = tree.rows(POINTS)
    assert all(len(row) > 10 for row in rows)
    wanted = next(row for row in rows if COOKS in row)
    tree.take_row(POINTS, COOKS)
    assert tree.row(POINTS, COOKS).state().selected
    (card,) = [node for node in tree.nodes(Role.Border) if "paragraph" in description_of(node)]
    assert name_of(card).split(",")[0] in wanted


def test_nothing_shown_that_can_be_pressed_is_without_a_name(student: Student, tree: TreeReader) -> None:
    tree.press(TITLE)
    for role in (Role.Button, Role.CheckBox, Role.List, Role.EditableText, Role.ListItem):
        assert "" not in tree.names(role), role
