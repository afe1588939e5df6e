"""What helps to read an open lesson: its other version in plain language."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from claimlight.session.reading import ReadingSession
from claimlight.ui.commands import Commands
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.ui.page_tools import PageTools
from claimlight.ui.wiring import Wiring
from claimlight.wording import _

PLAIN = "plain"


class ReadingAids(QObject):
    """Offers only what this lesson has."""

    text_wanted = Signal(str)
    """Another text of the lesson is to be read, by its name."""

    def __init__(self, session: ReadingSession, page: Page, commands: Commands, look: Look) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._commands = commands
        self._look = look
        self._wiring = Wiring()
        self._tools: PageTools | None = None
        if session.other_text:
            self._offer_other_text()

    def set_look(self, look: Look) -> None:
        self._look = look
        if self._tools is not None:
            self._tools.set_look(look)

    def stop(self) -> None:
        """The lesson is left."""
        self._wiring.cut()
        plain = self._commands["plain"]
        plain.setChecked(False)
        plain.setEnabled(False)

    def _tools_of_page(self) -> PageTools:
        if self._tools is None:
            self._tools = PageTools(self._page, self._look)
        return self._tools

    def _offer_other_text(self) -> None:
        other = self._session.other_text
        plain = self._commands["plain"]
        plain.setEnabled(True)
        plain.setChecked(other != PLAIN)
        words = _("Plain language") if other == PLAIN else _("The full article")
        link = self._tools_of_page().add(words, text_hint(other))
        link.clicked.connect(plain.trigger)
        self._wiring.connect(plain.triggered, lambda _on: self.text_wanted.emit(other))


def text_hint(other: str) -> str:
    """What changing to the text `other` means for what was marked."""
    if other == PLAIN:
        return _("Read the same news in plain language. Each version has its own page: your highlights stay here.")
    return _("Read the article as it was written. Each version has its own page: your highlights stay here.")
