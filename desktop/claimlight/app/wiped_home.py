"""A computer that forgets at logout: say so at the start, and take the work to a stick."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimlight.core.errors import StoreError
from claimlight.store.mounts import mounts_here
from claimlight.store.settings_file import SettingsFile
from claimlight.store.stick import go_on_at, is_wiped_at_logout, take_along, taken_to, work_on_sticks
from claimlight.wording import _
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from claimlight.store.workbook import Workbook
    from claimlight.ui.window import Answers, Window


def ask_for_stick(parent: QWidget) -> Path | None:
    """Ask for a folder with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, _("Where is the stick?"), "/media")
    return Path(name) if name else None


def start_again() -> None:
    """Start the program once more as it was started; it finds by itself where the work is now."""
    from PySide6.QtCore import QProcess

    QProcess.startDetached(sys.executable, sys.orig_argv[1:])


@dataclass(frozen=True, slots=True)
class WipedHome:
    """What is known at the start: work that is on a stick, and the one that it was taken to but that is not in."""

    sticks: tuple[Path, ...] = ()
    missing: Path | None = None
    ask_for_stick: Callable[[QWidget], Path | None] = ask_for_stick
    start_again: Callable[[], object] = start_again


def wiped_home(usual: Path) -> WipedHome | None:
    """Whether `usual` and the work in it go at logout."""
    mounts = mounts_here()
    if not is_wiped_at_logout(usual, mounts, os.environ):
        return None
    return WipedHome(work_on_sticks(mounts), taken_to(usual))


class KeepingOffer:
    """The strip above the page with its buttons."""

    def __init__(self, home: WipedHome, window: Window, workbook: Workbook, settings: SettingsFile) -> None:
        self._home = home
        self._window = window
        self._workbook = workbook
        self._settings = settings

    def show(self) -> None:
        if self._home.missing is not None and not self._home.sticks:
            sentence = _("Your work is in “{folder}”, which is not there now. Put the stick in and start again.")
            self._window.tell(sentence.format(folder=self._home.missing), answers=self._answers())
            return
        sentence = _("This computer forgets everything at logout, your work too. On a stick you have it next time.")
        self._window.tell(sentence, answers=self._answers())

    def _answers(self) -> Answers:
        found = tuple(
            (
                _("Go on with the work on “{stick}”").format(stick=place.parent.name),
                lambda place=place: self._move(place),
            )
            for place in self._home.sticks
        )
        return (*found, (_("Keep my work on a stick"), self._keep))

    def _keep(self) -> None:
        chosen = self._home.ask_for_stick(self._window)
        if chosen is None:
            self.show()
            return
        try:
            place = take_along(self._workbook.file.parent, chosen, self._workbook.copy_to)
        except StoreError as error:
            self._window.tell(say(error), answers=self._answers(), details=str(error), warns=True)
            return
        self._move(place)

    def _move(self, place: Path) -> None:
        """Work at `place` from now on: the window closes, and another opens there."""
        try:
            go_on_at(place, self._settings)
        except StoreError as error:
            self._window.tell(say(error), details=str(error), warns=True)
            return
        self._window.close()
        self._home.start_again()
