"""Attempts as rows: begin, continue, find, check and close them."""

from dataclasses import dataclass

from claimlight.core.attempt import Attempt, AttemptState, Check, Person
from claimlight.core.errors import StoreError
from claimlight.core.lesson import Mode
from claimlight.store.database import Database
from claimlight.store.encoding import annotations_from, annotations_json
from claimlight.store.highlights import read_all

_COLUMNS = """
    SELECT attempt.uuid, person.uuid, lesson.uuid, hash, text_name, mode, number, state
    FROM attempt JOIN person ON person.id = person_id JOIN lesson ON lesson.id = lesson_id
"""
_OF_PERSON = f"{_COLUMNS} WHERE person.uuid = ? ORDER BY attempt.id"
_BY_ID = f"{_COLUMNS} WHERE attempt.uuid = ?"
_UNFINISHED = f"""{_COLUMNS}
    WHERE person.uuid = ? AND lesson.uuid = ? AND text_name = ? AND mode = ? AND state != 'closed'
    ORDER BY attempt.id DESC LIMIT 1
"""
_LATEST = f"""{_COLUMNS}
    WHERE person.uuid = ?1 AND lesson.uuid = ?2 AND mode = ?3 AND ?4 IN ('', text_name)
    ORDER BY attempt.turn DESC LIMIT 1
"""
_BEGIN = """
    INSERT INTO attempt
        (uuid, person_id, lesson_id, text_name, text_hash, text_length, mode, number, state, turn, opened)
    SELECT ?, person.id, lesson.id, ?, ?, ?, ?,
        (SELECT COUNT(*) + 1 FROM attempt JOIN lesson AS version ON version.id = lesson_id
            WHERE person_id = person.id AND version.uuid = lesson.uuid),
        'open', (SELECT IFNULL(MAX(turn), 0) + 1 FROM attempt), ?
    FROM person, lesson WHERE person.uuid = ? AND hash = ?
"""


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What an attempt remembers of its text: its name, its hash, its length in code points."""

    name: str
    hash: str
    length: int


def of_person(db: Database, person: Person) -> tuple[Attempt, ...]:
    """The first that was begun first."""
    return tuple(_attempt(*row) for row in db.execute(_OF_PERSON, [person.id]))


def by_id(db: Database, id: str) -> Attempt:
    return _attempt(*db.execute(_BY_ID, [id]).fetchone())


def unfinished(db: Database, person: Person, lesson_id: str, text_name: str, mode: Mode) -> Attempt | None:
    """The latest attempt, at any version of the lesson, that can be continued."""
    row = db.execute(_UNFINISHED, [person.id, lesson_id, text_name, mode.value]).fetchone()
    return row and _attempt(*row)


def latest(db: Database, person: Person, lesson_id: str, mode: Mode, text_name: str) -> Attempt | None:
    """The attempt that was worked on last, finished or not, at any version of the lesson; "" for any of its texts."""
    row = db.execute(_LATEST, [person.id, lesson_id, mode.value, text_name]).fetchone()
    return row and _attempt(*row)


def begin(db: Database, id: str, person: str, lesson_hash: str, text: TextFacts, mode: Mode, now: str) -> None:
    """Raises ValueError when the person or the lesson is not kept here."""
    values = [id, text.name, text.hash, text.length, mode.value, now, person, lesson_hash]
    if db.execute(_BEGIN, values).rowcount != 1:
        raise ValueError(f"no person {person} or no lesson {lesson_hash} is kept here")


def text_facts(db: Database, attempt: Attempt) -> TextFacts:
    found = db.execute("SELECT text_name, text_hash, text_length FROM attempt WHERE uuid = ?", [attempt.id])
    return TextFacts(*found.fetchone())


def continued(db: Database, attempt: Attempt, now: str) -> None:
    """It is the one that was opened last."""
    db.execute(
        "UPDATE attempt SET opened = ?, turn = (SELECT MAX(turn) + 1 FROM attempt) WHERE uuid = ?", [now, attempt.id]
    )


def row_of(db: Database, attempt: Attempt) -> int:
    return int(db.execute("SELECT id FROM attempt WHERE uuid = ?", [attempt.id]).fetchone()[0])


def changeable_row(db: Database, attempt: Attempt) -> int:
    """The attempt's row. Raises StoreError when the page can no longer be changed."""
    row, state = db.execute("SELECT id, state FROM attempt WHERE uuid = ?", [attempt.id]).fetchone()
    if state == AttemptState.CLOSED:
        raise StoreError("attempt-closed")
    return int(row)


def reading_position(db: Database, attempt: Attempt) -> int:
    return int(db.execute("SELECT position FROM attempt WHERE uuid = ?", [attempt.id]).fetchone()[0])


def set_reading_position(db: Database, attempt: Attempt, position: int) -> None:
    db.execute("UPDATE attempt SET position = ? WHERE uuid = ?", [position, attempt.id])


def add_check(db: Database, row: int, key_hash: str, last: bool, confirmed_few: bool, now: str) -> Check:
    """Keep the work of an attempt as it stands, and close it when this was its `last` check."""
    annotations = read_all(db, row)
    number = len(checks(db, row)) + 1
    db.execute(
        "INSERT INTO snapshot (attempt_id, number, key_hash, confirmed_few, annotations, made)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [row, number, key_hash, confirmed_few, annotations_json(annotations), now],
    )
    state = AttemptState.CLOSED if last else AttemptState.CHECKED
    db.execute("UPDATE attempt SET state = ? WHERE id = ?", [state.value, row])
    return Check(number, annotations, key_hash, confirmed_few)


def checks(db: Database, row: int) -> tuple[Check, ...]:
    found = db.execute(
        "SELECT number, annotations, key_hash, confirmed_few FROM snapshot WHERE attempt_id = ? ORDER BY number", [row]
    )
    return tuple(
        Check(number, annotations_from(annotations), key_hash, bool(few))
        for number, annotations, key_hash, few in found
    )


def _attempt(
    id: str, person: str, lesson_id: str, lesson_hash: str, text_name: str, mode: str, number: int, state: str
) -> Attempt:
    return Attempt(id, person, lesson_id, lesson_hash, text_name, Mode(mode), number, AttemptState(state))
