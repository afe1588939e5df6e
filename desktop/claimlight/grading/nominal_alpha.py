"""Krippendorff's alpha for nominal data with missing values, from counts."""

from collections.abc import Hashable, Mapping, Sequence
from math import fsum
from operator import mul
from typing import TypeVar

from claimlight.grading.estimate import Draws, Estimate, Undefined, undefined, with_interval

Value = TypeVar("Value", bound=Hashable)


def nominal_alpha(units: Sequence[Mapping[Value, int]], stretch_of: Sequence[int] = (), draws: Draws = ()) -> Estimate:
    """Krippendorff's alpha (2011, "Computing Krippendorff's alpha-reliability", nominal), from counts.

    `units` tells of each unit (here a word) how many annotators gave it which value; who said nothing is in no count.
    A unit with fewer than two values can not be compared and is left out. Not defined without any other, or where all
    values are the same. The interval draws stretches of the text (`stretch_of` tells each unit's) with replacement and
    leaves the expected disagreement as it is, as Krippendorff's own bootstrap does: words in a row hang together, so
    drawing single words would promise too much. `n` counts the values that were compared.
    """
    sizes = [sum(unit.values()) for unit in units]
    totals: dict[Value, int] = {}
    for unit, size in zip(units, sizes, strict=True):
        if size > 1:
            for value, count in unit.items():
                totals[value] = totals.get(value, 0) + count
    n = sum(totals.values())
    if not n:
        return undefined(Undefined.NO_PAIRS)
    expected = (n * n - sum(count * count for count in totals.values())) / (n - 1)
    if not expected:
        return undefined(Undefined.NO_VARIATION, n)
    observed = [_disagreement(unit, size) for unit, size in zip(units, sizes, strict=True)]
    rate = expected / n
    estimate = Estimate(1 - fsum(observed) / n / rate, n=n)
    if not draws:
        return estimate
    parts = _by_stretch(observed, sizes, stretch_of, len(draws[0]))
    return with_interval(estimate, draws, lambda weights: _again(parts, weights, rate))


def _disagreement(unit: Mapping[Value, int], size: int) -> float:
    """Pairs of unlike values within the unit, both ways round, over the number of values less one."""
    if size < 2:
        return 0.0
    return (size * size - sum(count * count for count in unit.values())) / (size - 1)


def _by_stretch(
    observed: Sequence[float], sizes: Sequence[int], stretch_of: Sequence[int], stretches: int
) -> tuple[list[float], list[int]]:
    disagreement, values = [0.0] * stretches, [0] * stretches
    for found, size, stretch in zip(observed, sizes, stretch_of, strict=True):
        if size > 1:
            disagreement[stretch] += found
            values[stretch] += size
    return disagreement, values


def _again(parts: tuple[list[float], list[int]], weights: Sequence[int], rate: float) -> float | None:
    disagreement, values = (sum(map(mul, part, weights)) for part in parts)
    return 1 - disagreement / values / rate if values else None
