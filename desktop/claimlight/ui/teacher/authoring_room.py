"""A lesson of one's own on one page: edit its text, mark the answers, try it as a student, give it out."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import NewId
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.look import Look
from claimlight.ui.teacher.answers_view import AnswersView
from claimlight.ui.teacher.author_bar import AuthorBar
from claimlight.ui.teacher.author_strip import AuthorStrip
from claimlight.ui.teacher.live_check import LiveCheck
from claimlight.ui.teacher.text_view import TextView
from claimlight.ui.wiring import Wiring
from claimlight.wording import _, ngettext

if TYPE_CHECKING:
    from claimlight.core.codebook import Label
    from claimlight.ui.teacher.annotations_page import AnnotationsPage
    from claimlight.ui.teacher.give_page import GivePage
    from claimlight.ui.teacher.sheet_page import SheetPage
    from claimlight.ui.teacher.trying_view import TryingView
    from claimlight.ui.teacher.versions_page import VersionsPage

    View = AnswersView | TextView | TryingView | GivePage | SheetPage | VersionsPage | AnnotationsPage


class Mode(IntEnum):
    """What one does with the lesson, as the switch has it."""

    TEXT = 0
    ANSWERS = 1
    TRY = 2


class AuthoringRoom(QWidget):
    """The window owns the commands; the room answers those that belong to the lesson."""

    lessons_wanted = Signal()
    look_wanted = Signal(QWidget)
    question = Signal(str, object)
    failed = Signal(object)
    """Something could not be done (ClaimlightError)."""
    labels_changed = Signal(tuple)
    """Other labels can be marked with; none while nothing can."""
    students_file_wanted = Signal(object)
    """The Mode it is given out in."""
    colleagues_file_wanted = Signal()
    export_wanted = Signal()
    """The answers are to go to another tool."""

    def __init__(
        self, session: AuthoringSession, new_id: NewId, commands: Commands, look: Look, announce: Announce
    ) -> None:
        super().__init__()
        self.session = session
        self._new_id = new_id
        self._commands = commands
        self._look = look
        self._announce = announce
        self._wiring = Wiring()
        self._place = 0
        self._current = ""
        self.mode = Mode.ANSWERS
        self.check = LiveCheck(session)
        self.view: (
            AnswersView | TextView | TryingView | GivePage | SheetPage | VersionsPage | AnnotationsPage | None
        ) = None
        self.bar = AuthorBar(look)
        self.strip = AuthorStrip(look)
        self.pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.strip)
        self._connect()

    # Life

    def begin(self) -> None:
        self.strip.show_saved()
        self.strip.show_facts(self.session)
        self.show_mode(Mode.ANSWERS if self.session.article.text.text.strip() else Mode.TEXT)

    def end(self) -> None:
        """Leave the lesson; everything is on disk but what is being written, and that is kept now."""
        self._leave_view()
        self.check.end()
        self._wiring.cut()
        self.labels_changed.emit(())
        self.session.deleteLater()

    def show_mode(self, mode: Mode) -> None:
        """Another way to look at the lesson."""
        self._leave_view()
        self.mode = mode
        self.bar.switch.set_current(mode)
        if mode is Mode.TEXT:
            self._show_text()
        elif mode is Mode.ANSWERS:
            self._show_answers()
        else:
            self._show_trying()

    def show_giving(self) -> None:
        """*Give to students…*"""
        from claimlight.ui.teacher.give_page import GivePage

        self._leave_view()
        key = self.session.draft.key()
        page = GivePage(self.session.lesson.title, self._look, answers=len(key.items), to_look_at=self.to_look_at())
        page.students_wanted.connect(self.students_file_wanted)
        page.colleague_wanted.connect(self.colleagues_file_wanted)
        page.left.connect(lambda: self.show_mode(self.mode))
        self._show(page)
        page.save.setFocus()

    def show_sheet(self) -> None:
        """*About this lesson*."""
        from claimlight.ui.teacher.sheet_page import SheetPage

        self._leave_view()
        page = SheetPage(self.session, self._look)
        page.left.connect(lambda: self.show_mode(Mode.ANSWERS))
        self._show(page)
        page.begin()

    def show_versions(self) -> None:
        """*Versions*: what was given out when, and what each changed."""
        from claimlight.ui.teacher.versions_page import VersionsPage

        self._leave_view()
        page = VersionsPage(self.session.versions(), self._look)
        page.left.connect(lambda: self.show_mode(Mode.ANSWERS))
        page.keep.clicked.connect(lambda: self._keep_version())
        self._show(page)
        page.back.setFocus()

    def show_export(self, page: AnnotationsPage) -> None:
        """*Export the answers*, in the place of the page that is open."""
        self._leave_view()
        page.left.connect(lambda: self.show_mode(Mode.ANSWERS))
        self._show(page)
        page.begin()

    def _keep_version(self) -> None:
        if self.session.keep_version("kept"):
            self.show_versions()

    def on_key_card(self) -> tuple[tuple[Label, ...], tuple[str, ...]]:
        """The labels of the lesson, and where its answers are marked the keys that decide about a proposal."""
        from claimlight.ui.teacher.proposals import deciding_keys

        if isinstance(self.view, AnswersView):
            return self.session.labels, tuple(key for key in deciding_keys(self._commands) if key)
        return self.session.labels, ()

    def look_at_doubts(self) -> None:
        """Go to the first answer that the text left in doubt, or to the list, where those without words stand."""
        self.show_mode(Mode.ANSWERS)
        assert isinstance(self.view, AnswersView)
        self.view.look_at_doubts()

    def to_look_at(self) -> int:
        """How much *Check my lesson* lists."""
        return len(self.check.current())

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self.bar, self.strip, self.view):
            if part is not None:
                part.set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit()

    # Views

    def _show_text(self) -> None:
        view = TextView(self.session, self._look)
        self._wire_undo()
        self._show(view)
        self._tell_in_doubt()
        view.begin()

    def _show_answers(self) -> None:
        view = AnswersView(self.session, self._commands, self._look, self._announce, self.check)
        view.sheet_wanted.connect(self.show_sheet)
        view.proposed.connect(self.strip.show_proposals)
        self.strip.suggest.show()
        self.bar.set_labels(view.labels)
        self.labels_changed.emit(view.marking.label_actions)
        self._show(view)
        view.begin(self._place, self._current)

    def _show_trying(self) -> None:
        from claimlight.ui.teacher.trying_view import TryingView
        from claimlight.work.give_out import explained

        try:
            lesson = explained(self.session.draft).lesson()
        except ClaimlightError as error:
            self.failed.emit(error)
            self.show_mode(Mode.ANSWERS)
            return
        view = TryingView(lesson, self._new_id, self._commands, self._look, self._announce)
        view.left.connect(lambda: self.show_mode(Mode.ANSWERS))
        view.look_wanted.connect(self.look_wanted)
        view.question.connect(self.question)
        view.labels_changed.connect(self.labels_changed)
        self.strip.hide()
        self._show(view)
        view.begin()

    def _show(
        self, view: AnswersView | TextView | TryingView | GivePage | SheetPage | VersionsPage | AnnotationsPage
    ) -> None:
        self.view = view
        self.pages.addWidget(view)
        self.pages.setCurrentWidget(view)
        self.bar.fit()

    def _leave_view(self) -> None:
        """What was being written is kept; the next view is made of what is then there."""
        view, self.view = self.view, None
        if view is None:
            return
        if isinstance(view, AnswersView):
            self._place, self._current = view.page.top_position(), view.panel.id
        for id in ("undo", "redo"):
            self._commands[id].setEnabled(False)
        self._undoing.cut()
        end = getattr(view, "end", None)
        if end is not None:
            end()
        self.strip.suggest.hide()
        self.strip.doubts.hide()
        self.strip.show_proposals(-1)
        self.labels_changed.emit(())
        self.bar.set_labels(None)
        self.pages.removeWidget(view)
        view.deleteLater()
        self.strip.show()

    # Connections

    def _connect(self) -> None:
        self._undoing = Wiring()
        self.bar.back.clicked.connect(self.lessons_wanted)
        self.bar.switch.chosen.connect(lambda number: self.show_mode(Mode(number)))
        self.bar.give.clicked.connect(self.show_giving)
        self.bar.add_command(_("Share with a colleague…")).triggered.connect(self.colleagues_file_wanted)
        self.strip.suggest_wanted.connect(self._suggest)
        self.strip.doubts.clicked.connect(self.look_at_doubts)
        self._wiring.connect(self.session.retold, self._renew)
        self._wiring.connect(self.check.changed, self._tell_in_doubt)
        self.bar.add_command(_("About this lesson…")).triggered.connect(self.show_sheet)
        self.bar.add_command(_("Export the answers…")).triggered.connect(self.export_wanted)
        self.bar.add_command(_("Versions…")).triggered.connect(self.show_versions)
        self._wiring.connect(self.session.failed, self._hear_failed)
        self._wiring.connect(self.session.drafted, lambda _change: self.strip.show_saved())

    def _hear_failed(self, error: ClaimlightError) -> None:
        self.strip.show_saved(False)
        self.failed.emit(error)

    def _suggest(self) -> None:
        if isinstance(self.view, AnswersView):
            self.view.suggest()

    def _renew(self) -> None:
        """Another text: facts anew, and where the answers are shown, they stand on it."""
        self.strip.show_facts(self.session)
        if isinstance(self.view, AnswersView):
            self.show_mode(Mode.ANSWERS)

    def _tell_in_doubt(self) -> None:
        """While the text is edited, the list is not there; the strip says what it would say first."""
        doubtful = len(self.session.in_doubt()) + len(self.session.draft.lost)
        words = ngettext("{n} answer needs a look", "{n} answers need a look", doubtful).format(n=doubtful)
        self.strip.set_lead(words if doubtful else "")
        self.strip.doubts.setVisible(bool(doubtful) and isinstance(self.view, TextView))

    def _wire_undo(self) -> None:
        """While the text is edited, undo outside the editor goes through the lesson's own changes."""
        for id, step in (("undo", self.session.undo), ("redo", self.session.redo)):
            self._undoing.connect(self._commands[id].triggered, step)
        self._undoing.connect(self.session.drafted, lambda _change: self._allow_undo())
        self._allow_undo()

    def _allow_undo(self) -> None:
        self._commands["undo"].setEnabled(self.session.undoable is not None)
        self._commands["redo"].setEnabled(self.session.redoable is not None)
