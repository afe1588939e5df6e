"""What a teacher decided about a work and said about it, as its student reads it."""

from collections.abc import Sequence
from fractions import Fraction

from claimlight.core.codebook import Codebook
from claimlight.core.decision import Decision, DecisionKind
from claimlight.grading.receipt import ReceiptLine
from claimlight.wording import _, ngettext
from claimlight.wording.points import points_of_one, total_text
from claimlight.wording.verdicts import reason_text

_TALK = (DecisionKind.COMMENT, DecisionKind.REPLY)
_MOST_LETTERS = 60


def said_by_teacher(
    line: ReceiptLine | None, said: Sequence[Decision], codebook: Codebook, *, item: str = "", highlight: str = ""
) -> tuple[str, ...]:
    """The teacher's line of the points, and comments, about an item or a highlight; with neither, about the whole."""
    changed = () if line is None else (whole_text(line, codebook),)
    talk = (each for each in said if each.kind in _TALK and (each.item, each.highlight) == (item, highlight))
    return (*changed, *(comment_text(each.words) for each in talk))


def whole_text(line: ReceiptLine, codebook: Codebook, *, of_student: bool = False) -> str:
    """A line about the whole, with the reason that the teacher gave."""
    reason, words = reason_text(line.reason, codebook, of_student=of_student), line.reason.get("said")
    return _("{decision}: “{words}”").format(decision=reason, words=words) if words else reason


def comment_text(words: str) -> str:
    return _("Your teacher: “{words}”").format(words=words)


def decision_told(one: Decision, passage: str) -> str:
    """A decision as a sentence that stands alone: "“about 50 boats”: Your teacher changed the points to ¾." """
    match one.kind:
        case DecisionKind.COMMENT | DecisionKind.REPLY:
            said = comment_text(one.words)
        case DecisionKind.ACCEPT:
            said = _because(_("Your teacher takes this as right"), one.words)
        case DecisionKind.POINTS:
            points = points_of_one(one.points or Fraction(0))
            said = _because(_("Your teacher changed this to {points}").format(points=points), one.words)
        case DecisionKind.KEPT:
            said = _because(_("The answers changed; your mark stays"), one.words)
    short = " ".join(passage.split())
    short = short if len(short) <= _MOST_LETTERS else f"{short[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"
    return _("“{passage}”: {said}").format(passage=short, said=said) if short else said


def _because(said: str, reason: str) -> str:
    return _("{decision}: “{words}”").format(decision=said, words=reason) if reason else _("{said}.").format(said=said)


def changed_answers_text(changes: int, before: tuple[Fraction, Fraction], now: tuple[Fraction, Fraction]) -> str:
    """What a student reads whose teacher changed the answers: "Your teacher changed one answer: +1 point."

    `before` and `now` are points and possible points. Where nothing is other for this student, nothing is said.
    """
    if not changes or before == now:
        return ""
    if before[1] != now[1]:
        said = ngettext(
            "Your teacher changed one answer: {before} before, {now} now.",
            "Your teacher changed {n} answers: {before} before, {now} now.",
            changes,
        )
        return said.format(n=changes, before=total_text(*before), now=total_text(*now))
    said = ngettext(
        "Your teacher changed one answer: {points}.", "Your teacher changed {n} answers: {points}.", changes
    )
    more = now[0] - before[0]
    points = points_of_one(more)
    return said.format(n=changes, points=f"+{points}" if more > 0 else points)
