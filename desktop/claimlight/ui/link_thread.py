"""The thread from a highlight in the hand to the pointer, until it is let go on another."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from claimlight.ui.look import Look, Type
from claimlight.ui.tags import Mark, paint_tag


class LinkThread(QWidget):
    """Lies over the whole room and lets the mouse through."""

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._over = over
        self._look = look
        self._mark: Mark | None = None
        self._from = QPoint()
        self._to = QPoint()
        self._target = QRect()
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def draw(self, mark: Mark, begun: QPoint, at: QPoint, target: QRect, words: str) -> None:
        """From `begun` to `at` (on the screen), around the `target` if there is one, with what a drop would say."""
        self._mark = mark
        self._from, self._to = self.mapFromGlobal(begun), self.mapFromGlobal(at)
        self._target = QRect(self.mapFromGlobal(target.topLeft()), target.size()) if target.isValid() else QRect()
        self._words = words
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is None:
            return
        look, colours = self._look, self._look.label_colours(self._mark.colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.line, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._from), QPointF(self._to))
        if self._target.isValid():
            painter.drawRoundedRect(QRectF(self._target).adjusted(2, 2, -2, -2), 6, 6)
        side = look.px(18)
        tag = QRectF(self._to.x() - side / 2, self._to.y() - side / 2, side, side)
        paint_tag(painter, tag, self._mark.letter, colours, radius=look.px(4))
        if self._words:
            self._paint_words(painter, tag)
        painter.end()

    def _paint_words(self, painter: QPainter, tag: QRectF) -> None:
        look = self._look
        font = look.font(Type.SECONDARY_ACTION)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._words) + look.px(16)
        left = tag.left() - width - 6 if tag.right() + width + 6 > self.width() else tag.right() + 6
        box = QRectF(left, tag.center().y() - look.px(14), width, look.px(28))
        painter.setPen(QPen(look.colour("edge"), look.theme.border))
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(look.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)
