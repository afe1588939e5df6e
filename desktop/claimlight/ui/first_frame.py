"""What is seen in the first blink: paper and the program's name, while the rest is still being fetched."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.ui.look import Look
from claimlight.ui.wordmark import Wordmark


class FirstFrame(QWidget):
    """The page before there is a page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wordmark = Wordmark(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(72), look.px(44), look.px(72), look.px(16))
        column.addWidget(self._wordmark)
        column.addStretch(1)

    def set_look(self, look: Look) -> None:
        self._wordmark.set_look(look)
