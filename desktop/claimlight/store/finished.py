"""What somebody has finished: every closed attempt with its checks, in the order in which they were closed."""

from dataclasses import dataclass

from claimlight.core.attempt import Attempt, AttemptState, Check, Person
from claimlight.core.lesson import Mode
from claimlight.store.database import Database
from claimlight.store.encoding import annotations_from


@dataclass(frozen=True, slots=True)
class Finished:
    """A closed attempt. `title` is the lesson's, kept also where its file is gone; `closed` is UTC, as ISO 8601."""

    attempt: Attempt
    title: str
    closed: str
    checks: tuple[Check, ...]


_FINISHED = """
    SELECT attempt.uuid, person.uuid, lesson.uuid, hash, text_name, mode, attempt.number, state, title,
        snapshot.number, annotations, key_hash, confirmed_few, made
    FROM snapshot JOIN attempt ON attempt.id = attempt_id
        JOIN person ON person.id = person_id JOIN lesson ON lesson.id = lesson_id
    WHERE person.uuid = ? AND state = 'closed' ORDER BY snapshot.id
"""


def finished(db: Database, person: Person) -> tuple[Finished, ...]:
    """The one that was closed first comes first."""
    known: dict[str, Finished] = {}
    for id, owner, lesson, hash, text, mode, number, state, title, *check, made in db.execute(_FINISHED, [person.id]):
        before = known.pop(id, None)  # to the end: the last check closed it
        attempt = Attempt(id, owner, lesson, hash, text, Mode(mode), number, AttemptState(state))
        checks = (*(before.checks if before else ()), _check(*check))
        known[id] = Finished(attempt, title, made, checks)
    return tuple(known.values())


def _check(number: int, annotations: str, key_hash: str, few: int) -> Check:
    return Check(number, annotations_from(annotations), key_hash, bool(few))
