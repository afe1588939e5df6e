"""Say points, totals and the word for a score, as students read them."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, pairwise

from claimlight.wording import N_, _

_VULGAR = {
    Fraction(1, 8): "⅛",
    Fraction(1, 6): "⅙",
    Fraction(1, 5): "⅕",
    Fraction(1, 4): "¼",
    Fraction(1, 3): "⅓",
    Fraction(3, 8): "⅜",
    Fraction(2, 5): "⅖",
    Fraction(1, 2): "½",
    Fraction(3, 5): "⅗",
    Fraction(5, 8): "⅝",
    Fraction(2, 3): "⅔",
    Fraction(3, 4): "¾",
    Fraction(4, 5): "⅘",
    Fraction(5, 6): "⅚",
    Fraction(7, 8): "⅞",
}

BAND_WORDS = (N_("Not yet"), N_("Getting there"), N_("Secure"))
LINES = (40, 70)
"""The scores at which the second and the third word begin."""
CLOSE = 5
"""Within this many of a line, the word says so."""


def points_text(points: Fraction) -> str:
    """ "6½", "−¼", "0"; what has no sign of its own as a decimal, exact or rounded to two places."""
    size = abs(points)
    whole, rest = int(size), size - int(size)
    if rest == 0:
        text = str(whole)
    elif rest in _VULGAR:
        text = f"{whole or ''}{_VULGAR[rest]}"
    else:
        text = _decimal(size)
    return f"−{text}" if points < 0 else text


def _decimal(size: Fraction) -> str:
    """Two places, rounded half up, without zeros at the end."""
    whole, rest = divmod(_hundredths(size), 100)
    return _("{whole}.{hundredths}").format(whole=whole, hundredths=f"{rest:02}".rstrip("0") or "0")


def shares_text(points: Sequence[Fraction]) -> tuple[str, ...]:
    """The points of lines that a reader adds up: each as `points_text` says it where all have signs of their own.

    Else all are decimals of two places that add up to the rounded total: each is the step from one rounded running sum
    to the next, so none is off by a hundredth or more.
    """
    if all(_has_sign(each) for each in points):
        return tuple(map(points_text, points))
    sums = [_hundredths(total) for total in accumulate(points, initial=Fraction(0))]
    return tuple(_in_hundredths(after - before) for before, after in pairwise(sums))


def _in_hundredths(hundredths: int) -> str:
    size = Fraction(abs(hundredths), 100)
    text = str(int(size)) if size % 1 == 0 else _decimal(size)
    return f"−{text}" if hundredths < 0 else text


def _has_sign(points: Fraction) -> bool:
    return abs(points) % 1 == 0 or abs(points) % 1 in _VULGAR


def _hundredths(points: Fraction) -> int:
    """Rounded half up, in hundredths."""
    return (200 * points.numerator + points.denominator) // (2 * points.denominator)


def total_text(points: Fraction, possible: Fraction) -> str:
    """ "6½ of 10 points"."""
    if possible == 1:
        return _("{points} of 1 point").format(points=points_text(points))
    return _("{points} of {possible} points").format(points=points_text(points), possible=points_text(possible))


def band_text(score: Fraction, words: tuple[str, str, str] | None = None) -> str:
    """The word for a score of 0 to 100, and whether a line is near; a school may have its own three `words`."""
    said = words or (_(BAND_WORDS[0]), _(BAND_WORDS[1]), _(BAND_WORDS[2]))
    reached = sum(score >= line for line in LINES)
    if reached < len(LINES) and score >= LINES[reached] - CLOSE:
        return _("{word} – nearly {next}").format(word=said[reached], next=said[reached + 1])
    if reached and score <= LINES[reached - 1] + CLOSE:
        return _("{word} – only just").format(word=said[reached])
    return said[reached]


def points_of_one(points: Fraction) -> str:
    """What one answer or mark brought: "½ point", "1 point", "0 points", "−¼ point"."""
    if 0 < abs(points) <= 1:
        return _("{points} point").format(points=points_text(points))
    return _("{points} points").format(points=points_text(points))
