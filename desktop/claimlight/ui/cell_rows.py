"""What is said about one highlight, as lines to press: "Who  Tern Street clinic"."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from claimlight.core.sayings import Column
from claimlight.ui.controls import clear, clicked_by_enter
from claimlight.ui.ledger_cells import QUESTIONS, Cell
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.ledger_paint import paint_cell
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.typesetting import draw_line
from claimlight.wording import N_, _

_HEADS = {Column.WHO: N_("Who"), Column.EVIDENCE: N_("Evidence"), Column.ANSWERS: N_("Against")}
_HEAD = 76
"""Px for the words before the answers."""


class CellRows(QWidget):
    """A line for each cell of a row."""

    wanted = Signal(Column)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.buttons: tuple[CellButton, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_row(self, row: LedgerRow) -> None:
        clear(self._column)
        self.buttons = tuple(CellButton(cell, self._look, self) for cell in row.cells)
        for button in self.buttons:
            self._column.addWidget(button)
            button.show()  # by itself, the layout would do so later, and leave no room for it now
            button.clicked.connect(lambda _checked=False, column=button.cell.column: self.wanted.emit(column))
        self.setVisible(bool(self.buttons))
        self._column.activate()

    def set_look(self, look: Look) -> None:
        self._look = look
        for button in self.buttons:
            button.set_look(look)


class CellButton(QToolButton):
    """One line: the question's short name, then the answer or the question itself."""

    def __init__(self, cell: Cell, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.cell = cell
        self.setProperty("line", True)
        self.setAccessibleName(_(QUESTIONS[cell.column]))
        self.setAccessibleDescription(cell.spoken)
        self.setToolTip(cell.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.px(28))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, rtl = self._look, self._look.px, self.isRightToLeft()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), look.colour("sunken"))
        start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        head = mirrored(QRectF(0, 0, px(_HEAD), self.height()), self)
        draw_line(painter, head, _(_HEADS[self.cell.column]), look.font(Type.SECONDARY), look.colour("ink2"), start)
        answer = mirrored(QRectF(px(_HEAD), px(3), self.width() - px(_HEAD), self.height() - px(6)), self)
        paint_cell(painter, answer, self.cell, look, rtl=rtl)
        painter.end()
