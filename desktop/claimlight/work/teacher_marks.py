"""Marks that came back, as their student reads them: the points after the teacher's changes, each change, each word."""

from dataclasses import dataclass
from fractions import Fraction

from claimlight.grading.receipt import LineKind, ReceiptLine, Rule
from claimlight.handin.feedback import Comment, Feedback
from claimlight.wording import _
from claimlight.work.marks_back import shown_marks


@dataclass(frozen=True, slots=True)
class TeachersChange:
    """What the teacher changed of one item, or of the whole (""): by so many points, with the reason."""

    item: str
    by: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Marked:
    points: Fraction
    possible: Fraction
    changes: tuple[TeachersChange, ...] = ()
    comments: tuple[Comment, ...] = ()


def marked(feedback: Feedback) -> Marked:
    """What `feedback` says: the receipt, and in order every line that the teacher added to it."""
    shown = shown_marks(feedback)
    changes = (_change(line) for line in shown.lines if line.kind is LineKind.TEACHER)
    return Marked(shown.points, shown.possible, tuple(changes), feedback.comments)


def _change(line: ReceiptLine) -> TeachersChange:
    item = line.id if line.reason.get("about") == LineKind.ITEM else ""
    kept = line.reason.rule is Rule.TEACHER_KEPT
    reason = _("The answers changed; your mark stays") if kept else str(line.reason.get("said") or "")
    return TeachersChange(item, line.points, reason)
