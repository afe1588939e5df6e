"""Who says it, how good the evidence is, what it answers: asked about an answer with the students' own cards."""

from collections.abc import Callable

from PySide6.QtCore import QRect

from claimlight.core.lesson import Item
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.questions import Questions
from claimlight.wording import _


class ItemSayings(Questions):
    """Traps and words that are left out are asked nothing."""

    _session: AuthoringSession

    def ask_source(self, id: str, place: QRect) -> None:
        self._ask(id, place, self.ask_who)

    def ask_status(self, id: str, place: QRect) -> None:
        self._ask(id, place, self.ask_evidence)

    def ask_answered(self, id: str, place: QRect) -> None:
        self._ask(id, place, self.ask_link)

    def _ask(self, id: str, place: QRect, ask: Callable[[str, QRect], None]) -> None:
        if isinstance(self._session.entry(id), Item):
            ask(id, place)
        else:
            self._announce(_("Go to an answer first, with Tab"))
