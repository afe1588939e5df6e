"""The workbook as a file: is it there, is it ours, is it sound; how to set it aside, make it, bring it back."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from claimlight.core.errors import StoreError
from claimlight.store.connection import SIDE_FILES, is_sound, number, with_rules
from claimlight.store.database import Database
from claimlight.store.migrations import Schema, migrate

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


class Condition(Enum):
    """What stands where the workbook should be."""

    ABSENT = auto()
    EMPTY = auto()
    OURS = auto()
    NEWER = auto()
    FOREIGN = auto()
    DAMAGED = auto()


def condition(file: Path, schema: Schema) -> Condition:
    """Read from the header, without SQLite: a file that is not ours is not even opened."""
    try:
        with file.open("rb") as stream:
            header = stream.read(_HEADER)
    except FileNotFoundError:
        return Condition.ABSENT
    except OSError as error:
        raise StoreError("workbook-unreachable", file=file) from error
    if not header:
        return Condition.EMPTY
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return Condition.DAMAGED
    if int.from_bytes(header[_APPLICATION_ID], "big") != schema.application:
        return Condition.FOREIGN
    newer = int.from_bytes(header[_USER_VERSION], "big") > schema.version
    return Condition.NEWER if newer else Condition.OURS


def opened_condition(db: Database, schema: Schema) -> Condition:
    """What the header cannot tell: whether all of it is sound, and the version in its log."""
    if not is_sound(db):
        return Condition.DAMAGED
    return Condition.NEWER if number(db, "user_version") > schema.version else Condition.OURS


def create(file: Path, schema: Schema) -> None:
    """Make an empty workbook under another name first, so that no half of one ever stands at `file`."""
    part = file.with_suffix(".new")
    part.unlink(missing_ok=True)
    with closing(with_rules(sqlite3.connect(part, isolation_level=None))) as db:
        db.execute(f"PRAGMA application_id = {schema.application}")
        migrate(db, schema)
    install(part, file)


def install(part: Path, file: Path) -> None:
    """Put a finished database at `file`, and make sure that it stays there if the power fails now."""
    os.replace(part, file)
    with suppress(PermissionError):  # Windows opens no folders, and needs none of this
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def set_aside(file: Path, moment: datetime) -> Path:
    """Give `file`, and what SQLite keeps beside it, a dated name of its own. Returns the new place of `file`."""
    aside = _free_name(file, moment)
    for side in ("", *SIDE_FILES):
        with suppress(FileNotFoundError):
            os.rename(f"{file}{side}", f"{aside}{side}")
    return aside


def set_aside_files(folder: Path, name: str = "workbook") -> tuple[Path, ...]:
    """Every damaged store of this name that was kept, with what was beside it."""
    return tuple(sorted(folder.glob(f"{name} set aside *")))


def remove_unfinished(file: Path) -> None:
    """Delete what a program left that died while it made or brought back a workbook."""
    part = file.with_suffix(".new")
    for side in ("", *SIDE_FILES):
        Path(f"{part}{side}").unlink(missing_ok=True)


def _free_name(file: Path, moment: datetime) -> Path:
    name = f"{file.stem} set aside {moment:%Y-%m-%d %H.%M.%S}"
    number = 1
    aside = file.with_name(f"{name}{file.suffix}")
    while any(Path(f"{aside}{side}").exists() for side in ("", *SIDE_FILES)):
        number += 1
        aside = file.with_name(f"{name} ({number}){file.suffix}")
    return aside


def bring_back(backup: Path, file: Path, moment: datetime) -> None:
    """Put a copy of `backup` at `file`; what stood there, or beside it, is set aside first."""
    part = file.with_suffix(".new")
    try:
        with backup.open("rb") as source, part.open("wb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
        set_aside(file, moment)
        install(part, file)
    except OSError as error:
        raise StoreError("backup-not-restored", file=backup) from error
