"""Compute in a thread beside the window so that the window hardly notices.

Of Python's threads one computes at a time. One that wants its turn gets it after five milliseconds, and a page is
painted in dozens of turns; and several times in a thousand works the garbage collector of whoever computes looked at
everything that an open window had made, for 50 to 65 ms. Both are settings of the whole program and are put back.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

TURN = 0.0005
"""Seconds for which a thread computes before another one may."""

NEVER = 1_000_000_000
"""So many collections of what is younger come before one of everything."""


@contextmanager
def unnoticed() -> Iterator[None]:
    """In the thread, around its work: turns are short, and what has been there for long is not looked through."""
    usual, thresholds = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(TURN)
    gc.set_threshold(*thresholds[:2], NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        sys.setswitchinterval(usual)
