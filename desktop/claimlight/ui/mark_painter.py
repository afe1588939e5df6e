"""Draw highlights on the lines of a page: tint, underline in its lane, and the tag under the first letter.

All measures are pixels at an 18 px text size, from the baseline, and grow with the text; they come from the product's
design language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from claimlight.core import codebook
from claimlight.ui.lines import Line
from claimlight.ui.look import Look, Type
from claimlight.ui.overlay import LANES, Overlay, OverlayMark, Shape

_LIFTED_BY = 1.0


@dataclass(frozen=True, slots=True)
class LabelInk:
    """How one label is painted: `line` for underline and tint, `ink` for tag and outline, alphas from 0 to 1."""

    letter: str
    line: QColor
    ink: QColor
    style: codebook.Line
    tint: float
    lift: float


@dataclass(frozen=True, slots=True)
class PageInk:
    """The colours of a page, and how large its text is (`scale` 1 is 18 px)."""

    page: QColor
    ink: QColor
    ink3: QColor
    now: QColor
    nowline: QColor
    on_tag: QColor
    labels: Mapping[str, LabelInk]
    letters: QFont
    scale: float = 1.0


def page_ink(look: Look, labels: Iterable[codebook.Label]) -> PageInk:
    """The inks that `look` gives the page and these labels."""
    inks = {}
    for label in labels:
        colours = look.label_colours(label.colour)
        inks[label.id] = LabelInk(
            label.letter, colours.line, colours.ink, label.line, colours.tint.alphaF(), colours.lift.alphaF()
        )
    return PageInk(
        page=look.colour("page"),
        ink=look.colour("ink"),
        ink3=look.colour("ink3"),
        now=look.colour("now"),
        nowline=look.colour("nowline"),
        on_tag=look.colour("on-tag"),
        labels=inks,
        letters=look.font(Type.SMALL),
        scale=look.article_unit(),
    )


@dataclass(frozen=True, slots=True)
class _Measures:
    """Distances from the baseline that differ between scripts."""

    top: float
    bottom: float
    lane: float
    tag: float
    tag_top: float


_LATIN = _Measures(top=-15, bottom=5, lane=6, tag=12, tag_top=5)
_ARABIC = _Measures(top=-17, bottom=8, lane=9, tag=14, tag_top=8)
_LANE_STEP = 4.0
_REACH = 22.0
"""How far a mark may be painted beyond the line it stands on."""


class MarkPainter:
    """Paints marks on one line at a time. Make a new one when the look changes."""

    def __init__(self, ink: PageInk) -> None:
        self._ink = ink

    @property
    def reach(self) -> float:
        return _REACH * self._ink.scale

    def selection(self, painter: QPainter, line: Line, start: int, end: int) -> None:
        for left, right in line.stretches(start, end):
            painter.fillRect(self._band(line, left, right, -17, 6), self._ink.now)

    def knob(self, painter: QPainter, line: Line, position: int) -> None:
        """The bar with a knob on top that stands at an end of the selection."""
        scale, x = self._ink.scale, line.x(position)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.nowline)
        painter.drawRect(self._band(line, x - scale, x + scale, -17, 6))
        painter.drawEllipse(QPointF(x, line.baseline - 19 * scale), 4 * scale, 4 * scale)

    def caret(self, painter: QPainter, line: Line, position: int) -> None:
        painter.fillRect(self.caret_rect(line, position), self._ink.ink)

    def caret_rect(self, line: Line, position: int) -> QRectF:
        x = line.x(position)
        return self._band(line, x - 1, x + 1, -17, 6)

    def under_text(self, painter: QPainter, line: Line, mark: OverlayMark, lifted: bool) -> None:
        """What lies below the words: the tint."""
        if mark.shape in (Shape.MISSED, Shape.MISSED_WORDS):
            return
        ink = self._ink.labels[mark.label]
        colour = QColor(self._ink.ink3 if mark.shape is Shape.NOT_IN_ANSWERS else ink.line)
        colour.setAlphaF(ink.lift if lifted else 0.10 if mark.shape is Shape.NOT_IN_ANSWERS else ink.tint)
        measures = _measures(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        stretches = line.stretches(mark.start, mark.end)
        for index, (left, right) in enumerate(stretches):
            begins = index == 0 and line.start <= mark.start
            ends = index == len(stretches) - 1 and mark.end <= line.end
            if line.rightwards:
                begins, ends = ends, begins
            margin = self._ink.scale
            rect = self._band(line, left - margin * begins, right + margin * ends, measures.top, measures.bottom)
            painter.drawPath(_rounded(rect, 3 * self._ink.scale, begins, ends))

    def over_text(
        self, painter: QPainter, line: Line, marks: Iterable[OverlayMark], overlay: Overlay, lifted: frozenset[str]
    ) -> None:
        """What lies above the words: outlines and underlines, then the tags of the marks that begin on this line."""
        beginning = []
        for mark in marks:
            if mark.shape in (Shape.MISSED, Shape.MISSED_WORDS):
                self._outline(painter, line, mark)
            elif overlay.lane(mark) < LANES:
                self._underline(painter, line, mark, overlay.lane(mark), mark.id in lifted)
            if line.start <= mark.start < line.end and mark.shape is not Shape.MISSED_WORDS:
                beginning.append(mark)
        for mark, rect in self.tags(line, beginning, overlay):
            more = len(overlay.within(mark.start, mark.start + 1)) - LANES
            self._tag(painter, rect, mark, mark.id in lifted, more if overlay.lane(mark) == LANES - 1 else 0)

    def tags(self, line: Line, beginning: Iterable[OverlayMark], overlay: Overlay) -> list[tuple[OverlayMark, QRectF]]:
        """Where the tags of marks that begin on `line` are: under their first letters, stepping aside in lane order."""
        placed: list[tuple[OverlayMark, QRectF]] = []
        seen = [mark for mark in beginning if overlay.lane(mark) < LANES]
        measures, scale = _measures(line), self._ink.scale
        for mark in sorted(seen, key=lambda mark: (mark.start, overlay.lane(mark), mark.id)):
            stretches = line.stretches(mark.start, min(mark.end, line.end))
            if not stretches:
                continue
            height = measures.tag * scale
            width = height * (1 if mark.shape in (Shape.PLAIN, Shape.MISSED) else 2)
            step = width + 2 * scale
            x = stretches[0][1] - width + scale if line.rightwards else stretches[0][0] - scale
            rect = QRectF(x, line.baseline + measures.tag_top * scale, width, height)
            for _other, taken in placed:
                if rect.intersects(taken.adjusted(-1, 0, 1, 0)):
                    shift = taken.left() - step if line.rightwards else taken.right() + 2 * scale
                    rect.moveLeft(shift)
            placed.append((mark, rect))
        return placed

    def _band(self, line: Line, left: float, right: float, top: float, bottom: float) -> QRectF:
        scale = self._ink.scale
        return QRectF(QPointF(left, line.baseline + top * scale), QPointF(right, line.baseline + bottom * scale))

    def _underline(self, painter: QPainter, line: Line, mark: OverlayMark, lane: int, lifted: bool) -> None:
        ink, scale = self._ink.labels[mark.label], self._ink.scale
        y = line.baseline + (_measures(line).lane + _LANE_STEP * lane) * scale
        pen = _pen(ink, scale, lifted)
        if mark.shape is Shape.NOT_IN_ANSWERS:
            pen = QPen(self._ink.ink3, scale)
        painter.setPen(pen)
        inset = pen.widthF() / 2 if pen.capStyle() == Qt.PenCapStyle.RoundCap else 0.0
        for left, right in line.stretches(mark.start, mark.end):
            ends = QLineF(left + inset, y, right - inset, y)
            painter.drawLine(QLineF(ends.p2(), ends.p1()) if line.rightwards else ends)

    def _outline(self, painter: QPainter, line: Line, mark: OverlayMark) -> None:
        scale, measures = self._ink.scale, _measures(line)
        pen = QPen(self._ink.labels[mark.label].ink, 1.5 * scale)
        pen.setDashPattern([5 / 1.5, 3 / 1.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right in line.stretches(mark.start, mark.end):
            rect = self._band(line, left - scale, right + scale, measures.top - 1, measures.bottom + 1)
            painter.drawRoundedRect(rect, 3 * scale, 3 * scale)

    def _tag(self, painter: QPainter, rect: QRectF, mark: OverlayMark, lifted: bool, more: int) -> None:
        ink, scale = self._ink.labels[mark.label], self._ink.scale
        grow = _LIFTED_BY * scale if lifted else 0.0
        rect = rect.adjusted(-grow, -grow, grow, grow)
        halo = 1.5 * scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.page)
        painter.drawRoundedRect(rect.adjusted(-halo, 0, halo, halo), 3 * scale, 3 * scale)
        colour = self._ink.ink3 if mark.shape is Shape.NOT_IN_ANSWERS else ink.ink
        hollow = mark.shape in (Shape.MISSED, Shape.NOT_IN_ANSWERS)
        painter.setPen(QPen(colour, scale))
        painter.setBrush(self._ink.page if hollow else colour)
        half = scale / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 3 * scale, 3 * scale)
        cells = rect.width() / rect.height() > 1.5
        letter_cell = self._cell(rect, cells, leading=True)
        painter.setFont(self._letters(more))
        painter.setPen(colour if hollow else self._ink.on_tag)
        painter.drawText(letter_cell, Qt.AlignmentFlag.AlignCenter, f"+{more}" if more > 0 else ink.letter)
        if cells:
            self._verdict(painter, self._cell(rect, cells, leading=False), mark.shape, colour)

    def _cell(self, rect: QRectF, cells: bool, leading: bool) -> QRectF:
        if not cells:
            return rect
        half = QRectF(rect.topLeft(), rect.center()).united(QRectF(rect.bottomLeft(), rect.center()))
        return half if leading else half.translated(rect.width() / 2, 0)

    def _verdict(self, painter: QPainter, cell: QRectF, shape: Shape, colour: QColor) -> None:
        scale = self._ink.scale
        inner = cell.adjusted(2.5 * scale, 2.5 * scale, -2.5 * scale, -2.5 * scale)
        if shape is Shape.NOT_IN_ANSWERS:
            painter.setPen(QPen(colour, 1.2 * scale))
            painter.drawLine(QLineF(inner.bottomLeft(), inner.topRight()))
            return
        foot = QPointF(inner.left() + inner.width() * 0.38, inner.bottom() - scale * 0.5)
        short = QLineF(QPointF(inner.left(), inner.center().y() + scale * 0.5), foot)
        long = QLineF(foot, QPointF(inner.right(), inner.top() + scale * 0.5))
        ink = self._ink.on_tag
        if shape is Shape.IN_PART:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink.page)
            painter.drawRoundedRect(cell.adjusted(0, scale, -scale, -scale), 2 * scale, 2 * scale)
            ink = colour
        pen = QPen(ink, 1.4 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(short)
        if shape is Shape.IN_PART:
            pen.setDashPattern([0.01, 1.8])
            painter.setPen(pen)
        painter.drawLine(long)

    def _letters(self, more: int) -> QFont:
        font = QFont(self._ink.letters)
        font.setPixelSize(round((8 if more > 0 else 10) * self._ink.scale))
        font.setWeight(QFont.Weight.Bold)
        return font


def _measures(line: Line) -> _Measures:
    return _ARABIC if line.rightwards else _LATIN


def _pen(ink: LabelInk, scale: float, lifted: bool) -> QPen:
    width = (3.0 if lifted else 2.0) * scale
    pen = QPen(ink.line, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    match ink.style:
        case codebook.Line.DASHED:
            pen.setDashPattern([7 * scale / width, 4 * scale / width])
        case codebook.Line.DOTTED:
            dot = (4.0 if lifted else 3.0) * scale
            pen.setWidthF(dot)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 6 * scale / dot - 0.01])
        case codebook.Line.SOLID:
            pass
    return pen


def _rounded(rect: QRectF, radius: float, left: bool, right: bool) -> QPainterPath:
    """A rectangle, rounded at the sides where a highlight truly begins or ends."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    if not left:
        path.addRect(QRectF(rect.topLeft(), QPointF(rect.center().x(), rect.bottom())))
    if not right:
        path.addRect(QRectF(QPointF(rect.center().x(), rect.top()), rect.bottomRight()))
    return path.simplified() if not (left and right) else path
