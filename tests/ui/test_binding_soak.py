"""The pair of Python and PySide6 that runs here survives a long session."""

import os
import subprocess
import sys
from pathlib import Path

SOAK = Path(__file__).with_name("binding_soak.py")


def test_qt_can_be_called_all_day() -> None:
    """In a process of its own, so that an abort is a failed test and not the end of the test run."""
    done = subprocess.run(
        [sys.executable, str(SOAK)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"Qt ended the process with {done.returncode}:\n{done.stderr}"
    told = dict(zip(*[iter(done.stdout.split())] * 2, strict=True))
    assert int(told["calls"]) == 100_000
    assert int(told["paintings"]) >= 3_000
    if sys.version_info < (3, 12):  # from 3.12 on None is immortal and its count means nothing
        assert abs(int(told["none-references"])) < 100
