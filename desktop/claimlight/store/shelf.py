"""What the shelf shows: the lessons that were opened here, and how far somebody has come with each."""

import json
from dataclasses import dataclass

from claimlight.core.attempt import Attempt, AttemptState, Person
from claimlight.core.digest import sha256_hex
from claimlight.core.lesson import Lesson, Mode
from claimlight.store.database import Database
from claimlight.store.encoding import dumped


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A version of a lesson as it was given out, as its card tells it."""

    hash: str
    id: str
    version: int
    slug: str
    title: str
    language: str
    level: str
    minutes: int
    topic: str
    content_note: str
    labels: tuple[str, ...]
    mode: Mode = Mode.PRACTICE


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody has come with a lesson in one mode: what they worked on last, and whether one was finished."""

    attempt: Attempt
    highlights: int
    checks: int
    """How many are used up."""
    position: int
    """Where they stopped reading, in code points."""
    furthest: int
    """The end of the last highlight on the page, in code points; 0 without highlights."""
    length: int
    """The length of the text, in code points."""
    finished: bool
    opened: str
    """When it was last opened: UTC, as ISO 8601."""


_PROGRESS = """
    SELECT uuid, person, lesson, hash, text_name, mode, number, state,
        (SELECT COUNT(*) FROM annotation WHERE attempt_id = latest.id),
        (SELECT COUNT(*) FROM snapshot WHERE attempt_id = latest.id),
        position,
        (SELECT IFNULL(MAX("end"), 0) FROM annotation WHERE attempt_id = latest.id),
        text_length, finished, opened
    FROM (
        SELECT attempt.*, person.uuid AS person, lesson.uuid AS lesson, hash,
            MAX(state = 'closed') OVER of_lesson AS finished,
            ROW_NUMBER() OVER (of_lesson ORDER BY attempt.turn DESC) AS age
        FROM attempt JOIN person ON person.id = person_id JOIN lesson ON lesson.id = lesson_id
        WHERE person.uuid = ?
        WINDOW of_lesson AS (PARTITION BY lesson.uuid, mode)
    ) AS latest
    WHERE age = 1 ORDER BY turn DESC
"""
_CARDS = """
    SELECT hash, uuid, version, slug, title, language, level, minutes, topic, content_note, labels, mode
    FROM lesson JOIN lesson_file ON lesson_id = lesson.id
    GROUP BY lesson.id, mode ORDER BY MAX(turn) DESC
"""


def keep(db: Database, lesson: Lesson, content: bytes, now: str) -> None:
    """Keep the file that `lesson` was read from. Another file of the same version, with other answers, is kept too."""
    db.execute(
        "INSERT INTO lesson"
        " (hash, uuid, version, slug, title, language, level, minutes, topic, content_note, labels)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
        [
            lesson.hash,
            lesson.id,
            lesson.version,
            lesson.slug,
            lesson.title,
            lesson.language,
            lesson.level,
            lesson.minutes,
            lesson.topic,
            lesson.content_note,
            dumped(lesson.labels),
        ],
    )
    key_hashes = [text.key.key_hash for text in lesson.texts if text.key]
    db.execute(
        "INSERT INTO lesson_file (lesson_id, sha256, key_hashes, mode, turn, kept, bytes)"
        " VALUES ((SELECT id FROM lesson WHERE hash = ?), ?, ?, ?,"
        " (SELECT IFNULL(MAX(turn), 0) + 1 FROM lesson_file), ?, ?)"
        " ON CONFLICT (lesson_id, sha256) DO UPDATE SET turn = excluded.turn",
        [lesson.hash, sha256_hex(content), dumped(key_hashes), lesson.mode.value, now, content],
    )


def content(db: Database, hash: str, key_hash: str | None, mode: Mode) -> bytes | None:
    """The file of this version and mode that was opened last; with `key_hash`, of those that hold these answers."""
    row = db.execute(
        "SELECT bytes FROM lesson_file JOIN lesson ON lesson.id = lesson_id WHERE hash = ?1 AND mode = ?3"
        " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM json_each(key_hashes) WHERE value = ?2)) ORDER BY turn DESC LIMIT 1",
        [hash, key_hash, mode.value],
    ).fetchone()
    return row and bytes(row[0])


def cards(db: Database) -> tuple[LessonCard, ...]:
    """Every version that was opened here, the latest first."""
    return tuple(_card(*row) for row in db.execute(_CARDS))


def progress(db: Database, person: Person) -> tuple[Progress, ...]:
    """One for each lesson that `person` has begun, the one opened last first."""
    return tuple(_progress(*row) for row in db.execute(_PROGRESS, [person.id]))


def _card(
    hash: str,
    id: str,
    version: int,
    slug: str,
    title: str,
    language: str,
    level: str,
    minutes: int,
    topic: str,
    content_note: str,
    labels: str,
    mode: str,
) -> LessonCard:
    trained = tuple(json.loads(labels))
    return LessonCard(
        hash, id, version, slug, title, language, level, minutes, topic, content_note, trained, Mode(mode)
    )


def _progress(
    uuid: str,
    person: str,
    lesson: str,
    hash: str,
    text_name: str,
    mode: str,
    number: int,
    state: str,
    highlights: int,
    checks: int,
    position: int,
    furthest: int,
    length: int,
    finished: int,
    opened: str,
) -> Progress:
    attempt = Attempt(uuid, person, lesson, hash, text_name, Mode(mode), number, AttemptState(state))
    return Progress(attempt, highlights, checks, position, furthest, length, bool(finished), opened)
