"""What is painted first: ground, bar and name of the window, before anything else is loaded.

A first touch of Qt's enums costs some 16 ms, and so does the first QPen, QBrush or `fillRect`; a small style sheet does
without them.
"""

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from claimlight.ui.theme import Theme

NAME = "Claimlight"
_FACE = "SourceSerif4-Semibold.ttf"


class Frame(QFrame):
    """Looks like the shelf before its cards, or with `bar=False` like the first minute before its own.

    It takes no input and stays in the window until the real page takes its place. `fonts` is the folder of the faces.
    """

    def __init__(self, theme: Theme, fonts: Path, scale: float = 1.0, *, bar: bool = True) -> None:
        super().__init__()
        QFontDatabase.addApplicationFont(str(fonts / _FACE))
        self._scale = max(1.0, scale)
        self._bar = bar
        self.setObjectName("frame")
        self._band = QFrame(self)
        self._band.setObjectName("band")
        self._name = QLabel(NAME, self)
        rule = f"border-bottom: {theme.border}px solid {theme.rule}" if bar else "border: none"
        self.setStyleSheet(
            f"QFrame#frame {{ background: {theme.page}; border: none }}"
            f"QFrame#band {{ background: {theme.chrome if bar else theme.page}; {rule} }}"
            f"QLabel {{ background: transparent; border: none; color: {theme.ink}; "
            f'font: 600 {self._px(22)}px "Source Serif 4" }}'
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._band.setGeometry(0, 0, self.width(), self._px(55) if self._bar else 0)
        side = self._px(64 if self._bar else 72) if self.width() > self._px(1100) else self._px(24)
        size = self._name.sizeHint()
        left = self.width() - side - size.width() if self.isRightToLeft() else side
        top = (self._px(55) - size.height()) // 2 if self._bar else self._px(44 + 17) - size.height() // 2
        self._name.setGeometry(left, top, size.width(), size.height())

    def _px(self, size: float) -> int:
        return round(size * self._scale)
