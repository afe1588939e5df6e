"""Send a start to where it belongs: the window and the self-test to `app`, every other command to `cli`."""

import os
import sys
from collections.abc import Sequence

from claimlight import __version__
from claimlight.start_checks import binding_problem, display_problem, installed_binding

SELF_TEST = "self-test"


def main(argv: Sequence[str] | None = None) -> int:
    """Run `argv` (the words after the program's name) and give the exit code. Only what is needed gets loaded."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["--version"]:
        sys.stdout.write(f"claimlight {__version__}\n")
        return 0
    if wants_app(words):
        if problem := start_problem(words):
            sys.stderr.write(problem + "\n")
            return 2
        from claimlight import app

        return app.main(words)
    from claimlight import cli

    return cli.main(words)


def wants_app(words: Sequence[str]) -> bool:
    """Whether Qt is needed: for the window (no command, or the path of a lesson) and for the self-test."""
    command = first_word(words)
    if command is None:
        return not any(word in ("--help", "--version") for word in words)
    return command == SELF_TEST or _is_path(command)


def start_problem(words: Sequence[str]) -> str | None:
    """Why Qt must not be loaded here for this start, in one sentence."""
    if problem := binding_problem(sys.version_info[:2], installed_binding(sys.path)):
        return problem
    return None if first_word(words) == SELF_TEST else display_problem(os.environ, sys.platform)


def first_word(words: Sequence[str]) -> str | None:
    """The first word that is neither an option nor the folder given with `--data-dir`."""
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word == "--data-dir":
            skip = True
        elif not word.startswith("-"):
            return word
    return None


def _is_path(word: str) -> bool:
    """A command is a bare word; a path has a separator or an ending, or is a lesson's folder right here."""
    return any(sign in word for sign in (os.sep, os.altsep or os.sep, ".")) or os.path.isfile(
        os.path.join(word, "lesson.toml")
    )


if __name__ == "__main__":
    sys.exit(main())
