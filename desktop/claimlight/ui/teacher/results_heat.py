"""The article with what a class marked in it: heat below the words, the answers underlined, and how many found each."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen

from claimlight.core.article import Article, Span
from claimlight.core.codebook import Label
from claimlight.grading.heat import ANY, Heat
from claimlight.ui.article_view import ArticleView, PageMark
from claimlight.ui.lines import Line
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mark_painter import MarkPainter
from claimlight.ui.overlay import Overlay, OverlayMark, Shape
from claimlight.ui.tags import paint_halo, paint_outline
from claimlight.ui.theme import Theme

STEPS = 5
"""Shares of the class are told in so many shades."""
_STRONGEST, _STRONGEST_DARK = 0.62, 0.45
_TOP, _BOTTOM = -15, 5
_TOP_ARABIC, _BOTTOM_ARABIC = -17, 8
_TAG, _PADDING = 13, 4


@dataclass(frozen=True, slots=True)
class HeatMark:
    """A passage on the page: an answer under its label, or, where `label` is "", words that are not in the answers."""

    id: str
    span: Span
    label: str
    caption: str
    """What stands in its tag after the label's letter."""
    counts: bool = True
    """False for an answer that may be marked and does not count."""


def heat_alpha(share: float, theme: Theme) -> float:
    """How strong the heat of a share (0 to 1) is: in five steps, none for nobody."""
    strongest = _STRONGEST_DARK if theme.dark else _STRONGEST
    return strongest * min(STEPS, int(share * STEPS - 1e-9) + 1) / STEPS if share > 0 else 0.0


class HeatPage(ArticleView):
    """Arrows walk from passage to passage; what the pointer is over is told as a code point."""

    pointed = Signal(int)
    """The code point under the pointer; -1 where there is none."""
    walked = Signal(str)
    """Another passage (its id) was walked to or clicked."""

    def __init__(self, article: Article, labels: Iterable[Label], look: Look) -> None:
        self._heat = Heat(0, ())
        self._label = ANY
        self._places: list[tuple[int, int, float]] = []
        self._ends: list[int] = []
        self._marks: tuple[HeatMark, ...] = ()
        self._current = ""
        self._pointed = -1
        super().__init__(article, labels, look)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.paint_also(self._paint_heat, under_marks=True)

    def show_heat(self, heat: Heat, label: str = ANY) -> None:
        """Show how many marked each word, as `label` or at all."""
        self._heat, self._label = heat, label
        self._places = []
        for stretch in heat.stretches:
            count = stretch.under(label)
            if count:
                units = self._positions.span_to_qt(stretch.span)
                self._places.append((units.start, units.end, count / heat.n))
        self._ends = [end for _start, end, _share in self._places]
        self.viewport().update()

    def show_passages(self, marks: Iterable[HeatMark]) -> None:
        """Show these passages, in page order; the one in hand stays, where it is among them."""
        self._marks = tuple(sorted(marks, key=lambda mark: (mark.span, mark.id)))
        if all(mark.id != self._current for mark in self._marks):
            self._current = ""
        self._wear_captions()
        self.show_marks(
            PageMark(mark.id, mark.span, mark.label, Shape.PLAIN if mark.label else Shape.NOT_IN_ANSWERS)
            for mark in self._marks
        )

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._painter: MarkPainter = HeatPainter(look, self._labels)
        self._wear_captions()
        self.viewport().update()

    @property
    def current(self) -> str:
        """The id of the passage in hand, or ""."""
        return self._current

    def go_to(self, id: str) -> None:
        """Take the passage in hand and bring it into view."""
        mark = next((mark for mark in self._marks if mark.id == id), None)
        if mark is not None:
            self._current = id
            self.bring_into_view(mark.span)
            self.viewport().update()
            self.walked.emit(id)

    def walk(self, step: int) -> None:
        """Go to the next passage (1) or the one before (-1)."""
        ids = [mark.id for mark in self._marks]
        if not ids:
            return
        if self._current not in ids:
            self.go_to(ids[0 if step > 0 else -1])
            return
        self.go_to(ids[max(0, min(len(ids) - 1, ids.index(self._current) + step))])

    def lifted(self) -> frozenset[str]:
        return frozenset((self._current,) if self._current else ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -step
        if step:
            self.walk(step)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._scroll_by_key(Qt.Key(event.key()))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self._current:
            self.walk(1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._position_under(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        mark = self.mark_at(event.position().toPoint())
        if mark is not None:
            self.go_to(mark.id)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def _position_under(self, event: QMouseEvent) -> int:
        """The code point under the pointer, -1 beside the words."""
        point = event.position().toPoint()
        mark = self.tag_at(point)
        if mark is not None:
            return self._positions.to_points(mark.start)
        place = QPointF(point) + self._offset()
        unit = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        return -1 if unit < 0 else self._positions.to_points(unit)

    def _point(self, position: int) -> None:
        if position != self._pointed:
            self._pointed = position
            self.pointed.emit(position)

    def _scroll_by_key(self, key: Qt.Key) -> None:
        bar = self.verticalScrollBar()
        by = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}.get(key)
        bar.setValue(bar.value() + by if by is not None else bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())

    def _wear_captions(self) -> None:
        if isinstance(self._painter, HeatPainter):
            self._painter.captions = {mark.id: mark.caption for mark in self._marks}
            self._painter.hollow = frozenset(mark.id for mark in self._marks if not mark.counts)

    def _paint_heat(self, painter: QPainter, line: Line) -> None:
        look, unit = self._look, self._look.article_unit()
        top, bottom = (_TOP_ARABIC, _BOTTOM_ARABIC) if line.rightwards else (_TOP, _BOTTOM)
        for number in range(bisect_right(self._ends, line.start), len(self._places)):
            start, end, share = self._places[number]
            if start >= line.end:
                break
            colour = look.colour("heat", heat_alpha(share, look.theme))
            for left, right in line.stretches(start, end):
                x, y = round(left), round(line.baseline + top * unit)
                painter.fillRect(QRectF(x, y, round(right) - x, round((bottom - top) * unit)), colour)


class HeatPainter(MarkPainter):
    """Answers are underlined and not tinted; each tag tells a number; what is not in the answers is outlined."""

    def __init__(self, look: Look, labels: Iterable[Label]) -> None:
        super().__init__(look, labels)
        self.captions: Mapping[str, str] = {}
        self.hollow: frozenset[str] = frozenset()
        self._grey_ink = look.colour("ink2")
        self._font = tabular(look.font(Type.SMALL_ACTION))
        self._font.setPixelSize(max(6, round(10 * self._unit)))
        self._font.setWeight(QFont.Weight.DemiBold)

    def under_text(self, painter: QPainter, line: Line, mark: OverlayMark, lifted: bool) -> None:
        """Nothing: the heat is there already."""

    def over_text(
        self, painter: QPainter, line: Line, marks: Iterable[OverlayMark], overlay: Overlay, lifted: frozenset[str]
    ) -> None:
        marks = list(marks)
        super().over_text(
            painter, line, [mark for mark in marks if mark.shape is not Shape.NOT_IN_ANSWERS], overlay, lifted
        )
        for mark in marks:
            if mark.shape is Shape.NOT_IN_ANSWERS:
                self._frame(painter, line, mark, dashed=True)
            if mark.id in lifted:
                self._frame(painter, line, mark, dashed=False)

    def _frame(self, painter: QPainter, line: Line, mark: OverlayMark, *, dashed: bool) -> None:
        unit = self._unit
        top, bottom = (_TOP_ARABIC, _BOTTOM_ARABIC) if line.rightwards else (_TOP, _BOTTOM)
        for left, right in line.stretches(mark.start, mark.end):
            rect = self._band(line, left - unit, right + unit, top - 1, bottom + 1)
            if dashed:
                paint_outline(painter, rect, self._grey_ink, unit=unit)
                continue
            painter.save()
            painter.setPen(QPen(self._ink, 2 * unit))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-unit, -unit, unit, 0), 3 * unit, 3 * unit)
            painter.restore()

    def _tag_rect(self, line: Line, mark: OverlayMark) -> QRectF | None:
        rect = super()._tag_rect(line, mark)
        if rect is None:
            return None
        width = QFontMetricsF(self._font).horizontalAdvance(self._said(mark)) + 2 * _PADDING * self._unit
        wide = QRectF(rect.left(), rect.top(), round(max(rect.height(), width)), round(_TAG * self._unit))
        if line.rightwards:
            wide.moveRight(rect.right())
        return wide

    def _tag(self, painter: QPainter, rect: QRectF, mark: OverlayMark, *, lifted: bool, more: int) -> None:
        _style, colours = self._styles[mark.label]
        unit = self._unit
        paint_halo(painter, rect, self._page, unit=unit)
        ink, ground = colours.on_tag, colours.ink
        if mark.shape is Shape.NOT_IN_ANSWERS:
            ink, ground = self._page, self._grey_ink
        if mark.id in self.hollow:
            ink, ground = ground, self._page
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(ink, unit) if mark.id in self.hollow else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, 3 * unit, 3 * unit)
        painter.setFont(self._font)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._said(mark))
        painter.restore()

    def _said(self, mark: OverlayMark) -> str:
        style, _colours = self._styles[mark.label]
        caption = self.captions.get(mark.id, "")
        return " ".join(part for part in (style.letter, f"\u2068{caption}\u2069" if caption else "") if part)
