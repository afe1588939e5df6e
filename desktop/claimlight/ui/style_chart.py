"""The picture of too little and too much: each lesson hangs on a line, what was too much above, too little below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import mirrored
from claimlight.ui.progress_words import style_spoken
from claimlight.ui.typesetting import draw_line, elided
from claimlight.wording import _
from claimlight.work.progress import LessonStyle, Report

_HIGH, _UNIT, _SLOT, _BAR = 96, 22, 84, 48
"""In px: a side of the line, one mark at most, a lesson at least, a bar."""


class StyleChart(QWidget):
    """The latest lessons that there is room for, the last one in ink. Told in words as its description."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(_("Picture: too little or too much"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._styles: tuple[LessonStyle, ...] = ()
        self._look = look

    def show_report(self, report: Report) -> None:
        self._styles = report.styles
        self.setAccessibleDescription(style_spoken(report.styles))
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(2 * _HIGH + 2 * 24 + 40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(
            "" if len(self._shown()) == len(self._styles) else _("The latest lessons. The table has all of them.")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, px = self._look, self._look.px
        shown, middle, left = self._shown(), float(px(_HIGH + 24)), self._captions()
        slot = min(px(120), (self.width() - left) / max(1, len(shown)))
        self._paint_captions(painter, middle)
        most = max((max(one.style.astray, one.style.unfound) for one in shown), default=0)
        unit = min(px(_UNIT), px(_HIGH) / max(1, most))
        for n, one in enumerate(shown):
            self._paint_lesson(painter, one, QRectF(left + n * slot, 0, slot, self.height()), middle, unit)
        line = mirrored(QRectF(left, middle - 1, slot * len(shown), 2), self)
        painter.fillRect(line, look.colour("ink"))
        painter.end()

    def _shown(self) -> tuple[LessonStyle, ...]:
        room = max(1, int((self.width() - self._captions()) / self._look.px(_SLOT)))
        return self._styles[-room:]

    def _captions(self) -> float:
        metrics = QFontMetricsF(self._look.font(Type.SMALL))
        return max(metrics.horizontalAdvance(words) for words in (_("too much"), _("too little"))) + self._look.px(12)

    def _paint_captions(self, painter: QPainter, middle: float) -> None:
        look, px = self._look, self._look.px
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        line = look.line(Type.SMALL)
        for words, top in ((_("too much"), middle - px(30) - line / 2), (_("too little"), middle + px(30) - line / 2)):
            box = mirrored(QRectF(0, top, self._captions(), line), self)
            draw_line(painter, box, words, look.font(Type.SMALL), look.colour("ink2"), start)

    def _paint_lesson(self, painter: QPainter, one: LessonStyle, slot: QRectF, middle: float, unit: float) -> None:
        look, px = self._look, self._look.px
        latest = one is self._styles[-1]
        width = min(px(_BAR), slot.width() - px(12))
        left = slot.center().x() - width / 2
        up, down = one.style.astray * unit, one.style.unfound * unit
        if up:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink" if latest else "ink3"))
            painter.drawRoundedRect(mirrored(QRectF(left, middle - px(2) - up, width, up), self), px(3), px(3))
        if down:
            pen = QPen(look.colour("ink" if latest else "ink3"), px(15) / 10)
            pen.setDashPattern([4, 2.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(mirrored(QRectF(left, middle + px(3), width, down), self), px(3), px(3))
        self._paint_count(painter, one.style.astray, QPointF(slot.center().x(), middle - px(4) - up), above=True)
        self._paint_count(painter, one.style.unfound, QPointF(slot.center().x(), middle + px(5) + down), above=False)
        self._paint_name(painter, one.title, slot, latest=latest)

    def _paint_count(self, painter: QPainter, count: int, at: QPointF, *, above: bool) -> None:
        look = self._look
        line = look.line(Type.SMALL_ACTION)
        box = mirrored(QRectF(at.x() - 60, at.y() - line if above else at.y(), 120, line), self)
        font = tabular(look.font(Type.SMALL_ACTION))
        draw_line(painter, box, str(count), font, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)

    def _paint_name(self, painter: QPainter, title: str, slot: QRectF, *, latest: bool) -> None:
        look, px = self._look, self._look.px
        font, line = look.font(Type.SMALLEST), look.line(Type.SMALLEST)
        top = self.height() - 2 * line
        for n, words in enumerate(in_two_lines(title, font, slot.width() - px(8))):
            box = mirrored(QRectF(slot.left() + px(4), top + n * line, slot.width() - px(8), line), self)
            colour = look.colour("ink" if latest else "ink2")
            draw_line(painter, box, words, font, colour, Qt.AlignmentFlag.AlignHCenter)


def in_two_lines(title: str, font: QFont, width: float) -> tuple[str, ...]:
    """As many whole words as fit on the first line; the rest, shortened if need be, on the second."""
    metrics = QFontMetricsF(font)
    words = title.split()
    first = words[:1]
    while len(first) < len(words) and metrics.horizontalAdvance(" ".join(words[: len(first) + 1])) <= width:
        first = words[: len(first) + 1]
    rest = " ".join(words[len(first) :])
    return tuple(elided(line, font, width) for line in (" ".join(first), rest) if line)
