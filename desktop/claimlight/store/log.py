"""A log for finding faults, on this machine only. It never holds a student's text: log ids, codes and counts."""

import faulthandler
import logging
from pathlib import Path
from types import TracebackType
from typing import IO

_LARGEST = 500_000
_OLD_FILES = 3


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
    from logging.handlers import RotatingFileHandler

    logs = folder / "logs"
    try:
        logs.mkdir(exist_ok=True)
        handler = RotatingFileHandler(
            logs / "claimlight.log", maxBytes=_LARGEST, backupCount=_OLD_FILES, encoding="utf-8"
        )
        crashes = (logs / "crashes.log").open("a", encoding="utf-8")
    except OSError:
        return Log(logging.NullHandler(), None)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("claimlight").setLevel(logging.INFO)
    return Log(handler, crashes)
