"""Know where highlights lie and how they share a line: lanes, buckets, neighbours. No painting here.

Positions are UTF-16 units of the document (see ui/document.py), since a line of a QTextLayout speaks nothing else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

LANES = 3
"""Underlines that one line of text has room for; further overlaps are told as "+n"."""

_BUCKET = 9
"""Positions fall into buckets of 2⁹ units, so that a line finds its highlights without asking all of them."""


class Shape(Enum):
    """How a mark is drawn: while working all are `PLAIN`; once the answers are shown, by what became of it."""

    PLAIN = "plain"
    CAUGHT = "caught"
    IN_PART = "in part"
    MISSED = "missed"
    """An answer that was not marked: outline and hollow tag, no tint, no underline."""
    MISSED_WORDS = "missed words"
    """Words of an answer that a highlight left out: outline only."""
    NOT_IN_ANSWERS = "not in the answers"
    LEFT_ALONE = "left alone"
    """A trap that was rightly not marked: brackets, and no label."""


_WITHOUT_LINE = {Shape.MISSED, Shape.MISSED_WORDS, Shape.LEFT_ALONE}


@dataclass(frozen=True, slots=True)
class OverlayMark:
    """Something painted over `[start, end)`: `label` is the label's id, which says colour, line and letter.

    What a label looks like wherever it shows is a `tags.Mark`; a mark in code points is an `article_view.PageMark`.
    """

    id: str
    start: int
    end: int
    label: str
    shape: Shape = Shape.PLAIN


class Overlay:
    """The marks on a page. Adding or removing one touches only the buckets and the neighbours it overlaps."""

    def __init__(self) -> None:
        self._marks: dict[str, OverlayMark] = {}
        self._lanes: dict[str, int] = {}
        self._buckets: dict[int, list[OverlayMark]] = {}

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[OverlayMark]:
        return iter(self._marks.values())

    def get(self, id: str) -> OverlayMark | None:
        return self._marks.get(id)

    def lane(self, mark: OverlayMark) -> int:
        """The lane from 0 that the mark's underline takes; `LANES` and more have no line of their own."""
        return self._lanes[mark.id]

    def add(self, mark: OverlayMark) -> None:
        """Put `mark` on the page, in place of the one that had its id."""
        self.remove(mark.id)
        self._marks[mark.id] = mark
        for bucket in _buckets(mark):
            self._buckets.setdefault(bucket, []).append(mark)
        self._share_lanes(self._cluster(mark))

    def remove(self, id: str) -> None:
        mark = self._marks.pop(id, None)
        if mark is None:
            return
        neighbours = [other for other in self.within(mark.start, mark.end) if other.id != id]
        for bucket in _buckets(mark):
            self._buckets[bucket].remove(mark)
        del self._lanes[id]
        settled: set[str] = set()
        for neighbour in neighbours:
            if neighbour.id not in settled:
                cluster = self._cluster(neighbour)
                self._share_lanes(cluster)
                settled.update(other.id for other in cluster)

    def replace(self, marks: Iterable[OverlayMark]) -> None:
        """Put these marks on the page and take all others away."""
        self._marks = {mark.id: mark for mark in marks}
        self._lanes = {}
        self._buckets = {}
        for mark in self._marks.values():
            for bucket in _buckets(mark):
                self._buckets.setdefault(bucket, []).append(mark)
        self._share_lanes(self._marks.values())

    def within(self, start: int, end: int) -> list[OverlayMark]:
        """Every mark that shares a unit with `[start, end)`, by earlier start, then the longer."""
        found = {
            mark.id: mark
            for bucket in range(start >> _BUCKET, (max(start, end - 1) >> _BUCKET) + 1)
            for mark in self._buckets.get(bucket, ())
            if mark.start < end and mark.end > start
        }
        return sorted(found.values(), key=reading_order)

    def at(self, position: int) -> list[OverlayMark]:
        """The marks over the unit at `position`, the innermost (latest start, then shortest) first."""
        return self.within(position, position + 1)[::-1]

    def beyond(self, mark: OverlayMark) -> list[OverlayMark]:
        """The marks without a line of their own that are told by "+n" at `mark`, which has the last lane.

        Wherever such a mark begins, all lanes are taken; so each is told at one tag, in whose words it begins.
        """
        if mark.shape in _WITHOUT_LINE or self._lanes[mark.id] != LANES - 1:
            return []
        over = self.within(mark.start, mark.end)
        return [other for other in over if self._lanes[other.id] >= LANES and other.start >= mark.start]

    def _cluster(self, mark: OverlayMark) -> list[OverlayMark]:
        """`mark` and all that hang together with it by overlapping."""
        cluster = {mark.id: mark}
        waiting = [mark]
        while waiting:
            for other in self._overlapping(waiting.pop()):
                if other.id not in cluster:
                    cluster[other.id] = other
                    waiting.append(other)
        return list(cluster.values())

    def _overlapping(self, mark: OverlayMark) -> Iterator[OverlayMark]:
        for bucket in _buckets(mark):
            for other in self._buckets.get(bucket, ()):
                if other.start < mark.end and other.end > mark.start:
                    yield other

    def _share_lanes(self, marks: Iterable[OverlayMark]) -> None:
        ends: list[int] = []
        for mark in sorted(marks, key=reading_order):
            if mark.shape in _WITHOUT_LINE:
                self._lanes[mark.id] = 0
                continue
            lane = next((lane for lane, end in enumerate(ends) if end <= mark.start), len(ends))
            ends[lane : lane + 1] = [mark.end]
            self._lanes[mark.id] = lane


def reading_order(mark: OverlayMark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.label, mark.id


def _buckets(mark: OverlayMark) -> range:
    return range(mark.start >> _BUCKET, (max(mark.start, mark.end - 1) >> _BUCKET) + 1)
