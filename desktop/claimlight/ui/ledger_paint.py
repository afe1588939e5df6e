"""How a row of the list is painted: wide with its cells, or as a tag in the rail."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from claimlight.core.sayings import Column
from claimlight.ui.icons import paint_icon
from claimlight.ui.ledger_cells import HEADS, Cell
from claimlight.ui.ledger_model import UNIFORM_FROM, Index, LedgerModel, LedgerRow
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import mirrored_in
from claimlight.ui.row_pictures import RowPictures
from claimlight.ui.tags import paint_tag
from claimlight.ui.typesetting import Typeset, draw_line, elided
from claimlight.wording import _

_READ = 400
"""Code points of a highlight that can show in two lines."""
_SEEN = 60
"""More rows than a window shows at once."""
LEFT, RIGHT, GAP = 50, 16, 8
"""Px before the words, after the cells, and between two cells."""
_WIDTHS = {Column.EVIDENCE: 142, Column.ANSWERS: 56}
_HINT_PAD = 6
_LEAST = 72
"""Below so many px for the first column, the cells stand below each other."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the cells stand in a row `width` px wide: the first takes what the others leave."""

    columns: tuple[Column, ...]
    look: Look
    width: float

    @property
    def stacked(self) -> bool:
        return len(self.columns) > 1 and self._first() < self.look.px(_LEAST)

    def stretch(self, column: Column) -> tuple[float, float]:
        """(left, width) of a column, from the left of the row."""
        px = self.look.px
        if self.stacked:
            return px(LEFT), self.width - px(LEFT + RIGHT)
        left, width = float(px(LEFT)), self._first()
        for each in self.columns:
            if each is column:
                break
            left += width + px(GAP)
            width = px(_WIDTHS[self.columns[self.columns.index(each) + 1]])
        return left, width

    def _first(self) -> float:
        others = sum(self.look.px(_WIDTHS[each] + GAP) for each in self.columns[1:])
        return self.width - self.look.px(LEFT + RIGHT) - others


class RowDelegate(QStyledItemDelegate):
    """What both shapes of the list share: the ground of the active row, its bar, the focus, the rule below."""

    def __init__(self, model: LedgerModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self.cell: Column | None = None
        """The column in hand within the row in hand; None for the whole row."""

    @property
    def ground(self) -> QColor | None:
        """The one colour that the list stands on; None where it cannot be known."""
        return None

    def set_look(self, look: Look) -> None:
        self._look = look

    @property
    def look(self) -> Look:
        return self._look

    def row(self, index: Index) -> LedgerRow:
        return self._model.rows[index.row()]

    def cell_rects(self, rect: QRect, index: Index, rtl: bool) -> dict[Column, QRect]:
        """Where each cell of a row lies, if the row lies in `rect`."""
        return {}

    @property
    def view(self) -> QListView:
        view = self.parent()
        assert isinstance(view, QListView)
        return view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if self.view.currentIndex() != index:
            self.paint_at_rest(painter, option.rect, self.row(index), rtl)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._paint_active(painter, rect, index, rtl)
        self.paint_row(painter, rect, self.row(index), rtl)
        if self.view.hasFocus():
            self._paint_focus(painter, option.rect, index, rtl)
        painter.restore()

    def paint_at_rest(self, painter: QPainter, rect: QRect, row: LedgerRow, rtl: bool) -> None:
        """A row that is not in hand."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_row(painter, QRectF(rect), row, rtl)
        painter.restore()

    def paint_row(self, painter: QPainter, rect: QRectF, row: LedgerRow, rtl: bool) -> None:
        """Tag and words within `rect`."""
        raise NotImplementedError

    def body(self, rect: QRectF, row: LedgerRow) -> QRectF:
        """`rect` without the heading above the row."""
        return rect

    def _paint_active(self, painter: QPainter, rect: QRectF, index: Index, rtl: bool) -> None:
        look, body = self._look, self.body(rect, self.row(index))
        painter.fillRect(body, look.colour("raised"))
        bar = mirrored_in(QRectF(body.left(), body.top(), look.px(3), body.height()), body, rtl=rtl)
        painter.fillRect(bar, look.label_colours(self.row(index).mark.colour).line)

    def _paint_focus(self, painter: QPainter, rect: QRect, index: Index, rtl: bool) -> None:
        """Around the cell in hand, or the whole row."""
        cell = self.cell
        rects = self.cell_rects(rect, index, rtl) if cell is not None else {}
        if cell in rects:
            ring = QRectF(rects[cell]).adjusted(-4, 0, 4, 0)
        else:
            body = self.body(QRectF(rect), self.row(index))
            ring = body.adjusted(5, 2, -3, -3) if not rtl else body.adjusted(3, 2, -5, -3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("ink"), 2))
        painter.drawRoundedRect(ring, 4, 4)


class WideRow(RowDelegate):
    """Tag, words in up to two lines, paragraph; below them the cells that the lesson asks for, and the note."""

    def __init__(
        self, model: LedgerModel, look: Look, columns: tuple[Column, ...] = (), *, ground: str | None = None
    ) -> None:
        """`ground` is the role of the one colour that the list stands on: then rows at rest are kept as pictures."""
        super().__init__(model, look)
        self._columns = columns
        self._role = ground
        self._pictures = RowPictures()
        self._small = tabular(look.font(Type.SMALL))
        # At every change Qt asks how high each row is, and paints each that is seen: most are as they were.
        self._known: dict[str, tuple[LedgerRow, QSize]] = {}
        self._set = lru_cache(_SEEN)(self._set_words)

    @property
    def ground(self) -> QColor | None:
        return self._look.colour(self._role) if self._role is not None else None

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._small = tabular(look.font(Type.SMALL))
        self._pictures.clear()
        self._known.clear()
        self._set.cache_clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        rows, width = self._model.rows, self.view.width()
        if len(rows) >= UNIFORM_FROM:
            look, cells = self._look, self._cells_height(len(self._columns), width)
            return QSize(width, look.px(24) + 2 * look.line(Type.QUOTE) + cells)
        row = rows[index.row()]
        known = self._known.get(row.id)
        if known is not None and known[0] is row and known[1].width() == width:
            return known[1]
        size = QSize(width, self._height(row, width))
        self._known[row.id] = (row, size)
        return size

    def _height(self, row: LedgerRow, width: int) -> int:
        look = self._look
        note = look.line(Type.SECONDARY) + look.px(2) if row.note and not self._columns else 0
        words = self._lines(row, self._room(width)) * look.line(Type.QUOTE)
        cells = self._cells_height(len(row.cells), width, self._who_lines(row, width))
        return look.px(24) + words + cells + note + self._above(row) + self._hint_height(row, width)

    def paint_at_rest(self, painter: QPainter, rect: QRect, row: LedgerRow, rtl: bool) -> None:
        ground = self.ground
        if ground is None:
            super().paint_at_rest(painter, rect, row, rtl)
            return
        looks = row, self.view.width(), self._uniform(), rtl
        self._pictures.paint(painter, rect, looks, ground, lambda to, within: self.paint_row(to, within, row, rtl))

    def cell_rects(self, rect: QRect, index: Index, rtl: bool) -> dict[Column, QRect]:
        row = self.row(index)
        return self._rects(self._whole(QRectF(rect), rtl), row, rtl) if row.cells else {}

    def body(self, rect: QRectF, row: LedgerRow) -> QRectF:
        return rect.adjusted(0, self._above(row), 0, 0)

    def paint_row(self, painter: QPainter, rect: QRectF, row: LedgerRow, rtl: bool) -> None:
        look = self._look
        px = look.px
        rect = self._whole(rect, rtl)
        self._paint_heading(painter, rect, row, rtl)
        rect = self.body(rect, row)
        side = px(18)
        top = rect.top() + px(12)

        def at(left: float, width: float, height: float, down: float = 0) -> QRectF:
            return mirrored_in(QRectF(rect.left() + left, top + down, width, height), rect, rtl=rtl)

        tag = at(px(20), side, side, (look.line(Type.QUOTE) - side) / 2)
        paint_tag(painter, tag, row.mark.letter, look.label_colours(row.mark.colour), radius=px(4))
        room = self._room(rect.width())
        words = self._set(row.words[:_READ], room, 1 if row.hint and self._uniform() else 2)
        words.draw(painter, at(px(LEFT), room, words.height).topLeft(), look.colour("ink"))
        number = at(rect.width() - px(RIGHT + 40), px(40), look.line(Type.QUOTE))
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        draw_line(painter, number, f"¶{row.paragraph}", self._small, look.colour("ink3"), end)
        if row.note and not self._columns:
            box = at(px(LEFT), room, look.line(Type.SECONDARY), words.height + px(2))
            draw_line(painter, box, row.note, look.font(Type.SECONDARY), look.colour("ink2"), _start(rtl))
        whole = rect.adjusted(0, -self._above(row), 0, 0)
        for column, place in self._rects(whole, row, rtl).items() if row.cells else ():
            cell = row.cell(column)
            assert cell is not None, "only cells have places"
            paint_cell(painter, QRectF(place), cell, look, rtl=rtl)
        if row.hint:
            self._paint_hint(painter, rect, row, words.height, rtl)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("rule"))

    def _whole(self, rect: QRectF, rtl: bool) -> QRectF:
        """As wide as the list, scroll bar and all: it lies in the margin, and cells stay under their heads."""
        width = float(self.view.width())
        return QRectF(rect.right() - width if rtl else rect.left(), rect.top(), width, rect.height())

    def _rects(self, rect: QRectF, row: LedgerRow, rtl: bool) -> dict[Column, QRect]:
        body, look = self.body(rect, row), self._look
        places = Columns(self._columns, look, body.width())
        bottom = body.bottom() - look.px(12) - 1 - self._hint_height(row, body.width())
        height = look.line(Type.TEXT) + look.px(4)
        more = (self._who_lines(row, body.width()) - 1) * look.line(Type.TEXT)
        found = {}
        for n, cell in enumerate(row.cells):
            left, width = places.stretch(cell.column)
            under = (len(row.cells) - 1 - n) * (look.line(Type.TEXT) + look.px(4)) if places.stacked else 0
            top = bottom - under - height - more + look.px(2)
            tall = height + (more if n == 0 else 0)
            cell_rect = QRectF(body.left() + left, top, width, tall)
            found[cell.column] = mirrored_in(cell_rect, body, rtl=rtl).toRect()
        return found

    def _paint_hint(self, painter: QPainter, body: QRectF, row: LedgerRow, words: float, rtl: bool) -> None:
        """At the foot of the row; where all rows are equally high, in place of the second line of words."""
        look, px = self._look, self._look.px
        width, set_hint = body.width() - px(LEFT + RIGHT), self._hint(row, body.width())
        high = set_hint.height + (0 if self._uniform() else 2 * px(_HINT_PAD))
        top = body.top() + px(12) + words if self._uniform() else body.bottom() - px(12) - 1 - high
        box = mirrored_in(QRectF(body.left() + px(LEFT), top, width, high), body, rtl=rtl)
        painter.fillRect(box, look.colour("nowsoft"))
        painter.fillRect(mirrored_in(QRectF(box.left(), top, px(3), high), box, rtl=rtl), look.colour("nowline"))
        left = box.left() + (px(12) if rtl else px(14))
        set_hint.draw(painter, QPointF(left, top + (high - set_hint.height) / 2), look.colour("ink"))

    def _hint(self, row: LedgerRow, width: float) -> Typeset:
        look = self._look
        room = width - look.px(LEFT + RIGHT + 26)
        right = self.view.isRightToLeft()
        most = 1 if self._uniform() else 0
        return Typeset(row.hint, look.font(Type.SECONDARY), room, look.line(Type.SECONDARY), lines=most, right=right)

    def _hint_height(self, row: LedgerRow, width: float) -> int:
        if not row.hint or self._uniform():
            return 0
        return round(self._hint(row, width).height) + self._look.px(8 + 2 * _HINT_PAD)

    def _paint_heading(self, painter: QPainter, rect: QRectF, row: LedgerRow, rtl: bool) -> None:
        above = self._above(row)
        if above:
            look = self._look
            box = QRectF(rect.left() + look.px(20), rect.top(), rect.width() - look.px(36), above - 1)
            box = mirrored_in(box, rect, rtl=rtl)
            font = look.font(Type.SECONDARY_HEADING)
            draw_line(painter, box, row.heading, font, look.colour("ink2"), _start(rtl))
            painter.fillRect(QRectF(rect.left(), rect.top() + above - 1, rect.width(), 1), look.colour("rule"))

    def _above(self, row: LedgerRow) -> int:
        return self._look.px(32) if row.heading and not self._uniform() else 0

    def _who_lines(self, row: LedgerRow, width: float) -> int:
        """A long name takes two lines, so that it need not be cut."""
        cell = row.cells[0] if row.cells else None
        places = Columns(self._columns, self._look, width)
        if cell is None or cell.icon or cell.mark or places.stacked or self._uniform():
            return 1
        room = places.stretch(cell.column)[1]
        return 1 if QFontMetricsF(self._look.font(Type.SECONDARY)).horizontalAdvance(cell.words) <= room else 2

    def _cells_height(self, count: int, width: float, most: int = 1) -> int:
        if not count:
            return 0
        look = self._look
        lines = count if Columns(self._columns, look, width).stacked else most
        return look.px(7) + lines * look.line(Type.TEXT) + (lines - most) * look.px(4)

    def _uniform(self) -> bool:
        return len(self._model.rows) >= UNIFORM_FROM

    def _room(self, width: float) -> float:
        return width - self._look.px(LEFT + RIGHT + 36)

    def _lines(self, row: LedgerRow, room: float) -> int:
        width = QFontMetricsF(self._look.font(Type.QUOTE)).horizontalAdvance(row.words[:_READ])
        return 1 if width <= room else 2

    def _set_words(self, words: str, room: float, lines: int) -> Typeset:
        return Typeset(words, self._look.font(Type.QUOTE), room, self._look.line(Type.QUOTE), lines=lines)


class NarrowRow(RowDelegate):
    """A tag and its paragraph, one above the other, for the rail."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(55), self._look.px(44))

    def paint_row(self, painter: QPainter, rect: QRectF, row: LedgerRow, rtl: bool) -> None:
        look = self._look
        side = look.px(18)
        tag = QRectF(rect.center().x() - side / 2, rect.top() + look.px(5), side, side)
        paint_tag(painter, tag, row.mark.letter, look.label_colours(row.mark.colour), radius=look.px(4))
        below = QRectF(rect.left(), tag.bottom(), rect.width(), look.px(18))
        font = tabular(look.font(Type.SMALL))
        draw_line(painter, below, f"¶{row.paragraph}", font, look.colour("ink3"), Qt.AlignmentFlag.AlignHCenter)
        if row.hint:
            bar = QRectF(tag.right() + look.px(5), tag.top(), look.px(3), side)
            painter.fillRect(mirrored_in(bar, rect, rtl=rtl), look.colour("nowline"))


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell, look: Look, *, rtl: bool) -> None:
    """An answer with its shape or tag, or the question with dashes under it."""
    px = look.px
    left = 0.0
    ink: QColor = look.colour("ink2" if cell.asked else "ink")
    if cell.icon is not None:
        side = px(16)
        box = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        paint_icon(painter, cell.icon, mirrored_in(box, rect, rtl=rtl), ink)
        left = px(22)
    if cell.mark is not None:
        side = px(18)
        box = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        colours = look.label_colours(cell.mark.colour)
        paint_tag(painter, mirrored_in(box, rect, rtl=rtl), cell.mark.letter, colours, radius=px(4))
        left = px(23)
    words = mirrored_in(rect.adjusted(left, 0, 0, 0), rect, rtl=rtl)
    font = look.font(Type.SECONDARY)
    if not left and not cell.asked and rect.height() > 1.5 * look.line(Type.SECONDARY):
        set_words = Typeset(cell.words, font, rect.width(), look.line(Type.SECONDARY), lines=2, right=rtl)
        set_words.draw(painter, rect.topLeft() + QPointF(0, px(2)), ink)
        return
    draw_line(painter, words, cell.words, font, ink, _start(rtl))
    if cell.asked:
        length = QFontMetricsF(font).horizontalAdvance(elided(cell.words, font, words.width()))
        line = mirrored_in(QRectF(words.left(), rect.bottom() - px(1), length, 1), words, rtl=rtl)
        pen = QPen(look.colour("edge"), look.theme.border, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(line.topLeft(), line.topRight())


def paint_heads(painter: QPainter, rect: QRectF, columns: Sequence[Column], look: Look, *, rtl: bool) -> None:
    """The names of the columns, over their cells."""
    places = Columns(tuple(columns), look, rect.width())
    for column in () if places.stacked else columns:
        left, width = places.stretch(column)
        box = mirrored_in(QRectF(rect.left() + left, rect.top(), width, rect.height()), rect, rtl=rtl)
        draw_line(painter, box, _(HEADS[column]), look.font(Type.SMALL_ACTION), look.colour("ink3"), _start(rtl))


def _start(rtl: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
