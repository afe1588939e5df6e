"""What each command of dev.py does, once the Python that runs it is known to be a right one."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dev_environment import environment_python
from dev_system import WINDOWLESS, MachineError, ensure_libraries, libraries_for_window

from claimlight.__main__ import SELF_TEST, first_word, wants_app
from claimlight.start_checks import display_problem

ROOT = Path(__file__).resolve().parent.parent


def carry_out(command: str, yes: bool, words: Sequence[str]) -> int:
    """Do `command` and give its exit code; 2 where the machine lacks something that a person must see to."""
    try:
        return _COMMANDS[command](words, yes)
    except MachineError as problem:
        print(problem, file=sys.stderr)
        return 2


def run(words: Sequence[str], yes: bool) -> int:
    """Start Claimlight; where the system allows, this process becomes it."""
    if wants_app(words):
        if first_word(words) == SELF_TEST:
            ensure_libraries(WINDOWLESS, yes)
        elif problem := display_problem(os.environ, sys.platform, "python3 dev.py run self-test"):
            raise MachineError(problem)
        else:
            ensure_libraries(libraries_for_window(os.environ), yes)
    return _become([environment_python(yes), "-P", "-m", "claimlight", *words])


def test(words: Sequence[str], yes: bool) -> int:
    from dev_checks import check_everything

    ensure_libraries(WINDOWLESS, yes)
    return check_everything(environment_python(yes), words)


def bench(words: Sequence[str], yes: bool) -> int:
    return _run_in_tests("bench", words, yes)


def shots(words: Sequence[str], yes: bool) -> int:
    return _run_in_tests("shots", words, yes)


_COMMANDS = {"run": run, "test": test, "bench": bench, "shots": shots}


def _run_in_tests(package: str, words: Sequence[str], yes: bool) -> int:
    ensure_libraries(WINDOWLESS, yes)
    environ = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT / "tests")}
    python = environment_python(yes)
    return subprocess.run([python, "-m", package, *words], cwd=ROOT, env=environ, check=False).returncode


def _become(command: list[str]) -> int:
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode  # Windows: a process cannot become another, only wait
