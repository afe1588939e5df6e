"""The page of a teacher: must have and may have of the answer in hand stand on it as handles that can be dragged."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from claimlight.core.article import Article, Span
from claimlight.core.codebook import Label
from claimlight.core.moves import snapped
from claimlight.ui.lines import Line
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.work.answer_limits import Limits

MUST, MAY = "must", "may"
_REACH = 9
"""How near (px) to a handle the pointer takes hold of it."""
_KNOB, _KNOB_UP = 5, 21
_MAY_TINT = 0.10


class AnswerPage(Page):
    """Round handles above bars for what a mark must have, square brackets around what it may have."""

    limit_moved = Signal(str, object)
    """A handle was let go: MUST or MAY, and the Span it reaches now."""

    def __init__(self, article: Article, labels: Iterable[Label], look: Look, parent: QWidget | None = None) -> None:
        self._limits: Limits | None = None
        self._colour = QColor()
        self._held: tuple[str, bool] | None = None
        super().__init__(article, labels, look, parent)

    def show_limits(self, limits: Limits | None, colour_role: str = "ink") -> None:
        """Handles for the answer in hand, in its label's colour; none without `limits`."""
        self._limits = limits
        self._colour = self._look.label_colours(colour_role).ink
        self.viewport().update()

    def handle_at(self, point: QPoint) -> tuple[str, bool] | None:
        """The handle under `point`: MUST or MAY, and whether it is the one at the start."""
        place = QPointF(point) + self._offset()
        reach = _REACH * self._look.article_unit()
        for kind, is_start, at in self._handles():
            if (place - at).manhattanLength() <= 1.5 * reach:
                return kind, is_start
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = None
        if event.button() == Qt.MouseButton.LeftButton and not self.pen:
            point = event.position().toPoint()
            self._held = self.handle_at(point)
            if self._held is not None and self._held[0] == MAY and self.end_at(point) is not None:
                self._held = None  # where both stand, the answer's own end is meant
        if self._held is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
        else:
            self._drag(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is None or self._limits is None:
            super().mouseReleaseEvent(event)
            return
        self.limit_moved.emit(held[0], self._limits.may if held[0] == MAY else _whole(self._limits.must))

    def paint_below(self, painter: QPainter, lines: list[Line]) -> None:
        super().paint_below(painter, lines)
        if self._limits is None:
            return
        tint = QColor(self._colour)
        tint.setAlphaF(_MAY_TINT)
        units = self._positions.span_to_qt(self._limits.may)
        unit = self._look.article_unit()
        for line in lines:
            for left, right in line.stretches(units.start, units.end):
                painter.fillRect(QRectF(left, line.baseline - 15 * unit, right - left, 20 * unit), tint)

    def paint_above(self, painter: QPainter) -> None:
        super().paint_above(painter)
        if self._limits is None:
            return
        for kind, is_start, at in self._handles():
            if kind == MUST:
                self._paint_pin(painter, at)
            else:
                self._paint_bracket(painter, at, opens=is_start)

    def _drag(self, point: QPoint) -> None:
        """Whole words; the answer itself stays within what a mark may have, and what it must have within the answer."""
        limits, held = self._limits, self._held
        answer = self._overlay.get(self._current)
        if limits is None or held is None:
            return
        kind, is_start = held
        now = limits.may if kind == MAY else _whole(limits.must)
        at = self.position_at(point)
        wished = Span(min(at, now.end - 1), now.end) if is_start else Span(now.start, max(at, now.start + 1))
        span = snapped(self.article.text, wished)
        if span is None:
            return
        if answer is not None:
            span = _kept(span, self._positions.span_to_points(Span(answer.start, answer.end)), kind)
        if not span:
            return
        may, must = (span, limits.must) if kind == MAY else (limits.may, (span,))
        self._limits = Limits(must, may, limits.own_must or kind == MUST, limits.own_may or kind == MAY)
        self.viewport().update()

    def _handles(self) -> list[tuple[str, bool, QPointF]]:
        """Every handle with the middle of where it is taken, in document coordinates."""
        limits = self._limits
        if limits is None:
            return []
        unit = self._look.article_unit()
        found = []
        for span, kind, up in ((_whole(limits.must), MUST, _KNOB_UP), (limits.may, MAY, 5)):
            for position, is_start in ((span.start, True), (span.end, False)):
                at = self._positions.to_qt(position)
                line = self._line_at(at, before=not is_start)
                if line is not None:
                    found.append((kind, is_start, QPointF(line.x(at), line.baseline - up * unit)))
        return found

    def _paint_pin(self, painter: QPainter, at: QPointF) -> None:
        unit = self._look.article_unit()
        painter.setPen(QPen(self._colour, 2 * unit))
        painter.drawLine(at + QPointF(0, _KNOB * unit), at + QPointF(0, (_KNOB_UP + 5) * unit))
        painter.setBrush(self._look.colour("page"))
        painter.drawEllipse(at, _KNOB * unit, _KNOB * unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_bracket(self, painter: QPainter, at: QPointF, *, opens: bool) -> None:
        unit = self._look.article_unit()
        painter.setPen(QPen(self._colour, 1.5 * unit))
        arm = (4 if opens is not self._rightwards else -4) * unit
        top, bottom = at + QPointF(0, -14 * unit), at + QPointF(0, 13 * unit)
        painter.drawPolyline([top + QPointF(arm, 0), top, bottom, bottom + QPointF(arm, 0)])


def _whole(spans: tuple[Span, ...]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _kept(span: Span, answer: Span, kind: str) -> Span:
    if kind == MAY:
        return Span(min(span.start, answer.start), max(span.end, answer.end))
    return Span(max(span.start, answer.start), min(span.end, answer.end))
