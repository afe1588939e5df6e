"""Where places of a text are after parts of it were replaced, removed or joined."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimlight.core.anchoring import exact_matcher
from claimlight.core.article import Span

_MOST_COMPARED = 4_000_000
"""Code points before times code points after; beyond it, comparing would take seconds."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """`old`, in the text before, became `size` code points of the text after; both in code points.

    An insertion replaces an empty span.
    """

    old: Span
    size: int


class OffsetMap:
    """Maps positions in the text before to positions in the text after.

    `replacements` are in order and do not overlap (ValueError). What is between them stayed as it was.
    """

    def __init__(self, replacements: Iterable[Replacement] = ()) -> None:
        self.replacements = tuple(replacements)
        self._starts = [each.old.start for each in self.replacements]
        self._new: list[int] = []
        grown = last = 0
        for each in self.replacements:
            if each.old.start < last:
                raise ValueError("replacements overlap")
            last = each.old.end
            self._new.append(each.old.start + grown)
            grown += each.size - len(each.old)

    def start(self, position: int) -> int:
        """Where what begins at `position` begins now: after what was put there; within a replaced part, at its end."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return position
        each, new = self.replacements[at], self._new[at]
        return new + each.size + max(0, position - each.old.end)

    def end(self, position: int) -> int:
        """Where what ends at `position` ends now: before what was put there; within a replaced part, at its start."""
        at = bisect_right(self._starts, position - 1) - 1
        if at < 0:
            return position
        each, new = self.replacements[at], self._new[at]
        return new if position < each.old.end else new + each.size + position - each.old.end

    def span(self, span: Span) -> Span:
        """Where `span` is now; empty where nothing of it is left."""
        start, end = self.start(span.start), self.end(span.end)
        return Span(start, max(start, end))

    def touches(self, span: Span) -> bool:
        """Whether anything of `span` was replaced, or something put between two of its code points."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self.replacements[at].old.end > span.start and self.replacements[at].old.start < span.end


def replaced(before: str, after: str) -> tuple[Span, str]:
    """The one stretch of `before` that differs from `after`, as short as can be, and what stands there now."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    room = most - start
    tail = next((at for at in range(room) if before[-1 - at] != after[-1 - at]), room)
    return Span(start, len(before) - tail), after[start : len(after) - tail]


def map_of(before: str, after: str) -> OffsetMap:
    """The map of whatever was edited, piece by piece where the stretch that differs is not too long for that."""
    old, put = replaced(before, after)
    if not old and not put:
        return OffsetMap()
    if not old or not put or len(old) * len(put) > _MOST_COMPARED:
        return OffsetMap([Replacement(old, len(put))])
    return OffsetMap(_pieces(before[old.start : old.end], put, old.start))


def _pieces(before: str, after: str, at: int) -> Iterator[Replacement]:
    """What diff-match-patch finds replaced between two stretches that begin at `at` and differ at both ends."""
    matcher = exact_matcher()
    diffs = matcher.diff_main(before, after, False)
    matcher.diff_cleanupSemantic(diffs)
    gone = size = 0
    for kind, words in [*diffs, (0, "")]:
        if kind == 0:
            yield Replacement(Span(at, at + gone), size)
            at += gone + len(words)
            gone = size = 0
        elif kind < 0:
            gone += len(words)
        else:
            size += len(words)
