"""Words with marks on them outside the page: examples, page pictures, the sentence in the review card."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from claimlight.ui.tags import Mark, paint_brackets, paint_outline, paint_tag, paint_tint, paint_underline
from claimlight.ui.theme import Theme
from claimlight.ui.typesetting import Typeset


class Fate(Enum):
    """What became of words: marked (or caught), missed, marked and not in the answers, or rightly left."""

    MARKED = "marked"
    MISSED = "missed"
    EXTRA = "extra"
    LEFT = "left"
    """A trap that was rightly not marked."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text and the mark that it carries, if any."""

    text: str
    mark: Mark | None = None
    fate: Fate = Fate.MARKED


class MarkedText:
    """Pieces set as one text. `tags` hangs the label's tag under the first letter of each mark, as on the page."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        font: QFont,
        width: float,
        line: float,
        *,
        lines: int = 0,
        tags: bool = False,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto,
    ) -> None:
        self.text = "".join(piece.text for piece in pieces)
        self.set = Typeset(self.text, font, width, line, lines=lines, direction=direction)
        self._unit = font.pixelSize() / 18
        self._tags = tags
        self._marks = _placed(pieces)

    @property
    def height(self) -> float:
        return self.set.height

    def draw(self, painter: QPainter, at: QPointF, theme: Theme, colour: QColor) -> None:
        for piece, start, end in self._marks:
            self._draw_ground(painter, at, theme, piece, start, end)
        self.set.draw(painter, at, colour)
        for piece, start, end in self._marks:
            self._draw_line(painter, at, theme, piece, start, end)

    def _boxes(self, at: QPointF, start: int, end: int) -> list[tuple[QRectF, float, bool, bool]]:
        """Ground, baseline, and whether the mark starts and ends here, for each line it touches."""
        unit = self._unit
        return [
            (
                QRectF(at.x() + left - unit, at.y() + base - 15 * unit, right - left + 2 * unit, 20 * unit),
                at.y() + base,
                starts,
                ends,
            )
            for left, right, base, starts, ends in self.set.stretches(start, end)
        ]

    def _draw_ground(self, painter: QPainter, at: QPointF, theme: Theme, piece: Piece, start: int, end: int) -> None:
        if piece.mark is None or piece.fate in (Fate.MISSED, Fate.LEFT):
            return
        extra = piece.fate is Fate.EXTRA
        tint = theme.colour("ink3", 0.10) if extra else theme.label_colours(piece.mark.colour).tint
        for box, _base, starts, ends in self._boxes(at, start, end):
            paint_tint(painter, box, tint, starts=starts, ends=ends, radius=3 * self._unit)

    def _draw_line(self, painter: QPainter, at: QPointF, theme: Theme, piece: Piece, start: int, end: int) -> None:
        if piece.mark is None:
            return
        colours = theme.label_colours(piece.mark.colour)
        unit = self._unit
        for box, base, starts, ends in self._boxes(at, start, end):
            if piece.fate is Fate.LEFT:
                opens, closes = (ends, starts) if self.set.leftwards else (starts, ends)
                frame = box.adjusted(0, 0, 0, 2 * unit)
                paint_brackets(painter, frame, theme.colour("ink"), opens=opens, closes=closes, unit=unit)
            elif piece.fate is Fate.MISSED:
                paint_outline(painter, box.adjusted(-0.5 * unit, 0, -0.5 * unit, 2.5 * unit), colours.ink, unit=unit)
            elif piece.fate is Fate.EXTRA:
                y = base + 6 * unit
                paint_underline(painter, box.left(), box.right(), y, "solid", theme.colour("ink3"), thick=1)
            else:
                y = base + 6 * unit
                paint_underline(painter, box.left(), box.right(), y, piece.mark.line, colours.line, unit=unit)
            if self._tags and starts and piece.fate is Fate.MARKED:
                tag = QRectF(box.left(), base + 5 * unit, 12 * unit, 12 * unit)
                paint_tag(painter, tag, piece.mark.letter, colours, radius=3 * unit)


def _placed(pieces: Sequence[Piece]) -> list[tuple[Piece, int, int]]:
    """The pieces that carry a mark, with where they start and end as Qt counts (UTF-16)."""
    placed = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
        if piece.mark is not None:
            placed.append((piece, at, end))
        at = end
    return placed
