"""Everything that must hold before a change is taken: run it all, then say in one table how each went."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Step:
    """A check by its name and the words after `python`."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    name: str
    code: int | None
    """The exit code; None where the step was left out."""
    seconds: float = 0.0

    @property
    def word(self) -> str:
        if self.code is None:
            return "left out (only part of the tests ran)"
        return "ok" if self.code == 0 else f"FAILED ({self.code})"


LINTS = (
    Step("ruff check", ("-m", "ruff", "check", ".")),
    Step("ruff format", ("-m", "ruff", "format", "--check", ".")),
    Step("mypy", ("-m", "mypy")),
    Step("import contracts", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
)
COVERAGE = Step("coverage", ("-m", "coverage", "report"))


def tests(words: Sequence[str]) -> Step:
    """All tests in two processes, file by file, with the coverage of both; some of them in one, as pytest does it."""
    both = () if words else ("-n", "2", "--dist", "loadfile", "--cov", "--cov-report=", "--cov-fail-under=0")
    return Step("pytest", ("-m", "pytest", *both, *words))


def check_everything(python: str, words: Sequence[str]) -> int:
    """Run every step, also after a failure; 1 if any failed. Coverage counts only when all tests ran."""
    outcomes = [run_step(python, step) for step in (*LINTS, tests(words))]
    outcomes.append(Outcome(COVERAGE.name, None) if words else run_step(python, COVERAGE))
    print(summary(outcomes), flush=True)
    return int(any(outcome.code for outcome in outcomes))


def run_step(python: str, step: Step) -> Outcome:
    print(f"\n── {step.name} ──", flush=True)
    started = time.monotonic()
    code = subprocess.run([python, *step.words], cwd=ROOT, env=offscreen(), check=False).returncode
    return Outcome(step.name, code, time.monotonic() - started)


def offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def summary(outcomes: Sequence[Outcome]) -> str:
    lines = (f"{outcome.name:18} {outcome.seconds:6.1f} s  {outcome.word}" for outcome in outcomes)
    return "\n" + "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(check_everything(sys.executable, sys.argv[1:]))
