"""Whoever cannot see the window is told of everything in it: every control has a name, a role, and room for a hand."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QMenuBar, QWidget

from claimlight.ui.progress_section import ProgressSection
from robot_eyes import rows_of
from robot_hands import settle
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
    "message": lambda student: student.command("about").trigger(),
    "question": lambda student: (student.opens("storm-damage"), student.checks()),
    "answers": checks,
    "shelf with a review": is_reminded,
    "review": reviews,
    "review answered": is_told,
    "progress": looks_at_progress,
    "progress without any": lambda student: student.presses("Ctrl+Shift+P"),
}


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
