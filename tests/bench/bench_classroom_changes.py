"""How long it takes to see what changed answers would do to a year of works, beside unpacking and proving them.

Ours opens each of 400 works of fifty highlights, proves it, grades it by the answers as they are and as they would be,
and says who would gain or lose; a second look, at another change, has them open.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.bench_collect import handed_in
from bench.collect_class import CLASS
from bench.table import Row
from claimlight.core.answer_change import AnswerChange, ChangeKind
from claimlight.store.classbook import Classbook, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.work.answer_changes import changed_key
from claimlight.work.collect import collect
from claimlight.work.one_work import latest_works, opened
from claimlight.work.regrade import ClassWorks, Preview, apply, class_works, preview
from claimlight.work.teaching import find_class

WORKS = 400


def measure(folder: Path | None = None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(dir=folder or Path.cwd()) as path:
        place = Path(path)
        stick = handed_in(place, WORKS)
        with open_data_folder(place / "teacher") as data:
            book = open_classbook(data)
            collect(book, stick, CLASS)
            yield from _measured(book)
            book.close()


def _measured(book: Classbook) -> Iterator[Row]:
    class_id = find_class(book, CLASS).students.id
    first = next(iter(book.classes.received(class_id)))
    began = time.perf_counter()
    for versions in latest_works(book, class_id):
        opened(versions[-1])
    bare = time.perf_counter() - began
    began = time.perf_counter()
    works = class_works(book, class_id, first.lesson_hash)
    seen = _tried(works, 0)
    yield Row(f"see what a change does to {WORKS} marks", time.perf_counter() - began, "s", bare, limit=1)
    began = time.perf_counter()
    seen = _tried(works, 1)
    yield Row("another change, the works being open", time.perf_counter() - began, "s", bare, limit=1)
    began = time.perf_counter()
    apply(book, seen)
    yield Row("apply it", time.perf_counter() - began, "s", bare, limit=1)


def _tried(works: ClassWorks, number: int) -> Preview:
    item = [item for item in works.key.items if not item.optional][number]
    change = AnswerChange(ChangeKind.NOT_COUNTED, item.id, item.main.span, item.label)
    return preview(works, changed_key(works.now.lesson, works.text, works.key, (change,)))
