"""Our counts against nervaluate's on small random data: the same where its own do not depend on the order of marks."""

import random
import sys
from collections import Counter
from itertools import permutations

from nervaluate import Evaluator

from claimlight.grading.labelled import Labelled
from claimlight.grading.measures import span_measures

SETS = 600
NAMES = ("strict", "exact", "partial", "ent_type")
LABELS = ["claim", "denial"]


def main() -> int:
    rng = random.Random(2013)
    compared: Counter[str] = Counter()
    for _ in range(SETS):
        key, work = _marks(rng, rng.randrange(4)), _marks(rng, rng.randrange(5))
        ours = _ours(key, work)
        theirs = [_theirs(k, w) for k in permutations(key) for w in permutations(work)]
        for name in NAMES:
            found = {told[name] for told in theirs}
            if len(found) == 1:
                compared[name] += 1
                if ours[name] not in found:
                    print(f"{name}: ours {ours[name]}, theirs {found}\n  key {key}\n  work {work}")
                    return 1
    told = ", ".join(f"{name} {compared[name]}" for name in NAMES)
    print(f"{SETS} random sets; the same in all where nervaluate does not depend on order ({told}).")
    return 0 if min(compared.values()) > SETS // 2 else 1


def _marks(rng: random.Random, number: int) -> list[Labelled]:
    starts = [rng.randrange(12) for _ in range(number)]
    return [Labelled(start, start + rng.randrange(1, 7), rng.choice(LABELS)) for start in starts]


def _ours(key, work):
    measures = span_measures(key, work)
    return {
        name: (tuple(measures.overall[n]), *(tuple(each[n]) for _, each in measures.labels))
        for n, name in enumerate(NAMES)
    }


def _theirs(key, work):
    said = Evaluator([_dicts(key)], [_dicts(work)], LABELS, "dict").evaluate()
    labels = (each for _, each in sorted(said["entities"].items()))
    everything = (said["overall"], *labels)
    return {name: tuple(_counts(each[name]) for each in everything) for name in NAMES}


def _dicts(marks):
    return [{"label": mark.label, "start": mark.start, "end": mark.end - 1} for mark in marks]


def _counts(result):
    return result.correct, result.incorrect, result.partial, result.missed, result.spurious


if __name__ == "__main__":
    sys.exit(main())
