"""Ask for a file with the system's own dialog: one to write, or one to read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from claimlight.wording import _

AskFile = Callable[[QWidget, str], Path | None]
"""The words are a name to begin with, or what is to be chosen."""


def ask_new_file(parent: QWidget, name: str) -> Path | None:
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Save"), name)
    return Path(chosen) if chosen else None


def ask_file(parent: QWidget, title: str) -> Path | None:
    return _asked(parent, title, _("Tables (*.csv *.txt *.zip);;All files (*)"))


def ask_copy(parent: QWidget, title: str) -> Path | None:
    return _asked(parent, title, _("Copies of classes (*.db);;All files (*)"))


def _asked(parent: QWidget, title: str, kinds: str) -> Path | None:
    chosen, _filter = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(chosen) if chosen else None
