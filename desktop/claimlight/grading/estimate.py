"""A number from data, with its interval; or none, with the reason why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, floor
from random import Random

DRAWS = 1000
SHARE = 0.95

Draws = Sequence[Sequence[int]]
"""For each draw, how often each stretch of the text was drawn."""


class Undefined(StrEnum):
    """Why there is no number. `wording.measures` says it."""

    ONE_ANNOTATOR = "one-annotator"
    NO_MARKS = "no-marks"
    NO_WORDS = "no-words"
    NO_PAIRS = "no-pairs"
    NO_VARIATION = "no-variation"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class Estimate:
    """`value` is None where it is not defined; `interval` is None where there is too little to draw from."""

    value: float | None
    interval: tuple[float, float] | None = None
    reason: Undefined | None = None
    n: int = 0
    """How many observations it rests on; its function says of what."""


def undefined(reason: Undefined, n: int = 0) -> Estimate:
    return Estimate(None, None, reason, n)


def drawn(stretches: int, random: Random, draws: int = DRAWS) -> Draws:
    """Bootstrap samples of `stretches` stretches of text: none where there are fewer than two."""
    if stretches < 2:
        return ()
    numbers = range(stretches)
    samples = []
    for _ in range(draws):
        counts = [0] * stretches
        for number in random.choices(numbers, k=stretches):
            counts[number] += 1
        samples.append(counts)
    return samples


def with_interval(estimate: Estimate, draws: Draws, again: Callable[[Sequence[int]], float | None]) -> Estimate:
    """`estimate` with its percentile interval: what `again` says of each draw, without the outer 2.5 % on each side."""
    if estimate.value is None:
        return estimate
    values = sorted(value for value in map(again, draws) if value is not None)
    if not values:
        return estimate
    last, outside = len(values) - 1, (1 - SHARE) / 2
    return replace(estimate, interval=(values[floor(last * outside)], values[ceil(last * (1 - outside))]))
