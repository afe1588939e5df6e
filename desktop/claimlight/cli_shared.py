"""What several commands have in common: their options, where the work is, how a failure is said, and passphrases."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.wording import _

WELL, FINDINGS, UNUSABLE = 0, 1, 2

path = click.Path(path_type=Path)
out = click.option("-o", "--output", "file", required=True, type=path, help="The file to write; it must be new.")
class_name = click.option(
    "--class", "class_name", required=True, metavar="NAME", help="The class: its name, or its id."
)
passphrase_file = click.option(
    "--passphrase-file", type=path, help="A file with the passphrase, where your keys are locked; else it is asked for."
)
school_key = click.option(
    "--key", type=path, help="A school key: collect for a teacher whose computer is gone (see make-school-key)."
)


def data_folder(chosen: Path | None) -> Path:
    from claimlight.store.portable import this_program, usual_folder

    return chosen or usual_folder(this_program())


def say_error(error: ClaimlightError, folder: Path | None = None) -> None:
    from claimlight.wording.errors import say

    place = "" if folder is None else f"{folder}: "
    click.echo(f"{place}{say(error)}", err=True)


def passphrase_from(file: Path | None, *, new: bool = False, what: str = "", whole: bool = False) -> Callable[[], str]:
    """Asks for a secret when it is needed, twice for a new one; nothing of it is shown.

    In `file` it is the first line, or, with `whole`, all of it. Without a file and nobody to ask it raises WorkError.
    """

    def ask() -> str:
        if file is not None:
            said = _text(file)
            return said if whole else (said.splitlines() or [""])[0]
        if not sys.stdin.isatty():
            raise WorkError("passphrase-needed")
        words = what or (_("New passphrase") if new else _("Passphrase"))
        return str(click.prompt(words, hide_input=not what, confirmation_prompt=new, err=True))

    return ask


def _text(file: Path) -> str:
    from claimlight.files.reading import decode, read_bytes

    return decode(read_bytes(file), file.name).removeprefix("\ufeff")
