"""What could be matched with what: each way that one highlight, or several, may earn on items."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from claimlight.grading import boundary
from claimlight.grading.key import PreparedItem, PreparedKey, PreparedTarget, Spot, Way
from claimlight.grading.marks import Mark
from claimlight.grading.ranges import Ranges, shared


class Kind(IntEnum):
    """What a candidate is made of; of two that are otherwise as good, the lower one is taken."""

    SINGLE = 0
    SPLIT = 1
    MERGE = 2
    """One highlight over two items, or over several of one group."""
    COVER = 3
    """One highlight on a target that covers further items."""


class Touch(NamedTuple):
    """Words held against one way of a target: what they catch of it and, for one label, what they would earn."""

    item: PreparedItem
    target: PreparedTarget
    way: Way
    caught: int
    """Core words caught."""
    boundary: int
    """In fortieths."""
    credit: int
    """Boundary × label × factor, in the key's unit."""
    distance: int

    @property
    def answer(self) -> tuple[int, int]:
        """The numbers of item and target."""
        return self.item.number, self.target.number


class Candidate(NamedTuple):
    """Highlights that may be matched as one, with what they earn on each item that this would use up."""

    marks: tuple[int, ...]
    """Numbers of marks, ascending."""
    kind: Kind
    words: Ranges
    earnings: tuple[Touch, ...]
    """Of a merge in the order of items; of a cover the one on the covering target first."""
    grouped: bool = False
    """Whether the items of a merge are of one group, so that one highlight over all of them is as good."""


def only_label_is_wrong(touch: Touch) -> bool:
    """Whether the words would earn, and the label earns nothing."""
    return touch.boundary > 0 and not touch.credit and touch.target.own_pay > 0


def touches(key: PreparedKey, mark: Mark) -> tuple[Touch, ...]:
    """Every way of which the mark catches a core word, in the order of the spots."""
    start, stop = mark.range
    low = bisect_left(key.spot_starts, start - key.longest + 1)
    high = bisect_left(key.spot_starts, stop, low)
    return tuple(
        touch
        for spot in key.spots[low:high]
        if spot.stop > start and (touch := hold(key, spot, mark.words, mark.label)).caught
    )


def hold(key: PreparedKey, spot: Spot, words: Ranges, label: str) -> Touch:
    """Hold words against a way of a target; only the first and the last of them tell the distance."""
    _, _, item, target, way, must = spot
    caught = shared(words, way.core)
    size = sum([stop - start for start, stop in words])
    if key.by_sentence:
        part = boundary.sentence_credit(way.size, caught, size - shared(words, item.home))
    else:
        lacks = must > 0 and shared(words, target.must) < must
        part = boundary.boundary_credit(way.size, size, caught, shared(words, target.outer), lacks)
    apart = abs(words[0][0] - way.range[0]) + abs(words[-1][1] - way.range[1])
    return Touch(item, target, way, caught, part, part * target.pay[label], apart)


def best_by_item(found: Iterable[Touch]) -> list[Touch]:
    """Of touches by the same words, the best that earns on each item: most credit, nearest, then the main target."""
    earning = [touch for touch in found if touch.credit]
    if len(earning) < 2:
        return earning
    best: dict[int, Touch] = {}
    for touch in earning:
        known = best.get(touch.item.number)
        if known is None or preference(touch) < preference(known):
            best[touch.item.number] = touch
    return list(best.values())


def preference(touch: Touch) -> tuple[int, int, int, int]:
    """Least for the best of several touches by the same words."""
    part = -1 if touch.way.part is None else touch.way.part
    return -touch.credit, touch.distance, touch.target.number, part


def singles(key: PreparedKey, marks: Iterable[Mark], found: tuple[tuple[Touch, ...], ...]) -> Iterator[Candidate]:
    """Each mark alone, on each item that it earns on; worked examples take none."""
    for mark in marks:
        for touch in best_by_item(found[mark.number]):
            if not key.is_example(touch.item):
                yield Candidate((mark.number,), Kind.SINGLE, mark.words, (touch,))
