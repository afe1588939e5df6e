"""Does a student mark too much or too little? Precision against recall, so that who doubts everything is seen."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claimlight.grading.receipt import Fate, Grade

APART = Fraction(1, 4)
"""Precision and recall must differ by so much to be called a leaning."""

NOT_JUDGED = (Fate.REPEAT, Fate.IGNORED, Fate.EXAMPLE)


class Leaning(StrEnum):
    OVER_MARKS = "over-marks"
    UNDER_MARKS = "under-marks"
    BALANCED = "balanced"
    UNKNOWN = "unknown"
    """Nothing was marked, or nothing was there to find."""


@dataclass(frozen=True, slots=True)
class MarkingStyle:
    """`precision`: highlights that found something, of those judged. `recall`: required items found, of all.

    None where there are none to divide by.
    """

    highlights: int
    items: int
    precision: Fraction | None
    recall: Fraction | None

    @property
    def astray(self) -> int:
        """How many highlights found nothing."""
        return int(self.highlights * (1 - (self.precision or 0)))

    @property
    def unfound(self) -> int:
        """How many items no highlight found."""
        return int(self.items * (1 - (self.recall or 0)))

    @property
    def leaning(self) -> Leaning:
        if self.precision is None or self.recall is None:
            return Leaning.UNKNOWN
        if self.recall - self.precision >= APART:
            return Leaning.OVER_MARKS
        return Leaning.UNDER_MARKS if self.precision - self.recall >= APART else Leaning.BALANCED


def marking_style(grade: Grade) -> MarkingStyle:
    """The marking style that one graded work shows."""
    judged = [one for one in grade.highlights if one.fate not in NOT_JUDGED]
    required = [one for one in grade.items if not one.optional]
    matched = sum(one.fate is Fate.MATCHED for one in judged)
    found = sum(one.credit > 0 for one in required)
    return MarkingStyle(
        len(judged),
        len(required),
        Fraction(matched, len(judged)) if judged else None,
        Fraction(found, len(required)) if required else None,
    )
