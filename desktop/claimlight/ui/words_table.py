"""A table of words that a screen reader reads cell by cell: as high as its rows, as wide as its page."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.progress_words import Rows

Index = QModelIndex | QPersistentModelIndex


class WordsTable(QTableWidget):
    """`show_rows` takes the heads first. Arrows walk the cells, Tab leaves. `shares` says how wide each column is."""

    cell_entered = Signal(QRect)
    """Another cell has the keyboard: where it stands in this widget."""
    chosen = Signal(int)
    """A row was clicked, or Enter or Space was pressed in it; only where a column is a link."""

    def __init__(self, name: str, shares: Sequence[int], look: Look) -> None:
        super().__init__(0, len(shares))
        self.setAccessibleName(name)
        self.setProperty("quiet", True)
        self._shares = tuple(shares)
        self._look = look
        self._row = WordsRow(look)
        self._row.setParent(self)
        self._links = False
        self._pictures: list[WordsRow] = []
        self.setItemDelegate(self._row)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentCellChanged.connect(lambda row, column, *_before: self._tell(row, column))
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        )

    def show_rows(self, rows: Rows) -> None:
        """Replace everything by `rows`, the heads first."""
        heads, *cells = rows
        self.setHorizontalHeaderLabels(heads)
        self.setRowCount(len(cells))
        for n, row in enumerate(cells):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
                self.setItem(n, column, item)
        self.set_look(self._look)

    def set_look(self, look: Look) -> None:
        self._look = self._row.look = look
        for picture in self._pictures:
            picture.look = look
        self.setFont(look.font(Type.SECONDARY))
        self.horizontalHeader().setFont(look.font(Type.SMALL_ACTION))
        for n in range(self.columnCount()):
            head = self.horizontalHeaderItem(n)
            if head is not None:
                head.setFont(look.font(Type.SMALL_ACTION))
        for n in range(self.rowCount()):
            item = self.item(n, 0)
            if item is not None:
                item.setFont(look.font(Type.QUOTE))
        self._arrange()

    def set_picture(self, column: int, delegate: "WordsRow") -> None:
        """Let `delegate` paint this column."""
        self._pictures.append(delegate)
        self.setItemDelegateForColumn(column, delegate)

    def link_column(self, column: int) -> None:
        """Rows can be chosen; this column looks like what it leads to."""
        self.set_picture(column, LinkedRow(self._look))
        self._pictures[-1].setParent(self)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.cellClicked.connect(lambda row, _column: self.chosen.emit(row))
        self._links = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chooses = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._links and chooses and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def hide_column(self, column: int, hidden: bool) -> None:
        if self.isColumnHidden(column) is not hidden:
            self.setColumnHidden(column, hidden)
            self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _tell(self, row: int, column: int) -> None:
        rect = self.visualRect(self.model().index(row, column))
        self.cell_entered.emit(rect.translated(self.viewport().pos()))

    def _arrange(self) -> None:
        """Columns by their shares; rows as high as their words need."""
        shown = [n for n in range(self.columnCount()) if not self.isColumnHidden(n)]
        whole = sum(self._shares[n] for n in shown)
        edges = [self.viewport().width() * share // whole for share in accumulate(self._shares[n] for n in shown)]
        for n, start, end in zip(shown, (0, *edges), edges, strict=False):
            self.setColumnWidth(n, end - start)
        self.resizeRowsToContents()
        heads = self.horizontalHeader()
        heads.setFixedHeight(self._head_height(shown))
        rows = sum(self.rowHeight(n) for n in range(self.rowCount()))
        self.setFixedHeight(heads.height() + rows + 2)

    def _head_height(self, shown: Sequence[int]) -> int:
        metrics = self.horizontalHeader().fontMetrics()
        heights = []
        for n in shown:
            item = self.horizontalHeaderItem(n)
            room = QSize(max(1, self.columnWidth(n) - self._look.px(12)), 1000)
            words = "" if item is None else item.text()
            flags = int(Qt.TextFlag.TextWordWrap.value)
            heights.append(metrics.boundingRect(0, 0, room.width(), room.height(), flags, words).height())
        return max(heights, default=0) + self._look.px(10)


class WordsRow(QStyledItemDelegate):
    """A hairline under each row, and a ring around the cell that has the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        needed = super().sizeHint(option, index)
        return QSize(needed.width(), max(self.look.px(36), needed.height() + self.look.px(12)))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.font = tabular(option.font)
        option.text = f"\u2068{option.text}\u2069"  # words keep their own direction in a mirrored table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self.look
        rect = QRectF(option.rect)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), look.theme.border), look.colour("rule"))
        if focused:
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 2, -2, -3), look.px(4), look.px(4))
        painter.restore()


class LinkedRow(WordsRow):
    """Its words are underlined, for they lead somewhere."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.font.setUnderline(True)
