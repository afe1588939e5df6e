"""The child process that reads a document from elsewhere: within limits, cut off from everything but its files.

It says what it does in JSON lines: {"progress": [done, of]} any number of times, then {"source": …} or
{"error": {"code": …, "params": …}}.
"""

import json
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from claimlight.core.errors import ClaimlightError
from claimlight.files.article_import.reader import read_source
from claimlight.files.article_import.source_json import source_json

_FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec")


class _ForbiddenError(OSError):
    """Something tried to reach out; nothing that reads a document has to."""


def read_in_child(path: Path, tell: Callable[[str], object], *, megabytes: int, seconds: int) -> int:
    """Read `path` and tell the result; 0 for a source, 2 for an error. What else is printed meanwhile goes astray."""
    _limit(megabytes, seconds)
    _cut_off()

    def progress(done: int, of: int) -> None:
        tell(json.dumps({"progress": [done, of]}))

    try:
        with redirect_stdout(sys.stderr):
            told: dict[str, object] = {"source": source_json(read_source(path, progress))}
    except ClaimlightError as error:
        told = {"error": {"code": error.code, "params": error.params}}
    except MemoryError:
        told = {"error": {"code": "reading-too-large", "params": {"file": path.name}}}
    tell(json.dumps(told))
    return 0 if "source" in told else 2


def _limit(megabytes: int, seconds: int) -> None:
    """Of memory and time; where the system knows no such limits, the parent's clock alone counts."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, megabytes * 1_000_000), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(kind)
        wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (wanted, hard))
        except (ValueError, OSError):
            continue


def _cut_off() -> None:
    """From here on no connection is made and no program started, whatever the document asks of its reader."""

    def refuse(event: str, _: tuple[object, ...]) -> None:
        if event in _FORBIDDEN:
            raise _ForbiddenError(event)

    sys.addaudithook(refuse)
