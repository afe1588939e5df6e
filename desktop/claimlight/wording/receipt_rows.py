"""What each row of a receipt shows: points that a reader can add up, and sentences on what was asked beyond words."""

from collections.abc import Mapping
from fractions import Fraction

from claimlight.core.codebook import Codebook
from claimlight.grading.receipt import Grade, ItemVerdict, LineKind
from claimlight.wording.points import shares_text
from claimlight.wording.verdicts import reason_text

Row = tuple[LineKind, str]
"""What a row is about: an answer, an extra mark …, by its id."""


def shown_points(grade: Grade) -> dict[Row, str]:
    """By kind and id, the points of each row, so that what is read adds up to the total.

    What was asked beyond the words of an answer is in the answer's own row.
    """
    return shown_shares(points_of_rows(grade))


def shown_shares(points: Mapping[Row, Fraction]) -> dict[Row, str]:
    """The points of each row in words that add up to the total shown."""
    return dict(zip(points, shares_text(list(points.values())), strict=True))


def points_of_rows(grade: Grade) -> dict[Row, Fraction]:
    """What each row earns, with what was asked beyond the words of an answer."""
    rows: dict[Row, Fraction] = {}
    for line in grade.lines:
        row = (LineKind.ITEM if line.kind is LineKind.ASKED else line.kind, line.id)
        rows[row] = rows.get(row, Fraction(0)) + line.points
    return rows


def shortfalls(verdict: ItemVerdict, codebook: Codebook) -> tuple[str, ...]:
    """What is not right beyond the words, each in a few: "Who says it: left open"."""
    return tuple(reason_text(asked.reason, codebook) for asked in verdict.asked if asked.points < 0)
