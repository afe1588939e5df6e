"""Who says what: the highlights beside the page, as a panel, as a rail of tags, or behind a tab."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from claimlight.ui.controls import Caption, IconButton, Paragraph, hairline
from claimlight.ui.icons import Icon
from claimlight.ui.ledger_list import LedgerModel, LedgerRow, LedgerView, NarrowRow, WideRow
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.wording import _

__all__ = ["Ledger", "LedgerRow", "Rail"]


class _Listing(QFrame):
    """What panel and rail have in common."""

    current_changed = Signal(str)
    activated = Signal(str)
    remove = Signal(str)

    _view: LedgerView
    _model: LedgerModel

    def set_current(self, id: str) -> None:
        """Light up the row of the highlight `id`; an empty id lights none."""
        self._view.set_current(id)

    def current(self) -> str:
        return self._view.current()

    def focus_list(self) -> None:
        """Give the list the keyboard, at the first row if none is in hand."""
        if not self._view.currentIndex().isValid() and self._model.rows:
            self._view.setCurrentIndex(self._model.index(0))
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _listen(self) -> None:
        self._view.current_changed.connect(self.current_changed)
        self._view.opened.connect(self.activated)
        self._view.remove.connect(self.remove)


class Ledger(_Listing):
    """The panel: heading, rows, and one sentence while there is nothing."""

    def __init__(self, look: Look, empty: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._title = Caption(_("Who says what"), look, Type.LARGE_HEADING)
        self._count = Caption("", look, Type.SECONDARY, "third")
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._count)
        self._empty = Paragraph(empty, look, Type.SECONDARY, "ink2")
        self._hint = QFrame()
        self._margin = QHBoxLayout(self._hint)
        self._margin.addWidget(self._empty)
        self._model = LedgerModel()
        self._view = LedgerView(self._model, WideRow(self._model, look))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(hairline())
        self._column.addWidget(self._hint)
        self._column.addWidget(self._view, 1)
        self._listen()
        self.set_look(look)
        self.set_rows(())

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        self._model.set_rows(rows)
        self._count.setText(str(len(rows)) if rows else "")
        self._hint.setVisible(not rows)

    def set_look(self, look: Look) -> None:
        self._look = look
        set_margins(self._head, self, look.px(20), look.px(16), look.px(16), look.px(14))
        self._margin.setContentsMargins(look.px(20), look.px(12), look.px(16), 0)
        set_margins(self._column, self, look.theme.border, 0, 0, 0)
        for widget in (self._title, self._count, self._empty, self._view):
            widget.set_look(look)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(392), self._look.px(400))


class Rail(_Listing):
    """The panel folded to a column of tags, 56 px wide; the chevron asks to unfold it."""

    unfolded = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._unfold = IconButton(Icon.BACK, _("Show Who says what"), look)
        self._unfold.clicked.connect(self.unfolded)
        self._model = LedgerModel()
        self._view = LedgerView(self._model, NarrowRow(self._model, look))
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 0, 6)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._view, 1)
        self._listen()
        self.set_look(look)

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        self._model.set_rows(rows)

    def set_look(self, look: Look) -> None:
        self._unfold.set_look(look)
        self._view.set_look(look)
        self.setFixedWidth(look.px(56))
