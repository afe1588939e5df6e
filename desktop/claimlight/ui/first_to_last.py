"""The cell that shows how an attempt went from its first check to its last: an open dot, a line, a filled dot."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from claimlight.ui.look import Look
from claimlight.ui.mirror import mirrored_in
from claimlight.ui.words_table import Index, WordsRow
from claimlight.work.progress import Result


class FirstToLast(WordsRow):
    """Only a picture: the columns beside it, and its own words, say the same."""

    def __init__(self, look: Look, results: Sequence[Result]) -> None:
        super().__init__(look)
        self._results = tuple(results)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # for screen readers only

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        super().paint(painter, option, index)
        result = self._results[index.row()]
        if result.first is None or result.last is None:
            return
        look, px = self.look, self.look.px
        inner = rect.adjusted(px(10), 0, -px(10), 0)
        radius = px(5)

        def at(score: float) -> QPointF:
            dot = QRectF(inner.left() + inner.width() * score / 100, inner.center().y(), 0, 0)
            return mirrored_in(dot, inner, rtl=rtl).topLeft()

        first, last = at(float(result.first.score)), at(float(result.last.score))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("edge" if look.theme.border > 1 else "rule"), px(2)))
        painter.drawLine(QPointF(inner.left(), first.y()), QPointF(inner.right(), first.y()))
        painter.setPen(QPen(look.colour("ink"), px(3)))
        painter.drawLine(first, last)
        painter.setPen(QPen(look.colour("ink"), px(2)))
        if result.checks > 1:
            painter.setBrush(look.colour("page"))
            painter.drawEllipse(first, radius, radius)
        painter.setBrush(look.colour("ink"))
        painter.drawEllipse(last, radius, radius)
        painter.restore()
