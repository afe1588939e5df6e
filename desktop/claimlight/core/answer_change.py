"""What was changed in the answers to a lesson after they were given out, one answer at a time."""

from dataclasses import dataclass
from enum import StrEnum

from claimlight.core.article import Span


class ChangeKind(StrEnum):
    ALSO_RIGHT = "also-right"
    """Other words, or another label, earn the answer as well."""
    NOT_COUNTED = "not-counted"
    """Nobody loses by missing it; who finds it gets nothing taken for it."""
    REMOVED = "removed"
    """It is an answer, or a trap, no longer."""
    BELONGS = "belongs"
    """Marks of these words belong there: an answer that is not counted comes in."""
    ADDED = "added"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """`item` is the answer's id; `span` and `label` are those of the words that the change is about."""

    kind: ChangeKind
    item: str
    span: Span
    label: str
