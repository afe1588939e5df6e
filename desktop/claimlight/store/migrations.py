"""The workbook's tables, and how a file of every earlier version becomes one of this version.

A migration is never changed once it was released; a new one is added below and raises `user_version` by one. Rational
numbers are TEXT ("3/5"), times TEXT in UTC. Changes hold whole highlights as JSON, so migrations clear them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimlight.store.connection import number
from claimlight.store.database import Database

if TYPE_CHECKING:
    import sqlite_utils

APPLICATION = 0x434C5742
"""Says that a file is a workbook: "CLWB"."""


@dataclass(frozen=True, slots=True)
class Schema:
    """What a file of ours is told by (`application_id`), how it came to be, and its present `user_version`."""

    application: int
    migrations: Callable[[], sqlite_utils.Migrations]
    """Made only when a file needs them: loading sqlite_utils takes longer than opening the file."""
    version: int
    name: str = "workbook"
    """How the file and its backups are called."""
    undo: tuple[str, ...] = ("change",)
    """The tables of what can be undone, which a migration empties."""


_VERSION_1 = (
    """
    CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        turn INTEGER NOT NULL,
        created TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        UNIQUE (person_id, name)
    ) STRICT
    """,
    """
    CREATE TABLE lesson (
        id INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        uuid TEXT NOT NULL,
        version INTEGER NOT NULL,
        slug TEXT NOT NULL,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        level TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        topic TEXT NOT NULL,
        content_note TEXT NOT NULL,
        labels TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE lesson_file (
        id INTEGER PRIMARY KEY,
        lesson_id INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL,
        key_hashes TEXT NOT NULL,
        turn INTEGER NOT NULL,
        kept TEXT NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (lesson_id, sha256)
    ) STRICT
    """,
    """
    CREATE TABLE attempt (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
        lesson_id INTEGER NOT NULL REFERENCES lesson(id),
        text_name TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        text_length INTEGER NOT NULL,
        mode TEXT NOT NULL,
        number INTEGER NOT NULL,
        state TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        turn INTEGER NOT NULL,
        opened TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX attempts_of_person ON attempt (person_id, lesson_id)",
    """
    CREATE TABLE annotation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        attempt_id INTEGER NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
        uuid TEXT NOT NULL,
        label TEXT NOT NULL,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        note TEXT NOT NULL,
        sure INTEGER,
        created TEXT NOT NULL,
        UNIQUE (attempt_id, uuid)
    ) STRICT
    """,
    """
    CREATE TABLE attribute (
        id INTEGER PRIMARY KEY,
        annotation_id INTEGER NOT NULL REFERENCES annotation(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        "values" TEXT NOT NULL,
        UNIQUE (annotation_id, name)
    ) STRICT
    """,
    """
    CREATE TABLE link (
        id INTEGER PRIMARY KEY,
        annotation_id INTEGER NOT NULL REFERENCES annotation(id) ON DELETE CASCADE,
        uuid TEXT NOT NULL,
        type TEXT NOT NULL,
        attempt_id INTEGER NOT NULL,
        target TEXT NOT NULL,
        UNIQUE (annotation_id, uuid),
        FOREIGN KEY (attempt_id, target) REFERENCES annotation(attempt_id, uuid) DEFERRABLE INITIALLY DEFERRED
    ) STRICT
    """,
    "CREATE INDEX links_to ON link (attempt_id, target)",
    """
    CREATE TABLE change (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
        undone INTEGER NOT NULL DEFAULT 0,
        uuid TEXT NOT NULL,
        gesture TEXT NOT NULL,
        edits TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX changes_of_attempt ON change (attempt_id, undone)",
    """
    CREATE TABLE snapshot (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        key_hash TEXT NOT NULL,
        confirmed_few INTEGER NOT NULL,
        annotations TEXT NOT NULL,
        made TEXT NOT NULL,
        UNIQUE (attempt_id, number)
    ) STRICT
    """,
    "PRAGMA user_version = 1",
)
_VERSION_2 = (
    """
    CREATE TABLE challenge (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        attempt_id INTEGER NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
        item TEXT NOT NULL,
        highlight TEXT NOT NULL,
        words TEXT NOT NULL,
        made TEXT NOT NULL,
        UNIQUE (attempt_id, item, highlight)
    ) STRICT
    """,
    "ALTER TABLE lesson_file ADD COLUMN mode TEXT NOT NULL DEFAULT 'practice'",
    "PRAGMA user_version = 2",
)


_VERSION_3 = (
    """
    CREATE TABLE review_card (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        reviewed TEXT NOT NULL,
        due TEXT NOT NULL,
        UNIQUE (person_id, kind)
    ) STRICT
    """,
    "CREATE INDEX reviews_due ON review_card (person_id, due, reviewed)",
    """
    CREATE TABLE review_passage (
        id INTEGER PRIMARY KEY,
        card_id INTEGER NOT NULL REFERENCES review_card(id) ON DELETE CASCADE,
        lesson_id INTEGER NOT NULL REFERENCES lesson(id),
        key_hash TEXT NOT NULL,
        text_name TEXT NOT NULL,
        item TEXT NOT NULL,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        turn INTEGER NOT NULL DEFAULT 0,
        UNIQUE (card_id, lesson_id, text_name, "start", "end")
    ) STRICT
    """,
    """
    CREATE TABLE warm_up (
        attempt_id INTEGER PRIMARY KEY REFERENCES attempt(id) ON DELETE CASCADE
    ) STRICT
    """,
    "PRAGMA user_version = 3",
)

_VERSION_4 = (
    """
    CREATE TABLE device (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        signing BLOB NOT NULL,
        sealing BLOB NOT NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE author (
        id INTEGER PRIMARY KEY,
        lesson TEXT NOT NULL UNIQUE,
        key BLOB NOT NULL,
        seen TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE class (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        teacher BLOB NOT NULL,
        bytes BLOB NOT NULL,
        taken TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE person_key (
        person_id INTEGER PRIMARY KEY REFERENCES person(id) ON DELETE CASCADE,
        words TEXT NOT NULL,
        sealing BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE handed_in (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        attempt_id INTEGER NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
        class_id INTEGER NOT NULL REFERENCES class(id),
        number INTEGER NOT NULL,
        hash TEXT NOT NULL,
        content TEXT NOT NULL,
        made TEXT NOT NULL,
        slip BLOB
    ) STRICT
    """,
    "CREATE INDEX handed_in_of_attempt ON handed_in (attempt_id, class_id)",
    """
    CREATE TABLE marks_back (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        attempt_id INTEGER NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        taken TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE released (
        id INTEGER PRIMARY KEY,
        box TEXT NOT NULL UNIQUE,
        key BLOB NOT NULL,
        taken TEXT NOT NULL
    ) STRICT
    """,
    "PRAGMA user_version = 4",
)


def people_lessons_and_highlights(db: sqlite_utils.Database) -> None:
    for statement in _VERSION_1:
        db.execute(statement)


def challenges_and_modes(db: sqlite_utils.Database) -> None:
    for statement in _VERSION_2:
        db.execute(statement)


def reviews(db: sqlite_utils.Database) -> None:
    for statement in _VERSION_3:
        db.execute(statement)


def handing_in(db: sqlite_utils.Database) -> None:
    for statement in _VERSION_4:
        db.execute(statement)


def _migrations() -> sqlite_utils.Migrations:
    from sqlite_utils import Migrations

    migrations = Migrations("workbook")
    migrations()(people_lessons_and_highlights)
    migrations()(challenges_and_modes)
    migrations()(reviews)
    migrations()(handing_in)
    return migrations


WORKBOOK = Schema(APPLICATION, _migrations, version=4)


def migrate(db: Database, schema: Schema) -> None:
    """Bring a new or older file to this version; what could be undone before cannot be undone after."""
    if number(db, "user_version") < schema.version:
        import sqlite_utils

        tables = sqlite_utils.Database(db.conn, execute_plugins=False, strict=True)
        schema.migrations().apply(tables)
        for table in schema.undo:
            db.execute(f"DELETE FROM {table}")  # noqa: S608
