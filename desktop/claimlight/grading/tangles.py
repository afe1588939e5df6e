"""Part highlights and items into tangles: what could matter to each other in any way; each is solved on its own."""

from collections.abc import Sequence
from typing import NamedTuple

from claimlight.grading.marks import Mark
from claimlight.grading.splits import WIDEST_GAP

_NONE = (-WIDEST_GAP - 1, 0)
"""Where no mark of a label has been yet: too far away to reach any."""


class Tangle(NamedTuple):
    """Marks, and the items (by number) that they could earn on, alone or together. Both in canonical order."""

    marks: list[Mark]
    items: set[int]


def tangles(marks: Sequence[Mark]) -> list[Tangle]:
    """Every candidate's marks and items are in one tangle; marks that nothing could come of are in none.

    A tangle may hold several components of candidates: it asks only what is cheap to know.
    """
    above = list(range(len(marks)))

    def root(number: int) -> int:
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number

    holder: dict[int, int] = {}
    reach: dict[str, tuple[int, int]] = {}
    for number, _, shape in marks:
        for item in shape.joins:
            other = holder.setdefault(item, number)
            if other != number:
                above[root(number)] = root(other)
        start, stop = shape.range
        last_stop, last = reach.get(shape.label, _NONE)
        if start - last_stop <= WIDEST_GAP:
            above[root(number)] = root(last)
        if stop >= last_stop:
            reach[shape.label] = stop, number
    found: dict[int, Tangle] = {}
    for item, number in holder.items():
        top = root(number)
        if top in found:
            found[top].items.add(item)
        else:
            found[top] = Tangle([], {item})
    for mark in marks:
        above_it = above[mark.number]
        tangle = found.get(above_it if above[above_it] == above_it else root(above_it))
        if tangle is not None:
            tangle.marks.append(mark)
    return list(found.values())
