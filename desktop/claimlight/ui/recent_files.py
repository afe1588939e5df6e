"""Lessons from outside: asked for in a dialog, and the menu of those that were opened lately."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.menus import Menus
from claimlight.ui.window import Window


class RecentFiles(QObject):
    """Keeps the list in the settings and in the menu the same."""

    chosen = Signal(Path)

    def __init__(self, window: Window, menus: Menus, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window = window
        self._menus = menus
        self._settings = settings
        window.commands["open"].triggered.connect(self._ask)
        menus.recent_chosen.connect(lambda path: self.chosen.emit(Path(path)))
        menus.recent_cleared.connect(self._forget)

    def add(self, path: Path) -> None:
        try:
            self._settings.add_recent_file(path.absolute())
        except ClaimlightError:
            return  # a start without the list of recent files is better than a message about it
        self._menus.set_recent(self._settings.recent_files())

    def _ask(self) -> None:
        recent = self._settings.recent_files()
        path = self._window.ask_for_file(self._window, str(recent[0].parent) if recent else "")
        if path is not None:
            self.chosen.emit(path)

    def _forget(self) -> None:
        try:
            self._settings.forget_recent_files()
        except ClaimlightError as error:
            self._window.tell_error(error)
        self._menus.set_recent(self._settings.recent_files())
