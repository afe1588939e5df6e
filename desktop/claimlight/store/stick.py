"""Work on a stick, for computers whose home is wiped at logout: notice it, take the work there, find it again."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from claimlight.core.errors import StoreError
from claimlight.store.mounts import kind_of, points
from claimlight.store.settings_file import SettingsFile

FOLDER = "Claimlight work"
"""What the folder on the stick is called."""

_IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_MEDIA = (Path("/media"), Path("/run/media"), Path("/mnt"))
_GUEST = re.compile(r"/(?:tmp|run)/guest-[^/]+")
_PLACE = ("work", "folder")
_NOT_TAKEN = ("lock", "logs", "settings.ini", "workbook.db*", "*.part", "*.new")


def is_wiped_at_logout(folder: Path, mounts: str, environ: Mapping[str, str]) -> bool:
    """Whether everything in `folder` goes when its user logs out: a home in memory, or a guest's.

    Only what can be known on Linux is said; a computer that is reset in another way is not noticed.
    """
    home = environ.get("HOME", "")
    return kind_of(folder, mounts) in _IN_MEMORY or _GUEST.match(home) is not None


def taken_to(usual: Path) -> Path | None:
    """Where the work was taken to from `usual`, whether that stick is in or not."""
    taken = SettingsFile(usual / "settings.ini").get(*_PLACE)
    return Path(taken) if taken else None


def folder_to_use(usual: Path) -> Path:
    """The folder that the work was taken to from `usual`, as long as it is there; else `usual` itself."""
    taken = taken_to(usual)
    return taken if taken is not None and is_work(taken) else usual


def is_work(folder: Path) -> bool:
    return os.path.exists(folder / "workbook.db")  # a stick of somebody else's is no error


def go_on_at(place: Path, settings: SettingsFile) -> None:
    """Remember in the settings of the usual folder that the work is at `place`. Raises StoreError."""
    settings.put(*_PLACE, str(place))


def take_along(source: Path, chosen: Path, copy_workbook: Callable[[Path], object]) -> Path:
    """Copy the work in `source` into a new folder in `chosen`; returns that one. `copy_workbook` writes the workbook.

    The work stays in `source`, too. Raises StoreError: there is work on the stick already, or it cannot be written.
    """
    import shutil  # with all its compressions, which no start needs

    place = chosen / FOLDER
    if place.exists():
        raise StoreError("stick-has-work", folder=place)
    try:
        shutil.copytree(source, place, ignore=shutil.ignore_patterns(*_NOT_TAKEN))
        copy_workbook(place / "workbook.db")
        getattr(os, "sync", bool)()  # Windows writes sticks at once
    except (OSError, shutil.Error, StoreError) as error:
        shutil.rmtree(place, ignore_errors=True)
        raise StoreError("stick-not-written", folder=chosen) from error
    return place


def work_on_sticks(mounts: str) -> tuple[Path, ...]:
    """The work that was taken along on the sticks that are in."""
    sticks = (point for point in points(mounts) if any(point.is_relative_to(media) for media in _MEDIA))
    return tuple(stick / FOLDER for stick in sticks if is_work(stick / FOLDER))
