"""Which labels each word got from how many annotators, without a look at every word of every work."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from claimlight.grading.labelled import Labelled
from claimlight.grading.ranges import Range
from claimlight.grading.words import Words

Labels = tuple[str, ...]
"""All labels that one annotator gave a word, sorted; none where it is not marked."""


def count_labels(words: Words, works: Sequence[Iterable[Labelled]]) -> tuple[dict[Labels, int], ...]:
    """For each word, how many of `works` gave it which labels. A mark covers a word if it holds at least half of it."""
    steps: defaultdict[Labels, list[int]] = defaultdict(lambda: [0] * (len(words) + 1))
    for work in works:
        for run, labels in runs(words, work):
            steps[labels][run.start] += 1
            steps[labels][run.stop] -= 1
    columns = {labels: list(accumulate(column)) for labels, column in steps.items()}
    return tuple(_unit(columns, word, len(works)) for word in range(len(words)))


def runs(words: Words, work: Iterable[Labelled]) -> Iterator[tuple[Range, Labels]]:
    """Stretches of words in order, each with the labels that all its words have."""
    begins: defaultdict[int, list[str]] = defaultdict(list)
    ends: defaultdict[int, list[str]] = defaultdict(list)
    for mark in work:
        for start, stop in words.covered_by_all(mark.stretches):
            begins[start].append(mark.label)
            ends[stop].append(mark.label)
    open_now: list[str] = []
    before = 0
    for edge in sorted(begins.keys() | ends.keys()):
        if open_now:
            yield Range(before, edge), tuple(sorted(set(open_now)))
        for label in ends[edge]:
            open_now.remove(label)
        open_now += begins[edge]
        before = edge


def _unit(columns: dict[Labels, list[int]], word: int, annotators: int) -> dict[Labels, int]:
    unit = {labels: column[word] for labels, column in columns.items() if column[word]}
    unlabelled = annotators - sum(unit.values())
    return {**unit, (): unlabelled} if unlabelled else unit
