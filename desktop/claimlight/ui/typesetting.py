"""Text in lines of one height: what labels of Qt cannot do, for cards, lists and quoted words."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

ELLIPSIS = "…"


class Typeset:
    """`text` set in `font`, `width` px wide, in lines `line` px high; at most `lines` of them, the last elided.

    `balanced` shrinks the width until the number of lines would grow, as headlines want it. Lines stand at the side
    where the text begins, or at the `right` or left that is asked for.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        line: float,
        *,
        lines: int = 0,
        balanced: bool = False,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto,
        right: bool | None = None,
    ) -> None:
        self.text = text
        self.font = font
        self.width = max(width, 1.0)
        self.line = line
        self._direction = direction
        self._right = self._leftwards() if right is None else right
        self._layout = self._lay_out(text, self.width)
        self.elided = bool(lines) and self._layout.lineCount() > lines
        if self.elided:
            self._layout = self._lay_out(self._cut(lines), self.width)
        elif balanced and self._layout.lineCount() > 1:
            self._balance()

    @property
    def height(self) -> float:
        return self._layout.lineCount() * self.line

    @property
    def line_count(self) -> int:
        return self._layout.lineCount()

    @property
    def leftwards(self) -> bool:
        """Whether its lines are read from right to left."""
        return self._leftwards()

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        painter.save()
        painter.setPen(colour)
        self._layout.draw(painter, at)
        painter.restore()

    def stretches(self, start: int, end: int) -> list[tuple[float, float, float, bool, bool]]:
        """Where the words [start, end) stand: (left, right, baseline, starts here, ends here), a tuple for each line.

        Positions are Qt's (UTF-16), relative to the origin given to `draw`.
        """
        found = []
        for n in range(self.line_count):
            line = self._layout.lineAt(n)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            while last > first and last < end and self._layout.text()[last - 1 : last].isspace():
                last -= 1
            one, other = _x(line, first), _x(line, last)
            found.append(
                (min(one, other), max(one, other), line.y() + line.ascent(), first == start, last >= end),
            )
        return found

    def _leftwards(self) -> bool:
        if self._direction == Qt.LayoutDirection.LayoutDirectionAuto:
            return reads_leftwards(self.text)
        return self._direction == Qt.LayoutDirection.RightToLeft

    def _lay_out(self, text: str, width: float, shift: float = 0.0) -> QTextLayout:
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._right:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self._leftwards() else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.beginLayout()
        n = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(shift, n * self.line + (self.line - line.height()) / 2))
            n += 1
        layout.endLayout()
        return layout

    def _cut(self, lines: int) -> str:
        start = self._layout.lineAt(lines - 1).textStart()
        text = self._layout.text()
        rest = QFontMetricsF(self.font).elidedText(text[start:], Qt.TextElideMode.ElideRight, self.width - 1)
        return text[:start] + rest

    def _balance(self) -> None:
        count = self._layout.lineCount()
        low, high = self.width / 2, self.width
        while high - low > 2:
            middle = (low + high) / 2
            if self._lay_out(self.text, middle).lineCount() > count:
                low = middle
            else:
                high = middle
        shift = self.width - high if self._right else 0.0
        self._layout = self._lay_out(self.text, high, shift)


def elided(text: str, font: QFont, width: float) -> str:
    """`text` on one line, cut at the end."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


def draw_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of `text` in the middle of `rect`, elided where it does not fit. `align` is the side on the screen."""
    painter.save()
    leftwards = reads_leftwards(text)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    painter.setFont(font)
    painter.setPen(colour)
    side = int(align) | int(Qt.AlignmentFlag.AlignAbsolute)
    flags = side | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(rect, flags, elided(text, font, rect.width() + 0.5))
    painter.restore()


def _x(line: object, position: int) -> float:
    """`cursorToX` returns a pair in PySide6 and is typed as an object."""
    x, _position = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(x)


@lru_cache(200)
def reads_leftwards(text: str) -> bool:
    """Whether the first letter with a direction is Arabic, Hebrew or the like."""
    if text.isascii():
        return False
    from unicodedata import bidirectional

    return next((kind in ("R", "AL") for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), False)
