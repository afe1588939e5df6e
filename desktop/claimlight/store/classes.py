"""A teacher's classes: keys, names on the list, lessons given out, and every version of what was handed in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimlight.core.roster import RosterEntry
from claimlight.store.database import Database
from claimlight.store.part import Part

if TYPE_CHECKING:
    import sqlite_utils

_TABLES = (
    """
    CREATE TABLE teacher (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        signing BLOB NOT NULL,
        sealing BLOB NOT NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE class (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE,
        file BLOB NOT NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE roster (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        UNIQUE (class_id, name)
    ) STRICT
    """,
    """
    CREATE TABLE given_lesson (
        id INTEGER PRIMARY KEY,
        hash TEXT NOT NULL,
        key_hashes TEXT NOT NULL,
        uuid TEXT NOT NULL,
        title TEXT NOT NULL,
        mode TEXT NOT NULL,
        whole BLOB NOT NULL,
        given BLOB NOT NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX given_by_hash ON given_lesson (hash)",
    """
    CREATE TABLE submission (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        device BLOB NOT NULL,
        lesson TEXT NOT NULL,
        lesson_hash TEXT NOT NULL,
        text TEXT NOT NULL,
        attempt TEXT NOT NULL,
        number INTEGER NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        packed BLOB NOT NULL,
        received TEXT NOT NULL,
        percent INTEGER,
        points TEXT,
        possible TEXT,
        key_hash TEXT,
        UNIQUE (class_id, uuid)
    ) STRICT
    """,
    "CREATE INDEX submissions_of_lesson ON submission (class_id, lesson, person, attempt, number)",
    "CREATE INDEX submissions_of_person ON submission (class_id, person)",
    "PRAGMA user_version = 2",
)
_TEACHER = """
    CREATE TABLE teacher (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        secret BLOB,
        locked BLOB,
        asked INTEGER NOT NULL DEFAULT 0,
        made TEXT NOT NULL,
        CHECK ((secret IS NULL) <> (locked IS NULL))
    ) STRICT
"""
_RECEIVED = """
    SELECT uuid, person, name, device, lesson, lesson_hash, text, attempt, number, previous, hash, packed, percent,
        points, possible, key_hash, attempt_number, challenges, id
    FROM submission WHERE class_id = ?1 AND (?2 IS NULL OR lesson = ?2)
    ORDER BY lesson, person, attempt_number, attempt, number, id
"""


def classes(db: sqlite_utils.Database) -> None:
    """The migration that makes these tables."""
    for statement in _TABLES:
        db.execute(statement)


def teachers_lock(db: sqlite_utils.Database) -> None:
    """The migration after which a teacher's keys can be kept locked: the two keys of before are one secret."""
    kept = db.execute("SELECT signing, sealing, made FROM teacher").fetchone()
    db.execute("DROP TABLE teacher")
    db.execute(_TEACHER)
    if kept is not None:
        db.execute(
            "INSERT INTO teacher (id, secret, made) VALUES (1, ?, ?)", [bytes(kept[0]) + bytes(kept[1]), kept[2]]
        )
    db.execute("PRAGMA user_version = 3")


def school_ids(db: sqlite_utils.Database) -> None:
    """The migration after which a name on a list can have the number that the school knows it by."""
    db.execute("ALTER TABLE roster ADD COLUMN school TEXT NOT NULL DEFAULT ''")
    db.execute("PRAGMA user_version = 6")


@dataclass(frozen=True, slots=True)
class KeptTeacher:
    """What the teacher's keys are made of: `secret`, or, closed with a passphrase, `locked`.

    `asked` says that somebody answered whether others use this computer.
    """

    secret: bytes | None = None
    locked: bytes | None = None
    asked: bool = False

    def __repr__(self) -> str:
        return "KeptTeacher(…)"


@dataclass(frozen=True, slots=True)
class KnownClass:
    id: str
    name: str
    file: bytes


@dataclass(frozen=True, slots=True)
class GivenLesson:
    """A lesson that was given out: `whole` with all answers, `given` the file that students have."""

    hash: str
    id: str
    title: str
    mode: str
    whole: bytes
    given: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """One version of somebody's work as it arrived. Points are fractions as text; None where it has no grade.

    `order` grows with the arrival.
    """

    id: str
    person: str
    name: str
    device: bytes
    lesson: str
    lesson_hash: str
    text: str
    attempt: str
    number: int
    previous: str
    hash: str
    packed: bytes
    percent: int | None = None
    points: str | None = None
    possible: str | None = None
    key_hash: str | None = None
    attempt_number: int = 1
    challenges: int = 0
    order: int = field(default=0, compare=False)


class Classes(Part):
    """The part of a classbook that is about classes. One gesture is one transaction."""

    def teacher(self) -> KeptTeacher | None:
        """What the teacher's keys are made of; None before the first time."""
        with self._reading():
            found = self._db.execute("SELECT secret, locked, asked FROM teacher").fetchone()
        return found and KeptTeacher(found[0], found[1], bool(found[2]))

    def keep_teacher(self, kept: KeptTeacher) -> None:
        """In place of what was kept before. `Classbook.keep_teacher_everywhere` sees to the backups, too."""
        with self._writing() as now:
            write_teacher(self._db, kept, now)

    @property
    def has_signed(self) -> bool:
        """Whether there is anything that the teacher's keys have signed: a class, or a lesson that was given out."""
        with self._reading():
            found = self._db.execute("SELECT EXISTS (SELECT 1 FROM class) OR EXISTS (SELECT 1 FROM given_lesson)")
            return bool(found.fetchone()[0])

    def all(self) -> tuple[KnownClass, ...]:
        """The one that was made first comes first."""
        with self._reading():
            found = self._db.execute("SELECT uuid, name, file FROM class ORDER BY id")
            return tuple(KnownClass(id, name, bytes(file)) for id, name, file in found)

    def name(self, class_id: str) -> str:
        """How the class is called here."""
        with self._reading():
            found = self._db.execute("SELECT name FROM class WHERE uuid = ?", [class_id]).fetchone()
        return str(found[0])

    def keep(self, known: KnownClass, roster: Iterable[str], school_ids: Mapping[str, str] | None = None) -> None:
        """Keep a class, or its newer file, with the names on its list.

        `school_ids` are by name; a name that is not in it keeps the one that it had.
        """
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO class (uuid, name, file, made) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, file = excluded.file",
                [known.id, known.name, known.file, now],
            )
            row = self._row(known.id)
            ids = dict(self._db.execute("SELECT name, school FROM roster WHERE class_id = ?", [row]).fetchall())
            ids.update(school_ids or {})
            self._db.execute("DELETE FROM roster WHERE class_id = ?", [row])
            for name in roster:
                self._db.execute(
                    "INSERT INTO roster (class_id, name, school) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    [row, name, ids.get(name, "")],
                )

    def roster(self, class_id: str) -> tuple[str, ...]:
        with self._reading():
            found = self._db.execute(
                "SELECT roster.name FROM roster JOIN class ON class.id = class_id WHERE uuid = ? ORDER BY roster.id",
                [class_id],
            )
            return tuple(name for (name,) in found)

    def entries(self, class_id: str) -> tuple[RosterEntry, ...]:
        """The names on the list with the numbers that the school knows them by."""
        with self._reading():
            found = self._db.execute(
                "SELECT roster.name, school FROM roster JOIN class ON class.id = class_id WHERE uuid = ?"
                " ORDER BY roster.id",
                [class_id],
            )
            return tuple(RosterEntry(name, school) for name, school in found)

    def give(self, lesson: GivenLesson, key_hashes: str) -> None:
        """Remember what was given out, with the answers that it is to be graded by."""
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO given_lesson (hash, key_hashes, uuid, title, mode, whole, given, made)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    *(lesson.hash, key_hashes, lesson.id, lesson.title),
                    *(lesson.mode, lesson.whole, lesson.given, now),
                ],
            )

    def given(self, lesson_hash: str) -> GivenLesson | None:
        """This version as it was given out last."""
        with self._reading():
            found = self._db.execute(
                "SELECT hash, uuid, title, mode, whole, given FROM given_lesson WHERE hash = ?"
                " ORDER BY id DESC LIMIT 1",
                [lesson_hash],
            ).fetchone()
        return found and GivenLesson(*found)

    def hashes_of(self, class_id: str, ids: Iterable[str]) -> dict[str, str]:
        """The hashes of those works with these ids that are here, by id."""
        with self._reading():
            found = self._db.execute(
                "SELECT uuid, hash FROM submission WHERE class_id = ? AND uuid IN (SELECT value FROM json_each(?))",
                [self._row(class_id), json.dumps(list(ids))],
            )
            return {str(id): str(hash) for id, hash in found}

    def devices_of(self, class_id: str, persons: Iterable[str]) -> dict[str, bytes]:
        """The public keys of the computers that these persons' first works came from, by person."""
        with self._reading():
            found = self._db.execute(
                "SELECT person, device, MIN(id) FROM submission"
                " WHERE class_id = ? AND person IN (SELECT value FROM json_each(?)) GROUP BY person",
                [self._row(class_id), json.dumps(list(persons))],
            )
            return {str(person): bytes(device) for person, device, _first in found}

    def receive(self, class_id: str, works: Iterable[Received]) -> None:
        """Keep several works in one transaction; one that is here already stays as it is."""
        with self._writing() as now:
            row = self._row(class_id)
            self._db.conn.executemany(
                "INSERT INTO submission (class_id, received, uuid, person, name, device, lesson, lesson_hash, text,"
                " attempt, number, previous, hash, packed, percent, points, possible, key_hash, attempt_number,"
                " challenges)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (class_id, uuid) DO NOTHING",
                [
                    [
                        *(row, now, one.id, one.person, one.name, one.device, one.lesson, one.lesson_hash, one.text),
                        *(one.attempt, one.number, one.previous, one.hash, one.packed),
                        *(one.percent, one.points, one.possible, one.key_hash, one.attempt_number, one.challenges),
                    ]
                    for one in works
                ],
            )
        self._db.execute("PRAGMA shrink_memory")  # a class of thousands takes no more than one of a hundred

    def received(self, class_id: str, lesson: str | None = None) -> Iterator[Received]:
        """Every version of every work, by lesson and person. Which counts, says `work/which_counts.py`."""
        with self._reading():
            found = self._db.execute(_RECEIVED, [self._row(class_id), lesson])
            for row in found:
                yield Received(*row)

    def _row(self, class_id: str) -> int:
        found = self._db.execute("SELECT id FROM class WHERE uuid = ?", [class_id]).fetchone()
        if found is None:
            raise ValueError(f"there is no class {class_id}")
        return int(found[0])


def write_teacher(db: Database, kept: KeptTeacher, now: str) -> None:
    db.execute(
        "INSERT INTO teacher (id, secret, locked, asked, made) VALUES (1, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, locked = excluded.locked, asked = excluded.asked",
        [kept.secret, kept.locked, int(kept.asked), now],
    )
