"""Finding words in the article: the bar asks, the page goes to the place, the bar counts."""

from PySide6.QtCore import QObject

from claimlight.ui.find_bar import FindBar
from claimlight.ui.page import Page

_LONGEST = 80
"""A longer selection is nothing that somebody wants to find."""


class Finding(QObject):
    """Connects the find bar with a page."""

    def __init__(self, page: Page, bar: FindBar) -> None:
        super().__init__(bar)
        self._page = page
        self._bar = bar
        bar.searched.connect(lambda words: self._find(words, stay=True))
        bar.next_wanted.connect(lambda: self._find(bar.field.text()))
        bar.previous_wanted.connect(lambda: self._find(bar.field.text(), forward=False))
        bar.closed.connect(page.setFocus)

    def open(self) -> None:
        """Open the bar with the selected words in it."""
        selected = self._page.selection()
        self._bar.open(self._page.article.text[selected] if selected and len(selected) < _LONGEST else "")

    def _find(self, words: str, *, forward: bool = True, stay: bool = False) -> None:
        places = self._page.places_of(words)
        self._page.find(words, forward=forward, stay=stay)
        here = self._page.selection()
        self._bar.set_found(places.index(here) + 1 if here in places else 0, len(places))
