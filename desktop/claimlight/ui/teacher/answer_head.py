"""The head of a panel beside the page: a tag, and which answer is in hand."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimlight.ui.controls import Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.tags import Mark, paint_tag


class AnswerHead(QWidget):
    """ "C  Claim, paragraph 2"."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._sign = _Sign(look)
        self.words = Paragraph("", look, Type.LARGE_HEADING, lines=2)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.words, 1)
        self.set_look(look)

    def show_answer(self, mark: Mark | None, words: str) -> None:
        self._sign.mark = mark
        self._sign.setVisible(mark is not None)
        self._sign.update()
        self.words.setText(words)
        self.words.updateGeometry()

    def set_look(self, look: Look) -> None:
        self._sign.set_look(look)
        self.words.set_look(look)
        self._row.setSpacing(look.px(10))


class _Sign(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.mark: Mark | None = None
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(look.px(20), look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.mark is not None:
            painter = QPainter(self)
            colours = self._look.label_colours(self.mark.colour)
            paint_tag(painter, QRectF(self.rect()), self.mark.letter, colours)
            painter.end()
