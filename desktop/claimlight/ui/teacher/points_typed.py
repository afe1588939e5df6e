"""A number of points as a teacher types it."""

from fractions import Fraction

from claimlight.ui.announcing import Announce
from claimlight.wording import _

MOST_POINTS = 20


def typed_points(words: str, announce: Announce) -> Fraction | None:
    """ "2", "1/2", "0.5" or "0,5", from 0 to MOST_POINTS; None where it is none, which is said."""
    try:
        points = Fraction(words.replace(",", ".").strip())
        if 0 <= points <= MOST_POINTS:
            return points
    except (ValueError, ZeroDivisionError):
        pass
    announce(_("Points are a number from 0 to {most}").format(most=MOST_POINTS))
    return None
