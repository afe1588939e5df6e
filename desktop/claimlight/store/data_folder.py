"""The folder that holds a user's work: where it is, and who may write in it (one program at a time)."""

import errno
import os
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from claimlight.core.errors import StoreError
from claimlight.store.mounts import kind_of, mounts_here
from claimlight.store.os_lock import locked_for_us

_NETWORK_FILE_SYSTEMS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncp", "ncpfs", "afs", "coda", "9p"),
        *("davfs", "davfs2", "glusterfs", "ceph", "lustre", "sshfs", "gvfsd-fuse", "rclone"),
    }
)
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)


class ReadOnlyReason(StrEnum):
    """Why nothing can be written: each is the code of a sentence in `wording.store_errors`."""

    FOLDER = "data-folder-read-only"
    """No permission, or a disk that only reads."""
    NO_LOCK = "data-folder-without-locks"
    """A share where nobody can say who is writing."""


class DataFolder:
    """An open data folder. While it can be written in, it holds the operating system's lock on it until it is closed.

    `read_only` says why nothing may be written; `network` that the folder is on a share, where SQLite needs care.
    """

    def __init__(self, path: Path, descriptor: int | None, read_only: ReadOnlyReason | None, network: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.network = network
        self._descriptor = descriptor

    def close(self) -> None:
        """Let the next program in. The lock file stays: deleting it would let two in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> "DataFolder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def usual_data_folder() -> Path:
    """Where the operating system wants a program to keep its user's work."""
    from platformdirs import user_data_path

    return user_data_path("claimlight", appauthor=False)


def open_data_folder(path: Path) -> DataFolder:
    """Make `path` if it is not there, and take its lock.

    Raises StoreError when another Claimlight has it open, or when something that is not a folder is in its place. A
    folder that cannot be locked is opened all the same, to read.
    """
    path = path.absolute()
    network = is_on_network(path, mounts_here())
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path / "lock", _OPEN, 0o600)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError("data-folder-is-a-file", folder=path) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise StoreError("disk-full", file=path) from error
        return DataFolder(path, None, ReadOnlyReason.FOLDER, network)
    return _locked(path, descriptor, network)


def _locked(path: Path, descriptor: int, network: bool) -> DataFolder:
    try:
        mine = locked_for_us(descriptor)
    except OSError:
        os.close(descriptor)
        return DataFolder(path, None, ReadOnlyReason.NO_LOCK, network)
    if not mine:
        os.close(descriptor)
        raise StoreError("data-folder-in-use", folder=path)
    return DataFolder(path, descriptor, None, network)


def is_on_network(path: Path, mounts: str) -> bool:
    """Whether `path` is on a share, by `mounts` (the text of /proc/mounts), or by its name on Windows."""
    if path.drive.startswith("\\\\"):
        return True
    return kind_of(path, mounts) in _NETWORK_FILE_SYSTEMS
