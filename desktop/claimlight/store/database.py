"""A connection as every store uses it: statements, transactions, nothing else.

It stands in for sqlite_utils.Database, whose module takes 60 ms and 12 MB to load; only a file whose tables are to be
made or changed needs that (see migrations.py).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


class Database:
    """An open SQLite file. `conn` is in autocommit mode: what is not within `atomic` is a transaction by itself."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        return self.conn.execute(sql, values)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """One transaction, rolled back by any exception, also by one of the commit; within another, part of that."""
        if self.conn.in_transaction:
            yield
            return
        self.conn.execute("BEGIN")
        try:
            yield
            self.conn.execute("COMMIT")
        except BaseException:
            self.conn.rollback()
            raise

    def close(self) -> None:
        self.conn.close()
