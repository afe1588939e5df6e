"""What could be matched with what: each way that one highlight, or several, may earn on items."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from claimlight.grading.marks import Mark
from claimlight.grading.ranges import Ranges
from claimlight.grading.touch import Touch


class Kind(IntEnum):
    """What a candidate is made of; of two that are otherwise as good, the lower one is taken."""

    SINGLE = 0
    SPLIT = 1
    MERGE = 2
    """One highlight over two items, or over several of one group."""
    COVER = 3
    """One highlight on a target that covers further items."""


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


def singles(marks: Iterable[Mark]) -> Iterator[Candidate]:
    """Each mark alone, on each item that it earns on; worked examples take none."""
    for mark in marks:
        for touch in mark.shape.alone:
            yield Candidate((mark.number,), Kind.SINGLE, mark.shape.words, (touch,))
