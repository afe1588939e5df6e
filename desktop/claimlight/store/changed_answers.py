"""What students were told, and every later version of the answers that a class's work is graded by."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from claimlight.core.decision import Decision
from claimlight.store.decisions import Regraded, write_decisions, write_grades, write_turns
from claimlight.store.part import Part

if TYPE_CHECKING:
    import sqlite_utils

_MARKS_OF_CHANGES = (
    """
    CREATE TABLE changed_mark (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        lesson_hash TEXT NOT NULL,
        number INTEGER NOT NULL,
        attempt TEXT NOT NULL,
        points_before TEXT NOT NULL,
        possible_before TEXT NOT NULL,
        points TEXT NOT NULL,
        possible TEXT NOT NULL,
        UNIQUE (class_id, lesson_hash, number, attempt)
    ) STRICT
    """,
    """
    CREATE TABLE told_right (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE,
        attempt TEXT NOT NULL,
        decision_id INTEGER NOT NULL REFERENCES decision(id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX told_right_of_decision ON told_right (decision_id)",
    "PRAGMA user_version = 9",
)


def marks_of_changes(db: sqlite_utils.Database) -> None:
    """The migration that makes the tables of what each change of the answers did to whom."""
    for statement in _MARKS_OF_CHANGES:
        db.execute(statement)


@dataclass(frozen=True, slots=True)
class Told:
    """Marks that went back to a student. `number` counts those of one work, from 1; `answers` is the version of the
    answers that they were made with (1: as given out)."""

    attempt: str
    submission: str
    number: int
    key_hash: str
    answers: int
    percent: int
    points: Fraction
    possible: Fraction
    made: str = ""


@dataclass(frozen=True, slots=True)
class ChangedMark:
    """What a work counted, of how much, before the answers were changed, and after."""

    attempt: str
    before: tuple[Fraction, Fraction]
    after: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class AnswersVersion:
    """A later version of the answers, from 2. `whole` is the lesson with them; `said` tells each change in JSON.

    `works` counts the marks that changed with it, `lowered` names the works that were let go down. `marks` are those
    that changed; none where the change is older than they are kept.
    """

    number: int
    key_hash: str
    whole: bytes
    said: str
    works: int
    lowered: tuple[str, ...]
    made: str = ""
    marks: tuple[ChangedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from other answers: decisions (by id) that hold no longer, new ones by attempt, other points."""

    ended: tuple[str, ...] = ()
    decided: tuple[tuple[str, Decision], ...] = ()
    grades: tuple[Regraded, ...] = ()
    told_right: tuple[tuple[str, Decision], ...] = ()
    """More decisions: that say to a student that they are right by these answers."""


class ChangedAnswers(Part):
    """The part of a classbook that is about marks given back and answers changed later."""

    def told(self, class_id: str) -> dict[str, tuple[Told, ...]]:
        """By attempt, all marks that were given back for it, the first first."""
        found: dict[str, tuple[Told, ...]] = {}
        with self._reading():
            rows = self._db.execute(
                "SELECT attempt, submission, number, key_hash, answers, percent, points, possible, told.made FROM told"
                " JOIN class ON class.id = class_id WHERE class.uuid = ? ORDER BY told.id",
                [class_id],
            )
            for attempt, submission, number, key_hash, answers, percent, points, possible, made in rows:
                one = Told(
                    *(attempt, submission, number, key_hash, answers, percent),
                    points=Fraction(points),
                    possible=Fraction(possible),
                    made=made,
                )
                found[attempt] = (*found.get(attempt, ()), one)
        return found

    def tell(self, class_id: str, told: Iterable[Told]) -> None:
        """Remember what students are being told, in one transaction."""
        with self._writing() as now:
            for one in told:
                self._db.execute(
                    "INSERT INTO told (class_id, attempt, submission, number, key_hash, answers, percent, points,"
                    " possible, made) SELECT class.id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM class WHERE class.uuid = ?",
                    [
                        *(one.attempt, one.submission, one.number, one.key_hash, one.answers),
                        *(one.percent, str(one.points), str(one.possible), now, class_id),
                    ],
                )

    def versions(self, class_id: str, lesson_hash: str) -> tuple[AnswersVersion, ...]:
        """The later versions of the answers to a lesson of a class, the second first."""
        with self._reading():
            rows = self._db.execute(
                "SELECT number, key_hash, whole, said, works, lowered, answers_version.made FROM answers_version"
                " JOIN class ON class.id = class_id WHERE class.uuid = ? AND lesson_hash = ? ORDER BY number",
                [class_id, lesson_hash],
            )
            found = [
                AnswersVersion(number, key_hash, bytes(whole), said, works, tuple(json.loads(lowered)), made)
                for number, key_hash, whole, said, works, lowered, made in rows
            ]
            return tuple(replace(each, marks=self._marks(class_id, lesson_hash, each.number)) for each in found)

    def told_right(self, class_id: str) -> frozenset[str]:
        """The ids of the decisions that say to a student that they are right by answers that were changed."""
        with self._reading():
            rows = self._db.execute(
                "SELECT decision.uuid FROM told_right JOIN decision ON decision.id = decision_id"
                " JOIN class ON class.id = told_right.class_id WHERE class.uuid = ?",
                [class_id],
            )
            return frozenset(str(id) for (id,) in rows)

    def latest(self, class_id: str, lesson_hash: str) -> tuple[int, bytes] | None:
        """Number and lesson of the last version; None where the answers are still those that were given out."""
        with self._reading():
            found = self._db.execute(
                "SELECT number, whole FROM answers_version JOIN class ON class.id = class_id"
                " WHERE class.uuid = ? AND lesson_hash = ? ORDER BY number DESC LIMIT 1",
                [class_id, lesson_hash],
            ).fetchone()
        return found and (int(found[0]), bytes(found[1]))

    def change(self, class_id: str, lesson_hash: str, version: AnswersVersion, follows: Following) -> None:
        """Keep a version of the answers with all that follows from it, in one transaction."""
        with self._writing() as now:
            self._db.execute(
                "INSERT INTO answers_version (class_id, lesson_hash, number, key_hash, whole, said, works, lowered,"
                " made) SELECT class.id, ?, ?, ?, ?, ?, ?, ?, ? FROM class WHERE class.uuid = ?",
                [
                    *(lesson_hash, version.number, version.key_hash, version.whole, version.said, version.works),
                    *(json.dumps(version.lowered), now, class_id),
                ],
            )
            self._write_marks(class_id, lesson_hash, version)
            write_turns(self._db, follows.ended, now, stands=False)
            write_decisions(self._db, class_id, (*follows.decided, *follows.told_right), now)
            for attempt, one in follows.told_right:
                self._db.execute(
                    "INSERT INTO told_right (class_id, attempt, decision_id) SELECT class_id, ?, id FROM decision"
                    " WHERE uuid = ?",
                    [attempt, one.id],
                )
            write_grades(self._db, class_id, follows.grades)

    def _write_marks(self, class_id: str, lesson_hash: str, version: AnswersVersion) -> None:
        for mark in version.marks:
            self._db.execute(
                "INSERT INTO changed_mark (class_id, lesson_hash, number, attempt, points_before, possible_before,"
                " points, possible) SELECT class.id, ?, ?, ?, ?, ?, ?, ? FROM class WHERE class.uuid = ?",
                [lesson_hash, version.number, mark.attempt, *map(str, (*mark.before, *mark.after)), class_id],
            )

    def _marks(self, class_id: str, lesson_hash: str, number: int) -> tuple[ChangedMark, ...]:
        rows = self._db.execute(
            "SELECT attempt, points_before, possible_before, points, possible FROM changed_mark"
            " JOIN class ON class.id = class_id WHERE class.uuid = ? AND lesson_hash = ? AND number = ?"
            " ORDER BY changed_mark.id",
            [class_id, lesson_hash, number],
        ).fetchall()
        return tuple(
            ChangedMark(attempt, (Fraction(one), Fraction(of)), (Fraction(now), Fraction(of_now)))
            for attempt, one, of, now, of_now in rows
        )
