"""How the parts of a reading room stand: page and list side by side, or one at a time behind tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimlight.ui.hints_shown import StillHidden
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.ui.side_pane import ListPane, Shape, panel_width, shape_for
from claimlight.ui.tab_strip import TabStrip

if TYPE_CHECKING:
    from claimlight.ui.reveal import Reveal

_NO_LIMIT = 16777215
"""Qt's own greatest width."""


class RoomPanes(QWidget):
    """The page with what belongs over and under it, the list or the points beside it, and the tabs."""

    def __init__(self, page: Page, listing: ListPane, look: Look) -> None:
        super().__init__()
        self._page = page
        self._list = listing
        self._look = look
        self._reveal: Reveal | None = None
        self._tab = 0
        self.shape = Shape.PANEL
        self.unfolded = False
        """Whether the whole list was asked for in a narrow window; until the window changes."""
        self.hints_shown = False
        self.still_hidden = StillHidden(look)
        self.tabs = TabStrip(look)
        self.tabs.switched.connect(self.switch)
        self.pane = QStackedWidget()
        self._build()

    @property
    def folded(self) -> bool:
        """Whether the list is a rail of tags."""
        return self.shape is Shape.RAIL and not self.unfolded and self._reveal is None

    def fit(self, width: int, look: Look) -> Shape:
        """Panel, rail or tab, by the window's width (px) divided by the text scale."""
        self._look = look
        self.shape = shape_for(width, look.scale)
        tabbed, folded = self.shape is Shape.TAB, self.folded
        self.tabs.setVisible(tabbed)
        self._list.fold(folded)
        self._list.set_compact(tabbed)
        self._place_hints()
        self._show_tab()
        if tabbed:
            self.pane.setMaximumWidth(_NO_LIMIT)
            self.pane.setMinimumWidth(0)
        else:
            self.pane.setFixedWidth(self._list.rail.width() if folded else panel_width(width, look))
        return self.shape

    def switch(self, tab: int) -> None:
        """Page or list, where only one fits; the keyboard goes along."""
        self._tab = tab
        self.tabs.set_current(tab)
        self._show_tab()
        if tab == 0:
            self._page.setFocus()
        elif self._reveal is not None:
            self._reveal.panel.focus_list()
        else:
            self._list.focus_list()

    def switch_over(self) -> None:
        self.switch(1 - self._tab)

    def put_over_page(self, widget: QWidget) -> None:
        self._left.insertWidget(self._left.indexOf(self._page), widget)

    def show_answers(self, reveal: Reveal) -> None:
        """The points take the list's place, and the card stands under the page."""
        self._reveal = reveal
        self.pane.addWidget(reveal.panel)
        self.pane.setCurrentWidget(reveal.panel)
        self._left.addWidget(reveal.dock)
        self.tabs.show_points(of_student=reveal.of_student)

    def set_look(self, look: Look) -> None:
        self.tabs.set_look(look)
        self.still_hidden.set_look(look)

    def _build(self) -> None:
        self._left = _column()
        self._left.addWidget(self._page, 1)
        with_hints = QWidget()
        self._side = _column()
        with_hints.setLayout(self._side)
        self._side.addWidget(self.still_hidden)
        self._side.addWidget(self._list, 1)
        self.pane.addWidget(with_hints)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addLayout(self._left, 1)
        self._middle.addWidget(self.pane)
        whole = _column()
        whole.addLayout(self._middle, 1)
        whole.addWidget(self.tabs)
        self.setLayout(whole)

    def _place_hints(self) -> None:
        """Above the page where the list is folded; a widget is in one layout at a time."""
        place = self._left if self.folded else self._side
        if place.indexOf(self.still_hidden) < 0:
            place.insertWidget(0, self.still_hidden)
        self.still_hidden.setVisible(self.hints_shown)

    def _show_tab(self) -> None:
        tabbed = self.shape is Shape.TAB
        on_list = tabbed and self._tab == 1
        self._page.setVisible(not on_list)
        if self._reveal is not None:
            self._reveal.show_dock(not on_list)
        self.pane.setVisible(on_list or not tabbed)
        self._middle.setStretch(0, 0 if on_list else 1)
        self._middle.setStretch(1, 1 if on_list else 0)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
