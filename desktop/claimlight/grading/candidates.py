"""What could be matched with what: each way that one highlight, or several, may earn on items."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from claimlight.grading import boundary
from claimlight.grading.key import PreparedItem, PreparedKey, PreparedTarget, Spot, Way
from claimlight.grading.marks import Mark
from claimlight.grading.ranges import Range, Ranges, distance, shared


class Kind(IntEnum):
    """What a candidate is made of; of two that are otherwise as good, the lower one is taken."""

    SINGLE = 0
    SPLIT = 1


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """Highlights that may be matched as one, with what they earn on each item that this would use up."""

    marks: tuple[int, ...]
    """Numbers of marks, ascending."""
    kind: Kind
    words: Ranges
    earnings: tuple[Touch, ...]


def only_label_is_wrong(touch: Touch) -> bool:
    """Whether the words would earn, and the label earns nothing."""
    return touch.boundary > 0 and touch.target.target.factor > 0 and not touch.credit


def touches(key: PreparedKey, mark: Mark) -> tuple[Touch, ...]:
    """Every way of which the mark catches a core word, in the order of the spots."""
    return tuple(
        touch
        for spot in _spots_within(key, mark.range)
        if (touch := hold(key, spot.item, spot.target, spot.way, mark.words, mark.label)).caught
    )


def _spots_within(key: PreparedKey, words: Range) -> Iterator[Spot]:
    low = bisect_left(key.spot_starts, words.start - key.longest + 1)
    high = bisect_left(key.spot_starts, words.stop, low)
    return (spot for spot in key.spots[low:high] if spot.stop > words.start)


def hold(key: PreparedKey, item: PreparedItem, target: PreparedTarget, way: Way, words: Ranges, label: str) -> Touch:
    """Hold words against a way of a target; only the first and the last of them tell the distance."""
    caught = shared(words, way.core)
    size = sum(stop - start for start, stop in words)
    if key.by_sentence:
        part = boundary.sentence_credit(way.size, caught, size - shared(words, item.home))
    else:
        lacks = bool(target.must) and shared(words, target.must) < sum(stop - start for start, stop in target.must)
        part = boundary.boundary_credit(way.size, size, caught, shared(words, target.outer), lacks)
    reach = Range(words[0].start, words[-1].stop)
    return Touch(item, target, way, caught, part, part * target.pay[label], distance(reach, way.range))


def best_by_item(found: Iterable[Touch]) -> list[Touch]:
    """Of touches by the same words, the best that earns on each item: most credit, nearest, then the main target."""
    best: dict[int, Touch] = {}
    for touch in found:
        if touch.credit:
            known = best.get(touch.item.number)
            if known is None or _preference(touch) < _preference(known):
                best[touch.item.number] = touch
    return list(best.values())


def _preference(touch: Touch) -> tuple[int, int, int, int]:
    part = -1 if touch.way.part is None else touch.way.part
    return -touch.credit, touch.distance, touch.target.number, part


def singles(key: PreparedKey, marks: Iterable[Mark], found: Iterable[tuple[Touch, ...]]) -> Iterator[Candidate]:
    """Each mark alone, on each item that it earns on; worked examples take none."""
    for mark, its_touches in zip(marks, found, strict=True):
        for touch in best_by_item(its_touches):
            if not key.is_example(touch.item):
                yield Candidate((mark.number,), Kind.SINGLE, mark.words, (touch,))
