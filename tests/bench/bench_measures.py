"""How fast the span measures are beside nervaluate's on the same marks, and agreement over a class of 1,000.

Like a class: 40 answers that do not overlap, under 3 labels in 6,000 characters; each work marks 35 of them, some a few
characters off or under another label, and 10 other places. nervaluate is given what its own reader takes, ours what
ours does; both tell counts, precision, recall and F1, over all labels and for each. They take turns.
"""

import random
import time
from collections.abc import Callable, Iterator
from statistics import median

from nervaluate import Evaluator

from bench.table import Row
from claimlight.grading.labelled import Labelled
from claimlight.grading.measures import SpanMeasures, sort_key, span_measures
from claimlight.grading.nominal_alpha import nominal_alpha

LABELS = ("claim", "denial", "unverified-figure")
LENGTH, ANSWERS, MARKED, ELSEWHERE, WORKS, ROUNDS = 6_000, 40, 35, 10, 100, 15


def measure() -> Iterator[Row]:
    rng = random.Random(2013)
    key = answers(rng)
    works = [student(rng, key) for _ in range(WORKS)]
    theirs = [_for_nervaluate(work) for work in works]
    ready, their_key = sort_key(key), _for_nervaluate(key)
    turns = [
        (
            _timed(lambda: [_told(span_measures(ready, work)) for work in works]),
            _timed(lambda: [Evaluator([their_key], [work], list(LABELS), "dict").evaluate() for work in theirs]),
        )
        for _ in range(ROUNDS)
    ]
    ours, floor = (median(side) / WORKS * 1e6 for side in zip(*turns, strict=True))
    yield Row("four span measures of a work, beside nervaluate", ours, "µs", floor, max_ratio=1 / 15)
    units = [{LABELS[n % 3]: 300 + n % 97, "": 700 - n % 97} for n in range(1000)]
    alpha = median(_timed(lambda: nominal_alpha(units)) for _ in range(ROUNDS)) * 1000
    yield Row("nominal alpha, 1,000 annotators, 1,000 words", alpha, "ms", limit=10)


def answers(rng: random.Random) -> list[Labelled]:
    """Answers of 20 to 90 characters, spread over the text."""
    room = LENGTH // ANSWERS
    starts = (room * number + rng.randrange(room - 90) for number in range(ANSWERS))
    return [Labelled(start, start + rng.randrange(20, 90), rng.choice(LABELS)) for start in starts]


def student(rng: random.Random, key: list[Labelled]) -> list[Labelled]:
    marks = []
    for answer in rng.sample(key, MARKED):
        start, end = max(0, answer.start + rng.choice((0, 0, -5, 5))), answer.end + rng.choice((0, 0, -3, 3))
        marks.append(Labelled(start, end, answer.label if rng.random() < 0.8 else rng.choice(LABELS)))
    for _ in range(ELSEWHERE):
        start = rng.randrange(LENGTH - 90)
        marks.append(Labelled(start, start + rng.randrange(10, 90), rng.choice(LABELS)))
    rng.shuffle(marks)
    return marks


def _told(measures: SpanMeasures) -> list[float]:
    """Every rate read, for nervaluate works them out too."""
    each = (measures.overall, *(of_label for _, of_label in measures.labels))
    return [counts.f1 for four in each for counts in four]


def _for_nervaluate(marks: list[Labelled]) -> list[dict[str, object]]:
    return [{"label": mark.label, "start": mark.start, "end": mark.end - 1} for mark in marks]


def _timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began
