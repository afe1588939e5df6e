"""What can be said about one highlight: a small card beside it with its note, and the way to take it away."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimlight.core.article import Span
from claimlight.core.sayings import Column
from claimlight.ui.article_view import ArticleView
from claimlight.ui.beside import spot_in_margin, width_in_margin
from claimlight.ui.cell_rows import CellRows
from claimlight.ui.controls import Button, Caption
from claimlight.ui.icons import Icon
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import keeps_key
from claimlight.wording import _

_WIDTH, _NARROWEST = 360, 288
_GAP = 16


class HighlightCard(QFrame):
    """A child of the page: in its margin where that is wide enough, else under the words.

    Enter keeps the note and closes, Esc closes without it; no other key reaches the page.
    """

    note_changed = Signal(str, str)
    """(highlight, note)."""
    remove_wanted = Signal(str)
    cell_wanted = Signal(str, Column)
    """A question about the highlight was pressed: who says it, how good, what it answers."""
    closed = Signal()
    appeared = Signal(bool)
    """It has come into sight, or gone out of it."""

    def __init__(self, page: ArticleView, look: Look) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._look = look
        self.setObjectName("floating")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._id = ""
        self._title = Caption("", look, Type.HEADING)
        self._place = Caption("", look, Type.SMALL, "second")
        self.cells = CellRows(look, self)
        self.cells.wanted.connect(self._ask)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Why? A word to yourself"))
        self.note.setAccessibleName(_("Note"))
        self.remove = Button(_("Remove highlight"), look, kind="flat", icon=Icon.CLOSE)
        self.done = Button(_("Done"), look)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._place)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.done)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.cells)
        self._column.addWidget(self.note)
        self._column.addLayout(foot)
        self.note.returnPressed.connect(self._keep)
        self.done.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.set_look(look)
        self.hide()

    def show_for(self, row: LedgerRow, span: Span) -> None:
        """Open for `row` beside or under its words, with the note ready to be typed."""
        self._id = row.id
        self._title.setText(row.mark.name)
        self._place.setText(_("¶{n}").format(n=row.paragraph))
        self._place.setAccessibleName(_("paragraph {n}").format(n=row.paragraph))
        self.cells.show_row(row)
        self.note.setText(row.note)
        self.setAccessibleName(row.spoken())
        beside = width_in_margin(self._page, self._look, _NARROWEST, _WIDTH)
        self.setFixedWidth(beside or self._look.px(_WIDTH))
        self.adjustSize()
        self.move(spot_in_margin(self._page, self._look, span, self.size()) if beside else self._under(span))
        self.show()
        self.raise_()
        self.note.setFocus()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._title, self._place, self.cells, self.remove, self.done):
            widget.set_look(look)
        self.note.setFont(look.font(Type.TEXT))
        self._column.setContentsMargins(look.px(16), look.px(12), look.px(12), look.px(12))
        self._column.setSpacing(look.px(8))
        self.setFixedWidth(look.px(_WIDTH))
        self.adjustSize()

    def put_away(self) -> None:
        """Keep the note as far as it was written, and close."""
        if self.isVisible():
            self._keep()

    def event(self, event: QEvent) -> bool:
        return keeps_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round in the card; when the card goes, the page has the keyboard."""
        stops: tuple[QWidget, ...] = (*self.cells.buttons, self.note, self.remove, self.done)
        here = self.focusWidget()
        if not self.isVisible() or here not in stops:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        stops[(stops.index(here) + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.appeared.emit(False)

    def _under(self, span: Span) -> QPoint:
        """Under the words where there is room, else above them, else at the foot of the page."""
        lines, start = self._page.rect_of(span), self._page.last_line_start(span)
        bounds = self._page.viewport().rect()
        top = lines.bottom() + _GAP
        if top + self.height() > bounds.bottom():
            above = lines.top() - self.height() - _GAP
            top = above if above >= bounds.top() else bounds.bottom() - self.height()
        wish = start - self.width() if self.isRightToLeft() else start
        return QPoint(max(4, min(wish, bounds.right() - self.width() - 4)), max(4, top))

    def _keep(self) -> None:
        id, note = self._id, self.note.text().strip()
        self._close()
        self.note_changed.emit(id, note)

    def _ask(self, column: Column) -> None:
        id = self._id
        self._keep()
        self.cell_wanted.emit(id, column)

    def _remove(self) -> None:
        id = self._id
        self._close()
        self.remove_wanted.emit(id)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
