"""The icons: paths on a 20 px grid, drawn with a round stroke of 1.6 px in a role's colour."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

GRID = 20
STROKE = 1.6


class Icon(StrEnum):
    """Every icon by name. BACK, FORWARD and SEND_ON point along the line of reading and mirror with it."""

    BACK = "back"
    FORWARD = "forward"
    UP = "up"
    DOWN = "down"
    SEARCH = "search"
    HELP = "help"
    LETTERS = "letters"
    PERSON = "person"
    PLUS = "plus"
    MINUS = "minus"
    TICK = "tick"
    HALF_TICK = "half-tick"
    MISSED = "missed"
    STRUCK = "struck"
    LEFT_ALONE = "left-alone"
    UPLOAD = "upload"
    INFO = "info"
    WARNING = "warning"
    CLOSE = "close"
    MORE = "more"
    DISC = "disc"
    HALF_DISC = "half-disc"
    DASHED_RING = "dashed-ring"
    COPY = "copy"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_UP = "arrow-up"
    ARROW_DOWN = "arrow-down"


_MIRRORED = {Icon.BACK, Icon.FORWARD}

# Strokes: M and L take points, C two controls and a point, O a centre and a radius, R a rectangle with a radius.
_STROKES = {
    Icon.BACK: "M 12.5 4.5 L 7 10 L 12.5 15.5",
    Icon.FORWARD: "M 7.5 4.5 L 13 10 L 7.5 15.5",
    Icon.UP: "M 5 12.5 L 10 7.5 L 15 12.5",
    Icon.DOWN: "M 5 7.5 L 10 12.5 L 15 7.5",
    Icon.SEARCH: "O 8.8 8.8 5.3 M 12.7 12.7 L 17 17",
    Icon.HELP: "O 10 10 7.6 M 7.6 8 C 7.6 4.9 12.4 4.9 12.4 7.9 C 12.4 9.8 10 9.8 10 11.7 M 10 14.2 L 10 14.25",
    Icon.LETTERS: "M 1.6 15.4 L 5.8 4.6 L 10 15.4 M 3.1 11.8 L 8.5 11.8 O 14.7 12.2 3.1 M 17.9 8.8 L 17.9 15.4",
    Icon.PERSON: "O 10 6.6 3.2 M 3.8 17 C 3.8 10.6 16.2 10.6 16.2 17",
    Icon.MINUS: "M 4 10 L 16 10",
    Icon.PLUS: "M 10 4 L 10 16 M 4 10 L 16 10",
    Icon.TICK: "M 3.5 10.8 L 7.6 15 L 16.5 5.6",
    Icon.HALF_TICK: "M 3.5 10.8 L 7.6 15",
    Icon.STRUCK: "R 2.2 4.6 15.6 10.8 2.5 M 2 17.4 L 18 2.6",
    Icon.LEFT_ALONE: "M 5 4 L 2.4 4 L 2.4 16 L 5 16 M 15 4 L 17.6 4 L 17.6 16 L 15 16 M 6.2 10.4 L 9 13.2 L 14 7",
    Icon.UPLOAD: "M 10 12.6 L 10 3.6 M 6.6 7 L 10 3.6 L 13.4 7 M 4 11 L 4 16.4 L 16 16.4 L 16 11",
    Icon.INFO: "O 10 10 7.6 M 10 9.4 L 10 14 M 10 6.3 L 10 6.35",
    Icon.WARNING: "M 10 3 L 17.6 16.4 L 2.4 16.4 L 10 3 M 10 8 L 10 11.6 M 10 14 L 10 14.05",
    Icon.CLOSE: "M 5 5 L 15 15 M 15 5 L 5 15",
    Icon.COPY: "R 6.6 6.6 10 10 2 M 13.4 6.4 L 13.4 3.4 L 3.4 3.4 L 3.4 13.4 L 6.4 13.4",
    Icon.ARROW_LEFT: "M 16 10 L 4 10 M 8.5 5.5 L 4 10 L 8.5 14.5",
    Icon.ARROW_RIGHT: "M 4 10 L 16 10 M 11.5 5.5 L 16 10 L 11.5 14.5",
    Icon.ARROW_UP: "M 10 16 L 10 4 M 5.5 8.5 L 10 4 L 14.5 8.5",
    Icon.ARROW_DOWN: "M 10 4 L 10 16 M 5.5 11.5 L 10 16 L 14.5 11.5",
    Icon.DISC: "O 10 10 7",
    Icon.HALF_DISC: "O 10 10 7",
}


def paint_icon(
    painter: QPainter, icon: Icon, rect: QRectF, colour: QColor, *, mirrored: bool = False, stroke: float = STROKE
) -> None:
    """Draw `icon` into the square `rect`; `mirrored` for right-to-left interfaces, with a thicker `stroke` if tiny."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    if mirrored and icon in _MIRRORED:
        painter.translate(GRID, 0)
        painter.scale(-1, 1)
    painter.setPen(_pen(colour, stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if icon in _STROKES:
        painter.drawPath(_path(_STROKES[icon]))
    _paint_rest(painter, icon, colour, stroke)
    painter.restore()


def icon_image(
    icon: Icon, size: int, colour: QColor, *, disabled: QColor | None = None, mirrored: bool = False, gap: int = 0
) -> QIcon:
    """`icon` for a button, `size` logical pixels square, sharp up to a device pixel ratio of 3.

    `gap` adds clear pixels after it, or before it where negative, since Qt sets the word close to it.
    """
    image = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled or colour)):
        for ratio in (1, 2, 3):
            pixmap = QPixmap(QSize(size + abs(gap), size) * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            paint_icon(painter, icon, QRectF(max(0, -gap), 0, size, size), ink, mirrored=mirrored)
            painter.end()
            image.addPixmap(pixmap, mode)
    return image


def _pen(colour: QColor, stroke: float = STROKE) -> QPen:
    return QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _paint_rest(painter: QPainter, icon: Icon, colour: QColor, stroke: float) -> None:
    """What a plain stroke cannot say: dots, dashes, a filled half."""
    pen = _pen(colour, stroke)
    if icon is Icon.HALF_TICK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for step in (1, 2, 3):
            painter.drawEllipse(QPointF(7.6 + step * 2.9, 15 - step * 3.06), 0.7 * stroke, 0.7 * stroke)
    elif icon is Icon.MISSED:
        pen.setDashPattern([2.6, 2.1])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(1.8, 4.6, 16.4, 10.8), 2.5, 2.5)
    elif icon is Icon.DASHED_RING:
        pen.setDashPattern([2.0, 1.44])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(QPointF(10, 10), 7, 7)
    elif icon is Icon.HALF_DISC:
        painter.setBrush(colour)
        painter.drawPie(QRectF(3, 3, 14, 14), -90 * 16, 180 * 16)
    elif icon is Icon.MORE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x in (4, 10, 16):
            painter.drawEllipse(QPointF(x, 10), 1.5, 1.5)
    elif icon is Icon.DISC:
        painter.setPen(_pen(colour))
        painter.drawPath(_path("M 6.8 10.2 L 9.2 12.6 L 13.4 7.8"))


_TAKES = {"M": 2, "L": 2, "C": 6, "O": 3, "R": 5}


def _path(strokes: str) -> QPainterPath:
    path = QPainterPath()
    words = iter(strokes.split())
    for command in words:
        n = [float(next(words)) for _ in range(_TAKES[command])]
        if command == "M":
            path.moveTo(n[0], n[1])
        elif command == "L":
            path.lineTo(n[0], n[1])
        elif command == "C":
            path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
        elif command == "O":
            path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
        else:
            path.addRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4])
    return path
