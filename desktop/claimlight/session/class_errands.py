"""What a class needs done beside the window: collected, put on a stick, given back. One errand at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, get_ident
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.session.beside import Ask, Beside
from claimlight.session.teaching import Teaching
from claimlight.session.unnoticed import unnoticed

if TYPE_CHECKING:
    from claimlight.handin.drop_folder import DropFolder
    from claimlight.store.classbook import Classbook
    from claimlight.work.class_folder import Prepared
    from claimlight.work.collect import Collected

Answer = TypeVar("Answer")
Aside = tuple[tuple[str, str], ...]
"""Names of files, each with the reason why it was set aside."""
Failed = Callable[[ClaimlightError], object]


class ClassErrands(QObject):
    """The thread reads and writes files; the classbook stays with the window's, which answers what is asked."""

    progressed = Signal(int, int)

    def __init__(self, teaching: Teaching, parent: QObject) -> None:
        super().__init__(parent)
        self._teaching = teaching
        self._beside = Beside(self)
        self._stopped = Event()

    @property
    def working(self) -> bool:
        return self._beside.working

    def stop(self) -> None:
        """Look at no further file; what was done until then stays."""
        self._stopped.set()

    def collect(
        self, class_id: str, sources: Sequence[Path], done: Callable[[Collected], object], failed: Failed
    ) -> bool:
        """From folders, sticks and single files. False where something else goes on."""
        from claimlight.work.collect import collect_beside

        return self._begin(
            lambda ask: collect_beside(
                self._book(ask), sources, class_id, progress=self.progressed.emit, cancelled=self._stopped.is_set
            ),
            done,
            failed,
        )

    def find(self, class_id: str, done: Callable[[DropFolder | None], object], failed: Failed) -> bool:
        """The class's folder, where it can be reached now."""
        from claimlight.session.stick_watch import drives
        from claimlight.work.class_folder import folder_of

        return self._begin(lambda ask: folder_of(self._book(ask), class_id, drives()), done, failed)

    def aside(self, class_id: str, done: Callable[[Aside | None], object], failed: Failed) -> bool:
        """What was ever set aside in the class's folder, where that can be reached now."""
        from claimlight.session.stick_watch import drives
        from claimlight.work.class_folder import aside_of

        return self._begin(lambda ask: aside_of(self._book(ask), class_id, drives()), done, failed)

    def prepare(self, class_id: str, place: Path, done: Callable[[Prepared], object], failed: Failed) -> bool:
        from claimlight.work.class_folder import prepare_beside

        return self._begin(lambda ask: prepare_beside(self._book(ask), class_id, place), done, failed)

    def give_back(
        self,
        class_id: str,
        drop: DropFolder,
        lesson: str | None,
        *,
        only_due: bool,
        done: Callable[[int], object],
        failed: Failed,
    ) -> bool:
        """`done` is told how many were given back."""
        from claimlight.work.give_back import give_back_beside

        return self._begin(
            lambda ask: give_back_beside(
                self._book(ask),
                drop,
                class_id,
                lesson,
                only_due=only_due,
                progress=self.progressed.emit,
                cancelled=self._stopped.is_set,
            ),
            done,
            failed,
        )

    def _begin(self, work: Callable[[Ask], Answer], done: Callable[[Answer], object], failed: Failed) -> bool:
        if self.working:
            return False
        self._stopped.clear()

        def unseen(ask: Ask) -> Answer:
            with unnoticed():
                return work(ask)

        return self._beside.do(unseen, done, failed)

    def _book(self, ask: Ask) -> _Asking:
        return _Asking(ask, self._teaching)


class _Asking:
    """Has the window's thread do something with the classbook, and waits for what comes of it."""

    def __init__(self, ask: Ask, teaching: Teaching) -> None:
        self._ask = ask
        self._teaching = teaching
        self._thread = get_ident()

    def __call__(self, what: Callable[[Classbook], Answer]) -> Answer:
        if get_ident() != self._thread:  # what is being answered asks something itself
            return what(self._teaching.classbook)
        answers: list[Answer] = []
        self._ask(lambda: answers.append(what(self._teaching.classbook)))
        return answers[0]
