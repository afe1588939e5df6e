"""The page that a reader works on: mouse and keys become gestures on a marked page.

It reports gestures in code points and changes nothing by itself but caret and selection.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimerEvent
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from claimlight.core.article import Article, Direction
from claimlight.core.codebook import Label
from claimlight.ui.caret import move_for
from claimlight.ui.look import Look
from claimlight.ui.marked_page import MarkedPage
from claimlight.ui.overlay import OverlayMark, Shape
from claimlight.ui.pointing import Pointing


class Page(MarkedPage):
    """An article to mark."""

    def __init__(self, article: Article, labels: Iterable[Label], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(article, labels, look, parent)
        self._pointing = Pointing(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointing.pressed(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self._pointing.pressed_right(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointing.pressed_again(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointing.moved(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointing.released(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.by_sentence and self._takes_sentence(event):
            self.take_sentence(self.caret)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current and not event.modifiers():
            self.opened.emit(self._current)
            return
        chosen = self.selection()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None and not event.modifiers():
            self.picked.emit(chosen)
            return
        move = move_for(event, self.article.text, self.caret, rightwards=self._block_rightwards())
        if move is not None:
            keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.move_caret(move, keep_anchor=keep)
            self.selected.emit(self.selection())
            return
        before = self.textCursor()
        super().keyPressEvent(event)
        if before != self.textCursor():
            self.ensureCursorVisible()
            self.selected.emit(self.selection())

    def _takes_sentence(self, event: QKeyEvent) -> bool:
        """Space does; Enter, too, where it does not open a highlight."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._current
        return (enter or event.key() == Qt.Key.Key_Space) and not event.modifiers()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab walks the highlights from the caret on, and leaves the page after the last."""
        following = self._beside_caret(next)
        if following is None:
            return super().focusNextPrevChild(next)
        self.go_to(following.id)
        return True

    def timerEvent(self, event: QTimerEvent) -> None:
        if not self._pointing.timer_fired(event):
            super().timerEvent(event)

    def _block_rightwards(self) -> bool:
        return self.article.text.blocks[self.textCursor().blockNumber()].direction is Direction.RIGHT_TO_LEFT

    def _beside_caret(self, forward: bool) -> OverlayMark | None:
        marks = [mark for mark in self.marks() if mark.shape is not Shape.MISSED_WORDS]
        ids = [mark.id for mark in marks]
        if self._current in ids:
            index = ids.index(self._current) + (1 if forward else -1)
            return marks[index] if 0 <= index < len(marks) else None
        caret = self.textCursor().position()
        if forward:
            return next((mark for mark in marks if mark.start >= caret), None)
        return next((mark for mark in reversed(marks) if mark.start < caret), None)
