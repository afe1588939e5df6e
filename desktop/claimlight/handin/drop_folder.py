"""The folder that everything travels through: a stick, a share, or any folder that a teacher prepared.

No path to choose (a marker tells it), no lock, no database. A file is written under a hidden name, flushed, renamed and
read back; names are random, so nobody's file is in another's way. Whoever reads ignores what is hidden, unfinished, no
plain file, or too large, and follows no link.
"""

import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.handin.class_file import ClassFile, read_class
from claimlight.handin.marker import MARKER, NAME, places
from claimlight.handin.travel_file import MOST_BYTES

WORK, SLIPS, MARKS, ANSWERS, LESSONS, ASIDE = "work", "slips", "marks", "answers", "lessons", "set aside"
REASON = ".txt"
"""What the name of a reason ends with, behind the name of the file that was set aside."""
_LONGEST = 2_000
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.ENOENT, errno.ENODEV, errno.EIO, errno.ENXIO, errno.ESTALE, errno.ENOTDIR}
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class DropFolder:
    """A prepared folder. `marker` is the class file that makes it one."""

    path: Path
    marker: bytes

    @property
    def class_file(self) -> ClassFile:
        """Whose folder it is. Raises WorkError."""
        return read_class(self.marker, MARKER)


def prepare(place: Path, marker: bytes) -> DropFolder:
    """Make a drop folder in `place`, such as the top of a stick; one that is there gets the class as it is now."""
    path = place if place.name == NAME else place / NAME
    try:
        for part in (WORK, SLIPS, MARKS, ANSWERS, LESSONS):
            (path / part).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _said(error, str(path)) from None
    put(path, MARKER, marker)
    return DropFolder(path, marker)


def open_drop(place: Path) -> DropFolder:
    """The drop folder at `place` or in it. Raises WorkError where there is none."""
    for path in places(place):
        try:
            return DropFolder(path, read_file(path / MARKER))
        except WorkError:
            continue
    raise WorkError("no-drop-folder", folder=str(place))


def find(roots: Iterable[Path]) -> tuple[DropFolder, ...]:
    """The prepared folders at the top of `roots`: sticks and shares that can be seen now."""
    found: list[DropFolder] = []
    for root in roots:
        try:
            found.append(open_drop(root))
        except WorkError:
            continue
    return tuple(found)


def stamp(drop: DropFolder) -> tuple[int, ...]:
    """Changes when something is put into the folder for students, where the file system tells."""
    return tuple(_changed(drop.path / part) for part in (SLIPS, MARKS, ANSWERS, LESSONS))


def put_new(folder: Path, suffix: str, raw: bytes) -> Path:
    """Write `raw` under a random name and read it back. Raises WorkError; then nothing that counts is there."""
    return put(folder, f"{secrets.token_hex(16)}{suffix}", raw)


def put(folder: Path, name: str, raw: bytes) -> Path:
    """Write `raw` as `name`: hidden part file, flushed, renamed, read back. Raises WorkError."""
    _put(str(folder), name, raw, careful=True)
    return folder / name


def put_lightly(folder: str, name: str, raw: bytes) -> None:
    """What can be made anew at any time is renamed into place, but not waited for. Raises WorkError."""
    _put(folder, name, raw, careful=False)


def _put(folder: str, name: str, raw: bytes, *, careful: bool) -> None:
    target, part = os.path.join(folder, name), os.path.join(folder, f".{secrets.token_hex(8)}.part")
    try:
        _make(folder)
        _write(part, raw, careful)
        os.replace(part, target)
        if careful:
            _flush_folder(folder)
    except OSError as error:
        _remove(part)
        raise _said(error, folder) from None
    if careful and read_file(target) != raw:
        _remove(target)
        raise WorkError("drop-not-read-back", folder=folder)


def files(folder: Path, suffix: str) -> Iterator[Path]:
    """Plain files in `folder` whose names end so, in no order; nothing hidden, unfinished, or linked.

    An old file system may have cut the ending to three letters. A folder that is not there holds nothing.
    """
    return map(Path, listed(folder, suffix))


def listed(folder: Path, suffix: str) -> Iterator[str]:
    """The same as text, for tens of thousands: of each name that was ever in a Path, Python keeps a trace."""
    endings = (suffix, suffix[:4])
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                usual = not entry.name.startswith(".") and os.path.splitext(entry.name.casefold())[1] in endings
                if usual and entry.is_file(follow_symlinks=False):
                    yield entry.path
    except OSError as error:
        if error.errno != errno.ENOENT:
            raise _said(error, str(folder)) from None


def read_file(path: Path | str) -> bytes:
    """The bytes of a plain file, never more than any work can have. Raises WorkError."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            size = os.fstat(descriptor).st_size
            raw = b"" if size > MOST_BYTES else file.read(size + 1)
    except OSError as error:
        raise WorkError("travel-unreadable", file=os.path.basename(path), reason=error.strerror or str(error)) from None
    if size > MOST_BYTES:
        raise WorkError("travel-too-big", file=os.path.basename(path))
    return raw


def set_aside(path: Path, reason: str) -> bool:
    """Put a file that cannot be used where it is in nobody's way, with the reason beside it; it is never deleted.

    False where the folder does not let us: then it stays where it is.
    """
    aside = path.parent / ASIDE
    target = aside / path.name
    if target.exists():
        target = aside / f"{secrets.token_hex(4)} {path.name}"
    try:
        aside.mkdir(exist_ok=True)
        os.rename(path, target)
        target.with_name(f"{target.name}{REASON}").write_text(f"{reason}\n", encoding="utf-8")
    except OSError:
        return False
    return True


def aside_in(folder: Path, most: int) -> tuple[tuple[str, str], ...]:
    """What was set aside in `folder`, `most` of it: each file's name with the reason that lies beside it. By name."""
    aside = folder / ASIDE
    names = sorted(name for name in _names(aside) if name.endswith(REASON) and not name.startswith("."))
    found = ((name.removesuffix(REASON), _reason(aside / name)) for name in names)
    return tuple((name, reason) for name, reason in islice(found, most) if reason)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _reason(path: Path) -> str:
    """A line or two; who else writes into the folder cannot make it longer."""
    try:
        return " ".join(read_file(path)[:_LONGEST].decode("utf-8", "replace").split())
    except WorkError:
        return ""


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise


def _write(part: str, raw: bytes, careful: bool) -> None:
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(raw)
        if careful:
            file.flush()
            os.fsync(file.fileno())
            _forget_what_is_cached(file.fileno())


def _forget_what_is_cached(descriptor: int) -> None:
    """So that reading back asks the stick, not the memory of what was just written, where that can be asked for."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _flush_folder(folder: str) -> None:
    """The new name, too, is on the disk; some systems cannot be asked for that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(descriptor)


def _changed(folder: Path) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _said(error: OSError, folder: str) -> WorkError:
    if error.errno in _FULL:
        return WorkError("drop-folder-full", folder=folder)
    if error.errno in _GONE:
        return WorkError("drop-folder-gone")
    return WorkError("drop-folder-refuses", folder=folder, reason=error.strerror or str(error))
