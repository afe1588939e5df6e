"""How long until the window is painted and usable, and how much memory an open lesson takes: whole processes.

Each start is a new process, timed from just before it is made by a clock that all processes share. Ours and the bare
window take turns, so that what else the machine does hits both; medians are compared.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.table import Row
from claimlight.start_trace import VARIABLE

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "lessons" / "canteen-survey"
BARE = (sys.executable, "-P", str(Path(__file__).with_name("bare_window.py")))
OURS = (sys.executable, "-P", "-m", "claimlight")
BY_DEV = (getattr(sys, "_base_executable", sys.executable), str(ROOT / "dev.py"), "run")
ROUNDS = 11


@dataclass(frozen=True, slots=True)
class Moment:
    """When a start reached something, in milliseconds after it began, and the memory it held then, in MB."""

    ms: float
    mb: float


Moments = dict[str, Moment]


def start(command: Sequence[str], timeout: float = 30) -> Moments:
    """Start `command`, wait until it ends by itself, and give its moments by name."""
    environ = {"QT_QPA_PLATFORM": "offscreen", **os.environ, VARIABLE: "1"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a warm start compiles nothing
    began = time.monotonic()
    done = subprocess.run(command, env=environ, stderr=subprocess.PIPE, text=True, timeout=timeout, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    traced = (line.split()[1:] for line in done.stderr.splitlines() if line.startswith("start-trace "))
    return {name: Moment((float(at) - began) * 1000, int(kib) / 1024) for name, at, kib in traced}


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        words = ("--data-dir", folder)
        yield from compare(BARE, (*OURS, *words), (*OURS, *words, str(LESSON)), (*BY_DEV, *words))


def compare(
    bare: Sequence[str], ours: Sequence[str], with_lesson: Sequence[str], by_dev: Sequence[str], rounds: int = ROUNDS
) -> Iterator[Row]:
    """The rows for the shelf, an open lesson and a start by way of dev.py. The first round only warms up."""
    turns = [tuple(map(start, (bare, ours, with_lesson, by_dev))) for _ in range(rounds + 1)][1:]
    floors, shelves, lessons, by_ways = zip(*turns, strict=True)
    painted = _ms(floors, "painted")
    yield Row("window painted", _ms(shelves, "painted"), "ms", painted, max_ratio=1.3)
    yield Row("window usable", _ms(shelves, "usable"), "ms", painted, max_ratio=2.5)
    yield Row("added by starting with dev.py", _ms(by_ways, "painted") - _ms(shelves, "painted"), "ms", limit=200)
    yield Row("memory, lesson open", _mb(lessons, "lesson-open"), "MB", _mb(floors, "painted"), max_ratio=1.6)


def _ms(starts: Sequence[Moments], name: str) -> float:
    return median(moments[name].ms for moments in starts)


def _mb(starts: Sequence[Moments], name: str) -> float:
    return median(moments[name].mb for moments in starts)
