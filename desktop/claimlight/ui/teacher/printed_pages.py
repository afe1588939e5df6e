"""A printable page for each student, for paper and for a browser, written one after another into a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.ui.teacher.parents_page import save_for_parents
from claimlight.work.printable import PrintablePages

KINDS = (".pdf", ".html")


class PrintedPages(QObject):
    """The window stays awake: between two pages it does what it is asked for. It ends with its parent."""

    progressed = Signal(int, int)
    """How many students' pages are written, of how many."""
    ended = Signal(int)
    """So many are written: all of them, unless it was stopped."""
    failed = Signal(object)
    """A ClaimlightError. What was written until then stays."""

    def __init__(self, pages: PrintablePages, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._folder = folder
        self._done = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._write)

    def begin(self) -> None:
        self._timer.start(0)

    def stop(self) -> None:
        """Write no further page; what was written stays."""
        if self._timer.isActive():
            self._timer.stop()
            self.ended.emit(self._done)

    def _write(self) -> None:
        one = self._pages.works[self._done]
        try:
            work = self._pages.open(one)
            for kind in KINDS:
                save_for_parents(self._folder / f"{one.stem}{kind}", work)
        except ClaimlightError as error:
            self._timer.stop()
            self.failed.emit(error)
            return
        self._done += 1
        self.progressed.emit(self._done, len(self._pages.works))
        if self._done == len(self._pages.works):
            self.stop()
