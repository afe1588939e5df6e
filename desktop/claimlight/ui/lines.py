"""Where the lines of a document lie and where words lie on them, in document coordinates.

Lines are asked for by height, never all at once: a paragraph of ten thousand words has nine hundred of them, and
painting must cost what is seen. Words on a line with right-to-left letters may fall into several stretches.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

TWO_DIRECTIONS = 1
"""The user state of a block that holds right-to-left letters (see ui/document.py)."""

_BREAKING = " \u2028"
_TOUCHING = 0.75
"""Stretches nearer than this (pixels) are one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line; `start` and `end` are UTF-16 positions of the document."""

    block: QTextBlock
    inner: QTextLine
    origin: QPointF
    start: int
    end: int

    @property
    def baseline(self) -> float:
        """On the pixel where Qt sets the letters, so that lines drawn from it are crisp."""
        return round(self.origin.y() + self.inner.y() + self.inner.ascent())

    @property
    def rect(self) -> QRectF:
        return self.inner.rect().translated(self.origin)

    @property
    def rightwards(self) -> bool:
        """Whether the line is read from right to left."""
        return self.block.textDirection() == Qt.LayoutDirection.RightToLeft

    def x(self, position: int) -> float:
        """Where the caret stands before the unit at `position`."""
        return self.origin.x() + cursor_x(self.inner, position - self.block.position())

    def stretches(self, start: int, end: int) -> list[tuple[float, float]]:
        """The visual stretches (left, right) that `[start, end)` takes on this line, in the order of reading."""
        first = max(start, self.start) - self.block.position()
        last = min(end, self._visible_end) - self.block.position()
        if first >= last:
            return []
        if self.block.userState() != TWO_DIRECTIONS:
            a, b = cursor_x(self.inner, first), cursor_x(self.inner, last)
            return [(self.origin.x() + min(a, b), self.origin.x() + max(a, b))]
        return [(self.origin.x() + a, self.origin.x() + b) for a, b in self._visual(first, last)]

    @property
    def _visible_end(self) -> int:
        """Where the line ends for the eye: before the spaces at which it was broken."""
        document = self.block.document()
        end = self.end
        while end > self.start and document.characterAt(end - 1) in _BREAKING:
            end -= 1
        return end

    def _visual(self, first: int, last: int) -> list[tuple[float, float]]:
        """By runs of glyphs: on a line of two directions, neighbours in the text need not be neighbours on the page.

        Not by cursorToX, which at a change of direction answers with the edge of the other run.
        """
        merged: list[tuple[float, float]] = []
        for run in self.inner.glyphRuns(first, last - first):
            left, right = run.boundingRect().left(), run.boundingRect().right()
            if merged and abs(merged[-1][1] - left) < _TOUCHING:
                merged[-1] = (merged[-1][0], right)
            elif merged and abs(merged[-1][0] - right) < _TOUCHING:
                merged[-1] = (left, merged[-1][1])
            elif right > left:
                merged.append((left, right))
        return merged


def cursor_x(line: QTextLine, position: int) -> float:
    """PySide6 answers with a pair of x and the position that it settled on; its stubs say object."""
    return cast(tuple[float, int], line.cursorToX(position))[0]


def lines_between(document: QTextDocument, top: float, bottom: float) -> Iterator[Line]:
    """Every line that reaches into the height `[top, bottom]`, from the first."""
    block = _block_at(document, top)
    while block.isValid():
        bounds = document.documentLayout().blockBoundingRect(block)
        if bounds.top() > bottom:
            return
        yield from _lines_of(block, top, bottom)
        block = block.next()


def lines_of_span(document: QTextDocument, start: int, end: int) -> Iterator[Line]:
    """Every line that holds some of `[start, end)`; the line of `start` where the span is empty."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < max(end, start + 1):
        document.documentLayout().blockBoundingRect(block)  # lays the block out where it is not yet
        layout = block.layout()
        index = layout.lineForTextPosition(max(0, start - block.position())).lineNumber()
        while 0 <= index < layout.lineCount():
            line = _line(block, layout, index)
            if line.start >= max(end, start + 1):
                return
            yield line
            index += 1
        block = block.next()


def _block_at(document: QTextDocument, y: float) -> QTextBlock:
    position = document.documentLayout().hitTest(QPointF(0, max(0.0, y)), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, position))
    while block.previous().isValid() and document.documentLayout().blockBoundingRect(block).top() > y:
        block = block.previous()
    return block


def _lines_of(block: QTextBlock, top: float, bottom: float) -> Iterator[Line]:
    layout = block.layout()
    for index in range(_first_line(layout, top), layout.lineCount()):
        line = _line(block, layout, index)
        if line.rect.top() > bottom:
            return
        yield line


def _first_line(layout: QTextLayout, top: float) -> int:
    """The first line that ends at or below `top`, by halving."""
    low, high = 0, layout.lineCount()
    origin = layout.position().y()
    while low < high:
        middle = (low + high) // 2
        if origin + layout.lineAt(middle).rect().bottom() < top:
            low = middle + 1
        else:
            high = middle
    return low


def _line(block: QTextBlock, layout: QTextLayout, index: int) -> Line:
    inner = layout.lineAt(index)
    start = block.position() + inner.textStart()
    return Line(block, inner, layout.position(), start, start + inner.textLength())
