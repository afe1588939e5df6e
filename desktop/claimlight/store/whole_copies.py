"""A whole workbook as one file that its owner takes along: written, verified, and brought back."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from claimlight.core.errors import StoreError
from claimlight.core.identity import Clock
from claimlight.core.identity import now as time_now
from claimlight.store.backups import Backups, write_sound_copy
from claimlight.store.connection import SIDE_FILES, connect, copy_in_memory, is_sound
from claimlight.store.data_folder import DataFolder
from claimlight.store.database import Database
from claimlight.store.migrations import WORKBOOK, Schema
from claimlight.store.workbook_file import Condition, condition, opened_condition, set_aside

_REFUSED = {
    Condition.ABSENT: "copy-not-there",
    Condition.EMPTY: "copy-damaged",
    Condition.DAMAGED: "copy-damaged",
    Condition.NEWER: "copy-newer",
    Condition.FOREIGN: "copy-foreign",
}


def write_copy(db: Database, file: Path) -> None:
    """Copy `db` to `file`. Raises StoreError where something is there already, or it cannot be written."""
    if file.exists():
        raise StoreError("file-is-there", file=file)
    part = file.with_name(f"{file.name}.part")
    try:
        write_sound_copy(db, file, part)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise StoreError("copy-not-written", file=file) from error


def bring_copy(folder: DataFolder, copy: Path, *, clock: Clock = time_now, schema: Schema = WORKBOOK) -> Path | None:
    """Put what `copy` holds in the place of the workbook of `folder`, which nobody has open.

    What was there becomes a backup of its own, which is returned; where it is damaged it is set aside. None where
    nothing was there. Raises StoreError, with everything as it was, when `copy` is no workbook that this version can
    read, or when what is there must not be touched.
    """
    if folder.read_only:
        raise StoreError(folder.read_only.value, folder=folder.path)
    file = folder.path / f"{schema.name}.db"
    with closing(opened_copy(copy, schema)) as source:
        try:
            kept = _made_room(file, folder, clock(), schema)
            write_sound_copy(source, file, file.with_suffix(".new"))
        except (OSError, sqlite3.Error) as error:
            raise StoreError("backup-not-restored", file=copy) from error
    return kept


def opened_copy(copy: Path, schema: Schema) -> Database:
    """What `copy` holds, in memory, with all that is in a log beside it. Raises StoreError where it is none."""
    found = condition(copy, schema)
    if found is not Condition.OURS:
        raise StoreError(_REFUSED[found], file=copy)
    try:
        db = copy_in_memory(copy)
    except sqlite3.DatabaseError as error:
        raise StoreError("copy-damaged", file=copy) from error
    found = opened_condition(db, schema)
    if found is not Condition.OURS:
        db.close()
        raise StoreError(_REFUSED[found], file=copy)
    return db


def _made_room(file: Path, folder: DataFolder, moment: datetime, schema: Schema) -> Path | None:
    found = condition(file, schema)
    if found in (Condition.NEWER, Condition.FOREIGN):
        raise StoreError("workbook-newer" if found is Condition.NEWER else "workbook-foreign", file=file)
    if found in (Condition.ABSENT, Condition.EMPTY):
        return None
    kept = _as_a_backup(file, folder, Backups(folder.path / "backups", schema), moment)
    if kept is None:
        return set_aside(file, moment)
    for side in SIDE_FILES:  # all that was in them is in the file now, and would be read into the next
        Path(f"{file}{side}").unlink(missing_ok=True)
    return kept


def _as_a_backup(file: Path, folder: DataFolder, backups: Backups, moment: datetime) -> Path | None:
    """None where `file` is damaged."""
    try:
        with closing(connect(file, network=folder.network)) as db:
            if not is_sound(db):
                return None
            backups.make(db, backups.before(moment))
    except sqlite3.DatabaseError:
        return None
    return backups.before(moment)
