"""What stands beside the lines of an article: paragraph numbers, list and footnote markers, quotation bars."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from claimlight.core.article import Block, BlockKind
from claimlight.ui.document import indent_levels
from claimlight.ui.lines import Line
from claimlight.ui.look import Look, Type, tabular

_NUMBER_GAP = 20
_NUMBER_ABOVE = 1.5
"""A small number stands a little above the baseline of the line it counts."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands, in pixels; `rightwards` when the article is read from right to left."""

    left: float
    width: float
    rightwards: bool

    @property
    def right(self) -> float:
        return self.left + self.width


class MarginPainter:
    """Paints the margin of one line at a time. Make a new one when the look or the column changes."""

    def __init__(self, look: Look, column: Column, locale: QLocale, first: int = 1) -> None:
        """`first` is the number of the first paragraph."""
        self._first = first
        self._look = look
        self._unit = look.article_unit()
        self._column = column
        self._locale = locale
        self._numbers = tabular(look.font(Type.SMALLEST))
        self._numbers.setPixelSize(round(12 * self._unit))

    def paint(self, painter: QPainter, line: Line, block: Block) -> None:
        if block.kind is BlockKind.QUOTE:
            self._quotation_bar(painter, line, block)
        if line.inner.lineNumber() == 0:
            self._number(painter, line)
            if block.marker:
                self._marker(painter, line, block)

    def _number(self, painter: QPainter, line: Line) -> None:
        painter.setFont(self._numbers)
        painter.setPen(self._look.colour("ink3"))
        number = self._locale.toString(line.block.blockNumber() + self._first)
        gap = _NUMBER_GAP * self._unit
        if self._column.rightwards:
            x = self._column.right + gap
        else:
            x = self._column.left - gap - QFontMetricsF(self._numbers).horizontalAdvance(number)
        painter.drawText(QPointF(x, line.baseline - _NUMBER_ABOVE * self._unit), number)

    def _marker(self, painter: QPainter, line: Line, block: Block) -> None:
        painter.setFont(self._marker_font(block))
        painter.setPen(self._look.colour("ink"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(block.marker)
        gap = 8 * self._unit
        rect = line.rect
        x = rect.right() + gap if line.rightwards else rect.left() - gap - width
        painter.drawText(QPointF(x, line.baseline), block.marker)

    def _marker_font(self, block: Block) -> QFont:
        font = self._look.article_font(block.language)
        if block.kind is BlockKind.FOOTNOTE:
            font.setPixelSize(round(font.pixelSize() * 0.85))
        return font

    def _quotation_bar(self, painter: QPainter, line: Line, block: Block) -> None:
        """Without gaps between the lines of one paragraph."""
        rect = line.rect
        number = line.inner.lineNumber()
        if number > 0:
            rect.setTop(line.origin.y() + line.block.layout().lineAt(number - 1).rect().bottom())
        step = 24 * self._unit * indent_levels(block)
        x = rect.right() + step - 2 if line.rightwards else rect.left() - step
        top, bottom = round(rect.top()), round(rect.bottom())
        painter.fillRect(QRectF(round(x), top, 2, bottom - top), self._look.colour("rule"))
