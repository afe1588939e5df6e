"""The name of the program, with light on its first half."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from claimlight.ui.first_frame import NAME
from claimlight.ui.look import NAME_HEIGHT, Look, Type


class Wordmark(QLabel):
    def __init__(self, look: Look) -> None:
        super().__init__(NAME)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font(Type.WORDMARK))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(NAME)
        return QSize(round(width) + 2, self._look.px(NAME_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        width = QFontMetricsF(self.font()).horizontalAdvance(NAME[:5])
        left = self.width() - width - 1 if self.isRightToLeft() else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(left, self.height() - look.px(3), width, look.px(2.5)), look.colour("nowline"))
        painter.end()
