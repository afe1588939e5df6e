"""The head of an article: headline, byline and dateline, painted above the text and no part of it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from claimlight.core.article import Article, Direction
from claimlight.ui.look import Look, Type

_ABOVE = 28
_BELOW = 12
_BETWEEN = 8


class PageHead:
    """Lay out once for a width, paint as often as needed."""

    def __init__(self, article: Article, look: Look, width: float, *, small: bool, room: float = 0) -> None:
        """`room` is what is kept free over the headline, in pixels for text of the usual size."""
        self._rightwards = article.direction is Direction.RIGHT_TO_LEFT
        self._look = look
        self._width = width
        self._unit = look.article_unit()
        self._above = (_ABOVE + room) * self._unit
        self._line = look.headline_line(article.language, small=small)
        self._layout = QTextLayout(article.headline, look.headline_font(article.language, small=small))
        self._layout.setTextOption(self._option())
        self._lines = self._balanced(width)
        self._details = "  ·  ".join(part for part in (article.byline, article.dateline) if part)
        self._details_font = look.font(Type.SECONDARY)
        self._details_font.setPixelSize(round(14 * self._unit))

    @property
    def height(self) -> float:
        """From the top of the page to the first line of the text."""
        details = 20 + _BETWEEN if self._details else 0
        return self._above + self._lines * self._line + (details + _BELOW) * self._unit

    def paint(self, painter: QPainter, left: float) -> None:
        """Paint with the column's left edge at `left`, in document coordinates."""
        painter.setPen(self._look.colour("ink"))
        top = self._above
        for number in range(self._lines):
            line = self._layout.lineAt(number)
            half_leading = (self._line - line.height()) / 2
            line.draw(painter, QPointF(left, top + number * self._line + half_leading - line.y()))
        if self._details:
            painter.setFont(self._details_font)
            painter.setPen(self._look.colour("ink2"))
            baseline = top + self._lines * self._line + _BETWEEN * self._unit + 15 * self._unit
            rect = QRectF(left, baseline - 15 * self._unit, self._width, 20 * self._unit)
            side = Qt.AlignmentFlag.AlignRight if self._rightwards else Qt.AlignmentFlag.AlignLeft
            option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
            rightwards = Qt.LayoutDirection.RightToLeft
            option.setTextDirection(rightwards if self._rightwards else Qt.LayoutDirection.LeftToRight)
            painter.drawText(rect, self._details, option)

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        if self._rightwards:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        return option

    def _balanced(self, width: float) -> int:
        """Break the headline into lines of nearly one length: the narrowest width that needs no more lines."""
        lines = self._break(width)
        low, high = width / 2, width
        while lines > 1 and high - low > 4:
            middle = (low + high) / 2
            if self._break(middle) > lines:
                low = middle
            else:
                high = middle
        return self._break(high, full=width)

    def _break(self, width: float, full: float = 0.0) -> int:
        """Lay out in lines of `width` and count them; right-to-left lines then move to the right of `full`."""
        self._layout.beginLayout()
        count = 0
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(full - width if self._rightwards and full else 0.0, 0.0))
            count += 1
            line = self._layout.createLine()
        self._layout.endLayout()
        return count
