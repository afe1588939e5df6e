"""Finding words in the article: the bar asks, the page goes to the place, the bar counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimlight.ui.look import Look
from claimlight.ui.page import Page

if TYPE_CHECKING:
    from claimlight.ui.find_bar import FindBar

_LONGEST = 80
"""A longer selection is nothing that somebody wants to find."""


class Finding(QObject):
    """Connects a page with the find bar over it, which is made when somebody first looks for something."""

    def __init__(self, page: Page, place: Callable[[QWidget], None], look: Look) -> None:
        """`place` puts the bar where it belongs."""
        super().__init__(page)
        self._page = page
        self._place = place
        self._look = look
        self._made: FindBar | None = None

    @property
    def bar(self) -> FindBar:
        """The bar, made at the first look at it."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def open(self) -> None:
        """Open the bar with the selected words in it."""
        selected = self._page.selection()
        self.bar.open(self._page.article.text[selected] if selected and len(selected) < _LONGEST else "")

    def hide(self) -> None:
        if self._made is not None:
            self._made.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        if self._made is not None:
            self._made.set_look(look)

    def _make(self) -> FindBar:
        from claimlight.ui.find_bar import FindBar

        bar = FindBar(self._look)
        bar.searched.connect(lambda words: self._find(words, stay=True))
        bar.next_wanted.connect(lambda: self._find(bar.field.text()))
        bar.previous_wanted.connect(lambda: self._find(bar.field.text(), forward=False))
        bar.closed.connect(self._page.setFocus)
        self._place(bar)
        return bar

    def _find(self, words: str, *, forward: bool = True, stay: bool = False) -> None:
        places = self._page.places_of(words)
        self._page.find(words, forward=forward, stay=stay)
        here = self._page.selection()
        self.bar.set_found(places.index(here) + 1 if here in places else 0, len(places))
