"""Our nominal alpha against the package `krippendorff`, on random data with missing values: the same to 1e-9."""

import random
import sys
from collections import Counter

import krippendorff

from claimlight.grading.nominal_alpha import nominal_alpha

ROUNDS = 500
CLOSE = 1e-9


def main() -> int:
    rng = random.Random(2004)
    compared = 0
    for number in range(ROUNDS):
        units = _random_units(rng, raters=rng.randint(2, 9), tokens=rng.randint(2, 60), labels=rng.randint(2, 5))
        ours = nominal_alpha(units)
        if ours.value is None:
            continue
        counts = [[unit[label] for label in range(5)] for unit in units]
        theirs = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
        if abs(ours.value - theirs) > CLOSE:
            print(f"round {number}: ours {ours.value!r}, theirs {theirs!r}")
            return 1
        compared += 1
    print(f"{compared} of {ROUNDS} random data sets have an alpha; all agree to {CLOSE:g}.")
    return 0 if compared > ROUNDS // 2 else 1


def _random_units(rng: random.Random, raters: int, tokens: int, labels: int) -> list[Counter[int]]:
    careful, present = rng.random(), rng.uniform(0.5, 1)
    units = []
    for _ in range(tokens):
        right = rng.randrange(labels)
        given = (right if rng.random() < careful else rng.randrange(labels) for _ in range(raters))
        units.append(Counter(label for label in given if rng.random() < present))
    return units


if __name__ == "__main__":
    sys.exit(main())
