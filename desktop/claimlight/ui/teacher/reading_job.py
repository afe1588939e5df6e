"""A document is read beside the window: it can be stopped at any time and cannot hold anything up."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QThread, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.work.read_article import read_article


class ReadingJob(QThread):
    """One file. `read` or `failed` is said once, unless it was stopped."""

    progressed = Signal(int, int)
    read = Signal(object)
    """The Source that was found in it."""
    failed = Signal(object)
    """Why it cannot be read (ClaimlightError)."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self._stopped = Event()

    def stop(self) -> None:
        """Give up; nothing more is said."""
        self._stopped.set()
        self.wait()

    def run(self) -> None:
        try:
            source = read_article(self.file, self.progressed.emit, self._stopped.is_set)
        except ClaimlightError as error:
            if not self._stopped.is_set():
                self.failed.emit(error)
            return
        if not self._stopped.is_set():
            self.read.emit(source)
