"""The operating system's lock on an open file: it goes when the file is closed, also when the program dies.

From the standard library alone: filelock takes the same locks, but loads asyncio for it, 20 ms of the first paint.
"""

import sys

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def locked_for_us(descriptor: int) -> bool:
        """Lock the first byte, without waiting. False where another program has it, OSError where nobody can."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def locked_for_us(descriptor: int) -> bool:
        """Lock the whole file, without waiting. False where another program has it, OSError where nobody can."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
