"""How well a kind of sentence was remembered, when one of it came back."""

from enum import IntEnum
from fractions import Fraction

from claimlight.core.article import Span, overlap
from claimlight.grading.receipt import Grade

_HALF, _MOST = Fraction(1, 2), Fraction(3, 4)


class Recall(IntEnum):
    """The four answers that spaced repetition knows, by the numbers that the scheduler gives them."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def recall(grade: Grade, item: str, focus: Span, before: Recall | None = None) -> Recall:
    """What the marks on a passage say about the sentence that it is about; `before` is what they said the last time.

    - *Again*: the answer earned less than half its credit; or, where nothing belongs at `focus`, it was marked.
    - *Hard*: half or more of the credit but less than three quarters; or a mark elsewhere in the passage, where nothing
      belongs.
    - *Good*: at least three quarters of the credit and nothing too many; or, where nothing belongs, nothing marked.
    - *Easy*: as *Good* twice running, and this time every answer of the passage found in full. Never the first time:
      the kind comes back because it was missed, and once right may be luck.
    """
    credit, touched, elsewhere = _seen(grade, item, focus)
    if credit < _HALF or touched:
        return Recall.AGAIN
    if credit < _MOST or elsewhere:
        return Recall.HARD
    all_found = all(verdict.credit == 1 for verdict in grade.items if not verdict.optional)
    again_well = before is not None and before >= Recall.GOOD
    return Recall.EASY if all_found and again_well else Recall.GOOD


def _seen(grade: Grade, item: str, focus: Span) -> tuple[Fraction, bool, bool]:
    """The credit of the answer (1 where there is none); whether `focus`, and anything else, was marked in vain."""
    verdict = grade.item(item)
    charged = [span for one in grade.highlights for span in one.sentences]
    at_focus = [span for span in charged if overlap(span, focus)]
    if verdict is not None:
        return verdict.credit, False, bool(charged)
    return Fraction(1), bool(at_focus), len(charged) > len(at_focus)
