"""The floor of keeping a highlight: one row of its size, committed with `synchronous = FULL`, and nothing else."""

import sqlite3
from pathlib import Path

FILLING = 1000
"""Each commit adds at least a page; at 1,000 pages SQLite carries the log over into the database and writes over it.

A file that grows is slower to write than one that is written over, so measuring begins after so many.
"""


class BareCommits:
    """A database in which each `commit` puts one row on the disk."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        for rule in ("journal_mode = WAL", "synchronous = FULL"):
            self._db.execute(f"PRAGMA {rule}")
        self._db.execute(
            "CREATE TABLE mark (id INTEGER PRIMARY KEY, label TEXT, start INTEGER, stop INTEGER, quote TEXT)"
        )
        for _ in range(FILLING):
            self.commit()

    def commit(self, quote: str = "nine words that a student of average zeal marks") -> None:
        self._db.execute("INSERT INTO mark (label, start, stop, quote) VALUES ('claim', 100, 147, ?)", [quote])

    def close(self) -> None:
        self._db.close()
