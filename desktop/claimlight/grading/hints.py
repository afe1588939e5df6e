"""What a student learns between checks, without an answer: how much is hidden, where to look, what to mend."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claimlight.grading.key import PreparedKey
from claimlight.grading.receipt import Fate, Grade, HighlightVerdict, ItemVerdict, Outcome, Reason, Rule

FEW = 3
"""A check with fewer highlights gives no hints, and is used up only if the student confirms that this is all."""


class Look(StrEnum):
    """What to look at again in a highlight."""

    LABEL = "label"
    """The words are right; another label fits better (never which)."""
    TOO_WIDE = "too wide"
    TOO_NARROW = "too narrow"


@dataclass(frozen=True, slots=True)
class HighlightHint:
    highlight: str
    look: Look
    paragraph: int


@dataclass(frozen=True, slots=True)
class NextHidden:
    """Where the next hidden answer on the page is, and its label."""

    label: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Hints:
    """Paragraphs are numbered as readers see them, from 1. Nothing in here says which words are an answer."""

    hidden: tuple[tuple[str, int], ...]
    """For each label that the answers use, how many answers are still hidden."""
    total: int
    """How many answers there are; those that are not counted are left out, here and above."""
    next: NextHidden | None
    highlights: tuple[HighlightHint, ...]
    """In page order."""
    over_marked: tuple[int, ...]
    """Paragraphs in which more is marked than belongs there."""


def is_few(grade: Grade) -> bool:
    """Whether so little is marked that a check should first ask; repeats and marks without words do not count."""
    counted = (one for one in grade.highlights if one.fate not in (Fate.REPEAT, Fate.IGNORED))
    return sum(1 for _ in counted) < FEW


def hints(key: PreparedKey, grade: Grade) -> Hints | None:
    """The hints for a check that was graded as `grade`; None where too little is marked to give any.

    A check with few highlights stays without hints even where the student confirms that this is all.
    """
    if is_few(grade):
        return None
    required = [pair for pair in zip(grade.items, key.positions, strict=True) if not pair[0].optional]
    hidden = [pair for pair in required if not pair[0].highlights]
    counts = Counter(verdict.label for verdict, _ in hidden)
    return Hints(
        hidden=tuple((label, counts[label]) for label in dict.fromkeys(verdict.label for verdict, _ in required)),
        total=len(required),
        next=_next(key, hidden),
        highlights=tuple(_highlight_hints(key, grade)),
        over_marked=_over_marked(key, grade),
    )


def _next(key: PreparedKey, hidden: list[tuple[ItemVerdict, int]]) -> NextHidden | None:
    if not hidden:
        return None
    verdict, position = hidden[0]
    return NextHidden(verdict.label, key.text.paragraph(position))


def _highlight_hints(key: PreparedKey, grade: Grade) -> Iterator[HighlightHint]:
    found = {id: verdict for verdict in grade.items for id in verdict.highlights}
    items = {verdict.item for verdict in found.values()}
    for one in grade.highlights:
        verdict = found.get(one.highlight)
        look = _look_of_found(verdict) if verdict else _look_of_unused(one, one.item in items)
        if look:
            yield HighlightHint(one.highlight, look, key.text.paragraph(one.span.start))


def _look_of_found(verdict: ItemVerdict) -> Look | None:
    reason = verdict.reason
    if reason.get("other_label"):
        return Look.LABEL
    if verdict.reason.rule is Rule.MERGED:
        return Look.TOO_WIDE
    return None if reason.get("full") or verdict.outcome is Outcome.HEDGED else _wide_or_narrow(reason)


def _look_of_unused(one: HighlightVerdict, is_found: bool) -> Look | None:
    """Only where it comes close to an answer: the words of one under another label, too many, or too few."""
    if one.fate not in (Fate.WRONG_LABEL, Fate.NEAR_MISS):
        return None
    if one.reason.get("earns"):
        return Look.LABEL if one.reason.get("given") != one.reason.get("keyed") else None
    if one.cost:
        return Look.TOO_WIDE
    return None if is_found else _wide_or_narrow(one.reason)


def _wide_or_narrow(reason: Reason) -> Look:
    """Whichever is the worse: caught / of against inside / marked; must-words are missing where neither is."""
    caught, of, marked, extra = (int(reason.get(name) or 0) for name in ("caught", "of", "marked", "extra"))
    return Look.TOO_WIDE if extra and caught * marked >= (marked - extra) * of else Look.TOO_NARROW


def _over_marked(key: PreparedKey, grade: Grade) -> tuple[int, ...]:
    charged = {key.text.paragraph(sentence.start) for one in grade.highlights for sentence in one.sentences}
    return tuple(sorted(charged))
