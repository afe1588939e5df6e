"""What each command of dev.py does, once the Python that runs it is known to be a right one."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from claimlight.__main__ import SELF_TEST, first_word, wants_app
from claimlight.start_checks import display_problem
from dev_environment import PYTHON, environment_python
from dev_system import (
    DISPLAY_PROGRAMS,
    WINDOWLESS,
    X11,
    MachineError,
    ensure_programs,
    ensure_system,
    libraries_for_window,
)

ROOT = Path(__file__).resolve().parent.parent


def carry_out(command: str, yes: bool, words: Sequence[str]) -> int:
    """Do `command` and give its exit code; 2 where the machine lacks something that a person must see to."""
    try:
        return _COMMANDS[command](words, yes)
    except MachineError as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def run(words: Sequence[str], yes: bool) -> int:
    """Start Claimlight; where the system allows, this process becomes it."""
    return _become([_ready_python(_libraries_for(words), yes), "-P", "-m", "claimlight", *words])


def _libraries_for(words: Sequence[str]) -> Mapping[str, str]:
    """What this start needs of the system. Raises MachineError where it needs a display and there is none."""
    if not wants_app(words):
        return {}
    if first_word(words) == SELF_TEST:
        return WINDOWLESS
    if problem := display_problem(os.environ, sys.platform, "python3 dev.py run self-test"):
        raise MachineError(problem)
    return libraries_for_window(os.environ)


def test(words: Sequence[str], yes: bool) -> int:
    from dev_checks import check_everything

    return check_everything(_ready_python(WINDOWLESS, yes), words)


def bench(words: Sequence[str], yes: bool) -> int:
    return _run_in_tests("bench", words, yes)


def shots(words: Sequence[str], yes: bool) -> int:
    if "--display" in words:
        ensure_system(WINDOWLESS | X11, yes)
        ensure_programs(DISPLAY_PROGRAMS, yes)
    return _run_in_tests("shots", words, yes)


def lessons(words: Sequence[str], yes: bool) -> int:
    return _run_in_tests("lessons_readme", words, yes)


def conformance(words: Sequence[str], yes: bool) -> int:
    from dev_conformance import check_conformance

    return check_conformance(_ready_python({}, yes), words)


def package(words: Sequence[str], yes: bool) -> int:
    """The Python that runs dev.py goes into the bundle."""
    from dev_environment import package_python

    ensure_system(WINDOWLESS, yes, make_venv=True)
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "packaging"), str(ROOT / "desktop")))}
    command = [package_python(), "-m", "dev_package", *words]
    return subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode


def catalogues(_words: Sequence[str], yes: bool) -> int:
    python = _ready_python({}, yes)
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    return subprocess.run([python, "-m", "dev_catalogues"], env=environ, check=False).returncode


_COMMANDS = {
    "run": run,
    "test": test,
    "bench": bench,
    "shots": shots,
    "lessons": lessons,
    "catalogues": catalogues,
    "package": package,
    "conformance": conformance,
}


def _run_in_tests(package: str, words: Sequence[str], yes: bool) -> int:
    python = _ready_python(WINDOWLESS, yes)
    environ = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT / "tests")}
    return subprocess.run([python, "-m", package, *words], cwd=ROOT, env=environ, check=False).returncode


def _ready_python(libraries: Mapping[str, str], yes: bool) -> str:
    ensure_system(libraries, yes, make_venv=not PYTHON.exists())
    return environment_python()


def _become(command: list[str]) -> int:
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode  # Windows: a process cannot become another, only wait
