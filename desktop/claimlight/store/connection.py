"""Open SQLite files with care, and say in our own words what SQLite says in its."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from claimlight.core.errors import StoreError
from claimlight.store.database import Database

_BUSY_SECONDS = 0.3
"""How long to wait for another program that reads the file; longer would freeze the window."""

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database. A stray one beside another database would be read into it."""

_CODES = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_BUSY: "workbook-busy",
    sqlite3.SQLITE_LOCKED: "workbook-busy",
    sqlite3.SQLITE_READONLY: "workbook-read-only",
    sqlite3.SQLITE_PERM: "workbook-read-only",
    sqlite3.SQLITE_CANTOPEN: "workbook-unreachable",
    sqlite3.SQLITE_IOERR: "disk-failed",
    sqlite3.SQLITE_CORRUPT: "file-damaged",
    sqlite3.SQLITE_NOTADB: "file-damaged",
}


@contextmanager
def plainly(file: Path) -> Iterator[None]:
    """Turn what SQLite says about `file` into a StoreError; mistakes in our own SQL stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        raise StoreError(code, file=file) from error


def connect(file: Path, *, network: bool = False) -> Database:
    """Open `file` to write: a commit is on the disk when it returns, and what is deleted is overwritten.

    On a network share no memory can be shared with others, so the write-ahead log is not used there.
    """
    connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        if network:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute(f"PRAGMA journal_mode = {'DELETE' if network else 'WAL'}")
        return with_rules(connection)
    except BaseException:
        connection.close()
        raise


def with_rules(connection: sqlite3.Connection) -> Database:
    """The connection as every store wants it."""
    for rule in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {rule}")
    return Database(connection)


def copy_in_memory(file: Path) -> Database:
    """A copy of `file` with all that is in its log, taken without writing anything beside it."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with TemporaryDirectory() as folder:
        copy = Path(folder, file.name)
        for side in ("", *SIDE_FILES):
            if Path(f"{file}{side}").exists():
                shutil.copyfile(f"{file}{side}", f"{copy}{side}")
        source = sqlite3.connect(copy)
        try:
            source.backup(memory)
        except BaseException:
            memory.close()
            raise
        finally:
            source.close()
    return with_rules(memory)


def number(db: Database, pragma: str) -> int:
    """The value of a pragma that is a number."""
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def is_sound(db: Database) -> bool:
    """Whether SQLite finds nothing wrong with the file. A file that it cannot read at all makes it raise."""
    return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
