"""The student robot finishes a whole lesson three times: by mouse, by keyboard, and by the accessibility tree alone.

Each is watched: a hand that takes the mouse in the story of the keyboard, or a key in that of the mouse, is an error.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from claimlight.ui.cards import LessonCard
from claimlight.ui.content_note import ContentNote
from claimlight.ui.points import PointsView
from claimlight.ui.review_card import ReviewDock
from claimlight.ui.shelf import Shelf
from robot_hands import wait_until
from robots import Student
from tree_robot import TreeReader, description_of, name_of

Role = QAccessible.Role
SLUG, TITLE = "canteen-survey", "Class 6B has news about lunch"
LIST, POINTS = "Who says what", "How your points add up"
WASTE = "half of us throw part of our lunch away every day"
LINE = "The line is slow because there is only one checkout"
COOKS = "two of her cooks left last year"
FOUND = [("claim", WASTE), ("claim", LINE), ("claim", COOKS)]


class _Watch(QObject):
    """Notes what hands do in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.used.add("keyboard")
        elif isinstance(event, QMouseEvent | QWheelEvent):
            self.used.add("mouse")
        return False


@contextmanager
def watched(only: set[str]) -> Iterator[None]:
    watch, application = _Watch(), QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    try:
        yield
    finally:
        application.removeEventFilter(watch)
    assert watch.used == only


def is_finished(student: Student) -> None:
    """The same work, the same points, and back on the shelf, whatever the way."""
    assert student.all(Shelf)
    assert student.start.desk.room is None
    assert student.sees("The answers are shown")
    student.opens(SLUG)
    assert student.kept() == FOUND
    grade = student.session.grade()
    assert grade is not None
    assert (grade.points, grade.possible) == (3, 6)


def test_by_mouse_alone(student: Student) -> None:
    with watched({"mouse"}):
        student.clicks(next(card for card in student.all(LessonCard) if card.card.title == TITLE))
        student.clicks("Skip the tour")
        student.highlights_by_palette(WASTE, as_="claim")
        student.takes_pen("claim")
        student.drags(LINE)
        student.takes_pen("claim")
        assert student.page.pen == ""
        student.clicks("Check my work")
        student.clicks("Keep reading")
        student.highlights_by_palette(COOKS, as_="claim")
        student.clicks("Check my work")
        assert student.sees("Still hidden")
        student.clicks("Check for the last time")
        cards = len(student.point_rows())
        for _card in range(cards - 1):
            student.clicks("Next mark")
        assert student.sees(f"{cards} of {cards}")
        student.clicks_row(next(iter(student.all(PointsView))), COOKS)
        assert student.sees("Claim, exact")
        student.clicks("Back to the shelf")
    is_finished(student)


def test_by_keyboard_alone(student: Student) -> None:
    with watched({"keyboard"}):
        student.tabs_to(TITLE)
        student.presses("Return")
        assert not student.all(ContentNote)
        student.tabs_to("Skip the tour")
        student.presses("Return")
        assert student.page.hasFocus()
        for words in (WASTE, LINE):
            student.highlights_by_keys(words, as_="claim")
        student.presses("Ctrl+Return")
        assert student.focused() is student.button("Keep reading")
        student.presses("Return")
        student.presses("Ctrl+F")
        student.types(COOKS)
        student.presses("Esc", "1", "F6")
        assert student.focused() is student.listing
        student.presses("F6", "F6", "Ctrl+Return", "Ctrl+Return")
        (dock,) = student.all(ReviewDock)
        assert student.focused() is dock, "the first card has the keyboard"
        cards = len(student.point_rows())
        student.presses(*["N"] * (cards - 1))
        assert student.sees(f"{cards} of {cards}")
        student.presses("F6")
        assert student.focused() is student.points
        student.presses("P", "Ctrl+W")
    is_finished(student)


def test_by_the_accessibility_tree_alone(student: Student) -> None:
    QAccessible.setActive(True)
    tree = TreeReader(student)
    with watched(set()):
        reads_and_finishes(student, tree)
    QAccessible.setActive(False)
    is_finished(student)


def reads_and_finishes(student: Student, tree: TreeReader) -> None:
    assert tree.has(Role.StaticText, "Read like a reporter.")
    tree.press(TITLE)
    tree.press("Skip the tour")
    assert name_of(tree.focus()) == TITLE
    assert tree.has(Role.StaticText, "Find what people claim, and leave out what they only feel, ask or wish.")
    for words in (WASTE, LINE):
        tree.select(words)
        tree.press("Claim")
        assert student.heard_last().startswith("Claim, ")
    assert [WASTE in row for row in tree.rows(LIST)] == [True, False]
    tree.press("Check my work")
    tree.press("Keep reading")
    tree.select(COOKS)
    tree.press("Claim")
    student.announcements.clear()
    tree.press("Check my work")
    assert student.announcements, "what the check found is said"
    assert tree.has(Role.StaticText, "1 check left")
    tree.press("Check for the last time")
    wait_until(lambda: student.hears("3 of 6 points"), "the points said")
    read = reads_cards(tree)
    points = tree.rows(POINTS)
    assert len(read) == len(points)
    assert read.count("Claim, exact") == sum(row.startswith("Caught") for row in points) == 3
    assert read.count("Claim, missed") == 3
    tree.press("Back to the shelf")


def reads_cards(tree: TreeReader) -> list[str]:
    """The verdict of every card: the first has the keyboard when the answers come."""
    card = tree.focus()
    assert "paragraph" in description_of(card)
    read = [name_of(card)]
    while not tree.find(Role.Button, "Next mark").state().disabled:
        tree.press("Next mark")
        (card,) = [node for node in tree.nodes(Role.Border) if "paragraph" in description_of(node)]
        read.append(name_of(card))
    return read
