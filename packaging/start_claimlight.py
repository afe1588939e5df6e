"""Where the bundle begins: what `python -m claimlight` does in a checkout."""

import os
import sys

from claimlight.__main__ import main


def say_nothing_where_nobody_listens() -> None:
    """On Windows a window's program has no standard output and no standard error: what is said there goes nowhere."""
    nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (for as long as the program runs)
    sys.stdout = sys.stdout or nowhere
    sys.stderr = sys.stderr or nowhere


if __name__ == "__main__":
    if sys.stdout is None or sys.stderr is None:
        say_nothing_where_nobody_listens()
    sys.exit(main())
