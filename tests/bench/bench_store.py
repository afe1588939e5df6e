"""How long a highlight takes to be on the disk, beside a bare commit of one row with the same promise.

Ours and the bare commit take turns on the same disk. The page with 2,000 highlights must cost no more than the one
with 30: no step grows with the lesson. The budget is for disk and screen
together, see bench_room.py. Both logs have reached their full length before measuring begins, because a
file that grows is slower to write than one that is written over.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from bench.bare_commit import FILLING, BareCommits
from bench.table import Row
from claimlight.core.annotation import Annotation, Quote
from claimlight.core.article import Article, Direction, Span, Text
from claimlight.core.codebook import Codebook
from claimlight.core.history import Change, Edit
from claimlight.core.identity import new_id
from claimlight.core.lesson import Lesson, LessonText, Mode
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook

PAGES = (30, 2000)
ROUNDS = 200

_QUOTE = Quote("nine words that a student of average zeal marks", "p" * 32, "s" * 32)


def measure(folder: Path | None = None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(dir=folder or Path.cwd()) as path:
        for size in PAGES:
            ours, floor = _compared(Path(path) / str(size), size)
            yield Row(f"highlight on disk, {size:,} on the page", median(ours), "ms", median(floor))
            worst = sorted(ours)[int(len(ours) * 0.99)]
            yield Row(f"the same, 99 of 100, {size:,} on the page", worst, "ms", limit=16)


def _compared(path: Path, size: int) -> tuple[list[float], list[float]]:
    with open_data_folder(path) as folder, closing(open_workbook(folder)) as workbook:
        workbook.keep_lesson(_lesson(), b"")
        person = workbook.last_person()
        filling = workbook.open_attempt(person, _lesson(), "article", Mode.PRACTICE)
        for _ in range(FILLING):
            workbook.record(filling, _highlight())
        attempt = workbook.start_again(filling)
        for _ in range(size):
            workbook.record(attempt, _highlight())
        with closing(BareCommits(path / "bare.db")) as bare:
            turns = [
                (_timed(lambda: workbook.record(attempt, _highlight())), _timed(bare.commit)) for _ in range(ROUNDS)
            ]
    ours, floor = zip(*turns, strict=True)
    return list(ours), list(floor)


def _timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def _highlight() -> Change:
    return Change(new_id(), "highlight", (Edit(None, Annotation(new_id(), "claim", Span(100, 147), _QUOTE)),))


def _lesson() -> Lesson:
    text = Text("words " * 20_000, "hash", "", 1, (), ())
    article = Article("article", "", "", "", "en", Direction.LEFT_TO_RIGHT, text)
    codebook = Codebook("news-basics", 1, "en", "", "", ())
    texts = (LessonText(article, None),)
    return Lesson(
        id="bench", slug="bench", version=1, title="Bench", language="en", codebook=codebook, texts=texts, hash="bench"
    )
