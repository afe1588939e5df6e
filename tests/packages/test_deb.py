"""The Debian package: its three members, what it asks for, and that its files are where the desktop looks."""

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from dev_archive import DATED, entries_of, packed, tar_of, write_tar_xz, write_zip
from dev_deb import ar, control_file, libc_of, md5sums, packages, write_deb
from dev_icons import SIZES, icns, ico
from dev_system import WINDOWLESS, X11, MachineError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle" / "claimlight"
    (folder / "inside" / "lessons").mkdir(parents=True)
    (folder / "claimlight").write_bytes(b"\x7fELF GLIBC_2.34\0 GLIBC_2.4\0")
    (folder / "claimlight").chmod(0o755)
    (folder / "inside" / "lessons" / "course.toml").write_text("order = []\n", encoding="utf-8")
    return folder


@pytest.fixture
def icons(tmp_path: Path) -> Path:
    folder = tmp_path / "icons"
    folder.mkdir()
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(b"\x89PNG")
    return folder


def members(deb: Path) -> dict[str, bytes]:
    """What is in an `ar` file, read by another way than it was written."""
    raw = deb.read_bytes()
    assert raw.startswith(b"!<arch>\n")
    found, at = {}, 8
    while at < len(raw):
        name, size = raw[at : at + 16].decode().strip(), int(raw[at + 48 : at + 58])
        found[name] = raw[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return found


def test_it_has_three_members_in_their_order(bundle: Path, icons: Path, tmp_path: Path) -> None:
    deb = write_deb(bundle, icons, "1.0.0", "amd64", tmp_path)
    assert deb.name == "claimlight_1.0.0_amd64.deb"
    found = members(deb)
    assert list(found) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    assert found["debian-binary"] == b"2.0\n"


def test_its_files_are_where_the_desktop_looks(bundle: Path, icons: Path, tmp_path: Path) -> None:
    data = members(write_deb(bundle, icons, "1.0.0", "amd64", tmp_path))["data.tar.xz"]
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        files = {each.name: each for each in archive}
    for name in (
        "usr/bin/claimlight",
        "usr/lib/claimlight/inside/lessons/course.toml",
        "usr/share/applications/claimlight.desktop",
        "usr/share/mime/packages/claimlight.xml",
        "usr/share/metainfo/org.claimlight.Claimlight.metainfo.xml",
        "usr/share/icons/hicolor/scalable/apps/claimlight.svg",
        "usr/share/icons/hicolor/48x48/apps/claimlight.png",
        "usr/share/man/man1/claimlight.1.gz",
        "usr/share/doc/claimlight/copyright",
    ):
        assert f"./{name}" in files, name
    assert {each.uname for each in files.values()} == {"root"}
    assert files["./usr/lib/claimlight/claimlight"].mode == files["./usr/bin/claimlight"].mode == 0o755
    assert files["./usr/share/doc/claimlight/copyright"].mode == 0o644


def test_the_same_bundle_gives_the_same_bytes(bundle: Path, icons: Path, tmp_path: Path) -> None:
    first = write_deb(bundle, icons, "1.0.0", "amd64", tmp_path).read_bytes()
    assert write_deb(bundle, icons, "1.0.0", "amd64", tmp_path).read_bytes() == first


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is Debian's")
def test_debians_own_tool_reads_it(bundle: Path, icons: Path, tmp_path: Path) -> None:
    deb = write_deb(bundle, icons, "1.0.0", "amd64", tmp_path)
    told = subprocess.run(["dpkg-deb", "--field", deb], capture_output=True, text=True, check=True).stdout
    assert "Package: claimlight" in told
    subprocess.run(["dpkg-deb", "--extract", deb, tmp_path / "root"], check=True)
    assert (tmp_path / "root/usr/lib/claimlight/claimlight").read_bytes() == (bundle / "claimlight").read_bytes()


def test_it_asks_for_the_libraries_that_qt_needs() -> None:
    control = control_file("1.0.0", "amd64", [("a", b"x" * 2000, False)], 34)
    depends = next(line for line in control.splitlines() if line.startswith("Depends: "))
    assert "libc6 (>= 2.34)" in depends
    assert all(package in depends for package in {*WINDOWLESS.values(), *X11.values()})
    assert "libglib2.0-0t64 | libglib2.0-0" in packages(WINDOWLESS)
    assert "Installed-Size: 2\n" in control


def test_the_newest_glibc_that_is_asked_for_counts_and_only_that_of_programs() -> None:
    assert libc_of([b"\x7fELF..GLIBC_2.9\0..GLIBC_2.35\0", b"a text on GLIBC_2.99\0"]) == 35
    assert libc_of([]) == 34


def test_sums_are_as_debian_has_them() -> None:
    assert md5sums([("usr/a", b"", False)]) == "d41d8cd98f00b204e9800998ecf8427e  usr/a\n"


def test_an_odd_member_is_padded() -> None:
    assert len(ar({"a": b"x"})) == 8 + 60 + 2


def test_a_bundle_with_links_is_refused(bundle: Path) -> None:
    (bundle / "inside" / "link").symlink_to("lessons")
    with pytest.raises(MachineError, match="is a link"):
        list(entries_of(bundle, "x"))


def test_archives_hold_the_bundle_and_what_lies_beside_it(bundle: Path, tmp_path: Path) -> None:
    more = [("name/READ ME.txt", b"read", False)]
    with tarfile.open(write_tar_xz(bundle, "name", tmp_path, more)) as archive:
        names = {each.name: each.mode for each in archive if each.isfile()}
    assert names == {"name/claimlight": 0o755, "name/inside/lessons/course.toml": 0o644, "name/READ ME.txt": 0o644}
    shutil.unpack_archive(write_zip(bundle, "name", tmp_path, more), tmp_path / "unpacked")
    assert (tmp_path / "unpacked/name/inside/lessons/course.toml").read_text(encoding="utf-8") == "order = []\n"


def test_nothing_in_an_archive_tells_when_it_was_made() -> None:
    with tarfile.open(fileobj=io.BytesIO(packed(tar_of([("a/b", b"", False)])))) as archive:
        assert {each.mtime for each in archive} == {DATED}


def test_icons_for_windows_and_macos_hold_the_pictures() -> None:
    pictures = {16: b"\x89PNG16", 256: b"\x89PNG256", 512: b"\x89PNG512"}
    windows, mac = ico(pictures), icns(pictures)
    assert windows[:6] == bytes((0, 0, 1, 0, 2, 0))
    assert windows.endswith(b"\x89PNG16\x89PNG256")
    assert mac.startswith(b"icns")
    assert int.from_bytes(mac[4:8], "big") == len(mac)
