"""The picture of a class's too little and too much: each student hangs on a line, what lacks before it, what is too
much behind it."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import mirrored
from claimlight.ui.teacher.results_charts import Chart
from claimlight.ui.typesetting import draw_line
from claimlight.wording import _
from claimlight.wording.points import points_text
from claimlight.work.class_styles import StudentStyle

_ROW, _HEAD, _POINTS, _BAR, _UNIT = 32, 28, 52, 14, 14
_MOST_NAME = 220


class StylesChart(Chart):
    """Name, points of the first and the last check, and two bars: dashed for what was not found, filled for what was
    marked besides."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(name, look)
        self._styles: tuple[StudentStyle, ...] = ()

    def show_styles(self, styles: tuple[StudentStyle, ...]) -> None:
        self._styles = styles
        self.updateGeometry()
        self.update()

    def tall(self) -> int:
        return self._look.px(_HEAD + _ROW * len(self._styles))

    def draw(self, painter: QPainter, seen: QRect) -> None:
        px = self._look.px
        self._draw_heads(painter)
        first = max(0, (seen.top() - px(_HEAD)) // px(_ROW))
        last = (seen.bottom() - px(_HEAD)) // px(_ROW) + 1
        for n, one in islice(enumerate(self._styles), first, max(first, last)):
            self._draw_row(painter, one, px(_HEAD) + n * px(_ROW))
        line = mirrored(QRectF(self._middle - 1, px(_HEAD), 2, self.height() - px(_HEAD)), self)
        painter.fillRect(line, self._look.colour("ink"))

    # Places

    @property
    def _name(self) -> float:
        return min(self._look.px(_MOST_NAME), self.width() * 0.34)

    @property
    def _bars(self) -> float:
        """Where the bars begin."""
        return self._name + 2 * self._look.px(_POINTS) + self._look.px(16)

    @property
    def _count(self) -> float:
        """The room for a number at the end of a bar."""
        return QFontMetricsF(self._look.font(Type.SMALL)).horizontalAdvance("00") + self._look.px(8)

    @property
    def _unit(self) -> float:
        """One mark, in px: as wide as lets the longest bars in."""
        little = max((one.style.unfound for one in self._styles), default=0)
        much = max((one.style.astray for one in self._styles), default=0)
        room = self.width() - self._bars - 2 * self._count
        return min(self._look.px(_UNIT), max(1.0, room / max(1, little + much)))

    @property
    def _middle(self) -> float:
        little = max((one.style.unfound for one in self._styles), default=0)
        words = QFontMetricsF(self._look.font(Type.SMALL)).horizontalAdvance(_("too little"))
        return self._bars + max(self._count + little * self._unit, words + self._look.px(8))

    # Painting

    def _draw_heads(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
        gap = px(8)
        heads = [(0.0, self._name, _("Name"), self.start)]
        heads += [(left, px(_POINTS), words, self.end) for left, words in self._points(_("First"), _("Last"))]
        heads.append((self._bars, self._middle - self._bars - gap, _("too little"), self.end))
        heads.append((self._middle + gap, self.width() - self._middle - gap, _("too much"), self.start))
        for left, width, words, align in heads:
            box = mirrored(QRectF(left, 0, width, px(_HEAD)), self)
            draw_line(painter, box, words, look.font(Type.SMALL), look.colour("ink2"), align)
        self._rule(painter, px(_HEAD))

    def _points(self, first: str, last: str) -> Iterator[tuple[float, str]]:
        yield self._name, first
        yield self._name + self._look.px(_POINTS), last

    def _draw_row(self, painter: QPainter, one: StudentStyle, top: int) -> None:
        look, px = self._look, self._look.px
        name = mirrored(QRectF(0, top, self._name - px(8), px(_ROW)), self)
        draw_line(painter, name, one.name, look.font(Type.SMALL_ACTION), look.colour("ink"), self.start)
        font = tabular(look.font(Type.SMALL))
        first = "–" if one.first is None else points_text(one.first)
        for left, words in self._points(first, points_text(one.last)):
            box = mirrored(QRectF(left, top, px(_POINTS), px(_ROW)), self)
            draw_line(painter, box, words, font, look.colour("ink"), self.end)
        self._draw_bars(painter, one, top)
        self._rule(painter, top + px(_ROW))

    def _draw_bars(self, painter: QPainter, one: StudentStyle, top: int) -> None:
        look, px = self._look, self._look.px
        little, much = one.style.unfound * self._unit, one.style.astray * self._unit
        y, gap = top + (px(_ROW) - px(_BAR)) / 2, px(3)
        if little:
            pen = QPen(look.colour("ink2"), px(15) / 10)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            left = self._middle - gap - little
            painter.drawRoundedRect(mirrored(QRectF(left, y, little, px(_BAR)), self), px(3), px(3))
        if much:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink2"))
            painter.drawRoundedRect(mirrored(QRectF(self._middle + gap, y, much, px(_BAR)), self), px(3), px(3))
        font = tabular(look.font(Type.SMALL))
        before = QRectF(self._middle - gap - little - self._count, top, self._count - px(4), px(_ROW))
        after = QRectF(self._middle + gap + much + px(4), top, self._count, px(_ROW))
        for box, count, align in ((before, one.style.unfound, self.end), (after, one.style.astray, self.start)):
            draw_line(painter, mirrored(box, self), str(count), font, look.colour("ink"), align)

    def _rule(self, painter: QPainter, y: float) -> None:
        look = self._look
        painter.fillRect(QRectF(0, y - 1, self.width(), look.theme.border), look.colour("rule"))
