"""A box to tick whose tick is a tick: the style sheet alone can only fill it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from claimlight.ui.icons import Icon, paint_icon

_WITHIN = 0.12
"""Of the box, kept free around the tick."""
_STROKE = 3.0


class TickBox(QCheckBox):
    """In the colour of the page on the ink that fills the box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        free = box.width() * _WITHIN
        painter = QPainter(self)
        page = self.window().palette().color(QPalette.ColorRole.Base)
        paint_icon(painter, Icon.TICK, box.adjusted(free, free, -free, -free), page, stroke=_STROKE)
        painter.end()
