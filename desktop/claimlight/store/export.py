"""Everything a workbook knows about one person, as plain data that can be written as JSON."""

from typing import Any

from claimlight.core.attempt import Attempt, Challenge, Check, Person
from claimlight.core.history import Change, Edit
from claimlight.store import attempts, challenges, people, undo
from claimlight.store.attempts import row_of
from claimlight.store.database import Database
from claimlight.store.encoding import annotation_json
from claimlight.store.highlights import read_all


def export_person(db: Database, person: Person) -> dict[str, Any]:
    """`format` 1: the person, their settings, and every attempt with its highlights, checks, objections, undo list."""
    return {
        "format": 1,
        "person": {"id": person.id, "name": person.name},
        "settings": people.settings(db, person),
        "reviews": _reviews(db, person),
        "handed_in": _handed_in(db, person),
        "attempts": [_attempt(db, attempt) for attempt in attempts.of_person(db, person)],
    }


def _reviews(db: Database, person: Person) -> list[dict[str, str]]:
    """Every kind of sentence that waits to come back."""
    found = db.execute(
        "SELECT kind, state, reviewed, due FROM review_card JOIN person ON person.id = person_id"
        " WHERE uuid = ? ORDER BY kind",
        [person.id],
    )
    return [dict(zip(("kind", "state", "reviewed", "due"), row, strict=True)) for row in found]


def _handed_in(db: Database, person: Person) -> list[dict[str, Any]]:
    """Every version of every work that was handed in, and whether it arrived."""
    found = db.execute(
        "SELECT handed_in.uuid, attempt.uuid, class.name, handed_in.number, handed_in.made, slip IS NOT NULL"
        " FROM handed_in JOIN attempt ON attempt.id = attempt_id JOIN class ON class.id = class_id"
        " JOIN person ON person.id = person_id WHERE person.uuid = ? ORDER BY handed_in.id",
        [person.id],
    )
    names = ("id", "attempt", "class", "number", "made")
    return [{**dict(zip(names, row, strict=True)), "arrived": bool(arrived)} for *row, arrived in found]


def _attempt(db: Database, attempt: Attempt) -> dict[str, Any]:
    row = row_of(db, attempt)
    return {
        "id": attempt.id,
        "lesson": attempt.lesson_id,
        "lesson_hash": attempt.lesson_hash,
        "text": attempt.text_name,
        "text_sha256": attempts.text_facts(db, attempt).hash,
        "mode": attempt.mode.value,
        "number": attempt.number,
        "state": attempt.state.value,
        "position": attempts.reading_position(db, attempt),
        "highlights": [annotation_json(annotation) for annotation in read_all(db, row)],
        "checks": [_check(check) for check in attempts.checks(db, row)],
        "challenges": [_challenge(challenge) for challenge in challenges.of_attempt(db, row)],
        "changes": [_change(change) for change in undo.changes(db, row)],
    }


def _check(check: Check) -> dict[str, Any]:
    return {
        "number": check.number,
        "answers_hash": check.key_hash,
        "confirmed_few": check.confirmed_few,
        "highlights": [annotation_json(annotation) for annotation in check.annotations],
    }


def _challenge(challenge: Challenge) -> dict[str, Any]:
    return {
        "id": challenge.id,
        "item": challenge.item,
        "highlight": challenge.highlight,
        "words": challenge.words,
        "made": challenge.made,
    }


def _change(change: Change) -> dict[str, Any]:
    return {"id": change.id, "gesture": change.gesture, "edits": [_edit(edit) for edit in change.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "before": edit.before and annotation_json(edit.before),
        "after": edit.after and annotation_json(edit.after),
    }
