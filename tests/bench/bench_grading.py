"""How fast a class is graded: one work beside nervaluate's four measures, a class anew, very many highlights, memory.

Like a class: 40 answers under 3 labels in 6,000 characters, 45 highlights a work (see `classwork`). A work counts as
graded when its receipt stands, with every verdict, line and list of words. nervaluate is given the same spans as its
own reader takes them, and tells counts, precision, recall and F1; the two take turns.

A key remembers what marks it has seen twice (`grading/shapes.py`). So a work is measured three times: as one of a class
of 1,000 with a new key, as it is in life; with a key that remembers nothing, as if no two marks were alike; and with
one that remembers every mark. How many marks of the class were known already is told too.
"""

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from nervaluate import Evaluator

from bench.classwork import LABELS, lesson, with_another_answer, works
from bench.table import Row
from claimlight.core.annotation import Annotation
from claimlight.core.lesson import Lesson
from claimlight.grading.grade import Grade, PreparedKey, grade_prepared, prepare, score_prepared

ROOT = Path(__file__).parents[2]
WORKS, ROUNDS, CLASS = 50, 5, 1_000
FEW = 15
"""So few works that a key remembers all their marks."""

Work = tuple[Annotation, ...]


def measure() -> Iterator[Row]:
    of_class = lesson()
    a_class = list(works(of_class, CLASS))
    yield from _one_work(of_class, a_class)
    yield _known(of_class, a_class)
    yield from _a_class_anew(of_class, a_class)
    yield _very_many_highlights(of_class)
    yield _memory()


def _one_work(of_class: Lesson, a_class: list[Work]) -> Iterator[Row]:
    some = a_class[:WORKS]
    their_key, theirs = _for_nervaluate_key(of_class), [_for_nervaluate(work) for work in some]
    told: dict[str, list[float]] = defaultdict(list)
    floors = []
    for _ in range(ROUNDS):
        told["one work of a class, full receipt"].append(_each(grade_prepared, prepare(of_class), a_class) / CLASS)
        told["the same, no two marks alike"].append(_each(_anew, prepare(of_class), some) / WORKS)
        told["the same, every mark seen before"].append(
            _each(grade_prepared, _taught(of_class, some[:FEW]), some[:FEW]) / FEW
        )
        floor = _timed(lambda: [Evaluator([their_key], [work], list(LABELS), "dict").evaluate() for work in theirs])
        floors.append(floor / WORKS)
    for what, times in told.items():
        budget = 1 / 30 if what.startswith("one") else None
        yield Row(f"{what}, beside nervaluate", median(times) * 1e3, "ms", median(floors) * 1e3, max_ratio=budget)


def _anew(key: PreparedKey, work: Work) -> Grade:
    """Graded by a key that has forgotten everything."""
    key.shapes.clear()
    key.shapes.once.clear()
    return grade_prepared(key, work)


def _taught(of_class: Lesson, some: list[Work]) -> PreparedKey:
    """A key that has seen every mark of these works twice."""
    key = prepare(of_class)
    for work in (*some, *some):
        grade_prepared(key, work)
    return key


def _known(of_class: Lesson, a_class: list[Work]) -> Row:
    key, known = prepare(of_class), 0
    for work in a_class:
        known += sum((one.span.start, one.span.end, one.label) in key.shapes for one in work)
        grade_prepared(key, work)
    return Row("marks known already, of a class of 1,000", 100 * known / sum(map(len, a_class)), "%")


def _a_class_anew(of_class: Lesson, a_class: list[Work]) -> Iterator[Row]:
    """From the changed answers to a thousand scores, which show whose mark changes, and to a thousand receipts."""
    changed = with_another_answer(of_class)
    scores = _timed(lambda: _each(score_prepared, prepare(changed), a_class))
    receipts = _timed(lambda: _each(grade_prepared, prepare(changed), a_class))
    yield Row(f"a class of {CLASS:,} anew after a change of the answers: scores", scores * 1e3, "ms", limit=1e3)
    yield Row(f"a class of {CLASS:,} anew: every receipt", receipts * 1e3, "ms", limit=1e3)


def _each(judge: Callable[[PreparedKey, Work], object], key: PreparedKey, some: list[Work]) -> float:
    began = time.perf_counter()
    for work in some:
        judge(key, work)
    return time.perf_counter() - began


def _very_many_highlights(of_class: Lesson) -> Row:
    """All on the same 6,000 characters, so that they lie over each other many times."""
    small, large = (_many(of_class, count) for count in (1_000, 10_000))
    return Row("grade 10,000 highlights, beside 1,000", large * 1e3, "ms", small * 1e3, max_ratio=12)


def _many(of_class: Lesson, count: int) -> float:
    (work,) = works(of_class, 1, marks=count)
    key = prepare(of_class)
    return min(_timed(lambda: grade_prepared(key, work)) for _ in range(3))


def _memory() -> Row:
    few, many = (_peak(count) / 1024 for count in (CLASS // 10, CLASS))
    return Row(f"memory: grade {CLASS:,} works, beside {CLASS // 10}", many, "MB", few, max_ratio=1.1)


def _peak(count: int) -> int:
    places = os.pathsep.join(str(ROOT / name) for name in ("desktop", "tests"))
    command = [sys.executable, "-P", str(Path(__file__).with_name("grade_class.py")), str(count)]
    environ = {**os.environ, "PYTHONPATH": places}
    return int(subprocess.run(command, env=environ, check=True, capture_output=True, text=True).stdout)


def _for_nervaluate(work: Work) -> list[dict[str, object]]:
    return [{"label": one.label, "start": one.span.start, "end": one.span.end - 1} for one in work]


def _for_nervaluate_key(of_class: Lesson) -> list[dict[str, object]]:
    key = of_class.texts[0].key
    assert key is not None
    return [{"label": one.label, "start": one.main.span.start, "end": one.main.span.end - 1} for one in key.items]


def _timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began
