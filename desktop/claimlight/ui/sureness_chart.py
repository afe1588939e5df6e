"""The picture of how sure we can be: for each label a track, the band where it probably is, a dot, and one line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimlight.grading.mastery import LEVEL
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.progress_words import FIFTHS, fifths, sureness, sureness_spoken
from claimlight.ui.tags import mark_of, paint_tag, paint_tint, paint_underline
from claimlight.ui.typesetting import draw_line
from claimlight.wording import _
from claimlight.work.progress import LabelProgress, Report

_TAG, _BAND, _DOT = 20, 16, 6.5


class SurenessChart(QWidget):
    """Where the band has passed the line, it is secure. What it shows is told in words as its description."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(_("Picture: how sure we can be"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._labels: tuple[LabelProgress, ...] = ()
        self._look = look

    def show_report(self, report: Report) -> None:
        self._labels = report.labels
        self.setAccessibleDescription(sureness_spoken(report))
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._look.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(100))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(len(self._labels) * self._row(width) + self._look.px(30))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._row(self.width())
        heights = [(n + 1) * row - self._look.px(32) for n in range(len(self._labels))]
        self._paint_tracks(painter, heights)
        self._paint_axis(painter, len(self._labels) * row - self._look.px(8))
        for n, one in enumerate(self._labels):
            self._paint_words(painter, one, n * row)
            self._paint_band(painter, one, heights[n])
        painter.end()

    # Words above each track

    def _in_two_lines(self, width: float) -> bool:
        """Whether name and words do not fit beside each other before the line somewhere."""
        look = self._look
        name, words = QFontMetricsF(look.font(Type.HEADING)), QFontMetricsF(look.font(Type.SECONDARY))
        widest = max((name.horizontalAdvance(one.label.name) for one in self._labels), default=0.0)
        longest = max((words.horizontalAdvance(sureness(one)) for one in self._labels), default=0.0)
        self._column = look.px(_TAG + 10) + widest + look.px(24)
        return self._column + longest > width * LEVEL - look.px(8)

    def _row(self, width: float) -> float:
        return self._look.px(94 if self._in_two_lines(width) else 72)

    def _paint_words(self, painter: QPainter, one: LabelProgress, top: float) -> None:
        look, px = self._look, self._look.px
        two = self._in_two_lines(self.width())
        line, text = float(look.line(Type.HEADING)), float(px(_TAG + 10))
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        tag = mirrored(QRectF(0, top, px(_TAG), px(_TAG)), self)
        paint_tag(painter, tag, mark_of(one.label).letter, look.label_colours(one.label.colour), radius=px(4))
        name = mirrored(QRectF(text, top, self.width() - text, line), self)
        draw_line(painter, name, one.label.name, look.font(Type.HEADING), look.colour("ink"), start)
        left = text if two else self._column
        words = mirrored(QRectF(left, top + (line + px(2) if two else 0), self.width() - left, line), self)
        draw_line(painter, words, sureness(one), look.font(Type.SECONDARY), look.colour("ink2"), start)

    # Tracks

    def _paint_tracks(self, painter: QPainter, heights: Sequence[float]) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("edge" if look.theme.border > 1 else "rule"), look.px(2)))
        for y in heights:
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_band(self, painter: QPainter, one: LabelProgress, y: float) -> None:
        look, px = self._look, self._look.px
        mark, colours = mark_of(one.label), look.label_colours(one.label.colour)
        band = mirrored(QRectF(self._at(one.low), y - px(8), self._at(one.high) - self._at(one.low), px(_BAND)), self)
        paint_tint(painter, band, colours.lift, starts=True, ends=True, radius=px(3))
        paint_underline(
            painter, band.left(), band.right(), band.bottom(), mark.line, colours.line,
            unit=px(10) / 10, leftwards=self.isRightToLeft(),
        )  # fmt: skip
        radius = look.px(10) / 10 * _DOT
        dot = mirrored(QRectF(self._at(one.guess) - radius, y - radius, 2 * radius, 2 * radius), self)
        painter.setPen(QPen(look.colour("page"), px(2)))
        painter.setBrush(colours.ink)
        painter.drawEllipse(dot)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_axis(self, painter: QPainter, bottom: float) -> None:
        look, px = self._look, self._look.px
        ink = look.colour("ink")
        line = mirrored(QRectF(self._at(LEVEL) - 1, 0, 2, bottom + px(10)), self)
        painter.fillRect(line, ink)
        taken = self._label(painter, LEVEL, _("secure from here"), bottom, Type.SMALL_ACTION, "ink", None)
        for n in range(FIFTHS + 1):
            share = n / FIFTHS
            painter.fillRect(mirrored(QRectF(min(self._at(share), self.width() - 1), bottom, 1, px(6)), self), ink)
            if share < LEVEL:
                words = fifths(share) if n else _("none")
                self._label(painter, share, words, bottom, Type.SMALL, "ink2", taken)

    def _label(
        self, painter: QPainter, share: float, words: str, bottom: float, use: Type, role: str, taken: QRectF | None
    ) -> QRectF:
        """Words under the axis, within the picture; left out where they would touch what is there already."""
        look, px = self._look, self._look.px
        width = QFontMetricsF(look.font(use)).horizontalAdvance(words) + 2
        left = max(0.0, min(self._at(share) - width / 2, self.width() - width))
        box = QRectF(left, bottom + px(12), width, look.line(use))
        if taken is None or not box.adjusted(-px(10), 0, px(10), 0).intersects(taken):
            draw_line(
                painter, mirrored(box, self), words, look.font(use), look.colour(role), Qt.AlignmentFlag.AlignHCenter
            )
        return box

    def _at(self, share: float) -> float:
        return share * self.width()
