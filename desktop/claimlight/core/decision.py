"""What a teacher decides about one student's work, beyond what the grader says."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class DecisionKind(StrEnum):
    ACCEPT = "accept"
    """The answer counts as found, the mark as one that belongs there: for this student alone."""
    POINTS = "points"
    COMMENT = "comment"
    REPLY = "reply"
    """What the teacher says to *I see it differently*."""
    KEPT = "kept"
    """Points on top, so that a mark that its student has seen stays where the answers were changed later."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One of them. `item` and `highlight` say what it is about; with neither it is about the whole.

    `points` is what an item, a mark or the whole is worth now, or, for `KEPT`, what is added. Of several about the same
    that stand, the last one holds.
    """

    id: str
    kind: DecisionKind
    item: str = ""
    highlight: str = ""
    points: Fraction | None = None
    words: str = ""
    """The reason, or what is said."""
    made: str = ""
    """UTC, as ISO 8601."""

    @property
    def changes_points(self) -> bool:
        return self.kind in (DecisionKind.ACCEPT, DecisionKind.POINTS, DecisionKind.KEPT)
