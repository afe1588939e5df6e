"""What a class was set: its lessons with their dates, when its work was collected, and where its stick was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimlight.store.classes import GivenLesson
from claimlight.store.part import Part

if TYPE_CHECKING:
    import sqlite_utils

_TABLES = (
    """
    CREATE TABLE class_lesson (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        lesson TEXT NOT NULL,
        given_id INTEGER NOT NULL REFERENCES given_lesson(id),
        due TEXT NOT NULL,
        let_go TEXT NOT NULL DEFAULT '',
        set_at TEXT NOT NULL,
        UNIQUE (class_id, lesson)
    ) STRICT
    """,
    """
    CREATE TABLE class_place (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        turn INTEGER NOT NULL,
        UNIQUE (class_id, path)
    ) STRICT
    """,
    """
    CREATE TABLE collecting (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        began TEXT NOT NULL
    ) STRICT
    """,
)
_SET = """
    SELECT class_lesson.lesson, given_lesson.hash, title, mode, due, class_lesson.let_go
    FROM class_lesson JOIN given_lesson ON given_lesson.id = given_id JOIN class ON class.id = class_id
    WHERE class.uuid = ?
"""


def class_lessons(db: sqlite_utils.Database) -> None:
    """The migration that makes these tables."""
    for statement in _TABLES:
        db.execute(statement)


@dataclass(frozen=True, slots=True)
class SetLesson:
    """A lesson that a class was set. `due` is a date (ISO 8601) or ""; `let_go`: when its answers were, or ""."""

    id: str
    hash: str
    title: str
    mode: str
    due: str = ""
    let_go: str = ""


class ClassLessons(Part):
    """The part of a classbook about what a class was set. One gesture is one transaction."""

    def all(self, class_id: str) -> tuple[SetLesson, ...]:
        """In the order in which they were set."""
        with self._reading():
            found = self._db.execute(f"{_SET} ORDER BY class_lesson.id", [class_id])
            return tuple(SetLesson(*row) for row in found)

    def put(self, class_id: str, lesson: str, *, due: str) -> None:
        """Set a lesson as it was given out last; one that is set already is so from now on."""
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO class_lesson (class_id, lesson, given_id, due, set_at)"
                " SELECT (SELECT id FROM class WHERE uuid = ?1), ?2, MAX(id), ?3, ?4 FROM given_lesson WHERE uuid = ?2"
                " ON CONFLICT (class_id, lesson) DO UPDATE SET given_id = excluded.given_id, due = excluded.due",
                [class_id, lesson, due, now],
            )

    def set_due(self, class_id: str, lesson: str, due: str) -> None:
        """`due` is a date or ""."""
        self._change("due = ?3", class_id, lesson, due)

    def take_back(self, class_id: str, lesson: str) -> None:
        """The lesson is set no longer; what was handed in stays."""
        with self._writing():
            self._db.execute(
                "DELETE FROM class_lesson WHERE class_id = (SELECT id FROM class WHERE uuid = ?) AND lesson = ?",
                [class_id, lesson],
            )

    def let_go(self, class_id: str, lesson: str) -> None:
        """Remember that its answers were let go now."""
        self._change("let_go = ?4", class_id, lesson, "")

    def given(self, class_id: str, lesson: str) -> GivenLesson | None:
        """A lesson of this class as it was given out to it."""
        with self._reading():
            found = self._db.execute(
                "SELECT hash, given_lesson.uuid, title, mode, whole, given FROM class_lesson"
                " JOIN given_lesson ON given_lesson.id = given_id JOIN class ON class.id = class_id"
                " WHERE class.uuid = ? AND lesson = ?",
                [class_id, lesson],
            ).fetchone()
        return found and GivenLesson(*found)

    def places(self, class_id: str) -> tuple[str, ...]:
        """The folders that were used for this class, the latest first."""
        with self._reading():
            found = self._db.execute(
                "SELECT path FROM class_place JOIN class ON class.id = class_id WHERE uuid = ? ORDER BY turn DESC",
                [class_id],
            )
            return tuple(path for (path,) in found)

    def use_place(self, class_id: str, path: str) -> None:
        with self._writing():
            self._db.execute(
                "INSERT INTO class_place (class_id, path, turn)"
                " SELECT (SELECT id FROM class WHERE uuid = ?), ?, COALESCE(MAX(turn), 0) + 1 FROM class_place WHERE 1"
                " ON CONFLICT (class_id, path) DO UPDATE SET turn = excluded.turn",
                [class_id, path],
            )

    def begin_collecting(self, class_id: str) -> None:
        """Remember that a prepared folder was looked through now."""
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO collecting (class_id, began) SELECT id, ? FROM class WHERE uuid = ?", [now, class_id]
            )

    def collectings(self, class_id: str) -> tuple[str, ...]:
        """When prepared folders were looked through, the first first."""
        with self._reading():
            found = self._db.execute(
                "SELECT began FROM collecting JOIN class ON class.id = class_id WHERE uuid = ? ORDER BY collecting.id",
                [class_id],
            )
            return tuple(began for (began,) in found)

    def _change(self, what: str, class_id: str, lesson: str, value: str) -> None:
        with self._writing() as now:
            self._db.execute(
                f"UPDATE class_lesson SET {what} WHERE class_id = (SELECT id FROM class WHERE uuid = ?1)"  # noqa: S608
                " AND lesson = ?2 AND ?3 = ?3 AND ?4 = ?4",
                [class_id, lesson, value, now],
            )
