"""One student after another: what is decided on their pages is kept, and the page shows what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from claimlight.core.decision import Decision
from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import NewId
from claimlight.store.classbook import Classbook
from claimlight.ui.teacher.student_page import StudentPage
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.work import one_work
from claimlight.work.one_work import OneWork

Show = Callable[[StudentPage], None]
"""Gives a page the window."""
AskForPage = Callable[[QWidget, str], Path | None]
Found = TypeVar("Found")


def ask_for_page(parent: QWidget, name: str) -> Path | None:
    """Ask where to keep the page for parents, and as what: for paper or for a browser."""
    kinds = f"{_('For paper (PDF)')} (*.pdf);;{_('For a browser (HTML)')} (*.html)"
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Page for parents"), f"{name}.pdf", kinds)
    return Path(chosen) if chosen else None


class OneStudent(QObject):
    """The students of one class at one text of one lesson, in the order of their names."""

    left = Signal()
    change_wanted = Signal(str)
    """The answers are to be changed for the whole class; with who it is by."""

    def __init__(self, window: Window, classbook: Classbook, class_id: str, new_id: NewId, show: Show) -> None:
        super().__init__(window)
        self._window = window
        self._classbook = classbook
        self._class = class_id
        self._new_id = new_id
        self._show = show
        self._persons: list[str] = []
        self._work: OneWork | None = None
        self.page: StudentPage | None = None
        self.ask_for_page: AskForPage = ask_for_page

    def open(self, person: str, lesson_hash: str, text: str = "article") -> None:
        """The page of one student."""
        work = self._asked(lambda: one_work.one_work(self._classbook, self._class, person, lesson_hash, text))
        if work is None:
            return
        self._work = work
        self._persons = self._in_order(lesson_hash, text)
        window = self._window
        window.faces.load_for(work.now.lesson.language)
        page = self.page = StudentPage(work, window.commands, window.look, window.announce)
        page.left.connect(self.left)
        page.change_wanted.connect(lambda: self.change_wanted.emit(person))
        page.decided.connect(self._decide)
        page.taken_back.connect(lambda id: self._change(lambda work: one_work.take_back(self._classbook, work, id)))
        page.undo_wanted.connect(lambda: self._change(lambda work: one_work.undo(self._classbook, work)))
        page.redo_wanted.connect(lambda: self._change(lambda work: one_work.redo(self._classbook, work)))
        page.next_wanted.connect(lambda: self._step(1))
        page.previous_wanted.connect(lambda: self._step(-1))
        page.parents_wanted.connect(self._save_for_parents)
        self._show(page)
        self._show_doings()
        page.begin()

    def _in_order(self, lesson_hash: str, text: str) -> list[str]:
        lasts = [works[-1] for works in one_work.latest_works(self._classbook, self._class)]
        here = [one for one in lasts if (one.lesson_hash, one.text) == (lesson_hash, text) and one.percent is not None]
        here.sort(key=lambda one: (one.name.casefold(), one.name, one.person))
        return [one.person for one in here]

    def _step(self, by: int) -> None:
        work = self._work
        at = self._place() + by
        if work is not None and 0 <= at < len(self._persons):
            self.open(self._persons[at], work.received.lesson_hash, work.received.text)

    def _place(self) -> int:
        return self._persons.index(self._work.received.person) if self._work is not None else -1

    def _decide(self, one: Decision) -> None:
        def keep(work: OneWork) -> bool:
            one_work.decide(self._classbook, work, one, new_id=self._new_id)
            return True

        self._change(keep)

    def _change(self, change: Callable[[OneWork], bool]) -> None:
        """Make a change and show the work after it; where the disk refuses, it is told, and all is as before."""
        work, page = self._work, self.page
        if work is None or page is None or not self._asked(lambda: change(work)):
            return
        received = work.received
        again = self._asked(
            lambda: one_work.one_work(
                self._classbook, self._class, received.person, received.lesson_hash, received.text
            )
        )
        if again is not None:
            self._work = again
            page.show_work(again)
            self._show_doings()

    def _show_doings(self) -> None:
        work, page = self._work, self.page
        if work is None or page is None:
            return
        place, decisions, attempt = self._place(), self._classbook.decisions, work.received.attempt
        page.set_doings(
            undo=decisions.undoable(self._class, attempt) is not None,
            redo=decisions.redoable(self._class, attempt) is not None,
            previous=place > 0,
            next=place + 1 < len(self._persons),
        )

    def _save_for_parents(self) -> None:
        from claimlight.ui.teacher.parents_page import save_for_parents

        work = self._work
        if work is None:
            return
        path = self.ask_for_page(self._window, f"{work.name} – {work.now.lesson.title}")
        if path is not None and self._asked(lambda: save_for_parents(path, work)):
            self._window.tell(_("Saved: {file}.").format(file=path.name))

    def _asked(self, what: Callable[[], Found]) -> Found | None:
        try:
            return what()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return None
