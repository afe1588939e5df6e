"""The answers beside a student's marks, as the teacher walks them: each card with what can be decided about it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.ui.reveal import Reveal
from claimlight.work.one_work import OneWork

BoxFor = Callable[[str, str, Look], QWidget]
"""What can be decided about an item, or else about a highlight."""


class TeachersReveal(Reveal):
    """The student's own, without a way to object."""

    of_student = True

    def __init__(
        self,
        session: ReadingSession,
        work: OneWork,
        page: Page,
        commands: Commands,
        look: Look,
        announce: Announce,
        box_for: BoxFor,
    ) -> None:
        self._box_for = box_for
        super().__init__(session, work.shown, page, commands, look, announce)

    def show_work(self, work: OneWork) -> None:
        """These points; the card that was in hand stays in hand, if it is there."""
        row = self._answers[self._number].row.id if self._answers else ""
        began = bool(self._answers) and self.dock.isVisible()
        self.show_grade(work.shown)
        self._number = next((n for n, answer in enumerate(self._answers) if answer.row.id == row), 0)
        if began and self._answers:
            self.show_answer(self._number)

    def _show_card(self) -> None:
        answer = self._answers[self._number]
        self.dock.set_card(
            replace(answer.card, teacher=()),
            self._number + 1,
            len(self._answers),
            below=lambda look: self._box_for(answer.item, answer.highlight, look),
        )
