"""Runs of words, told by number: `[start, stop)` of the words that count in a text."""

from collections.abc import Iterable
from typing import NamedTuple


class Range(NamedTuple):
    """The words from number `start` up to, and without, number `stop`."""

    start: int
    stop: int


Ranges = tuple[Range, ...]
"""A set of words: runs in order, none empty, none touching another."""


def union(runs: Iterable[Range]) -> Ranges:
    """All words of `runs`, which may come in any order, overlap or be empty."""
    joined: list[Range] = []
    for run in sorted(run for run in runs if run.start < run.stop):
        if joined and run.start <= joined[-1].stop:
            joined[-1] = Range(joined[-1].start, max(joined[-1].stop, run.stop))
        else:
            joined.append(run)
    return tuple(joined)


def count(words: Ranges) -> int:
    """How many words a set holds."""
    total = 0
    for start, stop in words:
        total += stop - start
    return total


def shared(a: Ranges, b: Ranges) -> int:
    """How many words two sets share. The grader's inner loop: kept free of objects."""
    total = 0
    for start, stop in a:
        for other_start, other_stop in b:
            first = start if start > other_start else other_start
            last = stop if stop < other_stop else other_stop
            if last > first:
                total += last - first
    return total


def common(a: Ranges, b: Ranges) -> Ranges:
    """The words in both sets."""
    both: list[Range] = []
    for start, stop in a:
        for other_start, other_stop in b:
            first = start if start > other_start else other_start
            last = stop if stop < other_stop else other_stop
            if last > first:
                both.append(Range(first, last))
    return tuple(both)


def without(a: Ranges, b: Ranges) -> Ranges:
    """The words of `a` that are not in `b`."""
    left: list[Range] = []
    for start, stop in a:
        for gone in b:
            if gone.stop > start and gone.start < stop:
                if gone.start > start:
                    left.append(Range(start, gone.start))
                start = gone.stop
        if start < stop:
            left.append(Range(start, stop))
    return tuple(left)


def within(a: Ranges, b: Ranges) -> bool:
    """Whether every word of `a` is in `b`."""
    return shared(a, b) == count(a)
