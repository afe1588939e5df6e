"""Find a highlight again in a text that has changed since it was made."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimlight.core.annotation import Quote
from claimlight.core.article import Span

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

SIMILAR = 0.8
"""How alike the words must be to be offered to the person: 1 less the edit distance over the longer length."""

_SEED = 12
"""Code points of the quote or of its context that are looked for to find where it might be now."""
_MOST_PLACES = 8
_EQUAL, _DELETED, _INSERTED = 0, -1, 1

_Diffs = list[tuple[int, str]]


class Degree(StrEnum):
    SAME = "same"
    """It stands where it stood."""
    MOVED = "moved"
    """The exact words stand elsewhere, at one place that their context tells from all others."""
    DOUBTFUL = "doubtful"
    """Something like it was found; it counts only after the person confirms."""
    LOST = "lost"
    """Nothing like it was found; it is kept and listed with its words."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a highlight belongs now; no span when it is lost."""

    degree: Degree
    span: Span | None


LOST = Placement(Degree.LOST, None)


def place(quote: Quote, old: Span, text: str) -> Placement:
    """Where `quote`, which stood at `old`, stands in `text`; all in code points.

    Exact words come first, told apart by how much of their context still stands around them. Where the words
    themselves changed, diff-match-patch aligns the quote in its context with the neighbourhood of whatever is left of
    them.
    """
    if not quote.exact:
        return LOST
    places = [Span(at, at + len(quote.exact)) for at in _occurrences(quote.exact, text)]
    return _best_exact(quote, old, text, places) if places else _similar(quote, old, text)


def similarity(a: str, b: str) -> float:
    """1 for equal strings, 0 where nothing agrees; the edit distance is that of diff-match-patch's own comparison."""
    matcher = exact_matcher()
    distance = float(matcher.diff_levenshtein(matcher.diff_main(a, b, False)))
    return max(0.0, 1 - distance / max(len(a), len(b), 1))


def _best_exact(quote: Quote, old: Span, text: str, places: list[Span]) -> Placement:
    if old in places and _agreement(quote, old, text) == len(quote.prefix) + len(quote.suffix):
        return Placement(Degree.SAME, old)
    ranked = sorted(places, key=lambda span: (-_agreement(quote, span, text), abs(span.start - old.start)))
    best = ranked[0]
    alone = len(ranked) == 1 or _agreement(quote, ranked[1], text) < _agreement(quote, best, text)
    if not alone or not _context_holds(quote, best, text):
        return Placement(Degree.DOUBTFUL, best)
    return Placement(Degree.SAME if best == old else Degree.MOVED, best)


def _context_holds(quote: Quote, span: Span, text: str) -> bool:
    """Whether all that stood before it, or all that stood after it, still does."""
    before, after = _agreements(quote, span, text)
    if not quote.prefix and not quote.suffix:
        return True
    holds_before = before == len(quote.prefix) if quote.prefix else span.start == 0
    holds_after = after == len(quote.suffix) if quote.suffix else span.end == len(text)
    return holds_before or holds_after


def _agreement(quote: Quote, span: Span, text: str) -> int:
    return sum(_agreements(quote, span, text))


def _agreements(quote: Quote, span: Span, text: str) -> tuple[int, int]:
    """How many code points of the prefix still stand before `span`, and of the suffix after it."""
    before = text[max(0, span.start - len(quote.prefix)) : span.start]
    after = text[span.end : span.end + len(quote.suffix)]
    return _common(quote.prefix[::-1], before[::-1]), _common(quote.suffix, after)


def _common(a: str, b: str) -> int:
    """The length of the common beginning."""
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _similar(quote: Quote, old: Span, text: str) -> Placement:
    candidates = {_aligned(quote, start, text) for start in _likely_starts(quote, old, text)}
    scored = [
        (similarity(quote.exact, text[span.start : span.end]), -abs(span.start - old.start), span)
        for span in candidates
        if span
    ]
    score, _distance, best = max(scored, default=(0.0, 0, old))
    return Placement(Degree.DOUBTFUL, best) if score >= SIMILAR else LOST


def _likely_starts(quote: Quote, old: Span, text: str) -> list[int]:
    """Where the quote would begin if a piece of it, or of its context, still stands: the likeliest, and near `old`."""
    votes = Counter({min(old.start, len(text)): 1})
    whole = quote.prefix + quote.exact + quote.suffix
    for offset in range(0, max(1, len(whole) - _SEED + 1), _SEED):
        votes.update(
            max(0, at - offset + len(quote.prefix)) for at in _occurrences(whole[offset : offset + _SEED], text)
        )
    return sorted(votes, key=lambda start: (-votes[start], abs(start - old.start)))[:_MOST_PLACES]


def _aligned(quote: Quote, start: int, text: str) -> Span | None:
    """The stretch of `text` near `start` that diff-match-patch sets beside the quote, without blanks at its ends."""
    around = len(quote.prefix) + len(quote.exact) // 2
    first = max(0, start - around)
    window = text[first : start + len(quote.exact) + around + len(quote.suffix)]
    matcher = exact_matcher()
    diffs = matcher.diff_main(quote.prefix + quote.exact + quote.suffix, window, False)
    matcher.diff_cleanupSemantic(diffs)
    begin = len(quote.prefix)
    low, high = _mapped_start(diffs, begin), _mapped_end(diffs, begin + len(quote.exact))
    words = window[low:high]
    low += len(words) - len(words.lstrip())
    high = low + len(words.strip())
    return Span(first + low, first + high) if low < high else None


def _mapped_start(diffs: _Diffs, position: int) -> int:
    """Where a beginning is now: after anything that was put before it, before anything that replaced it."""
    kind, old, new = next(
        (kind, old, new) for kind, old, new, words in _steps(diffs) if kind != _INSERTED and position < old + len(words)
    )
    return new + (position - old if kind == _EQUAL else 0)


def _mapped_end(diffs: _Diffs, position: int) -> int:
    """Where an end is now: before anything that was put after it, after anything that replaced it."""
    steps = list(_steps([*diffs, (_EQUAL, "")]))
    return next(
        new + max(0, position - old)
        for kind, old, new, words in steps
        if kind == _EQUAL and position <= old + len(words)
    )


def _steps(diffs: _Diffs) -> Iterator[tuple[int, int, int, str]]:
    """Each step with where it begins in the old and in the new words."""
    old = new = 0
    for kind, words in diffs:
        yield kind, old, new, words
        old += 0 if kind == _INSERTED else len(words)
        new += 0 if kind == _DELETED else len(words)


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def exact_matcher() -> "diff_match_patch":
    """diff-match-patch without its time limit, so that the same texts always give the same answer."""
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    return matcher
