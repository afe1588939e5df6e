"""The floor of painting highlights: a bare QTextEdit that fills the lines of its marks, and nothing else."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit

from claimlight.core.article import Article, Span

_BUCKET = 9
_TINT = QColor(0, 114, 178, 33)


class BareOverlay(QTextEdit):
    """Shows the words of an article with a tint over each span (code points; the article holds no others)."""

    def __init__(self, article: Article, spans: Sequence[Span]) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlainText(article.text.text)
        self._buckets: dict[int, list[Span]] = {}
        for span in spans:
            self._put(span)

    def add(self, span: Span) -> None:
        """Show one more and have it painted."""
        self._put(span)
        block = self.document().findBlock(span.start)
        offset = self.verticalScrollBar().value()
        self.viewport().update(self._tint(block, span).translated(0, -offset).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        offset = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(0, -offset)
        block = self.cursorForPosition(event.rect().topLeft()).block()
        while block.isValid():
            top = self.document().documentLayout().blockBoundingRect(block).top()
            if top > event.rect().bottom() + offset:
                break
            for span in self._near(block):
                painter.fillRect(self._tint(block, span), _TINT)
            block = block.next()
        painter.end()

    def _put(self, span: Span) -> None:
        self._buckets.setdefault(span.start >> _BUCKET, []).append(span)

    def _near(self, block: QTextBlock) -> list[Span]:
        first, last = block.position(), block.position() + block.length()
        near = range(first >> _BUCKET, (last >> _BUCKET) + 1)
        return [span for at in near for span in self._buckets.get(at, ()) if first <= span.start < last]

    def _tint(self, block: QTextBlock, span: Span) -> QRectF:
        """The line on which the span begins."""
        layout = block.layout()
        line = layout.lineForTextPosition(span.start - block.position())
        return line.rect().translated(layout.position()) if line.isValid() else QRectF(QPointF(), QPointF())
