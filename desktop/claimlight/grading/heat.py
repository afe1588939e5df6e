"""Where on the page how many students marked what: the heat map, as stretches within which nothing changes."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from claimlight.core.article import Span
from claimlight.grading.work_facts import MarkFact

_end = attrgetter("end")
ANY = ""
"""Under any label: a student with two labels over one word counts once."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """`[start, end)` in code points; `counts` pairs a label with how many students marked it so, the most first."""

    start: int
    end: int
    marked: int
    """By how many students, under whatever label."""
    counts: tuple[tuple[str, int], ...]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def under(self, label: str) -> int:
        """How many marked it as `label`, or, for `ANY`, at all."""
        return self.marked if label == ANY else dict(self.counts).get(label, 0)


@dataclass(frozen=True, slots=True)
class Heat:
    """The stretches that anybody marked, in page order, of `n` works."""

    n: int
    stretches: tuple[Stretch, ...]

    def at(self, position: int) -> Stretch | None:
        """The stretch that holds the code point at `position`; None where nobody marked it."""
        number = bisect_right(self.stretches, position, key=_end)
        if number == len(self.stretches) or self.stretches[number].start > position:
            return None
        return self.stretches[number]

    def within(self, span: Span) -> Iterator[Stretch]:
        """Every stretch that shares a code point with `span`."""
        for number in range(bisect_right(self.stretches, span.start, key=_end), len(self.stretches)):
            if self.stretches[number].start >= span.end:
                return
            yield self.stretches[number]

    def most(self, span: Span, label: str = ANY) -> int:
        """By how many students the most marked word of `span` was marked."""
        return max((stretch.under(label) for stretch in self.within(span)), default=0)


def heat(works: Sequence[Iterable[MarkFact]]) -> Heat:
    """Count the students over every code point."""
    changes: defaultdict[tuple[int, str], int] = defaultdict(int)
    for marks in works:
        spans: dict[str, list[tuple[int, int]]] = {ANY: []}
        for label, start, end, *_said in marks:
            spans[ANY].append((start, end))
            if label in spans:
                spans[label].append((start, end))
            else:
                spans[label] = [(start, end)]
        for label, places in spans.items():
            for start, end in places if len(places) == 1 else _united(places):
                changes[start, label] += 1
                changes[end, label] -= 1
    return Heat(len(works), tuple(_swept(changes)))


def _united(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not places:
        return
    places.sort()
    start, end = places[0]
    for begin, stop in places[1:]:
        if begin > end:
            yield start, end
            start, end = begin, stop
        else:
            end = max(end, stop)
    yield start, end


def _swept(changes: Mapping[tuple[int, str], int]) -> Iterator[Stretch]:
    counts: Counter[str] = Counter()
    before = 0
    for position, steps in groupby(sorted(changes.items()), key=lambda step: step[0][0]):
        if counts[ANY]:
            told = sorted((-count, label) for label, count in counts.items() if count and label != ANY)
            yield Stretch(before, position, counts[ANY], tuple((label, -count) for count, label in told))
        for (_position, label), count in steps:
            counts[label] += count
        before = position
