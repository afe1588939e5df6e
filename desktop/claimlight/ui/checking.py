"""The check in a reading room: what the strip says of it, the question before a hasty one, the hints after it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from claimlight.core.history import Change
from claimlight.grading.hints import Hints
from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.hints_shown import hint_notes, row_hints, spoken_hints
from claimlight.ui.margin_notes import MarginNotes, Note
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page
from claimlight.ui.room_panes import RoomPanes
from claimlight.ui.side_pane import Shape
from claimlight.ui.strip_state import strip_state
from claimlight.ui.task_strip import TaskStrip
from claimlight.wording import _
from claimlight.wording.handing_in import finish_already_text, finish_text

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
        marking: Marking,
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
        self._marking = marking
        self._hints: Hints | None = None
        self.kept = True
        """Whether the work is kept at all; where it is not, nothing is said of saving."""
        self._show_notes()
        session.changed.connect(self._follow)
        session.hinted.connect(self._hear_hints)
        panes.still_hidden.put_away.connect(self._hide_hints)

    def check(self) -> None:
        """Check the work, or close it for the hand-in; with very few highlights ask first whether that is all."""
        session = self._session
        if session.waiting:
            return
        done = session.finish if session.hands_in else session.check
        if len(session.annotations) >= FEW:
            done()
            return
        answers: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Keep reading"), self._page.setFocus),
            (_("That is all I found"), lambda: done(confirmed_few=True)),
        )
        self.question.emit(_asked_before(session), answers)

    def show_state(self) -> None:
        """The task, the checks that are left, and what the commands can do."""
        session, commands, state = self._session, self._commands, strip_state(self._session)
        self._strip.set_task(state.task, state.cost, state.head)
        self._strip.set_checks_left(state.checks_left)
        self._strip.primary.setText(state.button)
        self._strip.primary.setEnabled(state.can_check or session.waiting)
        commands["check"].setText(finish_text() if session.hands_in else _("&Check my work"))
        commands["check"].setEnabled(state.can_check)
        commands["again"].setEnabled(session.closed and not session.hands_in)
        commands["note"].setEnabled(not session.closed)
        self.show_saved()

    def stop(self) -> None:
        """The lesson is left: the command has its usual words again."""
        self._commands["check"].setText(_("&Check my work"))

    def show_saved(self, well: bool = True) -> None:
        if self.kept:
            self._strip.set_saved(_("All changes saved") if well else _("Not saved"), well=well)
        else:
            self._strip.set_saved("")

    def show_hints(self) -> None:
        """What the check taught, beside the words it is about."""
        hints = self._session.hints()
        self.show_state()
        if hints is None:
            self.take_hints_away()
        else:
            self._panes.hints_shown = True
            self._hints = hints
            self._panes.still_hidden.show_hints(hints, self._session.lesson.codebook)
            self._marking.show_hints(row_hints(self._session, hints))
            self._show_notes()
        self.fit_wanted.emit()

    def take_hints_away(self) -> None:
        self._panes.hints_shown = False
        self._panes.still_hidden.hide()
        if self._hints is not None:
            self._hints = None
            self._marking.show_hints({})
        self._show_notes()

    def _show_notes(self) -> None:
        hints = hint_notes(self._session, self._hints) if self._hints is not None else []
        self._notes.show_notes([*example_notes(self._session), *hints])

    def _follow(self, change: Change) -> None:
        """What was mended needs no hint any more, in the margin as on its row."""
        if self._hints is not None and {edit.id for edit in change.edits} & {
            h.highlight for h in self._hints.highlights
        }:
            self._show_notes()

    def _hear_hints(self) -> None:
        self.show_hints()
        self._announce(spoken_hints(self._session, self._session.hints()))
        if self._panes.shape is Shape.TAB and self._panes.hints_shown:
            self._panes.switch(1)  # there they stand: the page has no margin
        else:
            self._page.setFocus()

    def _hide_hints(self) -> None:
        self.take_hints_away()
        self._page.setFocus()


def example_notes(session: ReadingSession) -> list[Note]:
    """What is said beside a worked example."""
    return [Note(item.main.span, _("An example"), item.explanation) for item in session.examples]


def _asked_before(session: ReadingSession) -> str:
    """The question where very little is marked."""
    if session.hands_in:
        return finish_already_text()
    last = session.checks_left == 1
    after = _("After this check the answers are shown.") if last else _("With so few there will be no hints.")
    return _("Check already? {after}").format(after=after)
