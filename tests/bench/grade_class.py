"""Grade a class work by work as a whole process, and print the peak of its memory in KiB: `grade_class.py WORKS`."""

import re
import resource
import sys
from pathlib import Path

from bench.classwork import lesson, works
from claimlight.grading.grade import grade_prepared, prepare

STATUS = Path("/proc/self/status")


def main(count: int) -> None:
    of_class = lesson()
    key = prepare(of_class)
    scores = [grade_prepared(key, work).score for work in works(of_class, count)]
    assert len(scores) == count
    print(peak())


def peak() -> int:
    """Of this program alone: what `getrusage` tells may be the peak of the one that started it."""
    if STATUS.exists():
        return int(re.findall(r"VmHWM:\s*(\d+)", STATUS.read_text(encoding="utf-8"))[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(int(sys.argv[1]))
