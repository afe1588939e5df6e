"""Open a store, whatever stands in its place: make it, bring it up to date, refuse it, or set it aside."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from claimlight.core.errors import StoreError
from claimlight.core.identity import Clock, NewId
from claimlight.core.identity import new_id as random_id
from claimlight.core.identity import now as time_now
from claimlight.store.backups import Backups
from claimlight.store.book import Book
from claimlight.store.connection import connect, copy_in_memory, number, plainly, with_rules
from claimlight.store.data_folder import DataFolder
from claimlight.store.database import Database
from claimlight.store.migrations import WORKBOOK, Schema, migrate
from claimlight.store.workbook import Workbook
from claimlight.store.workbook_file import (
    Condition,
    bring_back,
    condition,
    create,
    opened_condition,
    set_aside,
)

BookKind = TypeVar("BookKind", bound=Book)


def open_workbook(
    folder: DataFolder,
    *,
    fresh: bool = False,
    new_id: NewId = random_id,
    clock: Clock = time_now,
    schema: Schema = WORKBOOK,
) -> Workbook:
    """Open the workbook of `folder`; make one where there is none.

    A folder that is read-only gives a copy in memory that refuses every write. Else raises StoreError, and overwrites
    nothing, when the workbook is

    - newer or another program's ("workbook-newer", "workbook-foreign"): it is left as it is;
    - damaged ("workbook-damaged", "workbook-damaged-no-backup"): it is set aside, `set_aside` says where;
    - gone though there are backups ("workbook-missing").

    In the last two, `latest_backup` is the latest good backup or None. `restore_backup` brings it back; opening with
    `fresh` begins an empty workbook instead.
    """
    workbook = open_book(Workbook, folder, schema, fresh=fresh, new_id=new_id, clock=clock)
    try:
        if not workbook.persons():
            workbook.add_person()
    except BaseException:
        workbook.close()
        raise
    return with_concerns(workbook, folder, clock)


def open_book(
    kind: type[BookKind], folder: DataFolder, schema: Schema, *, fresh: bool, new_id: NewId, clock: Clock
) -> BookKind:
    """Open the store of this kind in `folder`; raises what `open_workbook` says. Hand it to `with_concerns` then."""
    file, backups = _file(folder, schema), _backups(folder, schema)
    reason = _why_read_only(folder, file)
    concern: StoreError | None = None
    if reason:
        db = _copy_to_read(file, schema)
    else:
        concern = _make_room(file, backups, fresh, clock, schema)
        db = _brought_up_to_date(file, folder.network, backups, clock, schema)
    book = kind(db, file, backups, new_id=new_id, clock=clock)
    book.concerns = (concern,) if concern else ()
    return book


def with_concerns(book: BookKind, folder: DataFolder, clock: Clock) -> BookKind:
    """`book` with what the window should tell of it, and from now on read-only if it must be.

    Today's backup is made on the way.
    """
    book.read_only = _why_read_only(folder, book.file)
    book.concerns = (*book.concerns, *_concerns(book, folder, clock))
    return book


def restore_backup(folder: DataFolder, *, clock: Clock = time_now, schema: Schema = WORKBOOK) -> Path:
    """Bring back the latest good backup, to be opened next, and return it. What is in its place is set aside.

    Raises StoreError when there is none, or when it cannot be copied.
    """
    backup = _backups(folder, schema).latest_good()
    if backup is None:
        raise StoreError("no-backup", folder=folder.path)
    bring_back(backup, _file(folder, schema), clock())
    return backup


def _file(folder: DataFolder, schema: Schema) -> Path:
    return folder.path / f"{schema.name}.db"


def _backups(folder: DataFolder, schema: Schema) -> Backups:
    return Backups(folder.path / "backups", schema)


def _why_read_only(folder: DataFolder, file: Path) -> StoreError | None:
    if folder.read_only:
        return StoreError(folder.read_only.value, folder=folder.path)
    if file.exists() and not os.access(file, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return StoreError("workbook-read-only", file=file)
    return None


def _copy_to_read(file: Path, schema: Schema) -> Database:
    found = condition(file, schema)
    _refuse(found, file)
    if found in (Condition.ABSENT, Condition.EMPTY):
        db = with_rules(sqlite3.connect(":memory:", isolation_level=None))
    else:
        with plainly(file):
            db = copy_in_memory(file)
    try:
        with plainly(file):
            _refuse_opened(db, file, schema)
            migrate(db, schema)
    except BaseException:
        db.close()
        raise
    return db


def _make_room(file: Path, backups: Backups, fresh: bool, clock: Clock, schema: Schema) -> StoreError | None:
    """See to it that a workbook of ours is there; raise what `open_workbook` says.

    An empty file that nobody has asked to replace is worth a word: what was set aside may have held work once.
    """
    found = condition(file, schema)
    _refuse(found, file)
    if found is Condition.DAMAGED:
        raise _damaged(file, backups, clock)
    if found is Condition.OURS:
        return None
    latest = backups.latest_good()
    if latest and not fresh:
        raise StoreError("workbook-missing", file=file, latest_backup=latest, date=_date(latest))
    backups.keep_apart(clock())
    aside = set_aside(file, clock())
    try:
        with plainly(file):
            create(file, schema)
    except OSError as error:
        raise StoreError("workbook-unreachable", file=file) from error
    return StoreError("workbook-empty", set_aside=aside) if found is Condition.EMPTY and not fresh else None


def _brought_up_to_date(file: Path, network: bool, backups: Backups, clock: Clock, schema: Schema) -> Database:
    try:
        with plainly(file):
            return _migrated(file, network, backups, clock, schema)
    except StoreError as error:
        if error.code == "file-damaged":
            raise _damaged(file, backups, clock) from error
        raise


def _migrated(file: Path, network: bool, backups: Backups, clock: Clock, schema: Schema) -> Database:
    db = connect(file, network=network)
    try:
        _refuse_opened(db, file, schema)
        _migrate_behind_a_backup(db, backups, clock, schema)
    except BaseException:
        db.close()
        raise
    return db


def _migrate_behind_a_backup(db: Database, backups: Backups, clock: Clock, schema: Schema) -> None:
    if number(db, "user_version") < schema.version:
        backups.make(db, backups.before_version(clock().date()))
        migrate(db, schema)


def _refuse_opened(db: Database, file: Path, schema: Schema) -> None:
    found = opened_condition(db, schema)
    _refuse(found, file)
    if found is Condition.DAMAGED:
        raise StoreError("file-damaged", file=file)


def _refuse(found: Condition, file: Path) -> None:
    if found is Condition.NEWER:
        raise StoreError("workbook-newer", file=file)
    if found is Condition.FOREIGN:
        raise StoreError("workbook-foreign", file=file)


def _damaged(file: Path, backups: Backups, clock: Clock) -> StoreError:
    aside = set_aside(file, clock())
    latest = backups.latest_good()
    if latest is None:
        return StoreError("workbook-damaged-no-backup", set_aside=aside, latest_backup=None)
    return StoreError("workbook-damaged", set_aside=aside, latest_backup=latest, date=_date(latest))


def _date(backup: Path) -> str:
    return backup.name.split()[1].removesuffix(".db")


def _concerns(book: Book, folder: DataFolder, clock: Clock) -> Iterator[StoreError]:
    if book.read_only:
        yield book.read_only
        return
    if folder.network:
        yield StoreError("data-folder-on-network", folder=folder.path)
    if not book.backed_up(clock().date()):
        try:
            book.back_up()
        except StoreError as error:
            yield error
