"""The classbook as the pages of a class ask it: what goes wrong is told, and the page stays."""

from collections.abc import Callable
from typing import TypeVar

from claimlight.core.errors import ClaimlightError
from claimlight.session.teaching import Teaching
from claimlight.store.classbook import Classbook
from claimlight.ui.teacher.ask_file import AskFile, ask_copy, ask_file, ask_new_file
from claimlight.ui.window import Window
from claimlight.work.teaching import OneClass, find_class

Found = TypeVar("Found")


class ClassAsking:
    """`window` tells what goes wrong; `teaching` holds the classbook. Files are asked for with the system's dialogs."""

    def __init__(self, window: Window, teaching: Teaching) -> None:
        self.window = window
        self.teaching = teaching
        self.old_file: AskFile = ask_file
        self.copy_file: AskFile = ask_copy
        self.new_file: AskFile = ask_new_file

    @property
    def book(self) -> Classbook:
        return self.teaching.classbook

    def one(self, class_id: str) -> OneClass:
        """Raises WorkError; ask it."""
        return find_class(self.book, class_id)

    def ask(self, what: Callable[[], Found]) -> Found | None:
        """What comes of it; None where it went wrong, which is told."""
        try:
            return what()
        except ClaimlightError as error:
            self.window.tell_error(error)
            return None

    def change(self, change: Callable[[], object]) -> bool:
        """False where it went wrong, which is told."""
        try:
            change()
        except ClaimlightError as error:
            self.window.tell_error(error)
            return False
        return True
