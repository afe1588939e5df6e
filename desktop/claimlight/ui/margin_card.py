"""The row in hand as a card in the page's margin, where the list is folded to a rail."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from claimlight.core.article import Span
from claimlight.core.sayings import Column
from claimlight.ui.article_view import ArticleView
from claimlight.ui.beside import spot_in_margin, width_in_margin
from claimlight.ui.cell_rows import CellRows
from claimlight.ui.controls import Paragraph
from claimlight.ui.label_guide import TagView
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.look import Look, Type

_WIDTH = 244


class MarginCard(QFrame):
    """Moves with the words that it is about; shown only where it covers none of them."""

    wanted = Signal(str, Column)
    """A line of the card was pressed: (highlight, column)."""

    def __init__(self, page: ArticleView, look: Look) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._look = look
        self._id = ""
        self._span = Span(0, 0)
        self._wanted = False
        self.setObjectName("floating")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._head = QHBoxLayout()
        self._tag: TagView | None = None
        self._words = Paragraph("", look, Type.QUOTE, lines=2)
        self._head.addWidget(self._words, 1)
        self.cells = CellRows(look, self)
        self.cells.wanted.connect(lambda column: self.wanted.emit(self._id, column))
        self._note = Paragraph("", look, Type.SECONDARY, "ink2", lines=3)
        self._hint = Paragraph("", look, Type.SECONDARY)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.cells)
        self._column.addWidget(self._note)
        self._column.addWidget(self._hint)
        self.set_look(look)
        page.arranged.connect(self.place)
        page.verticalScrollBar().valueChanged.connect(self.place)
        self.hide()

    def show_row(self, row: LedgerRow, span: Span) -> None:
        """Show `row` beside the words at `span`; a row that says nothing needs no card."""
        if not row.cells and not row.note and not row.hint:
            self.put_away()
            return
        self._id = row.id
        self._span = span
        self._wanted = True
        if self._tag is not None:
            self._head.removeWidget(self._tag)
            self._tag.deleteLater()
        self._tag = TagView(row.mark, self._look)
        self._head.insertWidget(0, self._tag, 0, Qt.AlignmentFlag.AlignTop)
        self._words.setText(row.words)
        self.cells.show_row(row)
        self._note.setText(row.note)
        self._note.setVisible(bool(row.note))
        self._hint.setText(row.hint)
        self._hint.setVisible(bool(row.hint))
        self.setAccessibleName(row.spoken())
        self.place()

    def put_away(self) -> None:
        self._wanted = False
        self.hide()

    def place(self) -> None:
        """Beside the words, as long as the margin is wide enough."""
        width = width_in_margin(self._page, self._look, _WIDTH, _WIDTH)
        if not self._wanted or not width:
            self.hide()
            return
        self.setFixedWidth(width)
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(width) + 2 * self.frameWidth())
        self.move(spot_in_margin(self._page, self._look, self._span, self.size()))
        self.setVisible(self._page.rect_of(self._span).intersects(self._page.viewport().rect()))
        self.raise_()

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._words, self._note, self._hint):
            part.set_look(look)
        self.cells.set_look(look)
        if self._tag is not None:
            self._tag.set_look(look)
        self._column.setContentsMargins(look.px(14), look.px(12), look.px(12), look.px(10))
        self._column.setSpacing(look.px(4))
        self._head.setSpacing(look.px(10))
        self.place()
