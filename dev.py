#!/usr/bin/env python3
"""The one entry for everybody who works on Claimlight. Needs nothing but Python: it makes `.venv` itself."""

import os
import sys
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

ROOT = os.path.dirname(os.path.abspath(__file__))
OLDEST, NEWEST = (3, 11), (3, 13)

COMMANDS: Dict[str, str] = {
    "run": "start Claimlight with the words that follow (a lesson, self-test, grade …)",
    "test": "check everything; the words that follow go to pytest",
    "bench": "measure the budgets, each beside its floor; words choose benches (start …)",
    "shots": "take pictures of every screen (--readme: renew the README's; --display: drive a real window)",
    "lessons": "measure every lesson anew for the table in lessons/README.md",
    "catalogues": "bring the catalogues of the interface's languages in step with the sources, and compile them",
    "package": "build what a school hands out: bundle, archive, system's package; words choose steps (bundle …)",
    "conformance": "run others' tests and packages against our measures, fetched for it; words go to pytest",
}


class Request(NamedTuple):
    """What was asked: a command, whether system packages may be installed, and the words that are passed on."""

    command: str
    yes: bool
    words: Tuple[str, ...]


def main(words: Sequence[str]) -> int:
    problem = python_problem(sys.version_info[:2])
    if problem:
        return refuse(problem)
    request = parse(words)
    sys.path[:0] = [os.path.join(ROOT, "packaging"), os.path.join(ROOT, "desktop")]
    from dev_commands import carry_out

    return carry_out(request.command, request.yes, request.words)


def python_problem(version: Tuple[int, ...]) -> Optional[str]:
    """One sentence where this Python is too old or too new, else None."""
    if OLDEST <= version <= NEWEST:
        return None
    return "Claimlight needs Python {} to {}; this is Python {}. Try: python{} dev.py …".format(
        *(".".join(map(str, each)) for each in (OLDEST, NEWEST, version, NEWEST))
    )


def parse(words: Sequence[str]) -> Request:
    """Read the command line. `--yes` stands before or right behind the command; what follows is not looked at."""
    rest: List[str] = list(words)
    yes = _take_yes(rest)
    command = rest.pop(0) if rest else ""
    if command in ("-h", "--help"):
        sys.stdout.write(usage())
        raise SystemExit(0)
    if command not in COMMANDS:
        raise SystemExit(refuse("dev.py knows no command “{}”.\n{}".format(command, usage()) if command else usage()))
    yes = _take_yes(rest) or yes or os.environ.get("CI") == "true"
    return Request(command, yes, tuple(rest))


def _take_yes(words: List[str]) -> bool:
    if words[:1] != ["--yes"]:
        return False
    del words[0]
    return True


def usage() -> str:
    lines = "".join("  {:11} {}\n".format(*each) for each in COMMANDS.items())
    return "usage: python3 dev.py [--yes] COMMAND …   (--yes: install missing system packages)\n\n" + lines


def refuse(sentence: str) -> int:
    sys.stderr.write(sentence.rstrip() + "\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
