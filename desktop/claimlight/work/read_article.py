"""Read an article from a file of another program, in a child process that can be stopped and can do no harm."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

import claimlight
from claimlight.core.errors import LessonError
from claimlight.files.article_import.source import Source
from claimlight.files.article_import.source_json import source_from_json

Progress = Callable[[int, int], None]
"""Called with how much is read, of how much."""

_TICK = 0.05
"""Seconds between two looks at whether it was cancelled."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may take."""

    seconds: int = 90
    megabytes: int = 2_000


def read_article(
    path: Path,
    progress: Progress = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    limits: Limits | None = None,
    command: Sequence[str] | None = None,
) -> Source:
    """The article in `path`. Blocks until it is read; `progress` is called and `cancelled` asked from this thread.

    Raises LessonError: it cannot be read, it took too long or too much, the child crashed, or it was cancelled. In each
    case nothing is left behind.
    """
    if not path.exists():
        raise LessonError("article-missing", file=str(path))
    limits = limits or Limits()
    words = [*(command or own_command()), *_words(path, limits)]
    with subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        assert child.stdout is not None, "it is a pipe"
        said: SimpleQueue[bytes] = SimpleQueue()
        listener = threading.Thread(target=_hear, args=(child.stdout, said), daemon=True)
        listener.start()
        try:
            return _listen(said, path, progress, cancelled, limits.seconds)
        finally:
            child.kill()
            listener.join()


def own_command() -> tuple[str, ...]:
    """The words that start our own command line."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "claimlight")


def _words(path: Path, limits: Limits) -> tuple[str, ...]:
    return (
        "read-article",
        "--json",
        f"--seconds={limits.seconds}",
        f"--megabytes={limits.megabytes}",
        "--",
        str(path.absolute()),
    )


def _environment() -> dict[str, str]:
    """Ours, in which the child finds this very package."""
    here = str(Path(claimlight.__file__).parent.parent)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join((here, known)) if known else here}


def _hear(stdout: IO[bytes], said: "SimpleQueue[bytes]") -> None:
    """Put down what the child says, line by line; an empty one when it has ended."""
    for line in stdout:
        said.put(line)
    said.put(b"")


def _listen(
    said: "SimpleQueue[bytes]", path: Path, progress: Progress, cancelled: Callable[[], bool], seconds: int
) -> Source:
    end = time.monotonic() + seconds
    while True:
        if cancelled():
            raise LessonError("reading-cancelled", file=path.name)
        if time.monotonic() > end:
            raise LessonError("reading-too-slow", file=path.name, seconds=seconds)
        try:
            line = said.get(timeout=_TICK)
        except Empty:
            continue
        if not line:
            raise LessonError("reading-crashed", file=path.name)
        told = _told(line)
        match told:
            case {"progress": [int(done), int(of)]}:
                progress(done, of)
            case {"error": {"code": str(code), "params": dict(params)}}:
                raise LessonError(code, **params)
            case {"source": dict(values)}:
                return source_from_json(values)


def _told(line: bytes) -> Mapping[str, object]:
    """What a line says; nothing if it is none of the child's own."""
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
