"""Programming mistakes: they go to the log and are told in one sentence; the window stays."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from claimlight.wording import _

_log = logging.getLogger("claimlight.failures")

Tell = Callable[..., object]


def catch_failures(tell: Tell) -> Callable[[], None]:
    """From now on an exception that nobody caught is logged and told. Returns how to stop that.

    An exception in a slot does not end a PySide6 program; without this it would be lost on standard error.
    """
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _log.error("unexpected: %s", _without_text(error, trace))
        before(kind, error, trace)
        tell(
            _(
                "Something in Claimlight went wrong. Your work up to the last step is safe. "
                "If it happens again, copy the details and show them to your teacher."
            ),
            details=details,
        )

    sys.excepthook = hook

    def stop() -> None:
        sys.excepthook = before

    return stop


def _without_text(error: BaseException, trace: TracebackType | None) -> str:
    """Kind and places only: the message of an error may hold what a student wrote."""
    places = "; ".join(f"{frame.name} line {frame.lineno}" for frame in traceback.extract_tb(trace))
    return f"{type(error).__name__} at {places}"
