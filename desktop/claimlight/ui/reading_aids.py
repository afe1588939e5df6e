"""What helps to read an open lesson: its version in plain language, the words it explains, and a voice."""

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
    from claimlight.session.reading_aloud import VoiceSearch
    from claimlight.ui.aloud import Aloud
    from claimlight.ui.glossary import Glossary
    from claimlight.ui.room_panes import RoomPanes
    from claimlight.ui.words_explained import WordsExplained
    from claimlight.work.speech import Voice

PLAIN = "plain"
_ALOUD = ("aloud", "aloud-back", "aloud-next", "aloud-stop")
_IDS = ("plain", "explain", "words", *_ALOUD)


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
        self.aloud: Aloud | None = None
        self._search: VoiceSearch | None = None
        if session.other_text:
            self._offer_other_text()
        if session.lesson.glossary:
            self._offer_words()

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._tools, self.glossary, self._list, self.aloud):
            if part is not None:
                part.set_look(look)

    def stop(self) -> None:
        """The lesson is left."""
        self._wiring.cut()
        if self._search is not None:
            self._search.end()
        if self.aloud is not None:
            self.aloud.end()
        for id in _ALOUD:
            self._commands[id].setVisible(False)
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

    # Reading aloud

    def look_for_voice(self, path: str | None, panes: RoomPanes) -> None:
        """Offer to read aloud as soon as a speech program on `path` has a voice for this article."""
        from claimlight.session.reading_aloud import VoiceSearch

        self._search = VoiceSearch(self._session.article.language, path, self)
        self._search.found.connect(lambda voice: self._offer_voice(voice, panes))
        self._search.begin()

    def _offer_voice(self, voice: Voice, panes: RoomPanes) -> None:
        from claimlight.session.reading_aloud import ReadingAloud
        from claimlight.ui.aloud import Aloud

        reader = ReadingAloud(self._session.article.text, voice, self)
        self.aloud = Aloud(reader, self._page, panes, self._commands, self._look, self._announce)
        link = self._tools_of_page().add(
            _("Read aloud"), _("This computer reads the article aloud, from the caret on.")
        )
        link.clicked.connect(self._commands["aloud"].trigger)


def text_hint(other: str) -> str:
    """What changing to the text `other` means for what was marked."""
    if other == PLAIN:
        return _("Read the same news in plain language. Each version has its own page: your highlights stay here.")
    return _("Read the article as it was written. Each version has its own page: your highlights stay here.")
