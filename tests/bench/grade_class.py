"""Grade a class work by work as a whole process, and print the peak of its memory in KiB: `grade_class.py WORKS`."""

import resource
import sys

from bench.classwork import lesson, works
from claimlight.grading.grade import grade_prepared, prepare


def main(count: int) -> None:
    of_class = lesson()
    key = prepare(of_class)
    scores = [grade_prepared(key, work).score for work in works(of_class, count)]
    assert len(scores) == count
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    main(int(sys.argv[1]))
