"""One person's work on one version of a lesson, from the first highlight to the last check."""

from dataclasses import dataclass
from enum import StrEnum

from claimlight.core.annotation import Annotation
from claimlight.core.lesson import Mode


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here. The name is empty until there is a reason to ask for it."""

    id: str
    name: str


MOST_IN_CHALLENGE = 300
"""Code points of the one sentence in which a student sees a verdict differently."""


class AttemptState(StrEnum):
    OPEN = "open"
    CHECKED = "checked"
    """At least one check was made, and at least one is left."""
    CLOSED = "closed"
    """The page can no longer be changed: the answers are shown, or the work is handed in."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A person × a lesson version × a text × a mode. `number` counts this person's attempts at this lesson, from 1."""

    id: str
    person: str
    lesson_id: str
    lesson_hash: str
    text_name: str
    mode: Mode
    number: int
    state: AttemptState


@dataclass(frozen=True, slots=True)
class Check:
    """The work as it stood when it was checked, and the answers (`key_hash`) that it was checked against."""

    number: int
    annotations: tuple[Annotation, ...]
    key_hash: str
    confirmed_few: bool = False
    """The student confirmed that these few highlights were all."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """*I see it differently*: a sentence about one verdict of an attempt. It never changes a point.

    `item` is the id of the item or trap that the verdict is about, or ""; `highlight` that of the highlight, or "".
    """

    id: str
    item: str
    highlight: str
    words: str
    made: str
    """When it was said: UTC, as ISO 8601."""
