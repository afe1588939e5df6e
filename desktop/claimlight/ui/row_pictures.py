"""Rows of a list as pictures: one more highlight moves all rows below it, and none of them looks other than before."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

_MOST = 40
"""More rows than a window shows at once; each takes some 100 kB."""


class RowPictures:
    """Keeps what was painted, until it is told to `clear`; what was painted longest ago goes first."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}

    def clear(self) -> None:
        self._kept.clear()

    def paint(
        self, painter: QPainter, rect: QRect, looks: Hashable, ground: QColor, draw: Callable[[QPainter, QRectF], None]
    ) -> None:
        """Put the row in `rect`. `looks` is all that its look depends on but its size; `ground` is what it stands on.

        `draw` paints it where there is no picture of it, and always on a screen whose pixels are no whole part of ours:
        there a picture would lie between them.
        """
        ratio = painter.device().devicePixelRatioF()
        if not ratio.is_integer():
            draw(painter, QRectF(rect))
            return
        key = looks, rect.width(), rect.height(), ratio
        picture = self._kept.pop(key, None) or _picture(rect.size(), ratio, ground, draw)
        self._kept[key] = picture
        if len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]
        painter.drawPixmap(rect.topLeft(), picture)


def _picture(size: QSize, ratio: float, ground: QColor, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
    """On its ground, so that letters are smoothed as they are beside it."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return picture
