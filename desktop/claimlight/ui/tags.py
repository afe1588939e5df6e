"""Tags, underlines and tints of labels: one way to paint them, for bar, list, card and page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

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
) -> None:
    """A label's line, centred on `y`: solid, dashes of 7 with gaps of 4, or round dots of 3 every 6 px.

    `unit` is what one of those px measures at the present text size; `thick` is in the same px (3 when lifted).
    """
    width = thick * unit
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line == "dotted":
        _paint_dots(painter, left, right, y, colour, radius=(thick + 1) / 2 * unit, pitch=6 * unit)
    else:
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if line == "dashed":
            pen.setDashPattern([7 / thick, 4 / thick])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.restore()


def _paint_dots(
    painter: QPainter, left: float, right: float, y: float, colour: QColor, *, radius: float, pitch: float
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    x = left + radius
    while x <= right - radius * 0.5:
        painter.drawEllipse(QPointF(x, y), radius, radius)
        x += pitch


def paint_tint(painter: QPainter, rect: QRectF, colour: QColor, *, starts: bool, ends: bool, radius: float = 3) -> None:
    """A soft ground behind words: round where the highlight starts or ends on this line, square where it goes on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    wide = rect.adjusted(0 if starts else -2 * radius, 0, 0 if ends else 2 * radius, 0)
    painter.drawRoundedRect(wide, radius, radius)
    painter.restore()


def paint_tag(painter: QPainter, rect: QRectF, letter: str, colours: LabelColours, *, radius: float = 4) -> None:
    """A filled tag with its letter."""
    _paint_ground(painter, rect, colours.ink, radius)
    _paint_letter(painter, rect, letter, colours.on_tag)


def paint_hollow_tag(
    painter: QPainter, rect: QRectF, letter: str, theme: Theme, colours: LabelColours, *, radius: float = 4
) -> None:
    """A tag with a dashed outline: missed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour("page"))
    painter.setPen(QPen(colours.ink, 1.5, Qt.PenStyle.CustomDashLine))
    pen = painter.pen()
    pen.setDashPattern([2.2, 1.4])
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
    painter.restore()
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
    radius = rect.height() / 4
    half = QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height())
    other = half.translated(half.width(), 0)
    struck = icon is Icon.STRUCK
    ink = theme.colour("ink3") if struck else colours.ink
    filled = icon is Icon.TICK
    _paint_ground(painter, rect, ink if filled else theme.colour("page"), radius)
    if not filled:
        _paint_frame(painter, rect, ink, radius)
    if not filled and not struck:
        _paint_ground(painter, half, ink, radius)
    _paint_letter(painter, half, letter, ink if struck else colours.on_tag)
    if struck:
        _paint_stroke(painter, other, ink)
    else:
        cell = QRectF(other.left(), other.top(), other.height(), other.height())
        paint_icon(painter, icon, cell.adjusted(1, 1, -1, -1), colours.on_tag if filled else ink)


def _paint_ground(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def _paint_frame(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def _paint_stroke(painter: QPainter, cell: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(cell.bottomLeft() + QPointF(1, 1), cell.topRight() + QPointF(-1, -1))
    painter.restore()


def _paint_letter(painter: QPainter, rect: QRectF, letter: str, colour: QColor) -> None:
    font = QFont()
    font.setFamilies([FAMILIES[Face.SANS], FAMILIES[Face.NASKH]])
    font.setPixelSize(max(6, round(rect.height() * (0.66 if rect.height() > 16 else 0.8))))
    font.setWeight(QFont.Weight.DemiBold)
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, letter)
    painter.restore()
