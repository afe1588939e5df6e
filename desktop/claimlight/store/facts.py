"""What is known of each work that was handed in, kept as it was worked out, so that results open at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimlight.store.part import Part

if TYPE_CHECKING:
    import sqlite_utils

_TABLES = (
    """
    CREATE TABLE work_facts (
        submission_id INTEGER PRIMARY KEY REFERENCES submission(id) ON DELETE CASCADE,
        key_hash TEXT NOT NULL,
        grader INTEGER NOT NULL,
        facts BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE second_key (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        lesson_hash TEXT NOT NULL,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX second_keys_of_lesson ON second_key (lesson_hash)",
    "PRAGMA user_version = 5",
)
_OF_LESSON = """
    SELECT submission.uuid, person, name, lesson_hash, text, attempt, attempt_number, number, submission.id,
        work_facts.key_hash, grader, facts
    FROM submission LEFT JOIN work_facts ON submission_id = submission.id
    WHERE class_id = ? AND lesson = ? ORDER BY person, text, submission.id
"""

_VERSIONS = """
    SELECT uuid, person, name, lesson_hash, text, attempt, attempt_number, number, id, NULL, NULL, NULL
    FROM submission WHERE class_id = ? AND lesson = ? ORDER BY person, text, id
"""


def facts(db: sqlite_utils.Database) -> None:
    """The migration that makes these tables."""
    for statement in _TABLES:
        db.execute(statement)


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """One version of a work; `key_hash` and `grader` say by which answers and rules its facts (None: not yet) were
    worked out. `order` grows with the arrival."""

    id: str
    person: str
    name: str
    lesson_hash: str
    text: str
    attempt: str
    attempt_number: int
    number: int
    order: int
    key_hash: str | None
    grader: int | None
    facts: bytes | None


@dataclass(frozen=True, slots=True)
class SecondKey:
    """Another teacher's answers to the article of a lesson, as the JSON of a key file."""

    id: str
    name: str
    key: str


class Facts(Part):
    """The part of a classbook that results are read from. Facts go with the work that they are about."""

    def of_lesson(self, class_id: str, lesson: str, *, bare: bool = False) -> tuple[KeptFacts, ...]:
        """Every version of every work, by person and text; `bare`: without the facts, and much sooner."""
        select = _VERSIONS if bare else _OF_LESSON
        with self._reading():
            return tuple(KeptFacts(*row) for row in self._db.execute(select, [self._class(class_id), lesson]))

    def packed(self, class_id: str, work: str) -> bytes:
        """A work as it was handed in, with its proof."""
        with self._reading():
            found = self._db.execute(
                "SELECT packed FROM submission WHERE class_id = ? AND uuid = ?", [self._class(class_id), work]
            ).fetchone()
        if found is None:
            raise ValueError(f"there is no work {work}")
        return bytes(found[0])

    def keep(self, class_id: str, key_hash: str, grader: int, known: Iterable[tuple[str, bytes]]) -> None:
        """Keep facts for several works, given by their ids, in one transaction, in place of what was known before."""
        with self._writing():
            row = self._class(class_id)
            self._db.conn.executemany(
                "INSERT INTO work_facts (submission_id, key_hash, grader, facts)"
                " SELECT id, ?1, ?2, ?3 FROM submission WHERE class_id = ?4 AND uuid = ?5"
                " ON CONFLICT (submission_id) DO UPDATE SET key_hash = ?1, grader = ?2, facts = ?3",
                [(key_hash, grader, said, row, id) for id, said in known],
            )
        self._db.execute("PRAGMA shrink_memory")  # as in `Classes.receive`

    def second_keys(self, lesson_hash: str) -> tuple[SecondKey, ...]:
        """The one that was added first comes first."""
        with self._reading():
            found = self._db.execute(
                "SELECT uuid, name, key FROM second_key WHERE lesson_hash = ? ORDER BY id", [lesson_hash]
            )
            return tuple(SecondKey(*row) for row in found)

    def add_second_key(self, lesson_hash: str, key: SecondKey) -> None:
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO second_key (uuid, lesson_hash, name, key, made) VALUES (?, ?, ?, ?, ?)",
                [key.id, lesson_hash, key.name, key.key, now],
            )

    def remove_second_key(self, id: str) -> None:
        with self._writing():
            self._db.execute("DELETE FROM second_key WHERE uuid = ?", [id])

    def _class(self, class_id: str) -> int:
        found = self._db.execute("SELECT id FROM class WHERE uuid = ?", [class_id]).fetchone()
        if found is None:
            raise ValueError(f"there is no class {class_id}")
        return int(found[0])
