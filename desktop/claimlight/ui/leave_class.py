"""*Remove a class's work*: what was done for one that has ended, asked first, and gone from every backup, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.removed import tell_removed
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.wording import handing_in as words
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from claimlight.work.leave_class import Leaving

_TOLD = ("hand in", "ended class")


class LeaveClass(QObject):
    """The command asks for each class that has ended; a class that goes on is named with its last day."""

    gone = Signal()
    """Work was removed; whoever is at work may have none any more."""

    def __init__(self, window: Window, study: Study, settings: SettingsFile) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._study = study

    def ask(self) -> None:
        """Name what was never handed in, then ask: this cannot be undone."""
        ended = self._study.ended_classes()
        if not ended:
            self._window.tell(words.no_class_ended_text(tuple((one.name, one.ends) for one in self._study.classes())))
            return
        what = self._study.leaving(ended[0])
        self._window.ask(
            words.leave_class_text(what.to.name, len(what.attempts), what.not_handed_in),
            ((_("Keep it"), lambda: None), (_("Remove it for good"), lambda: self._remove(what))),
        )

    def offer_once(self) -> None:
        """Say once that a class has ended, and what can be done."""
        ended = next((one for one in self._study.ended_classes() if one.id != self._settings.get(*_TOLD)), None)
        if ended is None:
            return
        try:
            self._settings.put(*_TOLD, ended.id)
        except ClaimlightError as error:
            self._window.announce(say(error))  # then it is said again
        self._window.tell(
            words.class_ended_text(ended.name),
            answers=(
                (_("Remove my work for it…"), self._window.commands["leave-class"].trigger),
                (_("Keep it"), lambda: None),
            ),
        )

    def _remove(self, what: Leaving) -> None:
        try:
            left = self._study.leave_class(what)
            self._settings.put(*_TOLD, "")
        except ClaimlightError as error:
            self._window.tell_error(error)
            return
        self.gone.emit()
        tell_removed(self._window, left)
