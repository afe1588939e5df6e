"""Do something slow in a thread beside the window, and hear of it in the window's own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from claimlight.core.errors import ClaimlightError

Done = TypeVar("Done")
Ask = Callable[[Callable[[], object]], None]
"""Has something done in the window's thread, and waits for it. Raises what that raised."""


class Beside(QObject):
    """One thing at a time. A thread that hangs on a dead drive holds nothing up, not even the end of the program."""

    _told = Signal(object, object)
    """What is to be called here, and what to do instead once this was left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._working = False
        self._left = False
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def working(self) -> bool:
        return self._working

    def leave(self) -> None:
        """The window goes: nothing is called here any more, and a thread that asks something ends there."""
        self._left = True

    def do(
        self,
        work: Callable[[Ask], Done],
        done: Callable[[Done], object],
        failed: Callable[[ClaimlightError], object],
    ) -> bool:
        """Begin `work`; then `done` or `failed` is called here. False, with nothing begun, while something goes on."""
        if self._working:
            return False
        self._working = True

        def run() -> None:
            try:
                result = work(self._ask)
            except _LeftError:
                return
            except ClaimlightError as error:
                self._tell(self._ending(failed, error))
            except Exception as mistake:  # noqa: BLE001 # raised again where the program hears of mistakes
                self._tell(self._ending(_raise, mistake))
            else:
                self._tell(self._ending(done, result))

        threading.Thread(target=run, daemon=True).start()
        return True

    def _ask(self, call: Callable[[], object]) -> None:
        answers: SimpleQueue[Exception | None] = SimpleQueue()

        def answer() -> None:
            try:
                call()
            except Exception as error:  # noqa: BLE001 # it belongs to whoever asked
                answers.put(error)
            else:
                answers.put(None)

        self._tell(answer, lambda: answers.put(_LeftError()))
        error = answers.get()
        if error is not None:
            raise error

    def _ending(self, then: Callable[[Done], object], what: Done) -> Callable[[], object]:
        def end() -> None:
            self._working = False
            then(what)

        return end

    def _tell(self, call: Callable[[], object], instead: Callable[[], object] = lambda: None) -> None:
        try:
            self._told.emit(call, instead)
        except RuntimeError:
            return  # the window went in this very moment: nobody is left to be told

    def _hear(self, call: Callable[[], object], instead: Callable[[], object]) -> None:
        (instead if self._left else call)()


class _LeftError(Exception):
    """What the thread asks is answered by nobody any more."""


def _raise(mistake: Exception) -> None:
    raise mistake
