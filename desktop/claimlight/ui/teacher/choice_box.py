"""One of many, in a box that opens: with the chevron that says so."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type


class ChoiceBox(QComboBox):
    """`width` is the least, in pixels at 100 % text."""

    def __init__(self, name: str, look: Look, *, width: int = 180) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._least = width
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font(Type.TEXT))
        self.setMinimumWidth(look.px(self._least))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size, gap = self._look.px(18), self._look.px(8)
        left = gap if self.isRightToLeft() else self.width() - gap - size
        painter = QPainter(self)
        at = QRectF(left, (self.height() - size) / 2, size, size)
        paint_icon(painter, Icon.DOWN, at, self._look.colour("ink2"))
        painter.end()
