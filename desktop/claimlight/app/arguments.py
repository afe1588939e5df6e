"""The words after the program's name, as far as they open a window."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from claimlight.store.portable import this_program
from claimlight.wording import _

SELF_TEST = "self-test"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a start was asked for."""

    path: Path | None = None
    data_dir: Path | None = None
    self_test: bool = False
    screenshot: Path | None = None
    portable: bool = False


def parsed(words: list[str]) -> Asked:
    """Read the words; wrong ones are explained on standard error and end the program with 2."""
    parser = _Parser(prog="claimlight", description=_("Open the window, with a lesson if one is named."))
    parser.add_argument("path", nargs="?", help=_("a lesson file or folder, or “self-test”"))
    parser.add_argument("--data-dir", type=Path, help=_("where your work is kept"))
    parser.add_argument("--portable", action="store_true", help=_("keep your work beside the program, from now on"))
    parser.add_argument("--screenshot", type=Path, help=_("with self-test: save a picture of the window"))
    found = parser.parse_args(words)
    self_test = found.path == SELF_TEST
    if found.screenshot is not None and not self_test:
        parser.error(_("--screenshot goes with self-test"))
    if found.portable and this_program() is None:
        parser.error(_("--portable goes with a program that was unpacked, not with its sources"))
    path = Path(found.path) if found.path and not self_test else None
    return Asked(path, found.data_dir, self_test, found.screenshot, found.portable)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong and where help is, without the whole of the usage."""

    def error(self, message: str) -> NoReturn:
        help = _("“{command} --help” says how it goes.").format(command=self.prog)
        sys.stderr.write(f"{self.prog}: {message}. {help}\n")
        sys.exit(2)
