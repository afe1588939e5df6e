"""Words that the lesson explains: a fine line under them, and their meaning where somebody asks for it.

It keeps out of the way of marking: the card lets the mouse through, comes only while nothing is in the hand, and goes
with the next gesture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer
from PySide6.QtGui import QMouseEvent, QPainter

from claimlight.core.article import Span
from claimlight.core.glossary import Explained, explained_at
from claimlight.ui.announcing import Announce
from claimlight.ui.lines import Line
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.ui.meaning_card import MeaningCard

_HOVER_MS = 400
_UNDER, _PITCH = 3, 4
"""Px from the baseline to the line, and from dot to dot: an answer's dots are three times as big, and lie lower."""


class Glossary(QObject):
    """The explained words of one page."""

    def __init__(self, words: tuple[Explained, ...], page: Page, look: Look, announce: Announce) -> None:
        super().__init__(page)
        self.words = words
        self._page = page
        self._look = look
        self._announce = announce
        self._card: MeaningCard | None = None
        self._pointed: Explained | None = None
        self._spoken = -1
        self._waiting = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._waiting.timeout.connect(self._show_pointed)
        self._units = tuple(page.in_units(word.span) for word in words)
        page.paint_also(self._paint)
        page.viewport().installEventFilter(self)
        page.verticalScrollBar().valueChanged.connect(self.put_away)
        page.cursorPositionChanged.connect(self.put_away)

    @property
    def shown(self) -> Explained | None:
        """What the card says now."""
        return self._card.word if self._card is not None and self._card.isVisible() else None

    def tell(self) -> None:
        """Say what the word in hand means, else go on to the next one that is explained."""
        page, chosen = self._page, self._page.selection()
        here = explained_at(self.words, chosen or Span(page.caret, page.caret))
        if chosen is not None and here is None:
            self._announce(_("No word of the selection is explained."))
            return
        if here is None or (chosen is None and self.shown == here):
            here = next((word for word in self.words if word.span.start > page.caret), self.words[0])
        if chosen is None:
            page.move_caret(here.span.start)
        self._show(here)
        self._announce(_("{word}: {meaning}").format(word=page.article.text[here.span], meaning=here.meaning))

    def go_to(self, term: str) -> None:
        """Put the caret at the first place of `term`, and say what it means there."""
        place = next((word for word in self.words if word.term == term), None)
        self._page.setFocus()
        if place is not None:
            self._page.move_caret(place.span.start)
            self._show(place)

    def put_away(self) -> None:
        self._waiting.stop()
        self._pointed = None
        if self._card is not None:
            self._card.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.put_away()
        if self._card is not None:
            self._card.set_look(look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(event)
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Leave):
            self.put_away()
        return False

    def _hover(self, event: QMouseEvent) -> None:
        busy = bool(event.buttons()) or bool(self._page.pen) or self._page.selection() is not None
        word = None if busy else self._at(event.position().toPoint())
        if word == self._pointed:
            return
        if self._pointed is not None:
            self.put_away()
        self._pointed = word
        if word is not None:
            self._waiting.start()

    def _at(self, point: QPoint) -> Explained | None:
        at = self._page.position_at(point)
        word = explained_at(self.words, Span(at, at))
        return word if word is not None and self._page.rect_of(word.span).contains(point) else None

    def _show_pointed(self) -> None:
        if self._pointed is not None:
            self._show(self._pointed)

    def _show(self, word: Explained) -> None:
        from claimlight.ui.meaning_card import MeaningCard

        if self._card is None:
            self._card = MeaningCard(self._page, self._look)
        self._card.show_word(word)

    def _paint(self, painter: QPainter, line: Line) -> None:
        unit = self._look.article_unit()
        dot = max(1.0, unit)
        for units in self._units:
            if units.start < line.end and line.start < units.end:
                for left, right in line.stretches(units.start, units.end):
                    _dots(painter, left, right, line.baseline + _UNDER * unit, dot, _PITCH * unit, self._look)


def _dots(painter: QPainter, left: float, right: float, y: float, dot: float, pitch: float, look: Look) -> None:
    ink = look.colour("ink2")
    x = left
    while x + dot <= right:
        painter.fillRect(QRectF(x, y, dot, dot), ink)
        x += pitch
