"""What students say against a verdict: one sentence each, kept with the attempt."""

from claimlight.core.attempt import Challenge
from claimlight.store.database import Database


def of_attempt(db: Database, attempt: int) -> tuple[Challenge, ...]:
    """The first that was said first."""
    found = db.execute(
        "SELECT uuid, item, highlight, words, made FROM challenge WHERE attempt_id = ? ORDER BY id", [attempt]
    )
    return tuple(Challenge(*row) for row in found)


def keep(db: Database, attempt: int, challenge: Challenge) -> None:
    """Keep it; what was said about the same verdict before gives way."""
    withdraw(db, attempt, challenge.item, challenge.highlight)
    db.execute(
        "INSERT INTO challenge (uuid, attempt_id, item, highlight, words, made) VALUES (?, ?, ?, ?, ?, ?)",
        [challenge.id, attempt, challenge.item, challenge.highlight, challenge.words, challenge.made],
    )


def withdraw(db: Database, attempt: int, item: str, highlight: str) -> None:
    db.execute("DELETE FROM challenge WHERE attempt_id = ? AND item = ? AND highlight = ?", [attempt, item, highlight])
