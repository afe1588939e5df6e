"""The check in a reading room: what the strip says of it, the question before a hasty one, the hints after it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.hints_shown import hint_notes, spoken_hints
from claimlight.ui.margin_notes import MarginNotes, Note
from claimlight.ui.page import Page
from claimlight.ui.room_panes import RoomPanes
from claimlight.ui.task_strip import TaskStrip
from claimlight.wording import _
from claimlight.wording.lesson import cost_of_extras, task_of

FEW = 3
"""A check with fewer highlights asks first."""


class Checking(QObject):
    """Asks the session to check, and shows what the session answers as long as another check is left."""

    question = Signal(str, object)
    """Ask in words; the answers are pairs of caption and callable."""
    fit_wanted = Signal()
    """There is more or less to show than before."""

    def __init__(
        self,
        session: ReadingSession,
        page: Page,
        notes: MarginNotes,
        panes: RoomPanes,
        strip: TaskStrip,
        commands: Commands,
        announce: Announce,
    ) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._notes = notes
        self._panes = panes
        self._strip = strip
        self._commands = commands
        self._announce = announce
        notes.show_notes(example_notes(session))
        session.hinted.connect(self._hear_hints)
        panes.still_hidden.put_away.connect(self._hide_hints)

    def check(self) -> None:
        """Grade the work; with very few highlights ask first whether that is all."""
        if len(self._session.annotations) >= FEW:
            self._session.check()
            return
        answers: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Keep reading"), self._page.setFocus),
            (_("That is all I found"), lambda: self._session.check(confirmed_few=True)),
        )
        last = self._session.checks_left == 1
        after = _("After this check the answers are shown.") if last else _("With so few there will be no hints.")
        self.question.emit(_("Check already? {after}").format(after=after), answers)

    def show_state(self) -> None:
        """The task, the checks that are left, and what the commands can do."""
        session, strip = self._session, self._strip
        lesson, key = session.lesson, session.key
        left = session.checks_left
        once_more = left and left < lesson.checks
        task = _("Use the hints, then check once more. Your first marks are kept.") if once_more else task_of(lesson)
        strip.set_task(task, cost_of_extras(key.rate, lesson.allowance) if key is not None else "")
        strip.set_checks_left(left if lesson.checks > 1 else None)
        strip.primary.setText(_("Check for the last time") if once_more and left == 1 else _("Check my work"))
        self._commands["check"].setEnabled(key is not None and not session.closed)
        self._commands["again"].setEnabled(session.closed)
        self._commands["note"].setEnabled(not session.closed)
        self.show_saved()

    def show_saved(self, well: bool = True) -> None:
        self._strip.set_saved(_("All changes saved") if well else _("Not saved"), well=well)

    def show_hints(self) -> None:
        """What the check taught, beside the words it is about."""
        hints = self._session.hints()
        self.show_state()
        if hints is None:
            self.take_hints_away()
        else:
            self._panes.hints_shown = True
            self._panes.still_hidden.show_hints(hints, self._session.lesson.codebook)
            self._notes.show_notes([*example_notes(self._session), *hint_notes(self._session, hints)])
        self.fit_wanted.emit()

    def take_hints_away(self) -> None:
        self._panes.hints_shown = False
        self._panes.still_hidden.hide()
        self._notes.show_notes(example_notes(self._session))

    def _hear_hints(self) -> None:
        self.show_hints()
        self._announce(spoken_hints(self._session, self._session.hints()))
        self._page.setFocus()

    def _hide_hints(self) -> None:
        self.take_hints_away()
        self._page.setFocus()


def example_notes(session: ReadingSession) -> list[Note]:
    """What is said beside a worked example."""
    return [Note(item.main.span, _("An example"), item.explanation) for item in session.examples]
