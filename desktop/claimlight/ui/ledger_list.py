"""The highlights as a list: values, model and the painting of a row; fast with thousands of rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import mirrored_in
from claimlight.ui.tags import Mark, paint_tag
from claimlight.ui.typesetting import Typeset, draw_line
from claimlight.wording import _

UNIFORM_FROM = 200
"""From so many rows on all rows are equally high, so that adding one costs the same in a long list."""
_READ = 400
"""Code points of a highlight that can show in two lines."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One highlight as the list shows it."""

    id: str
    mark: Mark
    words: str
    paragraph: int
    note: str = ""

    def spoken(self) -> str:
        """ "claim, Tap water in Harrowmere is safe, paragraph 1" """
        words = _("{label}, {words}, paragraph {n}").format(label=self.mark.name, words=self.words, n=self.paragraph)
        return _("{highlight}, note: {note}").format(highlight=words, note=self.note) if self.note else words


class LedgerModel(QStringListModel):
    """The rows, replaced by what changed between two versions of the list.

    Qt counts them in a list of its own: it asks for their number at every row that it lays out, which in Python would
    cost 2 ms for each highlight beside two thousand.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[LedgerRow, ...] = ()

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        old, new = self._rows, tuple(rows)
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone and gone == come:
            self._rows = new
            self.dataChanged.emit(self.index(head), self.index(head + come - 1))
            return
        if gone:
            self.removeRows(head, gone)
        self._rows = new
        if come:
            self.insertRows(head, come)

    def position(self, id: str) -> int:
        """Where the row with `id` stands; -1 if it is not there."""
        return next((n for n, row in enumerate(self._rows) if row.id == id), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.words
        return None


class LedgerView(QListView):
    """A list that is walked with the arrows, opened with Enter, thinned with Del."""

    current_changed = Signal(str)
    opened = Signal(str)
    remove = Signal(str)

    def __init__(self, model: LedgerModel, delegate: "RowDelegate") -> None:
        super().__init__()
        self._rows = model
        self._delegate = delegate
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(_("Who says what"))
        self.doubleClicked.connect(lambda index: self.opened.emit(self._id(index)))
        model.rowsInserted.connect(self._count)
        model.rowsRemoved.connect(self._count)

    def current(self) -> str:
        """The id of the row in hand; empty if there is none."""
        return self._id(self.currentIndex())

    def set_current(self, id: str) -> None:
        """Take the row `id` in hand without reporting it as a gesture."""
        position = self._rows.position(id)
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._rows.index(position) if position >= 0 else QModelIndex())
        self.blockSignals(blocked)
        if position >= 0:
            self.scrollTo(self._rows.index(position))
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        self._delegate.set_look(look)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self._id(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.current()
        if here and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(here)
        elif here and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove.emit(here)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _count(self) -> None:
        self.setUniformItemSizes(self._rows.rowCount() >= UNIFORM_FROM)

    def _id(self, index: Index) -> str:
        return self._rows.rows[index.row()].id if index.isValid() else ""


class RowDelegate(QStyledItemDelegate):
    """What both shapes of the list share: the ground of the active row, its bar, the focus, the rule below."""

    def __init__(self, model: LedgerModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look

    def set_look(self, look: Look) -> None:
        self._look = look

    def row(self, index: Index) -> LedgerRow:
        return self._model.rows[index.row()]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        if view.currentIndex() == index:
            self._paint_active(painter, rect, index, rtl, focused=view.hasFocus())
        self.paint_row(painter, rect, self.row(index), rtl)
        painter.restore()

    def paint_row(self, painter: QPainter, rect: QRectF, row: LedgerRow, rtl: bool) -> None:
        """Tag and words within `rect`."""
        raise NotImplementedError

    def _paint_active(self, painter: QPainter, rect: QRectF, index: Index, rtl: bool, *, focused: bool) -> None:
        look = self._look
        painter.fillRect(rect, look.colour("raised"))
        bar = mirrored_in(QRectF(rect.left(), rect.top(), 3, rect.height()), rect, rtl=rtl)
        painter.fillRect(bar, look.label_colours(self.row(index).mark.colour).line)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRoundedRect(rect.adjusted(5, 2, -3, -3) if not rtl else rect.adjusted(3, 2, -5, -3), 4, 4)


class WideRow(RowDelegate):
    """Tag, words in up to two lines, paragraph; the note below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        look, row, width = self._look, self.row(index), view.viewport().width()
        if len(self._model.rows) >= UNIFORM_FROM:
            return QSize(width, look.px(24) + 2 * look.line(Type.QUOTE))
        note = look.line(Type.SECONDARY) + look.px(2) if row.note else 0
        return QSize(width, look.px(24) + self._lines(row, self._room(width)) * look.line(Type.QUOTE) + note)

    def paint_row(self, painter: QPainter, rect: QRectF, row: LedgerRow, rtl: bool) -> None:
        look = self._look
        px = look.px
        side = px(18)
        top = rect.top() + px(11)

        def at(left: float, width: float, height: float, down: float = 0) -> QRectF:
            return mirrored_in(QRectF(rect.left() + left, top + down, width, height), rect, rtl=rtl)

        tag = at(px(20), side, side, (look.line(Type.QUOTE) - side) / 2)
        paint_tag(painter, tag, row.mark.letter, look.label_colours(row.mark.colour), radius=px(4))
        room = self._room(rect.width())
        words = Typeset(row.words[:_READ], look.font(Type.QUOTE), room, look.line(Type.QUOTE), lines=2)
        words.draw(painter, at(px(50), room, words.height).topLeft(), look.colour("ink"))
        number = at(rect.width() - px(16 + 40), px(40), look.line(Type.QUOTE))
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        draw_line(painter, number, f"¶{row.paragraph}", tabular(look.font(Type.SMALL)), look.colour("ink3"), end)
        if row.note:
            start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            box = at(px(50), room, look.line(Type.SECONDARY), words.height + px(2))
            draw_line(painter, box, row.note, look.font(Type.SECONDARY), look.colour("ink2"), start)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("rule"))

    def _room(self, width: float) -> float:
        return width - self._look.px(50 + 16 + 44)

    def _lines(self, row: LedgerRow, room: float) -> int:
        width = QFontMetricsF(self._look.font(Type.QUOTE)).horizontalAdvance(row.words[:_READ])
        if width <= room:
            return 1
        return 2


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


def _common(one: Sequence[LedgerRow], other: Sequence[LedgerRow]) -> int:
    """How many rows two versions share from the start, found by halving: comparing slices costs next to nothing."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
