"""A page with highlights and what is in hand on it: our own caret, the selection, the pen, the ends of highlights."""

import re
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QBasicTimer, QEvent, QPoint, QPointF, Qt, QTimerEvent, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPainter, QTextCursor
from PySide6.QtWidgets import QWidget

from claimlight.core.article import Article, Span
from claimlight.core.codebook import Label
from claimlight.core.moves import sentence_at, snapped
from claimlight.ui.article_view import ArticleView
from claimlight.ui.lines import Line
from claimlight.ui.look import Look
from claimlight.ui.overlay import OverlayMark, Shape
from claimlight.ui.page_notice import PageNotice

_GRIP, _GRIP_INSIDE = 6, 18
"""How near (px) to an end of a highlight, from outside and inside, the pointer takes hold of it: 24 px in all."""

_GRIP_BELOW = 4
"""How far (px) under the baseline: the tags hang below."""

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class MarkedPage(ArticleView):
    """An article with what is in hand on it; how mouse and keys come to it is page.py's subject."""

    selected = Signal(object)
    """A selection (Span) was finished, or is gone (None)."""
    swept = Signal(object)
    """The pen was drawn over a Span."""
    end_moved = Signal(str, object)
    """An end of a highlight (its id) was dragged; the Span it covers now."""
    current_changed = Signal(str)
    """Another highlight is under the caret ("" for none)."""
    hovered = Signal(str)
    """Another highlight is under the pointer ("" for none)."""
    opened = Signal(str)
    """Enter was pressed in a highlight, or its tag was double-clicked."""
    menu_asked = Signal(str, QPoint)
    """A highlight was right-clicked: its id, and where (global)."""
    sentence_taken = Signal(object)
    """A click, Enter or Space took a whole sentence (Span): there is neither drag nor double click."""
    picked = Signal(object)
    """A selection was taken: the mouse let go of it, or Enter was pressed over it (Span)."""
    link_dragged = Signal(str, QPoint)
    """A highlight (its id) is dragged by its tag, to this place of the screen."""
    link_dropped = Signal(str, QPoint)
    """The highlight was let go."""
    more_asked = Signal(list, QPoint)
    """The tag "+n" was clicked: the ids that lie there, and where (global)."""

    def __init__(self, article: Article, labels: Iterable[Label], look: Look, parent: QWidget | None = None) -> None:
        self._pen = ""
        self._fixed = False
        self._current = ""
        self._hovered = ""
        self._linkable = False
        self._by_sentence = False
        self._said: PageNotice | None = None
        self._selection_shown = Span(0, 0)
        self._caret_shown = False
        self._caret_at = 0
        self._caret_told = (0, 0)
        super().__init__(article, labels, look, parent)
        self._blink = QBasicTimer()
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._caret_moved)
        QGuiApplication.styleHints().cursorFlashTimeChanged.connect(self._restart_blinking)

    @property
    def caret(self) -> int:
        return self._positions.to_points(self.textCursor().position())

    def selection(self) -> Span | None:
        """What is selected: whole words after a sweep with the mouse, to the letter by keyboard, Alt or Ctrl."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._positions.span_to_points(Span(cursor.selectionStart(), cursor.selectionEnd()))

    def select(self, span: Span | None) -> None:
        """Select `span`, or nothing, and say so."""
        if span is None:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        else:
            self._select(self._positions.to_qt(span.start), self._positions.to_qt(span.end))
        self.selected.emit(self.selection())

    def move_caret(self, position: int, *, keep_anchor: bool = False) -> None:
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if keep_anchor else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self._positions.to_qt(position), mode)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go_to(self, id: str) -> None:
        """Put the caret at the start of a highlight, lift it, and bring it into view."""
        mark = self._overlay.get(id)
        if mark is None:
            return
        self._select(mark.start, mark.start)
        self._bring_into_view(mark)
        self._set_current(id)

    @property
    def current(self) -> str:
        """The id of the highlight under the caret, or ""."""
        return self._current

    @property
    def pen(self) -> str:
        """The label that is in the hand, or ""."""
        return self._pen

    def set_fixed(self) -> None:
        """From now on the highlights keep their ends: the answers are shown."""
        self._fixed = True
        self.viewport().update()

    def set_pen(self, label: str) -> None:
        self._pen = label
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if label else Qt.CursorShape.IBeamCursor)

    @property
    def linkable(self) -> bool:
        """Whether a highlight can be dragged by its tag."""
        return self._linkable

    def set_linkable(self, linkable: bool) -> None:
        self._linkable = linkable

    @property
    def by_sentence(self) -> bool:
        """Whether a click takes the sentence."""
        return self._by_sentence and not self._fixed

    def set_by_sentence(self, on: bool) -> None:
        self._by_sentence = on

    def take_sentence(self, position: int) -> None:
        """Take the sentence at `position`, or sweep the pen over it."""
        sentence = sentence_at(self.article.text, position)
        if sentence is None:
            self.select(None)
        elif self._pen:
            self.swept.emit(sentence.span)
        else:
            self.select(sentence.span)
            self.sentence_taken.emit(sentence.span)

    def say(self, words: str) -> None:
        """Say one sentence over the top of the page; nothing takes it away."""
        if self._said is None:
            self._said = PageNotice(self.viewport(), self._look)
        self._said.say(words)

    def find(self, words: str, *, forward: bool = True, stay: bool = False) -> bool:  # type: ignore[override]
        """Select the next place (or the one before) where `words` stand, around the end if need be.

        With `stay` it is the place that is selected already, if the words go on there: they are being typed.
        """
        places = self.places_of(words)
        if not places:
            self.select(None)
            return False
        here = self.selection() or Span(self.caret, self.caret)
        if forward:
            beyond = (place for place in places if place.start >= here.start and place != here)
            found = next(beyond, places[0])
        else:
            found = next((place for place in reversed(places) if place.start < here.start), places[-1])
        self._select(self._positions.to_qt(found.start), self._positions.to_qt(found.end))
        self.ensureCursorVisible()
        return True

    def places_of(self, words: str) -> list[Span]:
        """Everywhere that `words` stand, no matter how capitals are used."""
        if not words:
            return []
        pattern = re.compile(re.escape(words), re.IGNORECASE)
        return [Span(*found.span()) for found in pattern.finditer(self.article.text.text)]

    def end_at(self, point: QPoint) -> tuple[OverlayMark, bool] | None:
        """The highlight in hand, if one of its ends is under `point`, and whether that is its start.

        Only the one in hand: elsewhere a press begins a selection, even where a highlight begins.
        """
        place = QPointF(point) + self._offset()
        mark = self._overlay.get(self._current)
        if mark is None or mark.shape is not Shape.PLAIN or self._fixed:
            return None
        unit = self._look.article_unit()
        for at, is_start in ((mark.start, True), (mark.end, False)):
            line = self._line_at(at, before=not is_start)
            if line is not None and line.rect.top() <= place.y() <= line.baseline + _GRIP_BELOW * unit:
                inwards = (place.x() - line.x(at)) * (1 if is_start != line.rightwards else -1)
                if -_GRIP * unit <= inwards <= min(_GRIP_INSIDE * unit, self._room_inside(line, mark)):
                    return mark, is_start
        return None

    def _room_inside(self, line: Line, mark: OverlayMark) -> float:
        """How far the grip of one end may reach into the mark, which has two."""
        return sum(right - left for left, right in line.stretches(mark.start, mark.end)) / 2

    def lifted(self) -> frozenset[str]:
        return frozenset((self._current, self._hovered))

    def paint_below(self, painter: QPainter, lines: list[Line]) -> None:
        chosen = self._selection_shown
        if chosen:
            for line in lines:
                self._painter.selection(painter, line, chosen.start, chosen.end)

    def paint_above(self, painter: QPainter) -> None:
        self._paint_grips(painter)
        self._paint_ends(painter)
        self._paint_caret(painter)

    def take_mark(self, id: str) -> None:
        super().take_mark(id)
        if self._current == id:
            self._set_current("")

    def _paint_ends(self, painter: QPainter) -> None:
        """Bars with knobs at the ends of the selection, while the page has the keyboard."""
        chosen = self._selection_shown
        if chosen.start < chosen.end and not self._pen and self.hasFocus():
            for at, before in ((chosen.start, False), (chosen.end, True)):
                line = self._line_at(at, before=before)
                if line is not None:
                    self._painter.knob(painter, line, at)

    def _paint_grips(self, painter: QPainter) -> None:
        """Bars at the ends of the highlight in hand: here it can be drawn longer or shorter."""
        mark = self._overlay.get(self._current)
        if mark is None or mark.shape is not Shape.PLAIN or self._pen or self._fixed:
            return
        for at, before in ((mark.start, False), (mark.end, True)):
            line = self._line_at(at, before=before)
            if line is not None:
                self._painter.grip(painter, line, at)

    def _paint_caret(self, painter: QPainter) -> None:
        if self._caret_shown and self.hasFocus() and not self.textCursor().hasSelection():
            line = self._line_at(self.textCursor().position())
            if line is not None:
                self._painter.caret(painter, line, self.textCursor().position())

    def leaveEvent(self, event: QEvent) -> None:
        self.set_hovered("")
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self.ensureCursorVisible()
        self._restart_blinking()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._blink.stop()
        self.viewport().update()

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() == self._blink.timerId():
            self._caret_shown = not self._caret_shown
            self._refresh_caret(self.textCursor().position())
        else:
            super().timerEvent(event)

    def show_selection(self, anchor: int, position: int) -> None:
        """Select between two UTF-16 positions while the button is down."""
        self._select(anchor, position)

    def set_hovered(self, id: str) -> None:
        if id != self._hovered:
            old, self._hovered = self._hovered, id
            for touched in (old, id):
                self._refresh(self._overlay.get(touched))
            self.hovered.emit(id)

    def set_current(self, id: str) -> None:
        self._set_current(id)

    def preview_end(self, held: OverlayMark, units: Span) -> None:
        """Show a highlight as it would be while one of its ends is dragged."""
        self._refresh(self._overlay.get(held.id))
        self._overlay.add(replace(held, start=units.start, end=units.end))
        self._refresh(self._overlay.get(held.id))

    def finish_end(self, held: OverlayMark) -> None:
        """Report the highlight's new span, and show the old one until whoever owns it agrees."""
        shown = self._overlay.get(held.id)
        self.preview_end(held, Span(held.start, held.end))
        if shown is not None and (shown.start, shown.end) != (held.start, held.end):
            self.end_moved.emit(held.id, self._positions.span_to_points(Span(shown.start, shown.end)))

    def snapped(self, start: int, end: int) -> Span | None:
        """Two UTF-16 positions in any order → whole words, in UTF-16 again."""
        span = snapped(self.article.text, self._positions.span_to_points(Span(min(start, end), max(start, end))))
        return None if span is None else self._positions.span_to_qt(span)

    def _caret_moved(self) -> None:
        """Qt says it twice where a selection goes with the move."""
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) == self._caret_told:
            return
        self._caret_told = (cursor.anchor(), cursor.position())
        self._restart_blinking()
        chosen = Span(cursor.selectionStart(), cursor.selectionEnd())
        if chosen != self._selection_shown:
            self._refresh_span(self._selection_shown)
            self._selection_shown = chosen
            self._refresh_span(chosen)
        here = self._overlay.get(self._current)
        at = cursor.position()
        if here is not None and (here.start <= at < here.end or (at == here.end and not self._overlay.at(at))):
            return
        under = [] if cursor.hasSelection() else self._overlay.at(at)
        self._set_current(under[0].id if under else "")

    def _set_current(self, id: str) -> None:
        if id == self._current:
            return
        old, self._current = self._current, id
        for touched in (old, id):
            self._refresh(self._overlay.get(touched))
        self.current_changed.emit(id)

    def _restart_blinking(self) -> None:
        """Show the caret where it is now, and no more where it was."""
        self._caret_shown = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0 and self.hasFocus():
            self._blink.start(flash // 2, self)
        else:
            self._blink.stop()
        self._refresh_caret(self._caret_at)
        self._caret_at = self.textCursor().position()
        self._refresh_caret(self._caret_at)

    def _refresh_caret(self, unit: int) -> None:
        line = self._line_at(unit)
        if line is not None:
            rect = self._painter.caret_rect(line, unit).translated(-self._offset())
            self.viewport().update(rect.toAlignedRect().adjusted(-1, -1, 1, 1))
