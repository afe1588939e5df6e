"""What is seen in the first blink: paper and the program's name, while the rest is still being fetched.

Whatever needs `QtCore.Qt` costs some 16 ms more, since importing that name makes 95 enums; so does the first QPen,
QBrush or `fillRect`. A label with a small style sheet does without.
"""

import sys

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from claimlight.ui.look import NAME_HEIGHT, Look

NAME = "Claimlight"
_MENUS = 0 if sys.platform == "darwin" else 28
"""How far down (px) the menu bar will push the page that comes next, where a window has one."""


class FirstFrame(QFrame):
    """The page before there is a page: like the first minute before its cards. Needs the serif to be loaded."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("first")
        self._name = QLabel(NAME, self)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        theme = look.theme
        self.setStyleSheet(
            f"QFrame#first {{ background: {theme.page}; border: none }}"
            f'QLabel {{ background: transparent; color: {theme.ink}; font: 600 {look.px(22)}px "Source Serif 4" }}'
        )
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        look = self._look
        side = look.side(self.width())
        size = self._name.sizeHint()
        left = self.width() - side - size.width() if self.isRightToLeft() else side
        top = max(0, _MENUS - self.mapTo(self.window(), QPoint()).y()) + look.name_top
        self._name.setGeometry(left, top + (look.px(NAME_HEIGHT) - size.height()) // 2, size.width(), size.height())
