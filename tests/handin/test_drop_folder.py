"""A file is in the folder whole or not at all, whatever becomes of the folder."""

import resource
import signal

import pytest

from claimlight.core.errors import WorkError
from claimlight.handin.drop_folder import ASIDE, aside_in, put, put_new, read_file, set_aside


def test_a_file_that_is_there_was_read_back_and_nothing_else_is(tmp_path):
    one, two = put_new(tmp_path / "work", ".claimwork", b"one"), put_new(tmp_path / "work", ".claimwork", b"two")
    assert sorted(path.name for path in (tmp_path / "work").iterdir()) == sorted([one.name, two.name])
    assert (read_file(one), read_file(two)) == (b"one", b"two")
    assert put(tmp_path / "work", one.name, b"newer") == one
    assert read_file(one) == b"newer"


def test_a_full_folder_is_told_and_holds_no_half_a_file(tmp_path):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(WorkError) as error:
            put_new(tmp_path, ".claimwork", bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert error.value.code == "drop-folder-full"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(WorkError, match="drop-folder-gone"):
        put_new(tmp_path / "gone" / "work", ".claimwork", b"x")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WorkError, match="drop-folder-refuses"):
        put_new(tmp_path / "file", ".claimwork", b"x")
    with pytest.raises(WorkError, match="travel-unreadable"):
        read_file(tmp_path / "gone")


def test_what_is_set_aside_twice_under_one_name_is_kept_twice(tmp_path):
    for content in (b"one", b"two"):
        (tmp_path / "x.claimwork").write_bytes(content)
        assert set_aside(tmp_path / "x.claimwork", "why")
    kept = [path for path in (tmp_path / ASIDE).iterdir() if path.name.endswith(".claimwork")]
    assert sorted(map(read_file, kept)) == [b"one", b"two"]
    assert not set_aside(tmp_path / "gone.claimwork", "why")


def test_what_was_set_aside_is_read_again_with_its_reasons(tmp_path):
    assert aside_in(tmp_path, 10) == ()
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.claimwork").write_bytes(b"x")
        assert set_aside(tmp_path / f"{name}.claimwork", f"“{name}”\nis not ours.")
    aside = tmp_path / ASIDE
    (aside / "huge.claimwork.txt").write_bytes(b"y" * 9_000_000)
    (aside / "long.claimwork.txt").write_bytes(b"z" * 9_000)
    (aside / "odd.claimwork.txt").write_bytes(b"\xff\x00odd")
    (aside / ".hidden.txt").write_text("hidden", encoding="utf-8")
    (aside / "folder.txt").mkdir()
    found = aside_in(tmp_path, 10)
    assert found[:3] == tuple((f"{name}.claimwork", f"“{name}” is not ours.") for name in "abc")
    assert [name for name, _reason in found[3:]] == ["long.claimwork", "odd.claimwork"]
    assert len(found[3][1]) == 2_000
    assert aside_in(tmp_path, 2) == found[:2]
