"""How a prepared folder is known from outside, so cheaply that every drive can be asked again and again."""

import os
from pathlib import Path

NAME = "Claimlight"
MARKER = "class.claimclass"


def places(root: Path) -> tuple[Path, Path]:
    """Where a prepared folder can be at `root`: it is that itself, or lies in it."""
    return root, root / NAME


def is_prepared(root: Path) -> bool:
    """Whether there seems to be one; whose it is, its marker says."""
    return any(os.path.exists(place / MARKER) for place in places(root))
