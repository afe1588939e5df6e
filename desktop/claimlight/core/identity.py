"""Where new ids and the time come from; both are passed in, so that a test can choose them."""

from collections.abc import Callable
from datetime import UTC, datetime

NewId = Callable[[], str]
"""Gives a new id at every call: a UUID in its usual text form."""

Clock = Callable[[], datetime]
"""Gives the time now, always in UTC. It informs; order comes from sequence numbers."""


def new_id() -> str:
    """A random UUID."""
    from uuid import uuid4  # 2 ms that no start need wait for

    return str(uuid4())


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)
