"""Look for prepared folders on the drives that are in, now and then, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal

from claimlight.handin.marker import is_prepared
from claimlight.session.beside import Beside

if TYPE_CHECKING:
    from claimlight.handin.drop_folder import DropFolder

LOOK_MS = 2000
"""How long a stick may be in before it is seen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A prepared folder that is there now. `stamp` changes with what lies in it, where the file system tells."""

    drop: DropFolder
    on_drive: bool
    """Whether it is at the top of a drive, not in a folder that somebody chose."""
    stamp: tuple[int, ...] = ()


Roots = Callable[[], Iterable[Path]]


class StickWatch(QObject):
    """Looks while `go_on` was called last, not `pause`. Drives and the chosen folder do not wait for each other."""

    changed = Signal(object)
    """What is there now (tuple of Seen) is not what was there at the last look."""

    def __init__(self, drives: Roots, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drives = drives
        self._chosen: Path | None = None
        self._on_drives: tuple[Seen, ...] = ()
        self._in_folder: tuple[Seen, ...] = ()
        self._drive_look = Beside(self)
        self._folder_look = Beside(self)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def seen(self) -> tuple[Seen, ...]:
        """What was there at the last look; a drive before the chosen folder."""
        here = {each.drop.path for each in self._on_drives}
        return (*self._on_drives, *(each for each in self._in_folder if each.drop.path not in here))

    def watch_folder(self, folder: Path | None, seen: Seen | None = None) -> None:
        """Look there, too, from now on; `seen` is what is there."""
        self._chosen = folder
        self._in_folder = (seen,) if seen is not None else ()

    def go_on(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
            self.look()

    def pause(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Look now; where a look hangs, no other is begun there."""
        self._drive_look.do(lambda _tell: _prepared(self._drives(), on_drive=True), self._take_drives, _nothing)
        if self._chosen is not None:
            roots = (self._chosen,)
            self._folder_look.do(lambda _tell: _prepared(roots, on_drive=False), self._take_folder, _nothing)

    def _take_drives(self, found: tuple[Seen, ...]) -> None:
        before, self._on_drives = self._on_drives, found
        if before != found:
            self.changed.emit(self.seen)

    def _take_folder(self, found: tuple[Seen, ...]) -> None:
        before, self._in_folder = self._in_folder, found
        if before != found:
            self.changed.emit(self.seen)


def drives() -> tuple[Path, ...]:
    """The top of every drive that is ready, but for the system's own."""
    mounted = (drive for drive in QStorageInfo.mountedVolumes() if drive.isReady() and not drive.isRoot())
    return tuple(Path(drive.rootPath()) for drive in mounted)


def _prepared(roots: Iterable[Path], *, on_drive: bool) -> tuple[Seen, ...]:
    """What is prepared at `roots`. What reads it is loaded only where there is something."""
    there = [root for root in roots if is_prepared(root)]
    if not there:
        return ()
    from claimlight.handin.drop_folder import find, stamp

    return tuple(Seen(drop, on_drive, stamp(drop)) for drop in find(there))


def _nothing(_error: object) -> None:
    """A folder that fails while it is looked at is as good as none."""
