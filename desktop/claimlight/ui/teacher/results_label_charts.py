"""Pictures of labels: which was given for which, and where a class is of two minds."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import mirrored
from claimlight.ui.tags import Mark, paint_outline, paint_tag
from claimlight.ui.teacher.results_charts import Chart
from claimlight.ui.teacher.results_heat import heat_alpha
from claimlight.ui.typesetting import Typeset, draw_line

_ROW, _HEAD, _CELL, _TAG, _NAMES, _WORDS = 36, 50, 30, 16, 120, 220


@dataclass(frozen=True, slots=True)
class Column:
    """What an answer was found with: a label, or, where `mark` is None, nothing."""

    name: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Given:
    """The answers of one label: how often they were found with what each column says; `right` is their own column."""

    name: str
    mark: Mark
    counts: tuple[int, ...]
    right: int


class LabelsChart(Chart):
    """A square for each pair: the darker, the more of the row's answers; a frame around what is right."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(name, look)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[Given, ...] = ()

    def show_labels(self, columns: Sequence[Column], rows: Sequence[Given]) -> None:
        self._columns, self._rows = tuple(columns), tuple(rows)
        self.updateGeometry()
        self.update()

    def tall(self) -> int:
        return self._look.px(_HEAD + _ROW * len(self._rows))

    def draw(self, painter: QPainter, seen: QRect) -> None:
        px = self._look.px
        for n, column in enumerate(self._columns):
            self._draw_head(painter, column, self._cell(n, 0, px(_HEAD)))
        for n, row in enumerate(self._rows):
            self._draw_row(painter, row, px(_HEAD) + n * px(_ROW))

    def _cell(self, column: int, top: float, height: float) -> QRectF:
        names = min(self._look.px(_NAMES), self.width() * 0.3)
        width = (self.width() - names) / max(1, len(self._columns))
        return QRectF(names + column * width, top, width, height)

    def _draw_head(self, painter: QPainter, column: Column, box: QRectF) -> None:
        look, px = self._look, self._look.px
        left, top = box.left() + px(4), box.top()
        if column.mark is not None:
            tag = mirrored(QRectF(left, top + px(4), px(_TAG), px(_TAG)), self)
            paint_tag(painter, tag, column.mark.letter, look.label_colours(column.mark.colour))
        line = look.line(Type.SMALL)
        font, width = look.font(Type.SMALL), box.width() - px(8)
        words = Typeset(column.name, font, width, line, lines=1 if column.mark else 2, right=self.isRightToLeft())
        at = mirrored(QRectF(left, box.bottom() - px(6) - words.height, width, words.height), self)
        words.draw(painter, at.topLeft(), look.colour("ink2"))

    def _draw_row(self, painter: QPainter, row: Given, top: float) -> None:
        look, px = self._look, self._look.px
        tag = mirrored(QRectF(0, top + (px(_ROW) - px(_TAG)) / 2, px(_TAG), px(_TAG)), self)
        paint_tag(painter, tag, row.mark.letter, look.label_colours(row.mark.colour))
        width = self._cell(0, 0, 0).left() - px(_TAG + 12)
        name = mirrored(QRectF(px(_TAG + 8), top, width, px(_ROW)), self)
        draw_line(painter, name, row.name, look.font(Type.SMALL_ACTION), look.colour("ink"), self.start)
        for n, count in enumerate(row.counts):
            box = mirrored(self._cell(n, top + (px(_ROW) - px(_CELL)) / 2, px(_CELL)), self)
            self._draw_count(painter, box.adjusted(2, 0, -2, 0), count, sum(row.counts), right=n == row.right)

    def _draw_count(self, painter: QPainter, box: QRectF, count: int, whole: int, *, right: bool) -> None:
        look, px = self._look, self._look.px
        painter.setPen(Qt.PenStyle.NoPen)
        for colour in (look.colour("page"), look.colour("heat", heat_alpha(count / max(1, whole), look.theme))):
            painter.setBrush(colour)
            painter.drawRoundedRect(box, px(3), px(3))
        if right:
            painter.setPen(QPen(look.colour("ink"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(3), px(3))
        font = tabular(look.font(Type.SMALL_ACTION if right else Type.SMALL))
        draw_line(painter, box, str(count), font, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)


@dataclass(frozen=True, slots=True)
class Mind:
    """So many see it as this label; None: as nothing."""

    mark: Mark | None
    count: int


@dataclass(frozen=True, slots=True)
class Minds:
    """One answer, and how the class sees it, the most first."""

    name: str
    mark: Mark
    minds: tuple[Mind, ...]


class MindsChart(Chart):
    """A bar for each answer, divided as the class is: letter and number of each label, dashed for unmarked."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(name, look)
        self._rows: tuple[Minds, ...] = ()

    def show_minds(self, rows: Sequence[Minds]) -> None:
        self._rows = tuple(rows)
        self.updateGeometry()
        self.update()

    def tall(self) -> int:
        return self._look.px(_ROW * len(self._rows))

    def draw(self, painter: QPainter, seen: QRect) -> None:
        look, px = self._look, self._look.px
        names = min(px(_WORDS), self.width() * 0.42)
        for n, row in enumerate(self._rows):
            top = n * px(_ROW)
            tag = mirrored(QRectF(0, top + (px(_ROW) - px(_TAG)) / 2, px(_TAG), px(_TAG)), self)
            paint_tag(painter, tag, row.mark.letter, look.label_colours(row.mark.colour))
            name = mirrored(QRectF(px(_TAG + 8), top, names - px(_TAG + 16), px(_ROW)), self)
            draw_line(painter, name, row.name, look.font(Type.SMALL), look.colour("ink"), self.start)
            self._draw_bar(painter, row.minds, QRectF(names, top + px(7), self.width() - names, px(_ROW - 14)))

    def _draw_bar(self, painter: QPainter, minds: Sequence[Mind], bar: QRectF) -> None:
        whole, left = sum(mind.count for mind in minds), bar.left()
        for mind in minds:
            width = bar.width() * mind.count / max(1, whole)
            part = QRectF(QPointF(left, bar.top()), QPointF(left + width, bar.bottom()))
            self._draw_mind(painter, mind, mirrored(part.adjusted(1, 0, -1, 0), self))
            left += width

    def _draw_mind(self, painter: QPainter, mind: Mind, part: QRectF) -> None:
        look, px = self._look, self._look.px
        ink = look.colour("ink")
        if mind.mark is None:
            paint_outline(painter, part, look.colour("ink2"), unit=max(1.0, look.scale))
        else:
            colours = look.label_colours(mind.mark.colour)
            ink = colours.on_tag
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.ink)
            painter.drawRoundedRect(part, px(3), px(3))
        font = tabular(look.font(Type.SMALL_ACTION))
        letter = "–" if mind.mark is None else mind.mark.letter
        fits = (words for words in (f"{letter} {mind.count}", letter) if _width(words, font) <= part.width() - px(4))
        draw_line(painter, part, next(fits, ""), font, ink, Qt.AlignmentFlag.AlignHCenter)


def _width(words: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)
