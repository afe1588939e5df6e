"""Which file systems are mounted where: what Linux tells, and nothing on other systems."""

import re
import sys
from pathlib import Path


def mounts_here(table: Path = Path("/proc/mounts")) -> str:
    """The table of mounts as text; empty where the system has none."""
    return table.read_text(errors="replace") if sys.platform == "linux" else ""


def kind_of(path: Path, mounts: str) -> str:
    """The kind of file system that holds `path` ("ext4", "nfs"), by `mounts`; empty where they do not tell."""
    holding = [mount for mount in _parsed(mounts) if path.is_relative_to(mount[0])]
    _point, kind = max(holding, key=lambda mount: len(mount[0].parts), default=(path, ""))
    return kind.removeprefix("fuse.")


def points(mounts: str) -> tuple[Path, ...]:
    """Every mount point, the latest first."""
    return tuple(point for point, _kind in _parsed(mounts))


def _parsed(mounts: str) -> list[tuple[Path, str]]:
    """Mount points with their kinds. A later line hides an earlier one, so the last comes first."""
    fields = [line.split(" ") for line in mounts.splitlines() if line.count(" ") >= 2]
    return [(Path(_unescaped(point)), kind) for _device, point, kind, *_rest in reversed(fields)]


def _unescaped(point: str) -> str:
    """Blanks and such are written there as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point)
