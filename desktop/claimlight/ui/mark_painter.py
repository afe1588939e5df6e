"""Draw highlights on the lines of a page: tint, underline in its lane, and the tag under the first letter.

Here is where they stand; how a tint, a line and a tag are drawn is in ui/tags.py. All measures are pixels at an 18 px
text size, from the baseline, and grow with the text; they come from the product's design language.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from claimlight.core.codebook import Label
from claimlight.ui.icons import Icon
from claimlight.ui.lines import Line
from claimlight.ui.look import Look
from claimlight.ui.overlay import LANES, Overlay, OverlayMark, Shape
from claimlight.ui.tags import (
    Mark,
    mark_of,
    paint_brackets,
    paint_halo,
    paint_hollow_tag,
    paint_outline,
    paint_tag,
    paint_tint,
    paint_underline,
    paint_verdict_tag,
)
from claimlight.ui.theme import VEIL


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
_LANE_STEP = 4
_ASIDE = 2
"""The gap between tags that step aside from each other."""
_ABOVE, _BELOW = 6, 24
"""How far beyond its line a mark may be painted: the knob of a selection; a lifted tag in Arabic with its halo."""
_OUTLINED = {Shape.MISSED, Shape.MISSED_WORDS, Shape.LEFT_ALONE}
_TAGLESS = {Shape.MISSED_WORDS, Shape.LEFT_ALONE}
_ICONS = {Shape.CAUGHT: Icon.TICK, Shape.IN_PART: Icon.HALF_TICK, Shape.NOT_IN_ANSWERS: Icon.STRUCK}
"""What stands in the second cell of a tag."""


class MarkPainter:
    """Paints marks on one line at a time. Make a new one when the look changes."""

    def __init__(self, look: Look, labels: Iterable[Label]) -> None:
        self._theme = look.theme
        self._unit = look.article_unit()
        self._styles = {label.id: (mark_of(label), look.label_colours(label.colour)) for label in labels}
        self._styles[""] = (Mark("", "", "ink", "solid"), look.label_colours("ink"))
        self._page = look.colour("page")
        self._ink = look.colour("ink")
        self._veil = look.colour("page", VEIL)
        self._now = look.colour("now")
        self._nowline = look.colour("nowline")
        self._grey_line = look.colour("ink3")
        self._grey_tint = look.colour("ink3", 0.10)
        self._grey_lift = look.colour("ink3", look.theme.lift)

    @property
    def above(self) -> float:
        """How far a mark may reach above the line it stands on, in pixels."""
        return _ABOVE * self._unit

    @property
    def below(self) -> float:
        return _BELOW * self._unit

    def selection(self, painter: QPainter, line: Line, start: int, end: int) -> None:
        for left, right in line.stretches(start, end):
            painter.fillRect(self._band(line, left, right, -17, 6), self._now)

    def grip(self, painter: QPainter, line: Line, position: int) -> None:
        """The bar at an end of the highlight in hand."""
        unit, x = self._unit, line.x(position)
        painter.fillRect(self._band(line, x - unit, x + unit, -15, 5), self._nowline)

    def knob(self, painter: QPainter, line: Line, position: int) -> None:
        """The bar with a knob on top that stands at an end of the selection."""
        unit, x = self._unit, line.x(position)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._nowline)
        painter.drawRect(self._band(line, x - unit, x + unit, -17, 6))
        painter.drawEllipse(QPointF(x, line.baseline - 19 * unit), 4 * unit, 4 * unit)

    def caret(self, painter: QPainter, line: Line, position: int) -> None:
        painter.fillRect(self.caret_rect(line, position), self._ink)

    def caret_rect(self, line: Line, position: int) -> QRectF:
        x = line.x(position)
        return self._band(line, x - 1, x + 1, -17, 6)

    def under_text(self, painter: QPainter, line: Line, mark: OverlayMark, lifted: bool) -> None:
        """What lies below the words: the tint; where it is lifted, over a veil that dims whatever lies there, too."""
        if mark.shape in _OUTLINED:
            return
        stretches = line.stretches(mark.start, mark.end)
        for index, (left, right) in enumerate(stretches):
            begins = index == 0 and line.start <= mark.start
            ends = index == len(stretches) - 1 and mark.end <= line.end
            if line.rightwards:
                begins, ends = ends, begins
            measures = _measures(line)
            beyond = self._unit
            rect = self._band(line, left - beyond * begins, right + beyond * ends, measures.top, measures.bottom)
            if lifted:
                paint_tint(painter, rect, self._veil, starts=begins, ends=ends, radius=3 * self._unit)
            paint_tint(painter, rect, self._tint(mark, lifted), starts=begins, ends=ends, radius=3 * self._unit)

    def over_text(
        self, painter: QPainter, line: Line, marks: Iterable[OverlayMark], overlay: Overlay, lifted: frozenset[str]
    ) -> None:
        """What lies above the words: outlines and underlines."""
        for mark in marks:
            if mark.shape is Shape.LEFT_ALONE:
                self._brackets(painter, line, mark)
            elif mark.shape in _OUTLINED:
                self._outline(painter, line, mark)
            elif overlay.lane(mark) < LANES:
                self._underline(painter, line, mark, overlay.lane(mark), mark.id in lifted)

    def hang_tags(
        self, painter: QPainter, line: Line, marks: Iterable[OverlayMark], overlay: Overlay, lifted: frozenset[str]
    ) -> None:
        """The tags of the marks that begin on this line: last of all, since they reach into the next line."""
        for mark, rect in self.tags(line, marks, overlay):
            self._tag(painter, rect, mark, lifted=mark.id in lifted, more=len(overlay.beyond(mark)))

    def tags(self, line: Line, marks: Iterable[OverlayMark], overlay: Overlay) -> list[tuple[OverlayMark, QRectF]]:
        """Where the tags on `line` are: under the first letters, stepping aside in lane order."""
        placed: list[tuple[OverlayMark, QRectF]] = []
        tagged = [mark for mark in marks if line.start <= mark.start < line.end and _has_tag(mark, overlay)]
        for mark in sorted(tagged, key=lambda mark: (mark.start, overlay.lane(mark), mark.id)):
            rect = self._tag_rect(line, mark)
            if rect is not None:
                for _other, taken in placed:
                    if rect.intersects(taken.adjusted(-1, 0, 1, 0)):
                        aside = _ASIDE * self._unit
                        rect.moveLeft(taken.left() - rect.width() - aside if line.rightwards else taken.right() + aside)
                placed.append((mark, rect))
        return placed

    def _tag_rect(self, line: Line, mark: OverlayMark) -> QRectF | None:
        """Under the first letter; None where nothing of the mark shows on the line."""
        stretches = line.stretches(mark.start, min(mark.end, line.end))
        if not stretches:
            return None
        measures, unit = _measures(line), self._unit
        height = measures.tag * unit
        width = height * (2 if mark.shape in _ICONS else 1)
        x = stretches[0][1] - width + unit if line.rightwards else stretches[0][0] - unit
        return QRectF(round(x), round(line.baseline + measures.tag_top * unit), round(width), round(height))

    def _band(self, line: Line, left: float, right: float, top: float, bottom: float) -> QRectF:
        unit = self._unit
        return QRectF(QPointF(left, line.baseline + top * unit), QPointF(right, line.baseline + bottom * unit))

    def _tint(self, mark: OverlayMark, lifted: bool) -> QColor:
        _style, colours = self._styles[mark.label]
        if mark.shape is Shape.NOT_IN_ANSWERS:
            return self._grey_lift if lifted else self._grey_tint
        return colours.lift if lifted else colours.tint

    def _underline(self, painter: QPainter, line: Line, mark: OverlayMark, lane: int, lifted: bool) -> None:
        style, colours = self._styles[mark.label]
        stroke, colour, thick = style.line, colours.line, 3.0 if lifted else 2.0
        if mark.shape is Shape.NOT_IN_ANSWERS:
            stroke, colour, thick = "solid", self._grey_line, 1.0
        y = line.baseline + (_measures(line).lane + _LANE_STEP * lane) * self._unit
        for left, right in line.stretches(mark.start, mark.end):
            paint_underline(
                painter, left, right, y, stroke, colour, unit=self._unit, thick=thick, leftwards=line.rightwards
            )

    def _brackets(self, painter: QPainter, line: Line, mark: OverlayMark) -> None:
        unit, measures = self._unit, _measures(line)
        stretches = line.stretches(mark.start, mark.end)
        for index, (left, right) in enumerate(stretches):
            begins = index == 0 and line.start <= mark.start
            ends = index == len(stretches) - 1 and mark.end <= line.end
            opens, closes = (ends, begins) if line.rightwards else (begins, ends)
            rect = self._band(line, left - unit, right + unit, measures.top - 1, measures.bottom + 1)
            paint_brackets(painter, rect, self._ink, opens=opens, closes=closes, unit=unit)

    def _outline(self, painter: QPainter, line: Line, mark: OverlayMark) -> None:
        unit, measures = self._unit, _measures(line)
        _style, colours = self._styles[mark.label]
        for left, right in line.stretches(mark.start, mark.end):
            rect = self._band(line, left - unit, right + unit, measures.top - 1, measures.bottom + 1)
            paint_outline(painter, rect, colours.ink, unit=unit)

    def _tag(self, painter: QPainter, rect: QRectF, mark: OverlayMark, *, lifted: bool, more: int) -> None:
        style, colours = self._styles[mark.label]
        grow = self._unit if lifted else 0.0
        rect = rect.adjusted(-grow, -grow, grow, grow)
        radius = 3 * self._unit
        paint_halo(painter, rect, self._page, unit=self._unit)
        if mark.shape in _ICONS:
            paint_verdict_tag(painter, rect, style.letter, _ICONS[mark.shape], self._theme, colours)
        elif mark.shape is Shape.MISSED:
            paint_hollow_tag(painter, rect, style.letter, self._theme, colours, radius=radius, dashed=False)
        else:
            paint_tag(painter, rect, f"+{more}" if more else style.letter, colours, radius=radius)


def _has_tag(mark: OverlayMark, overlay: Overlay) -> bool:
    return overlay.lane(mark) < LANES and mark.shape not in _TAGLESS


def _measures(line: Line) -> _Measures:
    return _ARABIC if line.rightwards else _LATIN
