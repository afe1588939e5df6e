"""Who handed what in, at a glance: whose work it is, whether it was looked at, and what was given back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from claimlight.store.part import Part

if TYPE_CHECKING:
    import sqlite_utils

_TABLES = (
    "ALTER TABLE submission ADD COLUMN attempt_number INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE submission ADD COLUMN challenges INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE known_as (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        person TEXT NOT NULL,
        name TEXT,
        UNIQUE (class_id, person)
    ) STRICT
    """,
    """
    CREATE TABLE left_class (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        moved_to INTEGER REFERENCES class(id) ON DELETE SET NULL,
        UNIQUE (class_id, name)
    ) STRICT
    """,
    """
    CREATE TABLE seen_work (
        submission_id INTEGER PRIMARY KEY REFERENCES submission(id) ON DELETE CASCADE,
        seen TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE given_back (
        id INTEGER PRIMARY KEY,
        submission_id INTEGER NOT NULL REFERENCES submission(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        points TEXT NOT NULL,
        made TEXT NOT NULL,
        UNIQUE (submission_id, number)
    ) STRICT
    """,
    # Holds all that a glance needs, so that no work itself is read for it.
    """
    CREATE INDEX works_at_a_glance ON submission (
        class_id, lesson, person, attempt_number, number, id, uuid, name, lesson_hash, text, attempt, received,
        percent, points, possible, challenges)
    """,
    "PRAGMA user_version = 4",
)
_GLANCE = """
    SELECT submission.id, submission.uuid, person, submission.name, lesson, lesson_hash, text, attempt,
        attempt_number, submission.number, received, percent, submission.points, possible, challenges,
        seen_work.seen IS NOT NULL, COALESCE(back.number, 0), COALESCE(back.points, ''), back.said
    FROM submission LEFT JOIN seen_work ON seen_work.submission_id = submission.id
        LEFT JOIN (
            SELECT submission_id, MAX(number) AS number, points, said FROM given_back GROUP BY submission_id
        ) AS back ON back.submission_id = submission.id
    WHERE class_id = (SELECT id FROM class WHERE class.uuid = ?)
    ORDER BY lesson, person, attempt_number, submission.number, submission.id
"""


_ALONG = (
    """
    UPDATE decision SET class_id = (SELECT id FROM class WHERE uuid = ?3)
    WHERE class_id = (SELECT id FROM class WHERE uuid = ?1) AND attempt IN (
        SELECT attempt FROM submission JOIN class ON class.id = class_id WHERE class.uuid = ?3 AND person = ?2)
    """,
    """
    UPDATE OR IGNORE told SET class_id = (SELECT id FROM class WHERE uuid = ?3)
    WHERE class_id = (SELECT id FROM class WHERE uuid = ?1) AND attempt IN (
        SELECT attempt FROM submission JOIN class ON class.id = class_id WHERE class.uuid = ?3 AND person = ?2)
    """,
    """
    UPDATE told_right SET class_id = (SELECT id FROM class WHERE uuid = ?3)
    WHERE class_id = (SELECT id FROM class WHERE uuid = ?1) AND attempt IN (
        SELECT attempt FROM submission JOIN class ON class.id = class_id WHERE class.uuid = ?3 AND person = ?2)
    """,
    """
    DELETE FROM changed_mark
    WHERE class_id = (SELECT id FROM class WHERE uuid = ?1) AND attempt IN (
        SELECT attempt FROM submission JOIN class ON class.id = class_id WHERE class.uuid = ?3 AND person = ?2)
    """,
)
"""What was decided about the works of somebody who is moved, and what they were told, goes along; of the changes that
the class they leave saw, their marks are not told there any more."""


def class_work(db: sqlite_utils.Database) -> None:
    """The migration that makes these tables."""
    for statement in _TABLES:
        db.execute(statement)


def what_was_said(db: sqlite_utils.Database) -> None:
    """The migration after which it is known what was decided and said about a work when it was given back."""
    db.execute("ALTER TABLE given_back ADD COLUMN said TEXT")
    db.execute("PRAGMA user_version = 8")


class Glance(NamedTuple):
    """One version of somebody's work without the work itself. Points are fractions as text; None: it has no grade.

    `order` grows with the arrival. `back` is the number of the marks that were given back for it last, 0 where none
    were, `back_points` what they said, and `back_said` the ids of the decisions that went along (None: that was not
    kept then); `seen` is 1 once the teacher looked at it.
    """

    order: int
    id: str
    person: str
    name: str
    lesson: str
    lesson_hash: str
    text: str
    attempt: str
    attempt_number: int
    number: int
    received: str
    percent: int | None
    points: str | None
    possible: str | None
    challenges: int
    seen: int
    back: int
    back_points: str
    back_said: str | None


class ClassWork(Part):
    """The part of a classbook about whose work is whose. One gesture is one transaction."""

    def glances(self, class_id: str) -> tuple[Glance, ...]:
        """Every version of every work, by lesson and person. Which counts, says `work/which_counts.py`."""
        with self._reading():
            found = self._db.execute(_GLANCE, [class_id])
            return tuple(map(Glance._make, found))

    def see(self, class_id: str, id: str) -> None:
        """A version was looked at."""
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO seen_work (submission_id, seen) SELECT submission.id, ? FROM submission"
                " JOIN class ON class.id = class_id WHERE class.uuid = ? AND submission.uuid = ?"
                " ON CONFLICT DO NOTHING",
                [now, class_id, id],
            )

    def gave_back(self, class_id: str, marks: Iterable[tuple[str, int, str, str]]) -> None:
        """Remember what was given back: the id of each work, the number of its marks, the points they say, and the ids
        of the decisions that went along."""
        with self._writing() as now:
            self._db.conn.executemany(
                "INSERT INTO given_back (submission_id, number, points, said, made) SELECT submission.id, ?, ?, ?, ?"
                " FROM submission JOIN class ON class.id = class_id WHERE class.uuid = ? AND submission.uuid = ?"
                " ON CONFLICT DO NOTHING",
                [[number, points, said, now, class_id, id] for id, number, points, said in marks],
            )

    # Who is who

    def known_as(self, class_id: str) -> dict[str, str | None]:
        """What the teacher said who a person is, by their id: a name on the list, or None for nobody of this class."""
        with self._reading():
            found = self._db.execute(
                "SELECT person, known_as.name FROM known_as JOIN class ON class.id = class_id WHERE uuid = ?",
                [class_id],
            )
            return dict(found.fetchall())

    def say_who(self, class_id: str, people: Iterable[str], name: str | None) -> None:
        """These persons are `name`, or, with None, nobody of this class."""
        with self._writing():
            for person in people:
                self._db.execute(
                    "INSERT INTO known_as (class_id, person, name) SELECT id, ?, ? FROM class WHERE uuid = ?"
                    " ON CONFLICT (class_id, person) DO UPDATE SET name = excluded.name",
                    [person, name, class_id],
                )

    def left(self, class_id: str) -> dict[str, str]:
        """Names that were taken off the list, each with the id of the class it was moved to, or ""."""
        with self._reading():
            found = self._db.execute(
                "SELECT left_class.name, COALESCE(new.uuid, '') FROM left_class JOIN class ON class.id = class_id"
                " LEFT JOIN class AS new ON new.id = moved_to WHERE class.uuid = ? ORDER BY left_class.id",
                [class_id],
            )
            return dict(found.fetchall())

    def leave(self, class_id: str, name: str, *, to: str = "") -> None:
        """A name left the list; `to` is the class that it was moved to."""
        with self._writing():
            self._db.execute(
                "INSERT INTO left_class (class_id, name, moved_to)"
                " SELECT id, ?, (SELECT id FROM class WHERE uuid = ?) FROM class WHERE uuid = ?"
                " ON CONFLICT (class_id, name) DO UPDATE SET moved_to = excluded.moved_to",
                [name, to, class_id],
            )

    def come_back(self, class_id: str, name: str) -> None:
        """A name is on the list again."""
        with self._writing():
            self._db.execute(
                "DELETE FROM left_class WHERE class_id = (SELECT id FROM class WHERE uuid = ?) AND name = ?",
                [class_id, name],
            )

    def move(self, class_id: str, people: Iterable[str], to: str) -> None:
        """The work of these persons goes along to the class `to`; what is there already is there once."""
        with self._writing():
            for person in people:
                place = [class_id, person, to]
                self._db.execute(
                    "UPDATE OR IGNORE submission SET class_id = (SELECT id FROM class WHERE uuid = ?3)"
                    " WHERE class_id = (SELECT id FROM class WHERE uuid = ?1) AND person = ?2",
                    place,
                )
                self._db.execute(
                    "DELETE FROM submission WHERE class_id = (SELECT id FROM class WHERE uuid = ?1) AND person = ?2"
                    " AND ?3 = ?3",
                    place,
                )
                for along in _ALONG:
                    self._db.execute(along, place)
