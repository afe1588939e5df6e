"""The marks of a class, as every export takes them."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimlight.core.roster import RosterEntry


@dataclass(frozen=True, slots=True)
class Mark:
    """`percent` is what the student was or will be told, points are exact. `feedback` is one line of words."""

    percent: int
    points: Fraction
    possible: Fraction
    feedback: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Pupil:
    """One student, with a mark for each lesson or None; `open` are the numbers of lessons that are not due yet."""

    entry: RosterEntry
    marks: tuple[Mark | None, ...]
    open: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Gradebook:
    """`lessons` are titles, no two alike; `strangers` names of people whose work nobody on the list has."""

    class_name: str
    lessons: tuple[str, ...]
    pupils: tuple[Pupil, ...]
    strangers: tuple[str, ...] = ()


def decimal(number: Fraction) -> str:
    """`number` with at most two places after a point: exact where that is enough, else rounded half to even."""
    rounded = Decimal(number.numerator) / Decimal(number.denominator)
    said = f"{rounded:.2f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said


def scaled(mark: Mark, most: Fraction) -> str:
    """The mark where the whole lesson is worth `most`: by its points, as the feedback names them."""
    return decimal(most * mark.points / mark.possible)
