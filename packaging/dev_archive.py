"""Pack the bundle into one file that is unpacked anywhere, a stick too, and runs from there without being installed."""

import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from dev_system import MachineError

LARGEST = 45_000_000
"""Bytes, with everything a student needs."""

DATED = 1_767_225_600
"""Every file in a package is as old as the first second of 2026, so that the same bundle gives the same bytes."""

_DICTIONARY = 64 * 1024 * 1024
FILTERS = ({"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": _DICTIONARY},)

Entry = tuple[str, bytes, bool]
"""Where a file goes, what is in it, and whether it can be run."""


def entries_of(folder: Path, under: str) -> Iterator[Entry]:
    """The files of `folder`, by name. There is no link among them: most sticks cannot hold one."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise MachineError(f"{path.relative_to(folder)} is a link; a bundle has none.")
        if path.is_file():
            runs = bool(path.stat().st_mode & 0o100) and path.parent == folder
            yield f"{under}/{path.relative_to(folder).as_posix()}", path.read_bytes(), runs


def tar_of(entries: Iterable[Entry], start: str = "") -> bytes:
    """An archive that depends on nothing but what is in it: owner, age and order are always the same."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=tarfile.GNU_FORMAT) as archive:
        folders: set[str] = set()
        for name, content, runs in entries:
            for folder in _folders_above(name):
                if folder not in folders:
                    folders.add(folder)
                    archive.addfile(_head(f"{start}{folder}", 0o755, tarfile.DIRTYPE))
            head = _head(f"{start}{name}", 0o755 if runs else 0o644, tarfile.REGTYPE)
            head.size = len(content)
            archive.addfile(head, io.BytesIO(content))
    return written.getvalue()


def _folders_above(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]


def _head(name: str, mode: int, kind: bytes) -> tarfile.TarInfo:
    head = tarfile.TarInfo(name)
    head.mode, head.type, head.mtime, head.uname, head.gname = mode, kind, DATED, "root", "root"
    return head


def packed(raw: bytes) -> bytes:
    return lzma.compress(raw, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, filters=FILTERS)


def write_tar_xz(bundle: Path, name: str, out: Path, more: Iterable[Entry]) -> Path:
    """`more` are files beside the program, such as a word to whoever unpacks it."""
    path = out / f"{name}.tar.xz"
    path.write_bytes(packed(tar_of(chain(entries_of(bundle, name), more))))
    return path


def write_zip(bundle: Path, name: str, out: Path, more: Iterable[Entry]) -> Path:
    """As Windows unpacks it by itself."""
    path = out / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for place, content, _runs in chain(entries_of(bundle, name), more):
            archive.writestr(zipfile.ZipInfo(place, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 9)
    return path
