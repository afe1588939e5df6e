"""How long two people wait who hand in three lessons each, to a folder as slow as an old stick; and copying the same.

The stick is simulated: what is flushed or read back takes as long as its bytes at 2 MB/s, and each flush 0.1 seconds
more. The floor copies the same files, flushed and read back, on the same stick.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.classwork import works
from bench.table import Row
from claimlight.core.history import Change, Edit
from claimlight.core.identity import new_id
from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import open_lesson
from claimlight.files.places import lessons
from claimlight.handin import drop_folder
from claimlight.handin.drop_folder import WORK, DropFolder, put_new
from claimlight.handin.submission import SUFFIX
from claimlight.work.shelf import bring_file
from classroom import Laptop, class_with, laptop, stick, teacher

PEOPLE, SLUGS, MARKS = ("Ada", "Ben"), ("canteen-survey", "storm-damage", "bus-strike"), 50
BYTES_PER_SECOND, FLUSH = 2_000_000, 0.1


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as path, ExitStack() as stack:
        book = stack.enter_context(teacher(Path(path, "teacher")))
        ours = stack.enter_context(laptop(Path(path, "laptop")))
        drop = stick(Path(path, "stick"), class_with(book, PEOPLE))
        slugs = _worked_on(ours)
        stack.enter_context(slow_stick())
        began = time.perf_counter()
        handed_in = ours.hands_in(drop)
        seconds = time.perf_counter() - began
        assert handed_in == len(PEOPLE) * len(slugs)
        yield Row("hand in 2 people × 3 lessons at 2 MB/s", seconds, "s", _copied(drop, Path(path, "copy")), limit=5)


@contextmanager
def slow_stick() -> Iterator[None]:
    """What is flushed or read back takes as long as on a slow stick, in this process, until the end."""
    flush, read = os.fsync, drop_folder.read_file

    def slowly_flush(descriptor: int) -> None:
        flush(descriptor)
        time.sleep(FLUSH + os.fstat(descriptor).st_size / BYTES_PER_SECOND)

    def slowly_read(path: Path) -> bytes:
        raw = read(path)
        time.sleep(len(raw) / BYTES_PER_SECOND)
        return raw

    os.fsync, drop_folder.read_file = slowly_flush, slowly_read
    try:
        yield
    finally:
        os.fsync, drop_folder.read_file = flush, read


def _worked_on(ours: Laptop) -> tuple[str, ...]:
    for slug in SLUGS:
        lesson = open_lesson(lessons() / slug)
        bring_file(lessons() / slug, ours.workbook)
        for name, marks in zip(PEOPLE, works(lesson, len(PEOPLE), MARKS), strict=True):
            attempt = ours.workbook.open_attempt(ours.person(name), lesson, "article", Mode.PRACTICE)
            for one in marks:
                ours.workbook.record(attempt, Change(new_id(), "highlight", (Edit(None, one),)))
            ours.workbook.check(attempt, "", last=True)
    return SLUGS


def _copied(drop: DropFolder, copy: Path) -> float:
    copy.mkdir()
    began = time.perf_counter()
    for path in sorted((drop.path / WORK).iterdir()):
        put_new(copy, SUFFIX, path.read_bytes())
    return time.perf_counter() - began
