"""Answers marked in pieces: two or three highlights of one label, close together, count as one for a tenth less."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from claimlight.grading.candidates import Candidate, Kind, Touch, best_by_item, hold
from claimlight.grading.key import PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.ranges import Range, Ranges, union

WIDEST_GAP = 3
"""Unmarked words from one piece to the next."""

FEW = 3
"""So few marks are tried in all ways without asking first which are near."""

MOST_NEAR = 24
"""Around an item with more marks of one label than this no splits are tried: its component is beyond them anyway."""


def splits(key: PreparedKey, marks: Iterable[Mark], found: Sequence[tuple[Touch, ...]]) -> Iterator[Candidate]:
    """Every two or three of `marks` that earn together on an item as its pieces."""
    by_label: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_label[mark.label].append(mark)
    for label, alike in by_label.items():
        if len(alike) > 1:
            for number, seeds in _seeds(key, alike, found).items():
                near = alike if len(alike) <= FEW else _near(seeds, alike)
                if 1 < len(near) <= MOST_NEAR:
                    yield from _splits_of(key, number, label, seeds, near)


def _seeds(key: PreparedKey, alike: Iterable[Mark], found: Sequence[tuple[Touch, ...]]) -> dict[int, set[int]]:
    """By item, the numbers of the marks (of one label) that catch a core word where the label earns."""
    seeds: defaultdict[int, set[int]] = defaultdict(set)
    for mark in alike:
        for touch in found[mark.number]:
            if touch.target.pay[mark.label] and not key.is_example(touch.item):
                seeds[touch.item.number].add(mark.number)
    return seeds


def _near(seeds: set[int], marks: Sequence[Mark]) -> list[Mark]:
    """The seeds, the marks close to these, and the marks close to those: three pieces reach no further."""
    near = [mark for mark in marks if mark.number in seeds]
    for _ in range(2):
        if len(near) > MOST_NEAR:
            break
        hull = Range(min(mark.range.start for mark in near), max(mark.range.stop for mark in near))
        around = [mark for mark in marks if close(mark.range, hull)]
        near = [mark for mark in around if any(close(mark.range, other.range) for other in near)]
    return near


def close(a: Range, b: Range) -> bool:
    """Whether two pieces could follow each other."""
    return max(a[0], b[0]) - min(a[1], b[1]) <= WIDEST_GAP


def _splits_of(key: PreparedKey, number: int, label: str, seeds: set[int], near: Sequence[Mark]) -> Iterator[Candidate]:
    for pieces in (*combinations(near, 2), *combinations(near, 3)):
        if not any(piece.number in seeds for piece in pieces):
            continue
        words = _words(pieces)
        if _holds_together(key, number, words):
            its_touches = (hold(key, spot, words, label) for spot in key.spots_of[number])
            for touch in best_by_item(its_touches):
                nine_tenths = touch._replace(credit=touch.credit * 9 // 10)
                yield Candidate(tuple(piece.number for piece in pieces), Kind.SPLIT, words, (nine_tenths,))


def _words(pieces: Sequence[Mark]) -> Ranges:
    """The words of pieces, which come in order."""
    if len(pieces) == 2:
        (start, stop), (then, end) = pieces[0].range, pieces[1].range
        return (Range(start, stop), Range(then, end)) if stop < then else (Range(start, max(stop, end)),)
    return union(piece.range for piece in pieces)


def _holds_together(key: PreparedKey, number: int, words: Ranges) -> bool:
    """Whether every gap is narrow and holds no core word of another item's main target."""
    if len(words) == 1:
        return True
    gaps = [(before.stop, after.start) for before, after in pairwise(words)]
    if any(after - before > WIDEST_GAP for before, after in gaps):
        return False
    return all(
        item == number
        for before, after in gaps
        for word in range(before, after)
        for item in key.main_cores.get(word, ())
    )
