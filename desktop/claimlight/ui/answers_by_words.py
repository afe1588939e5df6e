"""*I have the words*: a homework that waits for its answers, where the teacher says the words that open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from claimlight.core.errors import ClaimlightError
from claimlight.session.beside import Beside
from claimlight.session.study import Study
from claimlight.ui.controls import Button
from claimlight.ui.reading_room import ReadingRoom
from claimlight.ui.window import Window
from claimlight.ui.words_question import WordsQuestion
from claimlight.wording import _
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from claimlight.handin.sealing import SealedAnswers


class AnswersByWords(QObject):
    """Stands in the strip of a room as long as its page waits."""

    def __init__(self, room: ReadingRoom, sealed: SealedAnswers, window: Window, study: Study) -> None:
        super().__init__(room)
        self._room = room
        self._sealed = sealed
        self._window = window
        self._study = study
        self._trying = Beside(self)
        self._question: WordsQuestion | None = None
        self.button = Button(_("I have the words"), window.look)
        self.button.clicked.connect(self.ask)
        room.strip.add_way(self.button)
        command = window.commands["say-words"]
        command.setEnabled(True)
        command.triggered.connect(self.ask)
        room.session.checked.connect(lambda _grade: command.setEnabled(False))

    def ask(self) -> None:
        question = self._question = WordsQuestion(
            self._room,
            self._window.look,
            _("Which words did your teacher say?"),
            _("They open the answers to this lesson. Write them in their order."),
        )
        question.said.connect(self._try)
        question.closed.connect(question.deleteLater)
        place = self.button if self.button.isVisible() else self._room.strip.primary
        question.ask(QRect(place.mapToGlobal(place.rect().topLeft()), place.size()))

    def _try(self, words: str) -> None:
        from claimlight.handin.sealing import key_for_words

        sealed = self._sealed
        self._trying.do(lambda _ask: key_for_words(sealed, words), self._hear, self._refuse)

    def _hear(self, key: bytes | None) -> None:
        if key is None:
            self._answer(_("These are not the words. Look at each one, and try again."))
            return
        try:
            self._study.release(self._room.session, key)
        except ClaimlightError as error:
            self._refuse(error)
            return
        if self._question is not None:
            self._question.leave()

    def _refuse(self, error: ClaimlightError) -> None:
        self._answer(say(error))

    def _answer(self, words: str) -> None:
        if self._question is not None:
            self._question.say(words)
            self._window.announce(words)


def offer_words(room: ReadingRoom, window: Window, study: Study) -> None:
    """Put the button into the strip, where words open these answers."""
    sealed = study.opened_by_words(room.session)
    if sealed is not None:
        AnswersByWords(room, sealed, window, study)
