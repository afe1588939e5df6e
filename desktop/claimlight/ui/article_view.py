"""An article as it is read: set in its column under its head, with marks painted over the words, never into them.

Everything outside speaks code points; the view translates at its edge. What is painted is placed in document
coordinates, so that scrolling moves it with the words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from claimlight.core.article import Article, Direction, Span
from claimlight.core.codebook import Label
from claimlight.ui.document import Positions, set_text, setting_for
from claimlight.ui.lines import Line, lines_between, lines_of_span
from claimlight.ui.look import Look
from claimlight.ui.margin import Column, MarginPainter
from claimlight.ui.mark_painter import MarkPainter
from claimlight.ui.overlay import Overlay, OverlayMark, Shape, reading_order
from claimlight.ui.own_viewport import give_viewport
from claimlight.ui.page_head import PageHead
from claimlight.ui.targets import SMALLEST, hit
from claimlight.ui.theme import palette

COLUMN = 596
"""The widest column, in px for text of 18 px."""
CHARACTERS = 70
"""How many characters of running text fill the column; broken at words, no line then holds more."""
_RUNNING_TEXT = "The council said on Thursday that the bridge had been inspected twice since the flood of last spring. "

_LEFT = 104
_LEFT_NARROW = 72
_LEFT_LARGE = 44
_SPARE = 276
"""What a column with room for notes on its right leaves free: 104 on the left, 172 on the right."""
_SMALL_HEAD_BELOW = 1000
_UNDER_WORDS = 8
"""Pointing up to so far below a line still points at its words."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """A mark in code points; what it looks like is the page's affair."""

    id: str
    span: Span
    label: str
    shape: Shape = Shape.PLAIN


class ArticleView(QTextEdit):
    """Shows one article and its marks, and knows where they lie."""

    arranged = Signal()
    """The column has another place or width."""
    first_paragraph = 1
    """The number of the first paragraph, for a passage out of an article."""

    def __init__(self, article: Article, labels: Iterable[Label], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what is behind need not be painted
        self.article = article
        self._labels = tuple(labels)
        self._positions = Positions(article.text.text)
        self._overlay = Overlay()
        self._card_room = False
        self._head_room = 0
        self._also: list[Callable[[QPainter, Line], None]] = []
        self._also_under: list[Callable[[QPainter, Line], None]] = []
        self._kept_on_top = (0, 0)
        self._own_document: QTextDocument | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(article.headline)
        self.setAccessibleDescription(" · ".join(part for part in (article.byline, article.dateline) if part))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Set the article anew, with the same words on top and the caret where it was."""
        on_top = self._first_visible() if self.document().characterCount() > 1 else 0
        caret, anchor = self.textCursor().position(), self.textCursor().anchor()
        self._look = look
        self._painter = MarkPainter(look, self._labels)
        self.setPalette(palette(look.theme))
        document = set_text(self.article.text, setting_for(look, self.article.language))
        with QSignalBlocker(self):  # the caret does not move for anybody outside
            document.setParent(self)
            self.setDocument(document)
            if self._own_document is not None:
                self._own_document.deleteLater()  # Qt keeps every document that an editor ever had
            self._own_document = document
            self._arrange()
            self._select(anchor, caret)
        self._scroll_to(on_top)

    def set_card_room(self, wanted: bool) -> None:
        """Move the column left, so that a card has room beside it (narrow windows)."""
        if wanted != self._card_room:
            self._card_room = wanted
            self._arrange()

    def keep_head_room(self, room: int) -> None:
        """Keep so much free over the headline, in pixels for text of the usual size."""
        if room != self._head_room:
            self._head_room = room
            self._arrange()

    def paint_also(self, paint: Callable[[QPainter, Line], None], *, under_marks: bool = False) -> None:
        """Have `paint` called for each line that is painted, below its words, in document coordinates."""
        (self._also_under if under_marks else self._also).append(paint)
        self.viewport().update()

    def in_units(self, span: Span) -> Span:
        """`span` in UTF-16 units, as lines count."""
        return self._positions.span_to_qt(span)

    def show_marks(self, marks: Iterable[PageMark]) -> None:
        """Show these marks and no others."""
        self._overlay.replace(self._in_qt(mark) for mark in marks)
        self.viewport().update()

    def put_mark(self, mark: PageMark) -> None:
        """Show `mark`, in place of the one with its id."""
        self._refresh(self._overlay.get(mark.id))
        self._overlay.add(self._in_qt(mark))
        self._refresh(self._overlay.get(mark.id))

    def take_mark(self, id: str) -> None:
        gone = self._overlay.get(id)
        self._overlay.remove(id)
        self._refresh(gone)

    def marks(self) -> tuple[OverlayMark, ...]:
        """The marks as they lie on the page, in UTF-16 units, in reading order."""
        return tuple(self._overlay.within(0, self._positions.length + 1))

    def lane(self, id: str) -> int:
        mark = self._overlay.get(id)
        return -1 if mark is None else self._overlay.lane(mark)

    def rect_of(self, span: Span) -> QRect:
        """The rectangle around the lines of `span`, in viewport coordinates; a line's height where it has no words."""
        units = self._positions.span_to_qt(span)
        around = QRectF()
        for line in lines_of_span(self.document(), units.start, units.end):
            top, height = line.rect.top(), line.rect.height()
            seen = [QRectF(left, top, right - left, height) for left, right in line.stretches(units.start, units.end)]
            if not seen and around.isNull():
                seen = [QRectF(line.x(max(units.start, line.start)), top, 1, height)]
            for part in seen:
                around = around.united(part)
        return around.translated(-self._offset()).toAlignedRect()

    def last_line_start(self, span: Span) -> int:
        """Where `span` begins on its last line (x in viewport coordinates); its right end in right-to-left lines."""
        units = self._positions.span_to_qt(span)
        x = 0.0
        for line in lines_of_span(self.document(), units.start, units.end):
            stretches = line.stretches(units.start, units.end)
            if stretches:
                x = stretches[0][1] if line.rightwards else stretches[0][0]
        return round(x)

    def point_at(self, position: int) -> QPoint:
        """The middle of the left edge of the character at `position`, in viewport coordinates."""
        unit = self._positions.to_qt(position)
        for line in lines_of_span(self.document(), unit, unit + 1):
            return (QPointF(line.x(unit), line.baseline - 5) - self._offset()).toPoint()
        return QPoint()

    def position_at(self, point: QPoint) -> int:
        """The place between two characters that is nearest to `point` (viewport), in code points."""
        return self._positions.to_points(self.cursorForPosition(point).position())

    def tag_at(self, point: QPoint) -> OverlayMark | None:
        """The mark whose tag lies under `point` (viewport)."""
        place = QPointF(point) + self._offset()
        lines = lines_between(self.document(), place.y() - self._painter.below - SMALLEST, place.y())
        tags = (self._painter.tags(line, self._overlay.within(line.start, line.end), self._overlay) for line in lines)
        return hit(place, (tag for of_line in tags for tag in of_line))

    def mark_at(self, point: QPoint) -> OverlayMark | None:
        """The innermost mark under `point` (viewport), by its tag or its words."""
        by_tag = self.tag_at(point)
        if by_tag is not None:
            return by_tag
        place = QPointF(point) + self._offset()
        under = _UNDER_WORDS * self._look.article_unit()  # no gap from line to line
        for line in lines_between(self.document(), place.y() - under, place.y()):
            for mark in reversed(self._overlay.within(line.start, line.end)):
                if any(left <= place.x() <= right for left, right in line.stretches(mark.start, mark.end)):
                    return mark
        return None

    def is_crowded(self, id: str) -> bool:
        """Whether the tag of `id` reads "+n"."""
        mark = self._overlay.get(id)
        return mark is not None and bool(self._overlay.beyond(mark))

    def overlapping(self, id: str) -> list[str]:
        """The marks over the first letter of `id` and those that its tag "+n" tells, as ids in reading order."""
        mark = self._overlay.get(id)
        if mark is None:
            return []
        there = {*self._overlay.within(mark.start, mark.start + 1), *self._overlay.beyond(mark)}
        return [other.id for other in sorted(there, key=reading_order)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Below the words, the words, above the words. Qt's own selection and caret are not asked for: we have ours."""
        offset = self._offset()
        seen = QRectF(event.rect()).translated(offset)
        above, below = self._painter.above, self._painter.below
        lines = list(lines_between(self.document(), seen.top() - below, seen.bottom() + above))
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-offset)
        painter.fillRect(seen, self._look.colour("page"))
        self._paint_under(painter, lines)
        words = QAbstractTextDocumentLayout.PaintContext()
        words.palette = self.palette()
        words.clip = seen
        self.document().documentLayout().draw(painter, words)
        self._paint_over(painter, lines)
        if seen.top() < self._head.height:
            self._head.paint(painter, self._column.left)
        self.paint_above(painter)
        painter.end()

    def _paint_under(self, painter: QPainter, lines: list[Line]) -> None:
        lifted = self.lifted()
        for paint in self._also_under:
            for line in lines:
                paint(painter, line)
        for line in lines:
            for mark in sorted(self._overlay.within(line.start, line.end), key=lambda mark: mark.id in lifted):
                self._painter.under_text(painter, line, mark, mark.id in lifted)
        self.paint_below(painter, lines)
        for paint in self._also:
            for line in lines:
                paint(painter, line)

    def _paint_over(self, painter: QPainter, lines: list[Line]) -> None:
        lifted = self.lifted()
        marked = [(line, self._overlay.within(line.start, line.end)) for line in lines]
        for line, marks in marked:
            self._painter.over_text(painter, line, marks, self._overlay, lifted)
            self._margin.paint(painter, line, self.article.text.blocks[line.block.blockNumber()])
        for line, marks in marked:
            self._painter.hang_tags(painter, line, marks, self._overlay, lifted)

    def lifted(self) -> frozenset[str]:
        """The ids of the marks that stand out now."""
        return frozenset()

    def paint_below(self, painter: QPainter, lines: list[Line]) -> None:
        """Paint more below the words of these lines, in document coordinates."""

    def paint_above(self, painter: QPainter) -> None:
        """Paint more above everything else, in document coordinates."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        on_top = self._first_visible()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
            self._scroll_to(on_top)

    def _in_qt(self, mark: PageMark) -> OverlayMark:
        units = self._positions.span_to_qt(mark.span)
        return OverlayMark(mark.id, units.start, units.end, mark.label, mark.shape)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @property
    def _rightwards(self) -> bool:
        return self.article.direction is Direction.RIGHT_TO_LEFT

    def _arrange(self) -> None:
        """Give the text its column, and room for the head above it."""
        unit, width = self._look.article_unit(), float(self.viewport().width())
        self._column = self._column_in(width, unit)
        small = self._card_room and width < _SMALL_HEAD_BELOW * unit
        self._head = PageHead(self.article, self._look, self._column.width, small=small, room=self._head_room)
        self._margin = MarginPainter(self._look, self._column, self.locale(), self.first_paragraph)
        format = QTextFrameFormat()
        format.setLeftMargin(self._column.left)
        format.setRightMargin(max(0.0, width - self._column.right))
        format.setTopMargin(self._head.height)
        format.setBottomMargin(48 * unit)
        self.document().rootFrame().setFrameFormat(format)
        self.viewport().update()
        self.arranged.emit()

    def _column_in(self, width: float, unit: float) -> Column:
        """The edge follows the widest column, whatever the face, so that the labels above stay on it."""
        free = width - COLUMN * unit
        if free >= _SPARE * unit:
            left = _LEFT_NARROW * unit if self._card_room else _LEFT * unit + (free - _SPARE * unit) / 2
        else:
            left = max(_LEFT_LARGE * unit, min(_LEFT_NARROW * unit, free - 24))
        column = min(COLUMN * unit, self._measure(), width - left - 24)
        left, column = round(left), round(max(column, 80))
        return Column(round(width - left - column) if self._rightwards else left, column, self._rightwards)

    def top_position(self) -> int:
        """The first code point that can be seen."""
        return self._positions.to_points(self._first_visible())

    def _measure(self) -> float:
        """The width of so much running text in the article's face."""
        if self._rightwards:
            return COLUMN * self._look.article_unit()
        font = self._look.article_font(self.article.language)
        return QFontMetricsF(font).horizontalAdvance(_RUNNING_TEXT) / len(_RUNNING_TEXT) * CHARACTERS

    @property
    def column(self) -> Column:
        """Where the text stands, in document coordinates."""
        return self._column

    def margin_beside(self) -> tuple[int, int]:
        """Where the free margin after the column begins (x in viewport pixels), and how wide it is."""
        if self._rightwards:
            return round(self._column.left), round(self._column.left)
        right = round(self._column.right)
        return right, self.viewport().width() - right

    def scroll_to(self, position: int) -> None:
        """Bring the line with `position` to the top."""
        self._scroll_to(self._positions.to_qt(position))

    def _first_visible(self) -> int:
        """What `_scroll_to` brought to the top, as long as nobody scrolled since: else many resizes would drift."""
        value = self.verticalScrollBar().value()
        if value == 0:
            return 0
        if value == self._kept_on_top[0]:
            return self._kept_on_top[1]
        # Not by Qt's hit test, which in the gap between two paragraphs may answer with the end of the article.
        line = next(lines_between(self.document(), value + 4, value + self.viewport().height()), None)
        return 0 if line is None else line.start

    def _scroll_to(self, unit: int) -> None:
        """Bring the line at `unit` to the top. A long article is laid out bit by bit: first as far as will be seen."""
        line = self._line_at(unit) if unit else None
        top = int(line.rect.top()) if line is not None else 0
        bar = self.verticalScrollBar()
        if top:
            bar.setMaximum(max(bar.maximum(), min(top, self._furthest_top(top))))
        bar.setValue(top)
        self._kept_on_top = (bar.value(), unit)

    def _furthest_top(self, top: int) -> int:
        """How far one can scroll; `top` where a page of text follows it, since asking for more lays out everything."""
        layout, height = self.document().documentLayout(), self.viewport().height()
        last_seen = layout.hitTest(QPointF(0, top + height), Qt.HitTestAccuracy.FuzzyHit)
        if last_seen < self._positions.length:
            return top
        return max(0, int(layout.documentSize().height()) - height)

    def _line_at(self, unit: int, *, before: bool = False) -> Line | None:
        """The line that holds `unit`; with `before`, the one on which the unit before it stands."""
        at = max(0, unit - 1) if before else unit
        return next(lines_of_span(self.document(), at, at), None)

    def _select(self, anchor: int, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _bring_into_view(self, mark: OverlayMark) -> None:
        self.bring_into_view(self._positions.span_to_points(Span(mark.start, min(mark.end, mark.start + 200))))

    def bring_into_view(self, span: Span) -> None:
        """Scroll as far as is needed to see `span`, or its beginning."""
        rect = self.rect_of(Span(span.start, min(span.end, span.start + 200)))
        margin = round(48 * self._look.article_unit())
        bar = self.verticalScrollBar()
        if rect.top() < margin:
            bar.setValue(bar.value() + rect.top() - margin)
        elif rect.bottom() > self.viewport().height() - margin:
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + margin)

    def refresh(self, span: Span) -> None:
        """Have the lines of `span` painted again."""
        self._refresh_span(self._positions.span_to_qt(span))

    def _refresh(self, mark: OverlayMark | None) -> None:
        if mark is not None:
            self._refresh_span(Span(mark.start, mark.end))

    def _refresh_span(self, units: Span) -> None:
        """Have the lines of `units` painted again, as far as they are seen."""
        if not units:
            return
        document = self.document()
        first = next(lines_of_span(document, units.start, units.start), None)
        last = next(lines_of_span(document, units.end - 1, units.end - 1), None)
        if first is None or last is None:
            return
        top, bottom = first.rect.top() - self._painter.above, last.rect.bottom() + self._painter.below
        area = QRectF(0, top, self.viewport().width(), bottom - top).translated(-self._offset())
        self.viewport().update(area.toAlignedRect())
