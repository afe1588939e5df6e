"""The table of mounts, where there is one."""

from pathlib import Path

import pytest

from claimlight.store import mounts
from claimlight.store.mounts import kind_of, mounts_here, points


def test_only_linux_has_a_table_of_mounts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text("share /work nfs rw 0 0\n")
    monkeypatch.setattr(mounts.sys, "platform", "darwin")
    assert mounts_here(table) == ""
    monkeypatch.setattr(mounts.sys, "platform", "linux")
    assert mounts_here(table) == "share /work nfs rw 0 0\n"


def test_the_nearest_and_latest_mount_holds_a_path() -> None:
    table = (
        "disk / ext4 rw 0 0\ntmpfs /home tmpfs rw 0 0\nme: /home/far fuse.sshfs rw 0 0\nstick /a\\040b vfat rw 0 0\n"
    )
    assert kind_of(Path("/home/ada"), table) == "tmpfs"
    assert kind_of(Path("/home/far/away"), table) == "sshfs"
    assert kind_of(Path("/homes"), table) == "ext4"
    assert kind_of(Path("/"), "") == ""
    assert points(table) == (Path("/a b"), Path("/home/far"), Path("/home"), Path("/"))
