"""What comes back to somebody for review, and when: one card for each kind of sentence, and the places it stands at.

A card's times are of the clock, and clocks are set wrong. So a wait is never reckoned from the future: where the clock
stands before the time when a card was planned, the card waits again, from now, as long as it was to wait then. It comes
neither all at once nor never. What comes first among the waiting goes by their times; which place is shown, by turns.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import NamedTuple

from claimlight.core.article import Span
from claimlight.core.attempt import Attempt, Person
from claimlight.core.identity import Clock
from claimlight.store.database import Database
from claimlight.store.part import Part

LEAST, MOST = 3, 4
"""Passages in one review, which then takes about a minute."""
BEYOND = timedelta(days=731)
"""No card waits so long; one that seems to has a spoilt date, and is due."""

_WAITING = """
    WITH mine AS (SELECT id FROM person WHERE uuid = ?1)
    SELECT COUNT(DISTINCT review_card.id), COUNT(*),
        (SELECT MAX(reviewed) FROM review_card WHERE person_id = (SELECT id FROM mine))
    FROM review_card JOIN review_passage ON card_id = review_card.id
    WHERE person_id = (SELECT id FROM mine) AND (due <= ?2 OR due > ?3)
"""
_PASSAGES = """
    SELECT review_passage.id, review_card.id, kind, state, reviewed, due, hash, key_hash, text_name, item,
        "start", "end"
    FROM person JOIN review_card ON person_id = person.id JOIN review_passage ON card_id = review_card.id
        JOIN lesson ON lesson.id = lesson_id
    WHERE person.uuid = ?1 AND (due <= ?2 OR due > ?3)
    ORDER BY due > ?3, due, review_card.id, review_passage.turn, review_passage.id
"""
_KEEP_CARD = """
    INSERT INTO review_card (person_id, kind, state, reviewed, due)
    SELECT id, ?2, '', ?3, ?4 FROM person WHERE uuid = ?1
    ON CONFLICT (person_id, kind) DO UPDATE SET due = MIN(due, excluded.due)
"""
_KEEP_PASSAGE = """
    INSERT INTO review_passage (card_id, lesson_id, key_hash, text_name, item, "start", "end")
    SELECT review_card.id, lesson.id, ?3, ?4, ?5, ?6, ?7
    FROM review_card JOIN person ON person.id = person_id, lesson
    WHERE person.uuid = ?1 AND kind = ?2 AND lesson.hash = ?8
    ON CONFLICT (card_id, lesson_id, text_name, "start", "end")
    DO UPDATE SET key_hash = excluded.key_hash, item = excluded.item
"""


class Place(NamedTuple):
    """Where a kind was missed: in which answers to which text, the id of the answer or trap (or ""), and its words."""

    kind: str
    item: str
    focus: Span


class Passage(NamedTuple):
    """A place that is due. `state` is the scheduler's, "" at first; `reviewed` and `due` are times as they are kept."""

    id: int
    card: int
    place: Place
    state: str
    reviewed: str
    due: str
    lesson_hash: str
    key_hash: str
    text_name: str


class Waiting(NamedTuple):
    """How many kinds, and how many places of them, are due now."""

    kinds: int
    places: int

    @property
    def passages(self) -> int:
        """How many passages the next review shows: one for each kind, more of the same where there are few kinds."""
        return min(MOST, max(self.kinds, min(LEAST, self.places)))


class Reviews(Part):
    """The reviews in an open workbook, which gives its own way to read and to write."""

    def __init__(
        self,
        db: Database,
        reading: Callable[[], AbstractContextManager[None]],
        writing: Callable[[], AbstractContextManager[str]],
        clock: Clock,
    ) -> None:
        super().__init__(db, reading, writing)
        self._clock = clock

    def now(self) -> datetime:
        """The time by the workbook's clock, in UTC."""
        return self._clock()

    def waiting(self, person: Person) -> Waiting:
        """How much is due. One query; a second and a write only where the clock was set back."""
        with self._reading():
            kinds, places, latest = self._db.execute(_WAITING, [person.id, *self._bounds()]).fetchone()
        if latest is not None and latest > _told(self.now()):
            self._wait_anew(person)
            return self.waiting(person)
        return Waiting(kinds, places)

    def due(self, person: Person) -> tuple[Passage, ...]:
        """The places of every kind that is due: what was to come first stands first, of a kind what was shown least."""
        with self._reading():
            return tuple(_passage(*row) for row in self._db.execute(_PASSAGES, [person.id, *self._bounds()]))

    def next_due(self, person: Person) -> datetime | None:
        """When the next kind is due, perhaps a time that has gone by; None when nothing waits."""
        with self._reading():
            found = self._db.execute(
                "SELECT due FROM review_card JOIN person ON person.id = person_id WHERE uuid = ? ORDER BY due",
                [person.id],
            )
            times = [time for (due,) in found if (time := time_from(due)) is not None]
        return min(times, default=None)

    def keep(self, attempt: Attempt, key_hash: str, places: Iterable[Place], wait: timedelta) -> None:
        """Let these places of an attempt come back after `wait`; a kind that waits longer already comes sooner now."""
        now = self.now()
        due = _told(now + wait)
        with self._writing():
            for place in places:
                self._db.execute(_KEEP_CARD, [attempt.person, place.kind, _told(now), due])
                span = (place.focus.start, place.focus.end)
                text = (key_hash, attempt.text_name)
                values = [attempt.person, place.kind, *text, place.item, *span, attempt.lesson_hash]
                self._db.execute(_KEEP_PASSAGE, values)

    def plan(self, passage: Passage, state: str, reviewed: datetime, due: datetime) -> None:
        """A passage was answered: its kind comes back at `due`, by another place if it has one."""
        with self._writing():
            self._db.execute(
                "UPDATE review_card SET state = ?, reviewed = ?, due = ? WHERE id = ?",
                [state, _told(reviewed), _told(due), passage.card],
            )
            self._db.execute(
                "UPDATE review_passage SET turn = (SELECT MAX(turn) + 1 FROM review_passage) WHERE id = ?", [passage.id]
            )

    def state(self, passage: Passage) -> tuple[str, str]:
        """What the scheduler knows of its kind by now, and when that was answered last."""
        with self._reading():
            found = self._db.execute("SELECT state, reviewed FROM review_card WHERE id = ?", [passage.card])
            state, reviewed = found.fetchone()
        return state, reviewed

    def begin_anew(self, passage: Passage) -> None:
        """What was known of this kind cannot be read: it is as it was when it was first missed, and due."""
        now = _told(self.now())
        with self._writing():
            self._db.execute(
                "UPDATE review_card SET state = '', reviewed = ?, due = ? WHERE id = ?", [now, now, passage.card]
            )

    def drop(self, passage: Passage) -> None:
        """A place that cannot be shown any more; a kind without any goes with it."""
        with self._writing():
            self._db.execute("DELETE FROM review_passage WHERE id = ?", [passage.id])
            self._db.execute(
                "DELETE FROM review_card WHERE id = ?1 AND NOT EXISTS"
                " (SELECT 1 FROM review_passage WHERE card_id = ?1)",
                [passage.card],
            )

    def warmed_up(self, attempt: Attempt) -> bool:
        """Whether earlier sentences were offered before this attempt."""
        with self._reading():
            found = self._db.execute(
                "SELECT 1 FROM warm_up JOIN attempt ON attempt.id = attempt_id WHERE uuid = ?", [attempt.id]
            )
            return found.fetchone() is not None

    def remember_warm_up(self, attempt: Attempt) -> None:
        with self._writing():
            self._db.execute(
                "INSERT INTO warm_up (attempt_id) SELECT id FROM attempt WHERE uuid = ?"
                " ON CONFLICT (attempt_id) DO NOTHING",
                [attempt.id],
            )

    def _wait_anew(self, person: Person) -> None:
        """Cards that were planned later than it is now wait from now, as long as they were to wait then."""
        now = self.now()
        with self._writing():
            found = self._db.execute(
                "SELECT review_card.id, reviewed, due FROM review_card JOIN person ON person.id = person_id"
                " WHERE uuid = ? AND reviewed > ?",
                [person.id, _told(now)],
            ).fetchall()
            for card, reviewed, due in found:
                planned, until = time_from(reviewed), time_from(due)
                wait = until - planned if planned and until else timedelta()
                times = (_told(now), _told(now + max(timedelta(), wait)), card)
                self._db.execute("UPDATE review_card SET reviewed = ?, due = ? WHERE id = ?", times)

    def _bounds(self) -> tuple[str, str]:
        """Up to when a card is due, and from when on its date cannot be right."""
        now = self.now()
        return _told(now), _told(now + BEYOND)


def time_from(text: str) -> datetime | None:
    """The time in `text`, in UTC; None where there is none in it."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo is not None else None


def _told(time: datetime) -> str:
    return time.isoformat(timespec="seconds")


def _passage(
    id: int,
    card: int,
    kind: str,
    state: str,
    reviewed: str,
    due: str,
    lesson_hash: str,
    key_hash: str,
    text_name: str,
    item: str,
    start: int,
    end: int,
) -> Passage:
    place = Place(kind, item, Span(start, end))
    return Passage(id, card, place, state, reviewed, due, lesson_hash, key_hash, text_name)
