"""What every store of ours is: one open SQLite file in which a gesture is one transaction, with dated backups."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

from claimlight.core.errors import StoreError
from claimlight.core.identity import Clock, NewId
from claimlight.store.backups import Backups
from claimlight.store.connection import plainly
from claimlight.store.database import Database

_log = logging.getLogger(__name__)


class Book:
    """An open store; `store.opening` opens one.

    Every method may raise StoreError when the disk fails or is full; then nothing has changed. When `read_only` says
    why nothing can be written, so does every method that writes. `concerns` are what the window should tell once: a
    folder that is read-only or on a network, a backup that could not be made.
    """

    def __init__(self, db: Database, file: Path, backups: Backups, *, new_id: NewId, clock: Clock) -> None:
        self.file = file
        self.concerns: tuple[StoreError, ...] = ()
        self.read_only: StoreError | None = None
        self._db = db
        self._backups = backups
        self._new_id = new_id
        self._clock = clock
        self._written = False

    def close(self) -> None:
        """Bring today's backup up to date, if anything was written, and let go of the file."""
        try:
            if self._written and not self.read_only:
                self.back_up()
        except StoreError as error:
            _log.warning("no backup at closing: %s", error.code)
        finally:
            self._written = False
            self._db.close()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Whatever is written within is one gesture: all of it, or, where anything fails, nothing."""
        with self._writing():
            yield

    def back_up(self) -> None:
        """Make today's backup, in place of an earlier one of today. Raises StoreError when it cannot be made."""
        self._backups.make(self._db, self._backups.of_day(self._clock().date()))

    def copy_to(self, file: Path) -> None:
        """Write all of it to `file`, for its owner to take along. Raises StoreError; then `file` is as it was."""
        from claimlight.store.whole_copies import write_copy

        write_copy(self._db, file)

    def backed_up(self, day: date) -> bool:
        """Whether there is a backup of `day`."""
        return self._backups.of_day(day).exists()

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise self.read_only

    def _reading(self) -> AbstractContextManager[None]:
        return plainly(self.file)

    @contextmanager
    def _writing(self) -> Iterator[str]:
        """One transaction; gives the time. It is rolled back by any exception."""
        self._refuse_read_only()
        with plainly(self.file), self._db.atomic():
            yield self._clock().isoformat(timespec="seconds")
        self._written = True
