"""How large what a school gets is, how soon its window is painted, and how much memory it takes: of a built bundle.

`dev.py package` has to have run before. The bundle and the bare window, which runs on this Python, take turns.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.bench_start import BARE, LESSON, ROUNDS, start
from bench.table import Row

PACKAGE = Path(__file__).parents[2] / "dist" / "package"
PROGRAM = PACKAGE / "claimlight" / "claimlight"


def measure() -> Iterator[Row]:
    if not PROGRAM.exists():
        print("There is no bundle; python3 dev.py package builds it.", file=sys.stderr)
        return
    yield from only_when_asked()


def only_when_asked() -> Iterator[Row]:
    """What the README's table need not show, since a bundle has to be built for it."""
    sizes = json.loads((PACKAGE / "sizes.json").read_text(encoding="utf-8"))
    yield Row("bundle on disk, all a student needs", sizes["disk"] / 1e6, "MB", limit=130)
    yield Row("what reading foreign articles adds", sizes["disk_readers"] / 1e6, "MB")
    for name, taken in sizes["files"].items():
        yield Row(f"{name}, all a student needs", (taken - sizes["readers"]) / 1e6, "MB", limit=45)
    with tempfile.TemporaryDirectory() as folder:
        ours = (str(PROGRAM), "--data-dir", folder)
        turns = [(start(BARE), start(ours), start((*ours, str(LESSON)))) for _ in range(ROUNDS + 1)][1:]
    bare, shelves, lessons = zip(*turns, strict=True)
    painted = median(moments["painted"].ms for moments in bare)
    floor = median(moments["painted"].mb for moments in bare)
    yield Row("bundle: window painted", median(each["painted"].ms for each in shelves), "ms", painted, max_ratio=1.5)
    yield Row("bundle: window usable", median(each["usable"].ms for each in shelves), "ms", painted)
    opened = median(each["lesson-open"].mb for each in lessons)
    yield Row("bundle: memory, lesson open", opened, "MB", floor, max_ratio=1.6)
