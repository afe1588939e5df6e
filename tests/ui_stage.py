"""A window to show one widget in, dressed as the program's own."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.stylesheet import dress

FONTS = Path(__file__).parents[1] / "assets" / "fonts"


def on_stage(
    qtbot: QtBot, widget: QWidget, look: Look | None = None, *, width: int = 1280, height: int = 800
) -> QWidget:
    """Show `widget`, filling a window of the given size; gives the window."""
    Faces(FONTS).load(*Face)
    window = QWidget()
    dress(window, look or Look())
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    keep(qtbot, window)
    show(qtbot, window, width, height)
    return window


def keep(qtbot: QtBot, widget: QWidget) -> None:
    """Let `widget` live until the test is over: qtbot itself only remembers it weakly."""
    qtbot.addWidget(widget, before_close_func=lambda _gone, widget=widget: widget.close())


def show(qtbot: QtBot, window: QWidget, width: int = 1280, height: int = 800) -> None:
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Every visible widget in `window` that Tab or a click gives the keyboard to."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
