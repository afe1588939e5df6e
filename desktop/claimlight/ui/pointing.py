"""What the mouse does on the page: select, sweep with the pen, drag the end of a highlight, lift what it points at."""

from enum import Enum, auto

from PySide6.QtCore import QBasicTimer, QElapsedTimer, QPoint, Qt, QTimerEvent
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from claimlight.core.article import Span
from claimlight.core.moves import sentence_at, word_at
from claimlight.ui.marked_page import MarkedPage
from claimlight.ui.overlay import OverlayMark

_SCROLL_EVERY = 40
"""Milliseconds between two steps while the pointer is held beyond the page."""

_EXACT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class _Doing(Enum):
    NOTHING = auto()
    TAKING_SENTENCE = auto()
    SELECTING = auto()
    DRAGGING_END = auto()
    LINKING = auto()


class Pointing:
    """Turns mouse events into gestures of one page. Positions here are UTF-16 units."""

    def __init__(self, page: MarkedPage) -> None:
        self._page = page
        self._doing = _Doing.NOTHING
        self._anchor = 0
        self._pressed_at = QPoint()
        self._moved = False
        self._held: OverlayMark | None = None
        self._held_start = False
        self._last = QPoint()
        self._exact = False
        self._scroll = QBasicTimer()
        self._since_double = QElapsedTimer()
        self._double_at = QPoint()

    def pressed(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._page.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed_at = self._last = point
        self._moved = False
        if self._page.by_sentence:
            self._doing = _Doing.TAKING_SENTENCE
            return
        if self._is_third_click(point):
            self._take_whole(self._sentence(point))
            return
        end = self._page.end_at(point)
        if end is not None:
            self._doing = _Doing.DRAGGING_END
            self._held, self._held_start = end
            return
        tagged = self._page.tag_at(point) if self._page.linkable and not self._page.pen else None
        if tagged is not None:
            self._doing = _Doing.LINKING
            self._held = tagged
            return
        self._doing = _Doing.SELECTING
        at = self._page.cursorForPosition(point).position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = self._page.textCursor().anchor()
            self._moved = True
            self._drag_to(point, event.modifiers())
        else:
            self._anchor = at
            self._page.show_selection(at, at)

    def pressed_right(self, event: QMouseEvent) -> None:
        """The other button: what can be done with the highlight there."""
        point = event.position().toPoint()
        mark = self._page.mark_at(point)
        if mark is not None:
            self._page.go_to(mark.id)
            self._page.menu_asked.emit(mark.id, self._page.viewport().mapToGlobal(point))

    def pressed_again(self, event: QMouseEvent) -> None:
        """The second press of a double click."""
        point = event.position().toPoint()
        if self._page.by_sentence:
            self.pressed(event)
            return
        tagged = self._page.tag_at(point)
        if tagged is not None:
            self._page.opened.emit(tagged.id)
            return
        self._since_double.start()
        self._double_at = point
        self._take_whole(word_at(self._page.article.text, self._page.position_at(point)))

    def moved(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._last = point
        if self._doing is _Doing.NOTHING:
            self._hover(point)
            return
        if self._doing is _Doing.TAKING_SENTENCE:
            return  # a hand that trembles draws nothing
        if (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance() // 2:
            self._moved = True
        if self._doing is _Doing.LINKING:
            if self._moved and self._held is not None:
                self._page.link_dragged.emit(self._held.id, event.globalPosition().toPoint())
        elif self._moved:
            self._drag_to(point, event.modifiers())
            self._scroll_where_beyond(point)

    def released(self, event: QMouseEvent) -> None:
        self._scroll.stop()
        doing, self._doing = self._doing, _Doing.NOTHING
        if doing is _Doing.TAKING_SENTENCE:
            self._take_sentence(self._pressed_at)
        elif doing is _Doing.DRAGGING_END:
            self._let_go_of_end()
        elif doing is _Doing.LINKING and self._moved:
            held, self._held = self._held, None
            assert held is not None, "a tag is let go only after it was taken"
            self._page.link_dropped.emit(held.id, event.globalPosition().toPoint())
        elif doing in (_Doing.SELECTING, _Doing.LINKING):
            if self._moved:
                self._finish_selection()
            else:
                self._clicked(event.position().toPoint())

    def timer_fired(self, event: QTimerEvent) -> bool:
        if event.timerId() != self._scroll.timerId():
            return False
        bar = self._page.verticalScrollBar()
        beyond = min(self._last.y(), 0) or max(0, self._last.y() - self._page.viewport().height())
        bar.setValue(bar.value() + beyond // 2)
        self._drag_to(self._last, QGuiApplication.keyboardModifiers())
        return True

    def _is_third_click(self, point: QPoint) -> bool:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        near = (point - self._double_at).manhattanLength() < QApplication.startDragDistance()
        return self._since_double.isValid() and self._since_double.elapsed() < interval and near

    def _sentence(self, point: QPoint) -> Span | None:
        sentence = sentence_at(self._page.article.text, self._page.position_at(point))
        return None if sentence is None else sentence.span

    def _take_whole(self, span: Span | None) -> None:
        """A double or triple click: select it, or sweep the pen over it."""
        self._doing = _Doing.NOTHING
        if span is None:
            return
        if self._page.pen:
            self._page.swept.emit(span)
        else:
            self._page.select(span)
            self._page.picked.emit(span)

    def _drag_to(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        at = self._page.cursorForPosition(point).position()
        self._exact = bool(modifiers & _EXACT)
        if self._doing is _Doing.DRAGGING_END:
            self._drag_end(at)
        elif self._doing is _Doing.SELECTING:
            words = None if self._exact or at == self._anchor else self._page.snapped(self._anchor, at)
            if words is None:
                self._page.show_selection(self._anchor, at)
            elif at >= self._anchor:
                self._page.show_selection(words.start, words.end)
            else:
                self._page.show_selection(words.end, words.start)

    def _drag_end(self, at: int) -> None:
        assert self._held is not None, "an end is dragged only after it was taken"
        held = self._held
        fixed = held.end if self._held_start else held.start
        if (at >= fixed) if self._held_start else (at <= fixed):
            return
        units = Span(min(at, fixed), max(at, fixed))
        if not self._exact:
            units = self._page.snapped(units.start, units.end) or units
            # The end that is not in the hand stays where it is, to the letter.
            units = Span(units.start, fixed) if self._held_start else Span(fixed, units.end)
        self._page.preview_end(held, units)

    def _let_go_of_end(self) -> None:
        assert self._held is not None, "an end is let go only after it was taken"
        held, self._held = self._held, None
        self._page.finish_end(held)

    def _finish_selection(self) -> None:
        span = self._page.selection()
        if span is not None and self._page.pen:
            self._page.select(None)
            self._page.swept.emit(span)
        else:
            self._page.selected.emit(span)
            if span is not None:
                self._page.picked.emit(span)

    def _clicked(self, point: QPoint) -> None:
        """A click without a drag: the caret goes there, and the highlight there is the current one."""
        self._page.selected.emit(None)
        tagged = self._page.tag_at(point)
        if tagged is not None and self._page.is_crowded(tagged.id):
            self._page.more_asked.emit(self._page.overlapping(tagged.id), self._page.viewport().mapToGlobal(point))
            return
        mark = tagged or self._page.mark_at(point)
        self._page.set_current(mark.id if mark else "")

    def _take_sentence(self, point: QPoint) -> None:
        """Where the button went down; on a tag, that highlight is taken in hand instead."""
        if self._page.tag_at(point) is not None:
            self._clicked(point)
        else:
            self._page.take_sentence(self._page.position_at(point))

    def _hover(self, point: QPoint) -> None:
        mark = self._page.mark_at(point)
        self._page.set_hovered(mark.id if mark else "")
        if not self._page.pen:
            over_end = self._page.end_at(point) is not None
            shape = Qt.CursorShape.SplitHCursor if over_end else Qt.CursorShape.IBeamCursor
            self._page.viewport().setCursor(shape)

    def _scroll_where_beyond(self, point: QPoint) -> None:
        beyond = point.y() < 0 or point.y() > self._page.viewport().height()
        if beyond and not self._scroll.isActive():
            self._scroll.start(_SCROLL_EVERY, self._page)
        elif not beyond:
            self._scroll.stop()
