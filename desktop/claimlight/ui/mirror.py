"""Right-to-left interfaces: what is painted by hand mirrors as layouts do."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QLayout, QWidget


def mirrored(rect: QRectF, widget: QWidget) -> QRectF:
    """`rect`, given left to right, where it belongs in `widget`."""
    return mirrored_in(rect, QRectF(widget.rect()), rtl=widget.isRightToLeft())


def set_margins(layout: QLayout, widget: QWidget, start: int, top: int, end: int, bottom: int) -> None:
    """Margins from where reading starts to where it ends: Qt's own do not mirror."""
    if widget.isRightToLeft():
        start, end = end, start
    layout.setContentsMargins(start, top, end, bottom)


def mirrored_in(rect: QRectF, within: QRectF, *, rtl: bool) -> QRectF:
    if not rtl:
        return rect
    return QRectF(QPointF(within.left() + within.right() - rect.right(), rect.top()), rect.size())
