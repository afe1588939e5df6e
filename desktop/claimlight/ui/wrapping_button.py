"""A button whose words go on in the next line where there is no room for them in one."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStyleOptionButton

from claimlight.ui.controls import Button
from claimlight.ui.look import Look

_LEAST = 120
"""Pixels at 100 % text: narrower it never is."""


class WrappingButton(Button):
    """As wide as its words, or as there is room; as high as its lines."""

    def __init__(self, text: str, look: Look) -> None:
        self._in_one_line = False
        super().__init__(text.replace("&", "&&"), look)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        more = len(self._lines(width)) - 1
        return self.sizeHint().height() + more * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(_LEAST)), hint.height())

    def sizeHint(self) -> QSize:
        """In one line; Qt asks for the words meanwhile."""
        self._in_one_line = True
        hint = super().sizeHint()
        self._in_one_line = False
        return hint

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if not self._in_one_line:
            option.text = "\n".join(self._lines(self.width()))

    def _lines(self, width: int) -> list[str]:
        metrics, hint = self.fontMetrics(), self.sizeHint()
        words = self.text()
        room = width - (hint.width() - metrics.horizontalAdvance(words.replace("&&", "&")))
        lines: list[str] = []
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer.replace("&&", "&")) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines
