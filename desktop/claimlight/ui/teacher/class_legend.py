"""What the shapes in a class's table say."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimlight.ui.controls import Caption
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.teacher.class_view import Sign, paint_sign
from claimlight.wording import _


class ClassLegend(QWidget):
    """Shape and word, side by side, in more lines where there is no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._entries = tuple(
            _Entry(sign, words, look)
            for sign, words in (
                (Sign.HANDED_IN, _("handed in")),
                (Sign.NEW, _("not looked at yet")),
                (Sign.GIVEN_BACK, _("given back")),
                (Sign.MISSING, _("missing")),
                (Sign.CHALLENGE, _("sees it differently")),
            )
        )
        self._row = Flow(self, across=24, down=4)
        for entry in self._entries:
            self._row.addWidget(entry)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        for entry in self._entries:
            entry.set_look(look)
        self._row.set_gaps(look.px(24), look.px(4))


class _Entry(QWidget):
    def __init__(self, sign: Sign, words: str, look: Look) -> None:
        super().__init__()
        self._sign = _Shape(sign, look)
        self._words = Caption(words, look, Type.SMALL, "second")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words)

    def set_look(self, look: Look) -> None:
        self._sign.set_look(look)
        self._words.set_look(look)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))


class _Shape(QWidget):
    """Only for the eye: the word beside it says the same."""

    def __init__(self, sign: Sign, look: Look) -> None:
        super().__init__()
        self._sign = sign
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(look.px(18), look.px(18))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sign(painter, QRectF(self.rect()), self._sign, self._look)
        painter.end()
