"""How long ago a lesson was opened."""

from datetime import UTC, datetime, timedelta

import pytest

from claimlight.wording.ago import opened_text

NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "last opened today"),
        (1, "last opened yesterday"),
        (2, "last opened 2 days ago"),
        (13, "last opened 13 days ago"),
        (14, "last opened 2 weeks ago"),
        (400, "last opened 57 weeks ago"),
        (-3, "last opened today"),
    ],
)
def test_it_counts_days_as_a_calendar_does(days: int, said: str) -> None:
    assert opened_text(NOW - timedelta(days=days), NOW) == said
