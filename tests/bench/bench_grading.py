"""How fast a class is graded: one work beside nervaluate's four measures, a class anew, very many highlights, memory.

Like a class: 40 answers under 3 labels in 6,000 characters, 45 highlights a work (see `classwork`). A work counts as
graded when its receipt stands and every list of words in it has been worked out. nervaluate is given the same spans as
its own reader takes them, and tells counts, precision, recall and F1; the two take turns.
"""

import os
import subprocess
import sys
import time
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
WORKS, ROUNDS, CLASS = 50, 15, 1_000

Work = tuple[Annotation, ...]


def measure() -> Iterator[Row]:
    of_class = lesson()
    yield _one_work(of_class)
    yield from _a_class_anew(of_class)
    yield _very_many_highlights(of_class)
    yield _memory()


def _one_work(of_class: Lesson) -> Row:
    key, some = prepare(of_class), list(works(of_class, WORKS))
    their_key, theirs = _for_nervaluate_key(of_class), [_for_nervaluate(work) for work in some]
    turns = [
        (
            _timed(lambda: [_told(grade_prepared(key, work)) for work in some]),
            _timed(lambda: [Evaluator([their_key], [work], list(LABELS), "dict").evaluate() for work in theirs]),
        )
        for _ in range(ROUNDS)
    ]
    ours, floor = (median(side) / WORKS * 1e3 for side in zip(*turns, strict=True))
    return Row("grade one work, full receipt, beside nervaluate", ours, "ms", floor, max_ratio=1 / 30)


def _told(grade: Grade) -> int:
    """Every word that the receipt tells, counted."""
    return sum(one.hit.count + one.missed.count + one.extra.count for one in grade.items)


def _a_class_anew(of_class: Lesson) -> Iterator[Row]:
    """From the changed answers to a thousand scores, which show whose mark changes, and to a thousand receipts."""
    a_class = list(works(of_class, CLASS))
    changed = with_another_answer(of_class)
    scores = _timed(lambda: _each(score_prepared, changed, a_class))
    receipts = _timed(lambda: _each(grade_prepared, changed, a_class))
    yield Row(f"a class of {CLASS:,} anew after a change of the answers: scores", scores * 1e3, "ms", limit=1e3)
    yield Row(f"a class of {CLASS:,} anew: every receipt", receipts * 1e3, "ms", limit=1e3)


def _each(judge: Callable[[PreparedKey, Work], object], changed: Lesson, a_class: list[Work]) -> None:
    key = prepare(changed)
    for work in a_class:
        judge(key, work)


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
