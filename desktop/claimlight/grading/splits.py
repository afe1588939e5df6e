"""Answers marked in pieces: two or three highlights of one label, close together, count as one for a tenth less."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from claimlight.grading.candidates import Candidate, Kind, Touch, best_by_item, hold
from claimlight.grading.key import PreparedItem, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.ranges import Range, Ranges, shared, union

WIDEST_GAP = 3
"""Unmarked words from one piece to the next."""

MOST_NEAR = 24
"""Around an item with more marks of one label than this no splits are tried: its component is beyond them anyway."""


def splits(key: PreparedKey, marks: Sequence[Mark], found: Sequence[tuple[Touch, ...]]) -> Iterator[Candidate]:
    """Every two or three marks that earn together on an item as its pieces."""
    by_label: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_label[mark.label].append(mark)
    for (number, label), seeds in _seeds(key, marks, found).items():
        if len(by_label[label]) > 1:
            near = _near(seeds, by_label[label])
            if len(near) <= MOST_NEAR:
                yield from _splits_of(key, key.items[number], seeds, near)


def _seeds(
    key: PreparedKey, marks: Iterable[Mark], found: Sequence[tuple[Touch, ...]]
) -> dict[tuple[int, str], set[int]]:
    """By item and label, the numbers of marks that catch a core word where the label earns."""
    seeds: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for mark in marks:
        for touch in found[mark.number]:
            if touch.target.pay[mark.label] and not key.is_example(touch.item):
                seeds[touch.item.number, mark.label].add(mark.number)
    return seeds


def _near(seeds: set[int], marks: Sequence[Mark]) -> list[Mark]:
    """The seeds, the marks close to these, and the marks close to those: three pieces reach no further."""
    near = [mark for mark in marks if mark.number in seeds]
    for _ in range(2):
        if len(near) > MOST_NEAR:
            break
        hull = Range(min(mark.range.start for mark in near), max(mark.range.stop for mark in near))
        around = [mark for mark in marks if _close(mark.range, hull)]
        near = [mark for mark in around if any(_close(mark.range, other.range) for other in near)]
    return near


def _close(a: Range, b: Range) -> bool:
    return max(a.start, b.start) - min(a.stop, b.stop) <= WIDEST_GAP


def _splits_of(key: PreparedKey, item: PreparedItem, seeds: set[int], near: Sequence[Mark]) -> Iterator[Candidate]:
    for pieces in (*combinations(near, 2), *combinations(near, 3)):
        if not any(piece.number in seeds for piece in pieces):
            continue
        words = union(piece.range for piece in pieces)
        if _holds_together(key, item, words):
            for touch in best_by_item(_touches(key, item, words, pieces[0].label)):
                nine_tenths = touch._replace(credit=touch.credit * 9 // 10)
                yield Candidate(tuple(piece.number for piece in pieces), Kind.SPLIT, words, (nine_tenths,))


def _touches(key: PreparedKey, item: PreparedItem, words: Ranges, label: str) -> Iterator[Touch]:
    for target in item.targets:
        for way in target.ways:
            yield hold(key, item, target, way, words, label)


def _holds_together(key: PreparedKey, item: PreparedItem, words: Ranges) -> bool:
    """Whether every gap is narrow and holds no core word of another item's main target."""
    if len(words) == 1:
        return True
    gaps = tuple(Range(before.stop, after.start) for before, after in pairwise(words))
    if any(gap.stop - gap.start > WIDEST_GAP for gap in gaps):
        return False
    return not any(shared(gaps, other.main.whole.core) for other in (*key.items, *key.examples) if other is not item)
