"""What people may see of all their work, and have deleted: *My progress* and *Remove my work*."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.ui.open_lesson import OpenLesson
from claimlight.ui.removed import tell_removed
from claimlight.ui.window import Window
from claimlight.wording import _


class OwnWork(QObject):
    """Of the person at work and nobody else; while `for_nobody` says so, they must first say who they are."""

    shelf_wanted = Signal()
    gone = Signal()
    """All work of the person who was at work is deleted."""
    kept = Signal()
    """It could not be deleted."""

    def __init__(self, window: Window, study: Study, lesson: OpenLesson, for_nobody: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._study = study
        self._lesson = lesson
        self._for_nobody = for_nobody

    def show_progress(self) -> None:
        """*My progress*, in the place of whatever is open."""
        from claimlight.ui.progress_page import ProgressPage

        if not self._is_known():
            return
        try:
            results = self._study.results()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        self._window.hush()
        self._lesson.leave()
        commands = self._window.commands
        page = ProgressPage(results, self._window.look, commands["next-person"], self._study.person.name)
        page.left.connect(self.shelf_wanted)
        self._window.show_page(page, _("My progress"))
        commands["shelf"].setEnabled(True)
        page.focus_first()

    def ask_to_remove(self) -> None:
        """Ask first: this is the one thing that cannot be undone."""
        if not self._is_known():
            return
        name = self._study.person.name
        sentence = (
            _("Remove all of {name}’s work from this computer, for good? Its backups go too.").format(name=name)
            if name
            else _("Remove all your work from this computer, for good? Its backups go too.")
        )
        self._window.ask(sentence, ((_("Keep it"), lambda: None), (_("Remove it for good"), self._remove)))

    def _remove(self) -> None:
        self._lesson.leave()
        try:
            left = self._study.forget()
        except ClaimlightError as error:
            self.kept.emit()
            self._window.tell_error(error)
            return
        self.gone.emit()
        tell_removed(self._window, left)

    def _is_known(self) -> bool:
        if self._for_nobody():
            self._window.tell(_("Say first who is working."))
        return not self._for_nobody()
