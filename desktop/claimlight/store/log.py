"""A log for finding faults, on this machine only. It never holds a student's text: log ids, codes and counts."""

import faulthandler
import logging
from pathlib import Path
from types import TracebackType
from typing import IO

_LARGEST = 500_000
_OLD_FILES = 3


class _RotatingFile(logging.FileHandler):
    """As in logging.handlers, a module that would load sockets and pickling at every start: 11 ms."""

    def emit(self, record: logging.LogRecord) -> None:
        written = Path(self.baseFilename).stat().st_size
        if written + len(self.format(record).encode()) >= _LARGEST:
            self._begin_anew()
        super().emit(record)

    def _begin_anew(self) -> None:
        """Number the old files on; the oldest is overwritten."""
        self.close()
        for number in range(_OLD_FILES, 0, -1):
            older = Path(f"{self.baseFilename}.{number - 1}" if number > 1 else self.baseFilename)
            if older.exists():
                older.replace(f"{self.baseFilename}.{number}")
        self.stream = self._open()


class Log:
    """The log files of one run; closing them stops the logging."""

    def __init__(self, handler: logging.Handler, crashes: IO[str] | None) -> None:
        self._handler = handler
        self._crashes = crashes
        logging.getLogger("claimlight").addHandler(handler)
        if crashes:
            faulthandler.enable(crashes)

    def close(self) -> None:
        logging.getLogger("claimlight").removeHandler(self._handler)
        self._handler.close()
        if self._crashes:
            faulthandler.disable()
            self._crashes.close()

    def __enter__(self) -> "Log":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def set_up_log(folder: Path) -> Log:
    """Log what `claimlight` says, and crashes, into `folder`/logs; nowhere when nothing can be written there."""
    logs = folder / "logs"
    try:
        logs.mkdir(exist_ok=True)
        handler = _RotatingFile(logs / "claimlight.log", encoding="utf-8")
        crashes = (logs / "crashes.log").open("a", encoding="utf-8")
    except OSError:
        return Log(logging.NullHandler(), None)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("claimlight").setLevel(logging.INFO)
    return Log(handler, crashes)
