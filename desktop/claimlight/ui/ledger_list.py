"""The list of highlights: walked, opened and thinned by keys, dragged by the mouse; fast with thousands of rows."""

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QToolTip

from claimlight.core.sayings import Column
from claimlight.ui.focus import paint_inner_ring
from claimlight.ui.ledger_model import UNIFORM_FROM, Index, LedgerModel
from claimlight.ui.ledger_paint import RowDelegate
from claimlight.ui.look import Look
from claimlight.ui.own_viewport import give_viewport
from claimlight.wording import _


class LedgerView(QListView):
    """A list that is walked with the arrows, opened with Enter, thinned with Del; left and right walk a row's cells."""

    current_changed = Signal(str)
    opened = Signal(str)
    remove = Signal(str)
    cell_opened = Signal(str, Column)
    """Enter in a cell, or a click on it."""
    cell_reached = Signal(str)
    """The cell that the arrows came to, in words."""
    dragged = Signal(str, QPoint)
    """A row (its id) is in the hand, at this place of the screen."""
    dropped = Signal(str, QPoint)
    """The row was let go."""

    def __init__(self, model: LedgerModel, delegate: RowDelegate) -> None:
        super().__init__()
        give_viewport(self)
        if delegate.ground is not None:
            self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what is behind need not be painted
        self._rows = model
        self._delegate = delegate
        self._pressed: tuple[str, QPoint] = ("", QPoint())
        self._dragging = False
        self.linkable = False
        """Whether a row can be dragged onto another."""
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
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
        model.dataChanged.connect(self._changed)

    # What is in hand

    def current(self) -> str:
        """The id of the row in hand; empty if there is none."""
        return self._id(self.currentIndex())

    @property
    def cell(self) -> Column | None:
        """The column in hand within the row; None for the whole row."""
        return self._delegate.cell

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

    def rect_of(self, id: str, column: Column | None = None) -> QRect:
        """Where a row, or a cell of it, lies on the screen; empty where it is not shown."""
        position = self._rows.position(id)
        if position < 0:
            return QRect()
        index = self._rows.index(position)
        self.scrollTo(index)
        rect = self.visualRect(index)
        if column is not None:
            rect = self._delegate.cell_rects(rect, index, self.isRightToLeft()).get(column, rect)
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def id_at(self, place: QPoint) -> str:
        """The row at a place of the screen; "" for none."""
        at = self.viewport().mapFromGlobal(place)
        return self._id(self.indexAt(at)) if self.isVisible() and self.viewport().rect().contains(at) else ""

    # Events

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._rows.rows[current.row()] if current.isValid() else None
        if row is None or (self._delegate.cell is not None and row.cell(self._delegate.cell) is None):
            self._delegate.cell = None
        self.current_changed.emit(self._id(current))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """A row that assistive technology selects is taken in hand, as by a click."""
        super().selectionChanged(selected, deselected)
        rows = selected.indexes()
        if rows and rows[0] != self.currentIndex():
            self.setCurrentIndex(rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.current()
        sideways = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if here and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._delegate.cell is None:
                self.opened.emit(here)
            else:
                self.cell_opened.emit(here, self._delegate.cell)
        elif here and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove.emit(here)
        elif here and sideways and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(-sideways if self.isRightToLeft() else sideways)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        self._pressed = (self._id(self.indexAt(at)), at)
        self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A row follows the pointer onto another row, or onto words of the page; nothing is selected on the way."""
        at, (id, begun) = event.position().toPoint(), self._pressed
        if not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._cell_at(at) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
        elif id and self.linkable and (at - begun).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.dragged.emit(id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        (id, begun), at = self._pressed, event.position().toPoint()
        self._pressed = ("", QPoint())
        if self._dragging:
            self._dragging = False
            self.dropped.emit(id, event.globalPosition().toPoint())
        elif id and event.button() == Qt.MouseButton.LeftButton:
            column = self._cell_at(at)
            if column is not None and column is self._cell_at(begun):
                self.cell_opened.emit(id, column)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip of a cell is what it says in full."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index, column = self.indexAt(event.pos()), self._cell_at(event.pos())
            cell = self._rows.rows[index.row()].cell(column) if column is not None else None
            if cell is not None and cell.spoken:
                QToolTip.showText(event.globalPos(), cell.spoken, self)
                return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row in hand shows the focus; where none is, the list does."""
        ground = self._delegate.ground
        if ground is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), ground)
            painter.end()
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            paint_inner_ring(painter, QRectF(self.viewport().rect()), self._delegate.look)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    # Helpers

    def _walk(self, step: int) -> None:
        """To the next cell of the row, or back to the whole row."""
        row = self._rows.rows[self.currentIndex().row()]
        stops = [None, *(cell.column for cell in row.cells)]
        at = stops.index(self._delegate.cell) if self._delegate.cell in stops else 0
        self._delegate.cell = stops[max(0, min(len(stops) - 1, at + step))]
        self.viewport().update()
        cell = row.cell(self._delegate.cell) if self._delegate.cell is not None else None
        self.cell_reached.emit((cell.spoken or cell.words) if cell is not None else row.spoken())

    def _cell_at(self, at: QPoint) -> Column | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        rects = self._delegate.cell_rects(self.visualRect(index), index, self.isRightToLeft())
        return next((column for column, rect in rects.items() if rect.contains(at)), None)

    def _changed(self) -> None:
        """Heights may be others; where all are equal they are not."""
        if not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()

    def _count(self) -> None:
        self.setUniformItemSizes(self._rows.rowCount() >= UNIFORM_FROM)

    def _id(self, index: Index) -> str:
        return self._rows.rows[index.row()].id if index.isValid() else ""
