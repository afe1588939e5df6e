"""Hands for robots: mouse and keyboard on a real window, and waiting until something is so."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from claimlight.session.beside import Beside
from claimlight.session.stick_watch import StickWatch

PATIENCE_MS = 10_000
NONE = Qt.KeyboardModifier.NoModifier


def settle() -> None:
    """Let everything happen that is waiting to happen."""
    for _round in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def wait_until(condition: Callable[[], object], what: str = "", patience_ms: int = PATIENCE_MS) -> None:
    """Let events happen until `condition` is so; an AssertionError says that it never was."""
    wake = QTimer(interval=5)
    wake.start()
    deadline = QDeadlineTimer(patience_ms)
    settle()
    while not condition():
        assert not deadline.hasExpired(), f"never came to be: {what or condition}"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        settle()


def press(window: QWidget, *chords: str) -> None:
    """Press keys as they are written on the keyboard card ("Ctrl+Shift+Z", "1", "?")."""
    for chord in chords:
        for combination in QKeySequence(chord):  # type: ignore[attr-defined] # iterable by its index
            QTest.keyClick(window.windowHandle(), combination.key(), combination.keyboardModifiers())
        settle()


def write(window: QWidget, words: str) -> None:
    """Type `words` into whatever has the keyboard."""
    for letter in words:
        key = Qt.Key(ord(letter.upper())) if ord(letter.upper()) < 128 else Qt.Key.Key_unknown
        modifiers = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else NONE
        QTest.sendKeyEvent(QTest.KeyAction.Click, window.windowHandle(), key, letter, modifiers)
    settle()


def click(widget: QWidget, at: QPoint | None = None, *, times: int = 1, held: Qt.KeyboardModifier = NONE) -> None:
    """Click on `widget`, scrolled into view where need be, through the window: what lies above it gets the click."""
    bring_into_view(widget)
    settle()
    place = place_in_window(widget, at or widget.rect().center())
    window = widget.window().windowHandle()
    left = Qt.MouseButton.LeftButton
    QTest.mouseMove(window, place)
    for n in range(times):
        if n % 2:
            QTest.mouseDClick(window, left, held, place)
        else:
            QTest.mousePress(window, left, held, place)
            QTest.mouseRelease(window, left, held, place)
    settle()


def drag(widget: QWidget, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Press the button at `start` and let it go at `end`, by way of the middle."""
    window, left = widget.window().windowHandle(), Qt.MouseButton.LeftButton
    first, last = place_in_window(widget, start), place_in_window(widget, end)
    middle = ((QPointF(first) + QPointF(last)) / 2).toPoint()
    QTest.mouseMove(window, first)
    QTest.mousePress(window, left, held, first)
    for place in (middle, last):
        QTest.mouseEvent(QTest.MouseAction.MouseMove, window, left, held, place)
    QTest.mouseRelease(window, left, held, last)
    settle()


def place_in_window(widget: QWidget, at: QPoint) -> QPoint:
    return widget.mapTo(widget.window(), at)


def looks(watch: StickWatch) -> bool:
    """Whether it is looking at the drives right now, or at a folder."""
    return any(look.working for look in watch.findChildren(Beside))


def bring_into_view(widget: QWidget) -> None:
    """Scroll every scroll area around `widget` until it can be seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and not isinstance(widget, QAbstractScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
