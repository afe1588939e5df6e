"""What helps to read an open lesson: its other version in plain language, and the words that it explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.ui.page_tools import PageTools
from claimlight.ui.wiring import Wiring
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.ui.glossary import Glossary
    from claimlight.ui.words_explained import WordsExplained

PLAIN = "plain"
_IDS = ("plain", "explain", "words")


class ReadingAids(QObject):
    """Offers only what this lesson has."""

    text_wanted = Signal(str)
    """Another text of the lesson is to be read, by its name."""

    def __init__(
        self, session: ReadingSession, room: QWidget, page: Page, commands: Commands, look: Look, announce: Announce
    ) -> None:
        super().__init__(page)
        self._session = session
        self._room = room
        self._page = page
        self._commands = commands
        self._look = look
        self._announce = announce
        self._wiring = Wiring()
        self._tools: PageTools | None = None
        self._list: WordsExplained | None = None
        self.glossary: Glossary | None = None
        if session.other_text:
            self._offer_other_text()
        if session.lesson.glossary:
            self._offer_words()

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._tools, self.glossary, self._list):
            if part is not None:
                part.set_look(look)

    def stop(self) -> None:
        """The lesson is left."""
        self._wiring.cut()
        self._commands["plain"].setChecked(False)
        for id in _IDS:
            self._commands[id].setEnabled(False)

    def _tools_of_page(self) -> PageTools:
        if self._tools is None:
            self._tools = PageTools(self._page, self._look)
        return self._tools

    # Plain language

    def _offer_other_text(self) -> None:
        other = self._session.other_text
        plain = self._commands["plain"]
        plain.setEnabled(True)
        plain.setChecked(other != PLAIN)
        words = _("Plain language") if other == PLAIN else _("The full article")
        link = self._tools_of_page().add(words, text_hint(other))
        link.clicked.connect(plain.trigger)
        self._wiring.connect(plain.triggered, lambda _on: self.text_wanted.emit(other))

    # Words

    def _offer_words(self) -> None:
        from claimlight.core.glossary import explained_words
        from claimlight.ui.glossary import Glossary

        commands, lesson = self._commands, self._session.lesson
        hint = _("Every word that this lesson explains, as a list.")
        link = self._tools_of_page().add(_("Words explained"), hint)
        link.clicked.connect(commands["words"].trigger)
        commands["words"].setEnabled(True)
        self._wiring.connect(commands["words"].triggered, self._open_list)
        words = explained_words(self._session.article.text, lesson.glossary)
        if words:
            self.glossary = Glossary(words, self._page, self._look, self._announce)
            commands["explain"].setEnabled(True)
            self._wiring.connect(commands["explain"].triggered, self.glossary.tell)
            self._wiring.connect(commands["pen-down"].triggered, self.glossary.put_away)

    def _open_list(self) -> None:
        from claimlight.ui.words_explained import WordsExplained

        if self.glossary is not None:
            self.glossary.put_away()
        if self._list is None:
            self._list = WordsExplained(self._room, self._look, self._session.lesson.glossary)
            if self.glossary is not None:
                self._list.chosen.connect(self.glossary.go_to)
        view = self._page.viewport()
        edge = self._page.column.right if view.isRightToLeft() else self._page.column.left
        self._list.open_at(QRect(view.mapToGlobal(QPoint(round(edge), 0)), view.mapToGlobal(QPoint(round(edge), 40))))


def text_hint(other: str) -> str:
    """What changing to the text `other` means for what was marked."""
    if other == PLAIN:
        return _("Read the same news in plain language. Each version has its own page: your highlights stay here.")
    return _("Read the article as it was written. Each version has its own page: your highlights stay here.")
