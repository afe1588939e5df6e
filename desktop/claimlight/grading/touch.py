"""Words held against an answer: what they catch of it, and what they would earn."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claimlight.grading import boundary
from claimlight.grading.key import PreparedItem, PreparedKey, PreparedTarget, Spot, Way
from claimlight.grading.ranges import Range, Ranges, shared


class Touch(NamedTuple):
    """Words that catch some of the core of one way of a target and, for one label, what they would earn."""

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
    answer: tuple[int, int]
    """The numbers of item and target."""

    def with_credit(self, credit: int) -> "Touch":
        return Touch(self.item, self.target, self.way, self.caught, self.boundary, credit, self.distance, self.answer)


def only_label_is_wrong(touch: Touch) -> bool:
    """Whether the words would earn, and the label earns nothing."""
    return touch.boundary > 0 and not touch.credit and touch.target.own_pay > 0


def touches(key: PreparedKey, run: Range, label: str) -> tuple[Touch, ...]:
    """Every way of which the words of `run` catch a core word, in the order of the spots."""
    start, stop = run
    low = bisect_left(key.spot_starts, start - key.longest + 1)
    high = bisect_left(key.spot_starts, stop, low)
    words = (run,)
    found = [hold(key, spot, words, label) for spot in key.spots[low:high] if spot.stop > start]
    return tuple([touch for touch in found if touch is not None])


def hold(key: PreparedKey, spot: Spot, words: Ranges, label: str) -> Touch | None:
    """Hold words against a way of a target; None if they catch nothing of its core.

    Only the first and the last word tell the distance.
    """
    _, _, item, target, way, must, answer = spot
    caught = shared(words, way.core)
    if not caught:
        return None
    size = 0
    for start, stop in words:
        size += stop - start
    if key.by_sentence:
        part = boundary.sentence_credit(way.size, caught, size - shared(words, item.home))
    else:
        lacks = must > 0 and shared(words, target.must) < must
        part = boundary.boundary_credit(way.size, size, caught, shared(words, target.outer), lacks)
    apart = abs(words[0][0] - way.range[0]) + abs(words[-1][1] - way.range[1])
    return Touch(item, target, way, caught, part, part * target.pay[label], apart, answer)


def best_by_item(found: Sequence[Touch]) -> tuple[Touch, ...]:
    """Of touches by the same words, the best that earns on each item: most credit, nearest, then the main target."""
    earning = [touch for touch in found if touch.credit]
    if len(earning) < 2:
        return tuple(earning)
    best: dict[int, Touch] = {}
    for touch in earning:
        known = best.get(touch.item.number)
        if known is None or preference(touch) < preference(known):
            best[touch.item.number] = touch
    return tuple(best.values())


def preference(touch: Touch) -> tuple[int, int, int, int]:
    """Least for the best of several touches by the same words."""
    part = -1 if touch.way.part is None else touch.way.part
    return -touch.credit, touch.distance, touch.target.number, part
