"""What the student was sure of, beside what became of it: sure and wrong is looked at first."""

from collections.abc import Collection

from claimlight.grading.receipt import Fate, HighlightVerdict, ItemVerdict, Outcome
from claimlight.wording import N_, _
from claimlight.wording.of_student import told

_WRONG_ITEMS = {Outcome.WRONG_LABEL, Outcome.OPPOSITE_LABEL, Outcome.NEAR_MISS}
_WRONG_MARKS = {Fate.WRONG_LABEL, Fate.TRAP_HIT, Fate.EXTRA}


def was_sure(verdict: ItemVerdict | HighlightVerdict, sure: Collection[str]) -> bool:
    """Whether one of the highlights that the verdict is about is among those that the student was `sure` of."""
    if isinstance(verdict, HighlightVerdict):
        return verdict.highlight in sure
    return any(id in sure for id in (*verdict.highlights, *verdict.seen))


def surely_wrong(verdict: ItemVerdict | HighlightVerdict, sure: Collection[str]) -> bool:
    """Sure, and yet another label, a trap, or nothing that the answers have; less than all the words is not wrong."""
    if not was_sure(verdict, sure):
        return False
    if isinstance(verdict, HighlightVerdict):
        return verdict.fate in _WRONG_MARKS or verdict.cost > 0
    return verdict.outcome in _WRONG_ITEMS


def place_text(paragraph: int, *, sure: bool, of_student: bool = False) -> str:
    """ "paragraph 5 · you were sure" """
    if not sure:
        return _("paragraph {n}").format(n=paragraph)
    return _(told(N_("paragraph {n} · you were sure"), of_student=of_student)).format(n=paragraph)


def sure_text(*, of_student: bool = False) -> str:
    """The line on the card of what was sure and wrong."""
    return _(told(N_("You were sure of this one."), of_student=of_student))
