"""What a student reads of marks that came back, each sentence the teacher's own."""

from fractions import Fraction

from claimlight.wording import _, ngettext
from claimlight.wording.points import points_of_one, total_text


def marked_title(points: Fraction, possible: Fraction) -> str:
    return _("Your teacher has marked this: {total}.").format(total=total_text(points, possible))


def changes_text(changes: int, more: Fraction) -> str:
    """ "Your teacher changed one answer: +1 point."; "" where nothing was changed."""
    if not changes:
        return ""
    said = ngettext(
        "Your teacher changed one answer: {points}.", "Your teacher changed {n} answers: {points}.", changes
    )
    points = points_of_one(more)
    return said.format(n=changes, points=f"+{points}" if more > 0 else points)


def reason_said(words: str) -> str:
    return _("The reason: “{words}”").format(words=words)


def comment_said(words: str, about: str = "") -> str:
    """`about` is what was marked, where the comment is on a mark."""
    if about:
        return _("Your teacher on “{about}”: “{words}”").format(about=about, words=words)
    return _("Your teacher: “{words}”").format(words=words)


def answers_stay_text() -> str:
    """Of an assessment, whose answers no student sees."""
    return _("The answers stay with your teacher.")


def words_elsewhere(words: str) -> str:
    """For who sits at another computer one day."""
    return _("These marks open on any computer with your five words: {words}").format(words=words)
