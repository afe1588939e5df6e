"""How long it takes to collect a class's work, beside copying the same bytes and committing them, fifty at a time.

Ours opens, proves, grades and keeps each submission of fifty highlights, and writes a signed slip for it. The memory is
that of a whole process that collects.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench.classwork import works
from bench.collect_class import CLASS, make_classbook
from bench.table import Row
from claimlight.core.attempt import Attempt, AttemptState, Check, Person
from claimlight.core.lesson import Mode
from claimlight.handin.drop_folder import WORK, files
from claimlight.handin.identity import new_keys, public
from claimlight.handin.submission import SUFFIX, HandingIn, submission_of, write_submission
from claimlight.work.collect import AT_ONCE

CLASS_SIZES = (100, 1_000)
MARKS = 50


def measure(folder: Path | None = None) -> Iterator[Row]:
    """With CLAIMLIGHT_BENCH_LARGE set, ten thousand works too (some minutes)."""
    sizes = (*CLASS_SIZES, 10_000) if os.environ.get("CLAIMLIGHT_BENCH_LARGE") else CLASS_SIZES
    seconds: dict[int, float] = {}
    peaks: dict[int, int] = {}
    with tempfile.TemporaryDirectory(dir=folder or Path.cwd()) as path:
        for size in sizes:
            place = Path(path, str(size))
            stick = handed_in(place, size)
            bare = _copied(stick, place / "copy")
            seconds[size], peaks[size] = _collected(place, stick, size)
            yield Row(f"collect {size:,} works of {MARKS} highlights", seconds[size], "s", bare, limit=size / 100)
    first, *others = sizes
    for size in others:
        yield Row(f"memory for {size:,} beside {first}", peaks[size] / 1024, "MB", peaks[first] / 1024, max_ratio=1.1)
    if 10_000 in seconds:
        yield from only_when_asked(seconds)


def only_when_asked(seconds: dict[int, float]) -> Iterator[Row]:
    """What the README's table need not show, since it takes minutes to measure."""
    yield Row("10,000 beside 1,000", seconds[10_000], "s", seconds[1_000], max_ratio=12)


def handed_in(place: Path, size: int) -> Path:
    """A stick with so many works on it, from as many people, and a classbook that is to collect them."""
    lesson, to, stick = make_classbook(place / "teacher", place / "stick")
    device = new_keys()
    seal = public(new_keys()).seal.hex()
    for number, marks in enumerate(works(lesson, size, MARKS)):
        attempt = Attempt(f"a{number}", "", lesson.id, lesson.hash, "article", Mode.PRACTICE, 1, AttemptState.CLOSED)
        submission = submission_of(
            attempt,
            (Check(1, marks, ""), Check(2, marks, "")),
            (),
            to=to,
            by=HandingIn(Person(f"p{number}", f"Student {number}"), seal),
            id=f"{number:032x}",
            text_hash=lesson.texts[0].article.text.text_hash,
            made="",
        )
        (stick / WORK / f"{number:032x}{SUFFIX}").write_bytes(write_submission(submission, to, device))
    return stick


def _copied(stick: Path, copy: Path) -> float:
    """Seconds to read every file, write it elsewhere, and commit its bytes, fifty to a transaction."""
    copy.mkdir()
    with closing(sqlite3.connect(copy / "bare.db", isolation_level=None)) as db:
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "CREATE TABLE work (bytes BLOB)"):
            db.execute(statement)
        began = time.perf_counter()
        paths = sorted(files(stick / WORK, SUFFIX))
        for at in range(0, len(paths), AT_ONCE):
            db.execute("BEGIN")
            for path in paths[at : at + AT_ONCE]:
                raw = path.read_bytes()
                (copy / path.name).write_bytes(raw)
                db.execute("INSERT INTO work (bytes) VALUES (?)", [raw])
            db.execute("COMMIT")
        return time.perf_counter() - began


def _collected(place: Path, stick: Path, size: int) -> tuple[float, int]:
    """Seconds of collecting, and the peak of its process in KiB."""
    script = Path(__file__).with_name("collect_class.py")
    done = subprocess.run(
        [sys.executable, str(script), str(place / "teacher"), str(stick), CLASS],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    collected, seconds, peak = done.stdout.split()
    assert int(collected) == size, done.stdout
    return float(seconds), int(peak)
