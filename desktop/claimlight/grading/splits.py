"""Answers marked in pieces: two or three highlights of one label, close together, count as one for a tenth less."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from claimlight.grading.assignment import SMALL
from claimlight.grading.candidates import Candidate, Kind
from claimlight.grading.key import PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.ranges import Range, Ranges, count, shared, union
from claimlight.grading.touch import best_by_item, hold

WIDEST_GAP = 3
"""Unmarked words from one piece to the next."""

FEW = 3
"""So few marks are tried in all ways without asking first which are near."""

TRIED, MOST_NEAR = 4_000, 150
"""So many twos and threes are tried around an item, of so many marks at most; beyond that none counts, and the grade's
record says so.

This is a limit of time, not of the rules. It takes dozens of highlights of one label around one answer, fewer than
twelve of which earn anything alone: else their component is beyond splits anyway.
"""

REACH = 3
"""Pieces that earn together hold at most so many times the words that they have where a mark may go, and these are at
least so small a part of the core: h would be below 1/2."""


class Pieces(NamedTuple):
    """The splits that earn, and whether there were too many marks around an item to look for all of them."""

    candidates: list[Candidate]
    too_many: bool


def splits(key: PreparedKey, marks: Iterable[Mark]) -> Pieces:
    """Every two or three of `marks` that earn together on an item as its pieces."""
    by_label: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_label[mark.shape.label].append(mark)
    found: list[Candidate] = []
    too_many = False
    for alike in by_label.values():
        if len(alike) > 1:
            for number, seeds in _seeds(alike).items():
                if _is_large(number, seeds):
                    continue
                sets = _all_sets(alike) if len(alike) <= FEW else _some_sets(key, number, seeds, alike)
                if sets is None:
                    too_many = True
                else:
                    found += _splits_of(key, number, {mark.number for mark in seeds}, sets)
    return Pieces(found, too_many)


def _seeds(alike: Iterable[Mark]) -> dict[int, list[Mark]]:
    """By item, the marks (of one label) that catch a core word where the label earns."""
    seeds: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in alike:
        for item in mark.shape.seeds:
            seeds[item].append(mark)
    return seeds


def _is_large(number: int, seeds: Sequence[Mark]) -> bool:
    """Whether so many marks earn on the item one by one that its component is solved without splits."""
    if len(seeds) < SMALL:
        return False
    return sum(touch.item.number == number for mark in seeds for touch in mark.shape.alone) >= SMALL


def _all_sets(few: Sequence[Mark]) -> list[tuple[Mark, ...]]:
    return [*combinations(few, 2), *combinations(few, 3)]


def _some_sets(
    key: PreparedKey, number: int, seeds: Sequence[Mark], alike: Sequence[Mark]
) -> list[tuple[Mark, ...]] | None:
    """The twos and threes that may earn; None where there are too many to try."""
    near = _near(key, number, seeds, alike)
    if len(near) > MOST_NEAR:
        return None
    sets = list(islice(_sets(key, number, near), TRIED + 1))
    return sets if len(sets) <= TRIED else None


def _near(key: PreparedKey, number: int, seeds: Sequence[Mark], alike: Sequence[Mark]) -> Sequence[Mark]:
    """The seeds, the marks close to these, and the marks close to those: three pieces reach no further."""
    widest = REACH * max([count(target.outer) for target in key.items[number].targets])
    marks = [mark for mark in alike if mark.shape.size <= widest]
    near: Sequence[Mark] = [mark for mark in seeds if mark.shape.size <= widest]
    for _ in range(2):
        runs = union(mark.shape.range for mark in near)
        near = [mark for mark in marks if any(_close(mark.shape.range, run) for run in runs)]
    return near


def _close(a: Range, b: Range) -> bool:
    """Whether two pieces could follow each other."""
    return max(a[0], b[0]) - min(a[1], b[1]) <= WIDEST_GAP


def _sets(key: PreparedKey, number: int, near: Sequence[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Twos and threes of the marks, without those that must be too wide or catch too little to earn."""
    targets = key.items[number].targets
    smallest = min([way.size for target in targets for way in target.ways])
    inside = [REACH * max([shared(mark.shape.words, target.outer) for target in targets]) for mark in near]
    for one, first in enumerate(near):
        for two in range(one + 1, len(near)):
            second, reach = near[two], inside[one] + inside[two]
            least = max(smallest, _size(first.shape.range, second.shape.range))
            if least <= reach:
                yield first, second
            for three in range(two + 1, len(near)):
                if least <= reach + inside[three]:
                    yield first, second, near[three]


def _size(a: Range, b: Range) -> int:
    """How many words are in one or the other."""
    return a[1] - a[0] + b[1] - b[0] - max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _splits_of(key: PreparedKey, number: int, seeds: Set[int], sets: Iterable[tuple[Mark, ...]]) -> Iterator[Candidate]:
    for pieces in sets:
        words = _words(pieces)
        if not _holds_together(key, number, words) or seeds.isdisjoint([piece.number for piece in pieces]):
            continue
        label = pieces[0].shape.label
        held = [hold(key, spot, words, label) for spot in key.spots_of[number]]
        for touch in best_by_item([touch for touch in held if touch is not None]):
            nine_tenths = touch.with_credit(touch.credit * 9 // 10)
            yield Candidate(tuple([piece.number for piece in pieces]), Kind.SPLIT, words, (nine_tenths,))


def _words(pieces: Sequence[Mark]) -> Ranges:
    """The words of pieces, which come in order."""
    if len(pieces) == 2:
        (start, stop), (then, end) = first, second = pieces[0].shape.range, pieces[1].shape.range
        return (first, second) if stop < then else (Range(start, stop if stop > end else end),)
    return union(piece.shape.range for piece in pieces)


def _holds_together(key: PreparedKey, number: int, words: Ranges) -> bool:
    """Whether every gap is narrow and holds no core word of another item's main target."""
    for (_, before), (after, _) in pairwise(words):
        if after - before > WIDEST_GAP:
            return False
        for word in range(before, after):
            if key.main_cores.get(word, (number,)) != (number,):
                return False
    return True
