"""Passages in a list: the words, what became of them, a bar, and the number that the bar shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import mirrored
from claimlight.ui.tags import Mark, paint_grey_tag, paint_tag
from claimlight.ui.typesetting import draw_line
from claimlight.wording import _, ngettext

Index = QModelIndex | QPersistentModelIndex
SHOWN = 4
"""So many rows are shown before "Show all"."""
_ROW, _BAR, _NUMBER, _TAG = 56, 84, 68, 20
_BAR_FROM = 400
"""Without so much room (px) there is the number and no bar."""


@dataclass(frozen=True, slots=True)
class PassageRow:
    """`mark` is None for what is not in the answers; `count` of `n` is what the bar shows and `number` says."""

    id: str
    words: str
    below: str
    mark: Mark | None
    count: int
    n: int
    number: str

    def spoken(self, counts: str) -> str:
        """`counts` says what the number counts: "found by"."""
        label = self.mark.name if self.mark is not None else _("not in the answers")
        return _("“{words}”, {label}: {counts} {number}. {below}").format(
            words=self.words, label=label, counts=counts, number=self.number, below=self.below
        )


class PassageSection(QWidget):
    """A heading, the rows, and a way to see all of them; without rows a sentence."""

    chosen = Signal(str)
    """A passage (its id) was clicked, or Enter was pressed on it."""

    def __init__(self, title: str, counts: str, empty: str, look: Look) -> None:
        """`counts` is the head of the numbers, as "found by"; `empty` stands where there is no row."""
        super().__init__()
        self._title = Caption(title, look, Type.HEADING)
        self.counts = Caption(counts, look, Type.SMALL, "second")
        self._empty = Paragraph(empty, look, Type.SECONDARY, "ink2")
        self.list = PassageList(title, counts, look)
        self.all = Button("", look, kind="link")
        self._rows: tuple[PassageRow, ...] = ()
        self._whole = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.counts, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(self._head)
        for part in (self._empty, self.list):
            self._column.addWidget(part)
        self._column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        self.list.chosen.connect(self.chosen)
        self.all.clicked.connect(self._show_whole)
        self.set_look(look)

    def show_rows(self, rows: Sequence[PassageRow]) -> None:
        self._rows = tuple(rows)
        self._fill()

    def set_look(self, look: Look) -> None:
        for part in (self._title, self.counts, self._empty, self.list, self.all):
            part.set_look(look)
        self._head.setContentsMargins(0, 0, look.px(4), 0)
        self._column.setSpacing(look.px(4))

    def _show_whole(self) -> None:
        self._whole = True
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        shown = self._rows if self._whole or len(self._rows) <= SHOWN + 1 else self._rows[:SHOWN]
        self.list.show_rows(shown)
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self.counts.setVisible(bool(shown))
        more = len(self._rows) - len(shown)
        self.all.setVisible(more > 0)
        self.all.setText(ngettext("Show {n} more", "Show {n} more", more).format(n=more))


class PassageList(QListView):
    """As high as its rows. Arrows walk, Enter or a click goes to the passage."""

    chosen = Signal(str)

    def __init__(self, name: str, counts: str, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._look = look
        self._model = _Rows(counts, self)
        self.setModel(self._model)
        self._paint = _Painter(look)
        self._paint.setParent(self)
        self.setItemDelegate(self._paint)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def show_rows(self, rows: Sequence[PassageRow]) -> None:
        self._model.show_rows(rows)
        self.set_look(self._look)

    @property
    def rows(self) -> tuple[PassageRow, ...]:
        return self._model.rows

    def set_look(self, look: Look) -> None:
        self._look = self._paint.look = look
        self.setFixedHeight(len(self._model.rows) * look.px(_ROW) + 2)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.rows[index.row()].id)


class _Rows(QAbstractListModel):
    def __init__(self, counts: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts = counts
        self.rows: tuple[PassageRow, ...] = ()

    def show_rows(self, rows: Sequence[PassageRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.words}\n{row.below}"
        return row.spoken(self._counts) if role == Qt.ItemDataRole.AccessibleTextRole else None


class _Painter(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Rows), "painted only there"
        row, look, px = model.rows[index.row()], self.look, self.look.px
        view, rect = option.widget, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("sunken"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), look.theme.border), look.colour("rule"))
        rtl = view.isRightToLeft()
        start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight

        def at(left: float, width: float, top: float, height: float) -> QRectF:
            return mirrored(QRectF(left, rect.top() + top, width, height), view)

        tag = at(px(4), px(_TAG), px(8), px(_TAG))
        if row.mark is None:
            paint_grey_tag(painter, tag, "–", look.theme)
        else:
            paint_tag(painter, tag, row.mark.letter, look.label_colours(row.mark.colour))
        right = rect.width() - px(4)
        bar = px(_BAR) if rect.width() >= px(_BAR_FROM) else 0
        number = at(right - px(_NUMBER), px(_NUMBER), px(4), px(28))
        draw_line(painter, number, row.number, tabular(look.font(Type.TEXT)), look.colour("ink"), end)
        if bar:
            track = at(right - px(_NUMBER) - bar, bar, px(14), px(8))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sunken"))
            painter.drawRoundedRect(track, px(4), px(4))
            filled = at(right - px(_NUMBER) - bar, max(px(4), bar * row.count / max(1, row.n)), px(14), px(8))
            painter.setBrush(look.colour("heat"))
            if row.count:
                painter.drawRoundedRect(filled, px(4), px(4))
        left = px(4 + _TAG + 10)
        width = right - px(_NUMBER) - bar - px(12) - left
        draw_line(painter, at(left, width, px(5), px(24)), row.words, look.font(Type.QUOTE), look.colour("ink"), start)
        below = at(left, right - left, px(29), px(20))
        draw_line(painter, below, row.below, look.font(Type.SMALL), look.colour("ink2"), start)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -2), px(4), px(4))
        painter.restore()
