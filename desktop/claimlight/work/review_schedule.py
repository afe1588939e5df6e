"""When a kind of sentence comes back: spaced by FSRS (https://github.com/open-spaced-repetition/py-fsrs).

What the scheduler has to remember is kept as JSON. The library is loaded when a passage is answered, never before.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from claimlight.core.errors import StoreError
from claimlight.grading.recall import Recall

FIRST_WAIT = timedelta(hours=20)
"""What was missed today comes back tomorrow, also in a lesson that begins a little earlier."""
LONGEST_DAYS = 180
"""Even what is known well comes back twice a year."""
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of a kind that was answered at least once: days until it fades, how hard it is (1 to 10)."""

    stability: float
    difficulty: float
    recall: Recall
    """How the last answer was."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to remember after an answer, when it was given, and when the kind comes back."""

    state: str
    reviewed: datetime
    due: datetime


def memory_from(state: str) -> Memory | None:
    """What `state` remembers; None where nothing was answered yet. Raises StoreError where it cannot be read."""
    if not state:
        return None
    try:
        values = json.loads(state)
        memory = Memory(float(values["stability"]), float(values["difficulty"]), Recall(values["recall"]))
        known = values == _values(memory) and 0 < memory.stability < 1e6 and 1 <= memory.difficulty <= 10
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
        raise StoreError("review-plan-damaged") from error
    if not known:
        raise StoreError("review-plan-damaged")
    return memory


def plan(state: str, reviewed: datetime | None, recall: Recall, now: datetime) -> Plan:
    """The plan after an answer that shows `recall`. `reviewed` is when the kind was answered before, if it was.

    The time since then is never below zero, whatever the clock does. Raises StoreError where `state` cannot be read.
    """
    from fsrs import Card, Rating, Scheduler, State

    memory = memory_from(state)
    moment = now if reviewed is None else max(now, reviewed)
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_DAYS, enable_fuzzing=False)
    card = Card(card_id=0, due=moment)
    if memory is not None:
        since = reviewed or moment
        card = Card(
            0, State.Review, None, memory.stability, memory.difficulty, due=since, last_review=min(since, moment)
        )
    card, _log = scheduler.review_card(card, Rating(recall), moment)
    known = Memory(card.stability or 0.0, card.difficulty or 0.0, recall)
    return Plan(json.dumps(_values(known)), now, now + max(timedelta(days=1), card.due - moment))


def _values(memory: Memory) -> dict[str, object]:
    return {
        "format": _FORMAT,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "recall": int(memory.recall),
    }
