"""Right-to-left interfaces: what is painted by hand mirrors as layouts do."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget


def mirrored(rect: QRectF, widget: QWidget) -> QRectF:
    """`rect`, given left to right, where it belongs in `widget`."""
    return mirrored_in(rect, QRectF(widget.rect()), rtl=widget.isRightToLeft())


def mirrored_in(rect: QRectF, within: QRectF, *, rtl: bool) -> QRectF:
    if not rtl:
        return rect
    return QRectF(QPointF(within.left() + within.right() - rect.right(), rect.top()), rect.size())
