"""Where a person's work is kept, and on what kind of disk."""

import errno
from pathlib import Path, PureWindowsPath

import pytest

from claimlight.core.errors import StoreError
from claimlight.store import data_folder
from claimlight.store.data_folder import ReadOnlyReason, is_on_network, open_data_folder, usual_data_folder

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
//school/work /mnt/our\040work cifs rw 0 0
me@host: /mnt/far fuse.sshfs rw 0 0
portal /run/doc fuse.portal rw 0 0
server:/over /over nfs rw 0 0
tmpfs /over tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/var/data", False),
        ("/home/ada/data", True),
        ("/home/local/ada", False),
        ("/homeless", False),
        ("/mnt/our work/ada", True),
        ("/mnt/our", False),
        ("/mnt/far", True),
        ("/run/doc/1", False),
        ("/over/it", False),
    ],
)
def test_shares_are_told_from_disks_by_where_they_are_mounted(path: str, network: bool) -> None:
    assert is_on_network(Path(path), MOUNTS) is network


def test_without_a_table_of_mounts_only_the_name_tells() -> None:
    assert not is_on_network(Path("/home/ada"), "")
    assert is_on_network(PureWindowsPath(r"\\school\work\ada"), "")  # type: ignore[arg-type]
    assert not is_on_network(PureWindowsPath(r"C:\Users\Ada"), "")  # type: ignore[arg-type]


def test_the_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    with open_data_folder(tmp_path / "new" / "data") as folder:
        assert folder.path.stat().st_mode & 0o077 == 0
        assert folder.read_only is None
        with pytest.raises(StoreError, match="data-folder-in-use"):
            open_data_folder(folder.path)
    with open_data_folder(tmp_path / "new" / "data") as again:
        assert again.read_only is None


def test_the_usual_folder_is_the_users_own() -> None:
    assert usual_data_folder().name == "claimlight"
    assert usual_data_folder().is_absolute()


def test_a_disk_without_locks_is_opened_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_locks(_descriptor: int) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(data_folder, "locked_for_us", without_locks)
    with open_data_folder(tmp_path) as folder:
        assert folder.read_only is ReadOnlyReason.NO_LOCK


def test_starting_needs_neither_sqlite_utils_nor_asyncio() -> None:
    from store.processes import start_python

    script = (
        "import sys, claimlight.store.data_folder, claimlight.store.settings_file, claimlight.store.log\n"
        "print([name for name in ('sqlite_utils', 'sqlite3', 'asyncio', 'platformdirs') if name in sys.modules])"
    )
    said, _errors = start_python(script).communicate(timeout=60)
    assert said == "[]\n"
