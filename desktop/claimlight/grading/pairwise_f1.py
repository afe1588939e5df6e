"""How often two annotators mark the very same words with the same label: F1, the mean over all pairs of annotators."""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import fsum
from random import Random

from claimlight.grading.estimate import Draws, Estimate, Undefined, undefined, with_interval
from claimlight.grading.labelled import Labelled

MOST_PAIRS = 200
"""The interval of a large class rests on so many pairs of annotators, drawn once."""


def pairwise_f1(
    works: Sequence[Sequence[Labelled]],
    stretch_of: Callable[[int], int] = lambda _: 0,
    draws: Draws = (),
    random: Random | None = None,
) -> Estimate:
    """The mean of F1 (Hripcsak and Rothschild 2005) over the pairs of annotators who marked something between them.

    A mark made twice counts once. Not defined for fewer than two annotators, or where nobody marked anything. The
    interval draws stretches of the text with replacement, each with the marks that begin in it; `random` chooses the
    pairs where there are more than 200. `n` counts pairs.
    """
    if len(works) < 2:
        return undefined(Undefined.ONE_ANNOTATOR)
    marks = [frozenset(work) for work in sorted(map(sorted, works))]
    pairs = [(a, b) for a, b in combinations(range(len(marks)), 2) if marks[a] or marks[b]]
    if not pairs:
        return undefined(Undefined.NO_MARKS)
    scores = [2 * len(marks[a] & marks[b]) / (len(marks[a]) + len(marks[b])) for a, b in pairs]
    estimate = Estimate(fsum(scores) / len(scores), n=len(pairs))
    if not draws:
        return estimate
    if random is not None and len(pairs) > MOST_PAIRS:
        pairs = random.sample(pairs, MOST_PAIRS)
    places = [[stretch_of(mark.start) for mark in sorted(each)] for each in marks]
    common = [[stretch_of(mark.start) for mark in marks[a] & marks[b]] for a, b in pairs]
    return with_interval(estimate, draws, lambda weights: _again(weights, pairs, places, common))


def _again(
    weights: Sequence[int], pairs: Sequence[tuple[int, int]], places: list[list[int]], common: list[list[int]]
) -> float | None:
    weight = weights.__getitem__
    sizes = [sum(map(weight, each)) for each in places]
    scores = [
        2 * sum(map(weight, each)) / (sizes[a] + sizes[b])
        for (a, b), each in zip(pairs, common, strict=True)
        if sizes[a] + sizes[b]
    ]
    return fsum(scores) / len(scores) if scores else None
