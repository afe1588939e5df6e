"""What a review says: what a passage asks for, how it went, and when the next one comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from claimlight.core.article import Span, overlap
from claimlight.core.codebook import Codebook, Label
from claimlight.grading.receipt import Grade, HighlightVerdict, ItemVerdict
from claimlight.wording import _, ngettext
from claimlight.wording.verdicts import fate_text, outcome_text, verdict_text

_DAY = timedelta(days=1)
_LONG = 21
"""Days after which weeks are counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a passage went: in a word or two, in a sentence, and why."""

    head: str
    sentence: str
    explanation: str = ""

    def spoken(self) -> str:
        return " ".join(part for part in (f"{self.head}.", self.sentence, self.explanation) if part)


def passage_task(labels: Sequence[Label]) -> str:
    """What to do with a passage, with the labels of its lesson by name."""
    names = [label.name.lower() for label in labels]
    if len(names) == 1:
        return _("Mark every {label} here. There may be none.").format(label=names[0])
    listed = _("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])
    return _("Mark every {label} here. There may be none.").format(label=listed)


def passages_due(n: int) -> str:
    return ngettext("{n} short passage is due again", "{n} short passages are due again", n).format(n=n)


def passage_number(number: int, of: int) -> str:
    """ "Passage 1 of 3", with `number` from 1."""
    return _("Passage {n} of {all}").format(n=number, all=of)


def told_of(grade: Grade, item: str, focus: Span, trap: str, codebook: Codebook) -> Told:
    """How the sentence that a passage is about was marked: an answer, a trap (`trap` says why), or neither."""
    verdict = grade.item(item)
    if verdict is not None:
        return Told(
            outcome_text(verdict, codebook), _also(verdict_text(verdict, codebook), grade, verdict), verdict.explanation
        )
    marked = _marked_at(grade, focus)
    if marked is not None:
        why = trap or _("Mark what somebody says is so, if one could check it and it matters.")
        return Told(fate_text(marked).capitalize(), _also(verdict_text(marked, codebook), grade, None), why)
    return Told(_("Left alone"), _also(_("You rightly left this: nothing belongs there."), grade, None), trap)


def next_review(wait: timedelta | None) -> str:
    """When there will be another review, after one."""
    if wait is None:
        return _("Review done.")
    if wait <= timedelta():
        return _("Review done. More passages are waiting when you like.")
    days = ceil(wait / _DAY)
    if days <= 1:
        return _("Review done. Next review tomorrow.")
    if days < _LONG:
        return ngettext("Review done. Next review in {n} day.", "Review done. Next review in {n} days.", days).format(
            n=days
        )
    weeks = round(days / 7)
    return ngettext("Review done. Next review in {n} week.", "Review done. Next review in {n} weeks.", weeks).format(
        n=weeks
    )


def _marked_at(grade: Grade, focus: Span) -> HighlightVerdict | None:
    """The mark that is charged for the words at `focus`."""
    charged = (one for one in grade.highlights if any(overlap(each, focus) for each in one.sentences))
    return next(charged, None)


def _also(sentence: str, grade: Grade, about: ItemVerdict | None) -> str:
    """`sentence`, and how many other answers of the passage were missed."""
    missed = sum(one is not about and not one.optional and not one.highlights for one in grade.items)
    if not missed:
        return sentence
    more = ngettext(
        "Near it is {n} more answer, in a dashed outline.",
        "Near it are {n} more answers, in dashed outlines.",
        missed,
    ).format(n=missed)
    return f"{sentence} {more}"
