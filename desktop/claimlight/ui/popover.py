"""A card over the window that asks one thing: opened beside what it is about, gone with Esc or a click outside."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from claimlight.ui.look import Look

_GAP = 4
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Popover(QFrame):
    """A child of `over`. It takes the keyboard while it is open, and gives it back to who had it."""

    closed = Signal()

    def __init__(self, over: QWidget, look: Look, *, width: int) -> None:
        super().__init__(over)
        self._over = over
        self._look = look
        self._width = width
        self._opener: QWidget | None = None
        self.setObjectName("floating")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def open_beside(self, place: QRect) -> None:
        """Open under `place` (on the screen), above it where there is no room below."""
        self._opener = QApplication.focusWidget()
        self.setFixedWidth(min(self._look.px(self._width), self._over.width() - 16))
        self._fit()
        self._move_beside(place)
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one

    def leave(self) -> None:
        """Close, and let the keyboard go back."""
        if not self.isVisible():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one
        had = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had and self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        return keeps_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press outside closes it, and another size of what is below."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.leave()
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            outside = watched is not self and not self.isAncestorOf(watched)
            if outside and watched.window() is self.window():
                self.leave()
        return False

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round in the card."""
        stops = [w for w in self.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        here = QApplication.focusWidget()
        if not stops or here not in stops:
            return super().focusNextPrevChild(next)
        stops[(stops.index(here) + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None, "a popover has a layout"
        layout.activate()
        height = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        self.setFixedHeight(min(height, self._over.height() - 16))

    def _move_beside(self, place: QRect) -> None:
        at = QRect(self._over.mapFromGlobal(place.topLeft()), place.size())
        top = at.bottom() + _GAP
        if top + self.height() > self._over.height() - 8:
            top = at.top() - _GAP - self.height()
        left = at.right() - self.width() if self.isRightToLeft() else at.left()
        left = max(8, min(left, self._over.width() - self.width() - 8))
        self.move(QPoint(left, max(8, min(top, self._over.height() - self.height() - 8))))


def keeps_key(event: QEvent) -> bool:
    """Take a key that would mark the page for a letter, or nothing; no command but one with Ctrl or Alt acts."""
    is_key = isinstance(event, QKeyEvent) and not event.modifiers() & _COMMANDING
    if is_key and event.type() == QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    return False
