"""The card of a highlight, beside its words: made when the first one is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimlight.core.sayings import Column
from claimlight.session.reading import ReadingSession
from claimlight.ui.look import Look
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page

if TYPE_CHECKING:
    from claimlight.ui.highlight_card import HighlightCard


class CardOnPage(QObject):
    """Opens the card for a highlight of the session, and gives what is written in it to the session."""

    cell_wanted = Signal(str, Column)
    """A question about the highlight was pressed: who says it, how good, what it answers."""
    appeared = Signal(bool)
    """The card is seen now, or no more."""

    def __init__(self, session: ReadingSession, page: Page, marking: Marking, look: Look) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._marking = marking
        self._look = look
        self._made: HighlightCard | None = None

    @property
    def card(self) -> HighlightCard:
        """The card, made at the first look at it."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def open(self, id: str) -> None:
        """Show what can be said about a highlight: its note, and the way to remove it."""
        self._page.go_to(id)
        self._marking.palette.hide()
        self.card.show_for(self._marking.listed.row(id), self._session.annotations[id].span)

    def put_away(self) -> None:
        """Keep the note as far as it was written, and close."""
        if self._made is not None:
            self._made.put_away()

    def hide(self) -> None:
        if self._made is not None:
            self._made.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        if self._made is not None:
            self._made.set_look(look)

    def _make(self) -> HighlightCard:
        from claimlight.ui.highlight_card import HighlightCard

        card = HighlightCard(self._page, self._look)
        card.note_changed.connect(self._keep_note)
        card.cell_wanted.connect(self.cell_wanted)
        card.remove_wanted.connect(self._marking.remove)
        card.closed.connect(self._page.setFocus)
        card.appeared.connect(self.appeared)
        return card

    def _keep_note(self, id: str, note: str) -> None:
        if id in self._session.annotations:
            self._session.set_note(id, note)
