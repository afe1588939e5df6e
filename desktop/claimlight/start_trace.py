"""Say when a start has reached a moment, for the benchmark that watches it from outside."""

import os
import sys
import time

VARIABLE = "CLAIMLIGHT_TRACE_START"
"""The environment variable that asks for the trace; the program then quits by itself at the last moment."""


def tracing() -> bool:
    return bool(os.environ.get(VARIABLE))


def mark(moment: str) -> None:
    """Where the trace is asked for: one line with the moment, the monotonic clock in seconds, and the memory in KiB.

    The monotonic clock is the same for all processes of a machine, so whoever started us can subtract.
    """
    if tracing():
        seconds = time.monotonic()
        print(f"start-trace {moment} {seconds:.6f} {_resident_kib()}", file=sys.stderr, flush=True)  # noqa: T201


def _resident_kib() -> int:
    """The memory this process holds now; 0 where the system does not tell (it does on Linux)."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            pages = int(statm.read().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024
