"""Tags, underlines and tints of labels: one way to paint them, for bar, list, card and page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from claimlight.ui.faces import FAMILIES, Face
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.theme import LabelColours, Theme

if TYPE_CHECKING:
    from claimlight.core.codebook import Label


@dataclass(frozen=True, slots=True)
class Mark:
    """How a label shows: its name, its letter, the role of its colour and the style of its line."""

    name: str
    letter: str
    colour: str
    line: str
    """One of core.codebook.Line's values: "solid", "dashed", "dotted"."""


CLAIM = Mark("claim", "C", "claim", "solid")
DENIAL = Mark("denial", "D", "denial", "dashed")
FIGURE = Mark("figure", "#", "figure", "dotted")


def mark_of(label: "Label") -> Mark:
    return Mark(label.name, label.letter, label.colour, label.line.value)


def paint_underline(
    painter: QPainter,
    left: float,
    right: float,
    y: float,
    line: str,
    colour: QColor,
    *,
    unit: float = 1.0,
    thick: float = 2.0,
    leftwards: bool = False,
) -> None:
    """A label's line, centred on `y`: solid, dashes of 7 with gaps of 4, or round dots of 3 every 6 px.

    `unit` is what one of those px measures at the present text size; `thick` is in the same px (3 when lifted).
    The first dash or dot is whole: at the right end where the words run `leftwards`.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    begin, end = (right, left) if leftwards else (left, right)
    if line == "dotted":
        _paint_dots(painter, begin, end, y, colour, radius=(thick + 1) / 2 * unit, pitch=6 * unit)
    else:
        width = thick * unit
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if line == "dashed":
            pen.setDashPattern([7 / thick, 4 / thick])
        painter.setPen(pen)
        crisp = round(y - width / 2) + width / 2
        painter.drawLine(QPointF(begin, crisp), QPointF(end, crisp))
    painter.restore()


def _paint_dots(
    painter: QPainter, begin: float, end: float, y: float, colour: QColor, *, radius: float, pitch: float
) -> None:
    """Whole dots only, from `begin` towards `end`."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    step = pitch if end > begin else -pitch
    first = begin + (radius if end > begin else -radius)
    for n in range(1 + max(0, int((abs(end - begin) - 1.5 * radius) / pitch))):
        painter.drawEllipse(QPointF(first + n * step, y), radius, radius)


def paint_tint(painter: QPainter, rect: QRectF, colour: QColor, *, starts: bool, ends: bool, radius: float = 3) -> None:
    """A soft ground behind words: round at the left where it `starts`, at the right where it `ends`, else square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if starts and ends:
        painter.drawRoundedRect(rect, radius, radius)
    elif starts or ends:
        painter.drawPath(_round_at_one_end(rect, radius, at_left=starts))
    else:
        painter.drawRect(rect)
    painter.restore()


def _round_at_one_end(rect: QRectF, radius: float, *, at_left: bool) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    half = rect.width() / 2
    path.addRect(rect.adjusted(half, 0, 0, 0) if at_left else rect.adjusted(0, 0, -half, 0))
    return path.simplified()


def paint_outline(painter: QPainter, rect: QRectF, colour: QColor, *, unit: float = 1.0) -> None:
    """Words that were missed: dashes of 5 with gaps of 3 around them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.5 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([5 / 1.5, 3 / 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 3 * unit, 3 * unit)
    painter.restore()


def paint_brackets(
    painter: QPainter, rect: QRectF, colour: QColor, *, opens: bool, closes: bool, unit: float = 1.0
) -> None:
    """Words that were rightly left: a bracket at the left where they open, at the right where they close."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shown, x, arm in ((opens, rect.left(), 3 * unit), (closes, rect.right(), -3 * unit)):
        if shown:
            corners = (x + arm, rect.top()), (x, rect.top()), (x, rect.bottom()), (x + arm, rect.bottom())
            painter.drawPolyline([QPointF(*corner) for corner in corners])
    painter.restore()


def paint_halo(painter: QPainter, tag: QRectF, page: QColor, *, unit: float = 1.0) -> None:
    """A rim of the page's colour beside and below a tag, so that it stands clear of lines and letters."""
    _paint_ground(painter, tag.adjusted(-1.5 * unit, 0, 1.5 * unit, 1.5 * unit), page, 4 * unit)


def paint_tag(painter: QPainter, rect: QRectF, letter: str, colours: LabelColours, *, radius: float = 4) -> None:
    """A filled tag with its letter."""
    _paint_ground(painter, rect, colours.ink, radius)
    _paint_letter(painter, rect, letter, colours.on_tag)


def paint_hollow_tag(
    painter: QPainter,
    rect: QRectF,
    letter: str,
    theme: Theme,
    colours: LabelColours,
    *,
    radius: float = 4,
    dashed: bool = True,
) -> None:
    """A tag with an outline only: missed. On the page, where the words have dashes around them, it is not dashed."""
    _paint_ground(painter, rect, theme.colour("page"), radius)
    if dashed:
        _paint_frame(painter, rect, colours.ink, radius, width=1.5, dashes=[2.2, 1.4])
    else:
        _paint_frame(painter, rect, colours.ink, radius, width=rect.height() / 12)
    _paint_letter(painter, rect, letter, colours.ink)


def paint_grey_tag(painter: QPainter, rect: QRectF, letter: str, theme: Theme, *, radius: float = 4) -> None:
    """A tag without its colour: not in the answers."""
    _paint_ground(painter, rect, theme.colour("ink3"), radius)
    _paint_letter(painter, rect, letter, theme.colour("page"))


def paint_verdict_tag(
    painter: QPainter, rect: QRectF, letter: str, icon: Icon, theme: Theme, colours: LabelColours
) -> None:
    """A tag of two cells, twice as wide as high: the letter, and the verdict's shape.

    Caught: tick in a filled cell. In part: half tick in a hollow cell. Not in the answers: hollow, struck through.
    """
    half = QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height())
    other = half.translated(half.width(), 0)
    unit, radius = rect.height() / 12, rect.height() / 4
    if icon is Icon.STRUCK:
        _paint_ground(painter, rect, theme.colour("page"), radius)
        _paint_frame(painter, rect, theme.colour("ink3"), radius, width=unit)
        _paint_letter(painter, half, letter, theme.colour("ink"))
        _paint_stroke(painter, other.adjusted(unit, -unit, 0, unit), theme.colour("ink"), width=1.5 * unit)
        return
    _paint_ground(painter, rect, colours.ink, radius)
    if icon is not Icon.TICK:
        hollow = other.adjusted(0, unit, -unit, -unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("page"))
        painter.drawRoundedRect(hollow, radius - unit, radius - unit)
        painter.drawRect(QRectF(hollow.topLeft(), hollow.center()).united(QRectF(hollow.bottomLeft(), hollow.center())))
    _paint_letter(painter, half, letter, colours.on_tag)
    tick = QRectF(other.left(), other.top() + unit, 10 * unit, 10 * unit)
    paint_icon(painter, icon, tick, colours.on_tag if icon is Icon.TICK else colours.ink, stroke=2.6)


def _paint_ground(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def _paint_frame(
    painter: QPainter, rect: QRectF, colour: QColor, radius: float, *, width: float, dashes: Sequence[float] = ()
) -> None:
    """A frame inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, width)
    if dashes:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def _paint_stroke(painter: QPainter, cell: QRectF, colour: QColor, *, width: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(cell.bottomLeft(), cell.topRight())
    painter.restore()


def _paint_letter(painter: QPainter, rect: QRectF, letter: str, colour: QColor) -> None:
    """One letter nearly as high as the tag; "+n" smaller."""
    share = 0.66 if rect.height() > 16 or len(letter) > 1 else 0.8
    painter.save()
    painter.setFont(_letter_font(max(6, round(rect.height() * share))))
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, letter)
    painter.restore()


@cache
def _letter_font(pixels: int) -> QFont:
    font = QFont()
    font.setFamilies([FAMILIES[Face.SANS], FAMILIES[Face.NASKH]])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold)
    return font
