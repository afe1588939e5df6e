"""Work beside the program, if asked: for a stick that carries both, and for computers whose homes are wiped."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from claimlight.core.errors import StoreError
from claimlight.store.data_folder import usual_data_folder
from claimlight.store.settings_file import SettingsFile
from claimlight.store.stick import FOLDER, folder_to_use

MARKER = "portable.txt"
"""A file beside the program that lets it ask where work is to be kept; the archive brings it along."""

_ANSWER = ("work", "beside the program")


def program_folder(executable: Path, frozen: bool, environ: Mapping[str, str]) -> Path | None:
    """The folder in which a person sees the program that they unpacked; None for one that runs from its sources."""
    if not frozen:
        return None
    if image := environ.get("APPIMAGE"):
        return Path(image).parent
    application = next((folder for folder in executable.parents if folder.suffix == ".app"), executable)
    return application.parent


def this_program() -> Path | None:
    """The folder of the program that is running."""
    return program_folder(Path(sys.executable), getattr(sys, "frozen", False), os.environ)


def usual_folder(program: Path | None) -> Path:
    """Where `program` keeps work unless it is told otherwise: beside itself, on the stick it was taken to, or where the
    operating system wants it."""
    if program is not None and (program / FOLDER).is_dir():
        return program / FOLDER
    return folder_to_use(usual_data_folder())


def keep_beside(program: Path) -> Path:
    """Make the folder beside the program; from now on every start keeps work in it. Raises StoreError."""
    place = program / FOLDER
    try:
        place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StoreError("beside-not-written", folder=program) from error
    return place


def asks_where(program: Path | None, settings: SettingsFile) -> bool:
    """Whether nobody has said yet where work is to be kept, and it could be kept beside the program."""
    if program is None or not (program / MARKER).is_file() or (program / FOLDER).exists():
        return False
    return not settings.get(*_ANSWER) and os.access(program, os.W_OK)


def keep_here(settings: SettingsFile) -> None:
    """Do not ask again on this computer. Raises StoreError."""
    settings.put(*_ANSWER, "no")
