"""What a teacher decided about each work of a class. Nothing is deleted, what was undone neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from claimlight.core.decision import Decision, DecisionKind
from claimlight.store.database import Database
from claimlight.store.part import Part

if TYPE_CHECKING:
    import sqlite_utils

_TABLES = (
    """
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        attempt TEXT NOT NULL,
        kind TEXT NOT NULL,
        item TEXT NOT NULL,
        highlight TEXT NOT NULL,
        points TEXT,
        words TEXT NOT NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX decisions_of_work ON decision (class_id, attempt)",
    """
    CREATE TABLE decision_turn (
        id INTEGER PRIMARY KEY,
        decision_id INTEGER NOT NULL REFERENCES decision(id) ON DELETE CASCADE,
        stands INTEGER NOT NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX turns_of_decision ON decision_turn (decision_id)",
    """
    CREATE VIEW decision_now AS
    SELECT decision.*, (
        SELECT stands FROM decision_turn WHERE decision_id = decision.id ORDER BY decision_turn.id DESC LIMIT 1
    ) AS stands FROM decision
    """,
    """
    CREATE TABLE told (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        attempt TEXT NOT NULL,
        submission TEXT NOT NULL,
        number INTEGER NOT NULL,
        key_hash TEXT NOT NULL,
        answers INTEGER NOT NULL,
        percent INTEGER NOT NULL,
        points TEXT NOT NULL,
        possible TEXT NOT NULL,
        made TEXT NOT NULL,
        UNIQUE (class_id, attempt, number)
    ) STRICT
    """,
    """
    CREATE TABLE answers_version (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        lesson_hash TEXT NOT NULL,
        number INTEGER NOT NULL,
        key_hash TEXT NOT NULL,
        whole BLOB NOT NULL,
        said TEXT NOT NULL,
        works INTEGER NOT NULL,
        lowered TEXT NOT NULL,
        made TEXT NOT NULL,
        UNIQUE (class_id, lesson_hash, number)
    ) STRICT
    """,
    "PRAGMA user_version = 7",
)
_STANDING = """
    SELECT attempt, decision_now.uuid, kind, item, highlight, points, words, decision_now.made
    FROM decision_now JOIN class ON class.id = class_id WHERE class.uuid = ? AND stands ORDER BY decision_now.id
"""
_EVER = """
    SELECT decision_now.uuid, kind, item, highlight, points, words, decision_now.made, stands
    FROM decision_now JOIN class ON class.id = class_id WHERE class.uuid = ? AND attempt = ? ORDER BY decision_now.id
"""
_UNDOABLE = """
    SELECT decision_now.uuid FROM decision_now JOIN class ON class.id = class_id
    WHERE class.uuid = ? AND attempt = ? AND kind <> 'kept' AND stands ORDER BY decision_now.id DESC LIMIT 1
"""
_REDOABLE = """
    SELECT decision_now.uuid FROM decision_now JOIN class ON class.id = class_id
    WHERE class.uuid = ?1 AND attempt = ?2 AND kind <> 'kept' AND NOT stands AND decision_now.id > (
        SELECT coalesce(max(now.id), 0) FROM decision_now AS now
        WHERE now.class_id = decision_now.class_id AND now.attempt = ?2 AND now.kind <> 'kept' AND now.stands
    ) ORDER BY decision_now.id LIMIT 1
"""


def decisions_and_changed_answers(db: sqlite_utils.Database) -> None:
    """The migration that makes these tables."""
    for statement in _TABLES:
        db.execute(statement)


@dataclass(frozen=True, slots=True)
class Regraded:
    """What a submission counts now."""

    submission: str
    percent: int
    points: Fraction
    possible: Fraction
    key_hash: str


class Decisions(Part):
    """The part of a classbook that is about decisions. A work is an attempt: a newer version of it keeps them."""

    def standing(self, class_id: str) -> dict[str, tuple[Decision, ...]]:
        """By attempt, what holds now, in the order in which it was decided."""
        found: dict[str, tuple[Decision, ...]] = {}
        with self._reading():
            rows = self._db.execute(_STANDING, [class_id])
            for attempt, *row in rows:
                found[attempt] = (*found.get(attempt, ()), _decision(*row))
        return found

    def of(self, class_id: str, attempt: str) -> tuple[Decision, ...]:
        """What holds now of one work."""
        return tuple(each for each, stands in self.ever(class_id, attempt) if stands)

    def ever(self, class_id: str, attempt: str) -> tuple[tuple[Decision, bool], ...]:
        """Everything that was ever decided of one work, and whether it still holds."""
        with self._reading():
            rows = self._db.execute(_EVER, [class_id, attempt])
            return tuple((_decision(*row), bool(stands)) for *row, stands in rows)

    def decide(self, class_id: str, decisions: Iterable[tuple[str, Decision]], grades: Iterable[Regraded] = ()) -> None:
        """Keep what was decided, pairs of an attempt and a decision, with the points that follow from it."""
        with self._writing() as now:
            write_decisions(self._db, class_id, decisions, now)
            write_grades(self._db, class_id, grades)

    def turn(self, class_id: str, ids: Iterable[str], grades: Iterable[Regraded] = (), *, stands: bool) -> None:
        """These hold no longer, or, with `stands`, again; with the points that follow from it."""
        with self._writing() as now:
            write_turns(self._db, ids, now, stands=stands)
            write_grades(self._db, class_id, grades)

    def undoable(self, class_id: str, attempt: str) -> str | None:
        """The id of what was decided last of this work."""
        return self._found(_UNDOABLE, class_id, attempt)

    def redoable(self, class_id: str, attempt: str) -> str | None:
        """The id of what was undone last, unless something was decided since."""
        return self._found(_REDOABLE, class_id, attempt)

    def _found(self, select: str, class_id: str, attempt: str) -> str | None:
        with self._reading():
            found = self._db.execute(select, [class_id, attempt]).fetchone()
        return found and str(found[0])


def write_decisions(db: Database, class_id: str, decisions: Iterable[tuple[str, Decision]], now: str) -> None:
    """Within a transaction: pairs of an attempt and what was decided of it."""
    for attempt, one in decisions:
        db.execute(
            "INSERT INTO decision (uuid, class_id, attempt, kind, item, highlight, points, words, made)"
            " SELECT ?, class.id, ?, ?, ?, ?, ?, ?, ? FROM class WHERE class.uuid = ?",
            [
                *(one.id, attempt, one.kind.value, one.item, one.highlight),
                *(None if one.points is None else str(one.points), one.words, now, class_id),
            ],
        )
        write_turns(db, (one.id,), now, stands=True)


def write_turns(db: Database, ids: Iterable[str], now: str, *, stands: bool) -> None:
    """Within a transaction: from now on these hold, or do not."""
    for id in ids:
        db.execute(
            "INSERT INTO decision_turn (decision_id, stands, made) SELECT id, ?, ? FROM decision WHERE uuid = ?",
            [int(stands), now, id],
        )


def write_grades(db: Database, class_id: str, grades: Iterable[Regraded]) -> None:
    """Within a transaction: the points of these submissions are others now."""
    for one in grades:
        db.execute(
            "UPDATE submission SET percent = ?, points = ?, possible = ?, key_hash = ? WHERE uuid = ?"
            " AND class_id = (SELECT id FROM class WHERE uuid = ?)",
            [one.percent, str(one.points), str(one.possible), one.key_hash, one.submission, class_id],
        )


def _decision(id: str, kind: str, item: str, highlight: str, points: str | None, words: str, made: str) -> Decision:
    return Decision(id, DecisionKind(kind), item, highlight, None if points is None else Fraction(points), words, made)
