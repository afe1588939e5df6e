"""On every screen, every control has a name and a role, room for a hand, a focus to be seen, and its turn with Tab."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QHeaderView, QMenuBar, QWidget
from shiboken6 import isValid

from claimlight.ui.highlight_card import HighlightCard
from claimlight.ui.key_card import KeyCard
from claimlight.ui.key_page import KeyPage
from claimlight.ui.popover import Popover
from claimlight.ui.progress_section import ProgressSection
from claimlight.ui.text_menu import TextMenu
from robot_eyes import rows_of
from robot_hands import bring_into_view, settle
from robots import Student

SMALLEST = 24
"""px; WCAG 2.2, target size (minimum)."""

SPEAKING_ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.PageTab,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.StaticText,
    QAccessible.Role.Grouping,
    QAccessible.Role.Pane,
}
"""What a control may say that it is. A bare `Client` or `NoRole` would tell nobody anything."""

READ_AS_A_WHOLE = {
    "ReviewDock": QAccessible.Role.Border,
    "PassageVerdict": QAccessible.Role.Border,
    "QScrollArea": QAccessible.Role.Client,
}
"""Not controls: one stop each, where name and description are read and the arrows scroll. PySide6 gives no better."""


@pytest.fixture
def student(qapp: object, tmp_path: Path) -> Iterator[Student]:
    student = Student(tmp_path / "data")
    yield student
    student.leaves()


def with_two_highlights(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="unverified-figure")
    student.highlights("the siren had been late", as_="denial")


def resized(width: int, scale: int = 0) -> Callable[[Student], None]:
    def reads(student: Student) -> None:
        with_two_highlights(student)
        student.window.resize(width, 720)
        student.presses(*["Ctrl++"] * scale)
        settle()

    return reads


def opens_text_menu(student: Student) -> None:
    student.opens("storm-damage")
    student.clicks("Text and colours")


def opens_label_guide(student: Student) -> None:
    student.opens("storm-damage")
    student.button("Denial").setFocus(Qt.FocusReason.TabFocusReason)
    settle()


def opens_card(student: Student) -> None:
    with_two_highlights(student)
    student.presses("Ctrl+Home", "Tab", "Return")


def asks_who(student: Student) -> None:
    for name in ("Ada", "Ben"):
        student.presses("Ctrl+Shift+N")
        student.types(name)
        student.presses("Return")
    student.restarts()


def checks(student: Student) -> None:
    with_two_highlights(student)
    student.highlights("about 50 boats", as_="unverified-figure")
    student.checks()


def looks_at_progress(student: Student) -> None:
    checks(student)
    student.presses("Ctrl+Shift+P")
    settle()
    for section in student.all(ProgressSection):
        student.clicks(section.switch)


def is_reminded(student: Student) -> None:
    checks(student)
    student.presses("Ctrl+W")
    student.later = timedelta(days=1)
    student.start.desk.show_shelf()
    settle()


def reviews(student: Student) -> None:
    is_reminded(student)
    student.clicks("Review")


def is_told(student: Student) -> None:
    reviews(student)
    student.clicks("Nothing to mark here")


def asks(key: str) -> Callable[[Student], None]:
    """In the lesson that asks for everything, a question about a highlight is open."""

    def reads(student: Student) -> None:
        student.opens("significant-losses")
        student.highlights(student.text.sentences[3].span, as_="denial")
        student.presses("Shift+Tab", key)

    return reads


def selects(student: Student) -> None:
    student.opens("storm-damage")
    student.drags("up to 900 homes")


def gets_hints(student: Student) -> None:
    with_two_highlights(student)
    student.highlights("about 50 boats", as_="unverified-figure")
    student.checks_once()


def meets_a_taken_key(student: Student) -> None:
    student.opens("storm-damage")
    student.command("change-keys").trigger()
    settle()
    student.presses("Return", "Ctrl+F")
    assert student.can_press("Use it here")


SCREENS: dict[str, Callable[[Student], object]] = {
    "first minute": lambda student: None,
    "shelf": lambda student: student.clicks("More lessons"),
    "content note": lambda student: student.opens("significant-losses", reads_note=False),
    "people": asks_who,
    "reading room": with_two_highlights,
    "reading room with a rail": resized(1024),
    "reading room with a tab": resized(1024, scale=8),
    "text menu": opens_text_menu,
    "find bar": lambda student: (student.opens("storm-damage"), student.presses("Ctrl+F")),
    "key card": lambda student: (student.opens("storm-damage"), student.presses("F1")),
    "label guide": opens_label_guide,
    "highlight card": opens_card,
    "message": lambda student: student.window.tell("One sentence."),
    "question": lambda student: (student.opens("storm-damage"), student.checks()),
    "answers": checks,
    "shelf with a review": is_reminded,
    "review": reviews,
    "review answered": is_told,
    "hints": gets_hints,
    "palette": selects,
    "who says it": asks("W"),
    "how good is the evidence": asks("E"),
    "change keys": meets_a_taken_key,
    "tour": lambda student: student.clicks("Class 6B has news about lunch"),
    "progress": looks_at_progress,
    "progress without any": lambda student: student.presses("Ctrl+Shift+P"),
}


def pressable(window: QWidget) -> list[QAbstractButton]:
    """Everything that a click does something to, whether or not the keyboard comes to it."""
    return [button for button in window.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled()]


@pytest.mark.parametrize("screen", SCREENS)
def test_everything_that_is_clicked_has_room_for_a_hand(student: Student, screen: str) -> None:
    SCREENS[screen](student)
    settle()
    small = [
        f"{type(button).__name__} “{button.accessibleName()}” is only {button.width()} × {button.height()} px"
        for button in pressable(student.window)
        if min(button.width(), button.height()) < SMALLEST
    ]
    rows = [
        f"a row of “{view.accessibleName()}” is only {height} px high"
        for view in student.all(QAbstractItemView)
        if not isinstance(view, QHeaderView)
        for n in range(view.model().rowCount())
        if (height := view.visualRect(view.model().index(n, 0)).height()) < SMALLEST
    ]
    assert small + rows == []


@pytest.mark.parametrize("screen", SCREENS)
def test_what_has_the_keyboard_can_be_seen(student: Student, screen: str) -> None:
    """Each control looks different with the focus than without it, in it or around it."""
    SCREENS[screen](student)
    settle()
    top = _on_top(student)
    controls = [each for each in focusable(student.window) if top is None or top.isAncestorOf(each)]
    unseen = []
    for control in controls:
        other = next(each for each in controls if each is not control)
        pictures = []
        for held in (other, control):
            held.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(control)
            settle()
            if not (control.isVisible() and other.isVisible()):
                break
            place = QRect(control.mapTo(student.window, QPoint()), control.size()).adjusted(-6, -6, 6, 6)
            pictures.append(student.window.grab(place).toImage())
        if len(pictures) == 2 and pictures[0] == pictures[1]:
            unseen.append(f"{type(control).__name__} “{control.accessibleName()}”")
    assert unseen == []


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_comes_to_everything_and_is_caught_nowhere(student: Student, screen: str) -> None:
    SCREENS[screen](student)
    settle()
    wanted = {control for control in focusable(student.window) if not _is_one_of_a_group(control)}
    forward = walk(student, "Tab", 3 * len(wanted) + 20)
    back = walk(student, "Shift+Tab", 3 * len(wanted) + 20)
    top = _on_top(student)
    here = {each for each in wanted if isValid(each) and each.isVisible() and (top is None or top.isAncestorOf(each))}
    for way, came in (("Tab", forward), ("Shift+Tab", back)):
        missed = [f"{type(each).__name__} “{each.accessibleName()}”" for each in here - came]
        assert missed == [], f"{way} never comes to these"


def walk(student: Student, key: str, steps: int) -> set[QWidget]:
    """Everything that has the keyboard on a walk of so many steps."""
    came = set()
    for _step in range(steps):
        student.presses(key)
        focused = student.focused()
        assert focused is not None, "the keyboard is nowhere"
        came.add(focused)
    return came


def _is_one_of_a_group(control: QWidget) -> bool:
    """Of choices that exclude each other Tab comes to one; the arrows walk the others."""
    return isinstance(control, QAbstractButton) and control.group() is not None and control.group().exclusive()


def _on_top(student: Student) -> QWidget | None:
    """What lies over the page and keeps the keyboard until it is closed."""
    layers = (Popover, KeyCard, KeyPage, TextMenu, HighlightCard)
    return next((layer for kind in layers for layer in student.all(kind)), None)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_has_a_name_a_role_and_room(student: Student, screen: str) -> None:
    SCREENS[screen](student)
    settle()
    controls = focusable(student.window)
    assert len(controls) > 1
    assert [problem for control in controls for problem in problems_of(control)] == []


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QMenuBar)
        and not (isinstance(widget.parentWidget(), QAbstractScrollArea) and not widget.accessibleName())
    ]


def problems_of(control: QWidget) -> Iterator[str]:
    described = f"{type(control).__name__} “{control.accessibleName()}”"
    spoken = QAccessible.queryAccessibleInterface(control)
    if not spoken.text(QAccessible.Text.Name).strip():
        yield f"{described} has no name"
    if "&" in spoken.text(QAccessible.Text.Name):
        yield f"{described} has an ampersand in its name"
    if spoken.role() not in SPEAKING_ROLES and READ_AS_A_WHOLE.get(type(control).__name__) is not spoken.role():
        yield f"{described} says only that it is {spoken.role()}"
    if min(control.width(), control.height()) < SMALLEST:
        yield f"{described} is only {control.width()} × {control.height()} px"
    if isinstance(control, QAbstractItemView):
        for row in rows_of(control):
            if len(row.strip()) < 3 or row == "None":
                yield f"{described} has a row that says “{row}”"
