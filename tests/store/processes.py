"""Other processes, to share a data folder with or to kill."""

import os
import subprocess
import sys
from pathlib import Path

import claimlight

_PATHS = (Path(claimlight.__file__).parents[1], Path(__file__).parents[1])


def start_python(script: str, *words: object) -> subprocess.Popen[str]:
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, _PATHS))}
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
