"""One subject of an open database: it reads and writes by the database's own ways, one gesture a transaction."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from claimlight.store.database import Database


class Part:
    """`reading` and `writing` are context managers of the open book; the second gives the time, as it is kept."""

    def __init__(
        self,
        db: Database,
        reading: Callable[[], AbstractContextManager[None]],
        writing: Callable[[], AbstractContextManager[str]],
    ) -> None:
        self._db = db
        self._reading = reading
        self._writing = writing

    def _keys(self, select: str) -> tuple[bytes, bytes] | None:
        """What `select` finds to sign with and to open with; None before the first time."""
        with self._reading():
            found = self._db.execute(select).fetchone()
        return found and (bytes(found[0]), bytes(found[1]))

    def _keep_keys(self, insert: str, signing: bytes, sealing: bytes) -> None:
        with self._writing() as now:
            self._db.execute(insert, [signing, sealing, now])
