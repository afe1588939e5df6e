"""Dated copies of a store: made by SQLite's own backup, verified before they count, thinned as they age."""

import logging
import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from claimlight.core.errors import StoreError
from claimlight.store.connection import SIDE_FILES, is_sound, number, with_rules
from claimlight.store.database import Database
from claimlight.store.migrations import Schema
from claimlight.store.workbook_file import Condition, condition, install

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many days, weeks and months with a backup keep one."""

_DATED = r"(\d{4}-\d\d-\d\d)( before .+)?\.db"
_log = logging.getLogger(__name__)


class Backups:
    """The backups in `folder`, of files that follow `schema`."""

    def __init__(self, folder: Path, schema: Schema) -> None:
        self.folder = folder
        self._schema = schema

    def of_day(self, day: date) -> Path:
        return self.folder / f"{self._schema.name} {day}.db"

    def before_version(self, day: date) -> Path:
        return self.folder / f"{self._schema.name} {day} before version {self._schema.version}.db"

    def make(self, db: Database, backup: Path) -> None:
        """Copy `db` to `backup`, in place of an older copy only once this one is sound, then thin the rest.

        Raises StoreError when it cannot be made; then an older copy is still there.
        """
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            self._write(db, backup, lambda _copy: None)
            self._thin()
        except (OSError, sqlite3.Error) as error:
            raise StoreError("backup-failed", folder=self.folder) from error

    def latest_good(self) -> Path | None:
        """The newest backup that is sound and that this version can read."""
        return next((backup for backup in self._all() if self._is_good(backup)), None)

    def rewrite(self, edit: Callable[[Database], None]) -> tuple[Path, ...]:
        """Change every backup by `edit`, leaving no trace of what was deleted.

        Returns those that are damaged and could not be changed. Raises StoreError when the disk fails.
        """
        unreadable: list[Path] = []
        try:
            self._remove_unfinished()
            for backup in self._all():
                if not self._is_good(backup):
                    unreadable.append(backup)
                    continue
                with closing(_open(backup)) as db:
                    self._write(db, backup, edit)
        except (OSError, sqlite3.Error) as error:
            raise StoreError("backup-failed", folder=self.folder) from error
        return tuple(unreadable)

    def before(self, moment: datetime) -> Path:
        """Where a backup stands that a later one of the same day must not replace."""
        return self.folder / f"{self._schema.name} {moment:%Y-%m-%d} before {moment:%H.%M.%S}.db"

    def keep_apart(self, moment: datetime) -> None:
        """Give today's backup another name, so that the workbook that is begun now does not take its place."""
        backup = self.of_day(moment.date())
        if backup.exists():
            backup.rename(self.before(moment))

    def _all(self) -> list[Path]:
        """The newest first. Among those of one day, the time of the file decides."""
        dated = [(day, file.stat().st_mtime_ns, file) for day, file in self._dated()]
        return [file for _day, _time, file in sorted(dated, reverse=True)]

    def _dated(self) -> list[tuple[date, Path]]:
        name = self._schema.name
        return [
            (date.fromisoformat(found[1]), file)
            for file in self.folder.glob(f"{name} *.db")
            if (found := re.fullmatch(f"{name} {_DATED}", file.name))
        ]

    def _write(self, source: Database, backup: Path, edit: Callable[[Database], None]) -> None:
        write_sound_copy(source, backup, backup.with_suffix(".part"), edit)

    def _remove_unfinished(self) -> None:
        """What a program that died while it copied has left; it may hold anybody's work."""
        for part in self.folder.glob(f"{self._schema.name} *.part*"):
            part.unlink()

    def _is_good(self, backup: Path) -> bool:
        try:
            if condition(backup, self._schema) is not Condition.OURS:
                return False
            with closing(_open(backup)) as db:
                return is_sound(db) and number(db, "user_version") <= self._schema.version
        except (StoreError, sqlite3.Error):
            return False

    def _thin(self) -> None:
        dated = self._dated()
        keep = kept_days(day for day, _file in dated)
        for day, file in dated:
            if day not in keep:
                _log.info("removing the backup of %s", day)
                file.unlink()


def kept_days(days: Iterable[date]) -> set[date]:
    """The last 7 of `days`, the last day of each of the last 4 weeks, of each of the last 12 months, that have any.

    Counted over the days that have a backup, so that nothing is lost while nobody works.
    """
    newest_first = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {*newest_first[:DAYS], *list(weeks.values())[:WEEKS], *list(months.values())[:MONTHS]}


def write_sound_copy(
    source: Database, target: Path, part: Path, edit: Callable[[Database], None] = lambda _copy: None
) -> None:
    """Copy `source`, changed by `edit`, to `target` by way of `part`: `target` is replaced only by a sound copy.

    Nobody else on this computer may read it. Raises OSError or sqlite3.Error.
    """
    _remove(part)
    part.touch(mode=0o600)
    with closing(with_rules(sqlite3.connect(part, isolation_level=None))) as copy:
        source.conn.backup(copy.conn)
        copy.execute("PRAGMA journal_mode = DELETE")
        edit(copy)
        if not is_sound(copy):
            raise sqlite3.DatabaseError("the copy is not sound")
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    install(part, target)


def _open(backup: Path) -> Database:
    """A backup is complete in itself and nobody writes to it: nothing need be written beside it."""
    uri = f"{backup.as_uri()}?mode=ro&immutable=1"
    return Database(sqlite3.connect(uri, uri=True, isolation_level=None))


def _remove(part: Path) -> None:
    for side in ("", *SIDE_FILES):
        Path(f"{part}{side}").unlink(missing_ok=True)
