"""The pane beside the page: the list as a panel where there is room, as a rail of tags where there is less."""

from enum import Enum, auto

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from claimlight.core.sayings import Column
from claimlight.ui.ledger import Ledger, Rail
from claimlight.ui.ledger_list import LedgerView
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.look import Look

RAIL_BELOW = 1180
TAB_BELOW = 720
"""Widths of the window, divided by the text scale, below which the list folds to a rail, or lies behind a tab."""

WIDE_FROM = 1800
_PANEL, _PANEL_WIDE = 392, 448


class Shape(Enum):
    """How the list stands beside the page."""

    PANEL = auto()
    RAIL = auto()
    TAB = auto()


def shape_for(width: int, scale: float) -> Shape:
    """What fits a window of this width (px) at this text scale."""
    room = width / max(1.0, scale)
    if room < TAB_BELOW:
        return Shape.TAB
    return Shape.RAIL if room < RAIL_BELOW else Shape.PANEL


def panel_width(width: int, look: Look) -> int:
    return look.px(_PANEL_WIDE if width >= WIDE_FROM * max(1.0, look.scale) else _PANEL)


class ListPane(QWidget):
    """Who says what, in whichever shape fits; both shapes show the same rows."""

    current_changed = Signal(str)
    activated = Signal(str)
    remove = Signal(str)
    unfold_wanted = Signal()

    def __init__(self, look: Look, empty: str, columns: tuple[Column, ...] = ()) -> None:
        super().__init__()
        self.ledger = Ledger(look, empty, columns)
        self.rail = Rail(look)
        self._look = look
        self._stack = QStackedWidget()
        self._stack.addWidget(self.ledger)
        self._stack.addWidget(self.rail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)
        self._rows: tuple[LedgerRow, ...] = ()
        self._place = 0
        self._filling = False
        for listing in (self.ledger, self.rail):
            listing.current_changed.connect(self._chosen)
            listing.activated.connect(self.activated)
            listing.remove.connect(self.remove)
        self.rail.unfolded.connect(self.unfold_wanted)

    def set_rows(self, rows: tuple[LedgerRow, ...]) -> None:
        """Rows that come and go move the list's current row; that is nobody's choice and is not told."""
        shorter = len(rows) < len(self._rows)
        self._rows = rows
        self._fill(self._listing)
        if shorter and self.holds_focus():
            QTimer.singleShot(0, self, self._go_on)

    def set_current(self, id: str) -> None:
        self._remember(id)
        self._listing.set_current(id)

    def fold(self, folded: bool) -> None:
        """Only what is seen is kept up to date; the other shape is when it takes its place."""
        before, now = self._listing, self.rail if folded else self.ledger
        if now is not before:
            self._fill(now)
            now.set_current(before.current())
            self._stack.setCurrentWidget(now)

    def set_compact(self, compact: bool) -> None:
        """Behind a tab every row counts."""
        self.ledger.set_compact(compact)

    def focus_list(self) -> None:
        self._listing.focus_list()

    @property
    def folded(self) -> bool:
        return self._stack.currentWidget() is self.rail

    def set_linkable(self, linkable: bool) -> None:
        """Whether rows can be dragged onto each other."""
        for view in (self.ledger.view, self.rail.view):
            view.linkable = linkable

    @property
    def shown(self) -> LedgerView:
        """The list that is seen now."""
        return self._listing.view

    @property
    def _listing(self) -> Ledger | Rail:
        return self.rail if self.folded else self.ledger

    def set_look(self, look: Look) -> None:
        self._look = look
        self.ledger.set_look(look)
        self.rail.set_look(look)

    def holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _fill(self, listing: Ledger | Rail) -> None:
        self._filling = True
        listing.set_rows(self._rows)
        self._filling = False

    def _chosen(self, id: str) -> None:
        if not self._filling:
            self._remember(id)
            self.current_changed.emit(id)

    def _remember(self, id: str) -> None:
        self._place = next((n for n, row in enumerate(self._rows) if row.id == id), self._place)

    def _go_on(self) -> None:
        """Who takes rows away by keyboard stands at the next one, not at nothing."""
        if self._rows and self.holds_focus():
            id = self._rows[min(self._place, len(self._rows) - 1)].id
            self.set_current(id)
            self.current_changed.emit(id)
