"""Part highlights and items into tangles: what could matter to each other in any way; each is solved on its own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimlight.grading.candidates import Touch
from claimlight.grading.key import PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.splits import WIDEST_GAP


class Tangle(NamedTuple):
    """Marks, and the items (by number) that they could earn on, alone or together. Both in canonical order."""

    marks: list[Mark]
    items: set[int]


def tangles(key: PreparedKey, marks: Sequence[Mark], found: Sequence[tuple[Touch, ...]]) -> list[Tangle]:
    """Every candidate's marks and items are in one tangle; marks that nothing could come of are in none.

    A tangle may hold several components of candidates: it asks only what is cheap to know.
    """
    above = list(range(len(marks) + len(key.items)))

    def root(node: int) -> int:
        while above[node] != node:
            above[node] = node = above[above[node]]
        return node

    first_item = len(marks)
    items: set[int] = set()
    for mark in marks:
        for touch in found[mark.number]:
            item = touch.item.number
            if item < len(key.items) and touch.target.pay[mark.label]:
                for joined in (item, *touch.target.covers):
                    items.add(joined)
                    above[root(first_item + joined)] = root(mark.number)
    for one, other in _neighbours(marks):
        above[root(one)] = root(other)
    found_items: defaultdict[int, set[int]] = defaultdict(set)
    for item in items:
        found_items[root(first_item + item)].add(item)
    members: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        members[root(mark.number)].append(mark)
    return [Tangle(members[top], its_items) for top, its_items in found_items.items()]


def _neighbours(marks: Iterable[Mark]) -> Iterable[tuple[int, int]]:
    """Pairs of marks of one label that are close enough to be pieces of one answer, enough of them to join all."""
    reach: dict[str, tuple[int, int]] = {}
    for mark in marks:
        stop, last = reach.get(mark.label, (-WIDEST_GAP - 1, -1))
        if last >= 0 and mark.range[0] - stop <= WIDEST_GAP:
            yield last, mark.number
        if mark.range[1] >= stop:
            reach[mark.label] = mark.range[1], mark.number
