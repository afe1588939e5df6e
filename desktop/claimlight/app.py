"""The window's start: the least that can be painted first, then the store, the lessons and the rest."""

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from claimlight import start_trace
from claimlight.core.errors import ClaimlightError, StoreError
from claimlight.files.places import assets, lessons
from claimlight.store.data_folder import DataFolder, open_data_folder, usual_data_folder
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.theme import theme_named
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.wording.errors import say


def main(words: list[str]) -> int:
    """Open the window, or run the self-test. Gives the exit code: 2 where nothing can be opened."""
    asked = _parsed(words)
    if asked.command == "self-test":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from claimlight.self_test import self_test

        return self_test(asked.screenshot)
    folder_path = asked.data_dir or usual_data_folder()
    try:
        folder: DataFolder | StoreError = open_data_folder(folder_path)
    except StoreError as error:
        if error.code == "data-folder-in-use":
            return _hand_over(folder_path, asked.path, error)
        folder = error
    application = make_application()
    start = Start(application, folder_path, folder, asked.path)
    code = application.exec()
    start.end()
    return code


def make_application() -> QApplication:
    application = QApplication.instance() or QApplication(["claimlight"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Claimlight")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("claimlight")
    application.setStyle("Fusion")
    return application


class Start(QObject):
    """First paint, then the rest: store, lessons, desk."""

    usable = Signal()

    def __init__(
        self, application: QApplication, folder_path: Path, folder: DataFolder | StoreError, path: Path | None
    ) -> None:
        super().__init__(application)
        self._application = application
        self._folder_path = folder_path
        self._folder = folder
        self._path = path
        self.settings = SettingsFile(folder_path / "settings.ini")
        faces = Faces(assets() / "fonts")
        faces.load(Face.SERIF)
        self.scheme = application.styleHints().colorScheme()
        look = Look(theme=theme_named(self.settings.get("look", "theme", "system"), self.scheme))
        self.window = Window(look, faces)
        self.window.recall(self.settings.get("window", "geometry"))
        self.window.frame.installEventFilter(self)
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint is the sign to go on."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return False

    def end(self) -> None:
        """Let go of the store and of the folder, in this order."""
        if self.workbook is not None:
            self.workbook.close()
        if isinstance(self._folder, DataFolder):
            self._folder.close()
