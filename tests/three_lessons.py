"""The three lessons that the stories are told of, whatever else comes along with the program."""

import shutil
from pathlib import Path

from claimlight.files.places import lessons

NAMES = ("canteen-survey", "storm-damage", "significant-losses")


def three_lessons(folder: Path) -> Path:
    """A folder in `folder` that holds only these three."""
    shelf = folder / "three lessons"
    for name in NAMES:
        if not (shelf / name).exists():
            shutil.copytree(lessons() / name, shelf / name)
    return shelf
