"""Write the package for Debian and its kin: three members in an `ar` file, the same bytes for the same bundle."""

import gzip
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dev_archive import DATED, Entry, entries_of, packed, tar_of
from dev_icons import SIZES
from dev_system import WAYLAND, WINDOWLESS, X11

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
NAME = "claimlight"
HOME = f"usr/lib/{NAME}"
_RENAMED = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0"}
"""Packages that newer systems have under another name."""

_NEEDED_LIBC = re.compile(rb"GLIBC_2\.(\d+)(?:\.\d+)?\0")


def write_deb(bundle: Path, icons: Path, version: str, architecture: str, out: Path) -> Path:
    """`NAME_VERSION_ARCHITECTURE.deb` in `out`."""
    files = [*entries_of(bundle, HOME), *system_files(icons, version)]
    control = control_file(version, architecture, files, libc_of(content for _name, content, _runs in files))
    about: list[Entry] = [
        ("control", control.encode(), False),
        ("md5sums", md5sums(files).encode(), False),
        ("postrm", (LINUX / "postrm").read_bytes(), True),
    ]
    path = out / f"{NAME}_{version}_{architecture}.deb"
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": packed(tar_of(about, "./")),
        "data.tar.xz": packed(tar_of(files, "./")),
    }
    path.write_bytes(ar(members))
    return path


def system_files(icons: Path, version: str) -> Iterator[Entry]:
    """What tells the desktop of the program: its entry, its files' types, its icons, its manual."""
    yield f"usr/bin/{NAME}", (LINUX / "claimlight.sh").read_bytes(), True
    yield f"usr/share/applications/{NAME}.desktop", (LINUX / "claimlight.desktop").read_bytes(), False
    yield f"usr/share/mime/packages/{NAME}.xml", (LINUX / "claimlight-mime.xml").read_bytes(), False
    meta = "org.claimlight.Claimlight.metainfo.xml"
    yield f"usr/share/metainfo/{meta}", (LINUX / meta).read_bytes(), False
    yield f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg", (ROOT / "packaging/icon.svg").read_bytes(), False
    for size in SIZES:
        yield f"usr/share/icons/hicolor/{size}x{size}/apps/{NAME}.png", (icons / f"{size}.png").read_bytes(), False
    yield f"usr/share/man/man1/{NAME}.1.gz", _gzipped((LINUX / "claimlight.1").read_bytes()), False
    yield f"usr/share/doc/{NAME}/copyright", (LINUX / "copyright").read_bytes(), False
    yield f"usr/share/doc/{NAME}/changelog.gz", _gzipped((ROOT / "CHANGELOG.md").read_bytes()), False
    yield f"usr/share/doc/{NAME}/INSTALL.md", (ROOT / "packaging/INSTALL.md").read_bytes(), False


def control_file(version: str, architecture: str, files: Iterable[Entry], libc: int) -> str:
    kilobytes = sum(len(content) + 1023 for _name, content, _runs in files) // 1024
    return f"""\
Package: {NAME}
Version: {version}
Architecture: {architecture}
Maintainer: The makers of Claimlight <claimlight@localhost>
Installed-Size: {kilobytes}
Depends: libc6 (>= 2.{libc}), {packages(WINDOWLESS | X11)}
Recommends: {packages(WAYLAND)}
Suggests: speech-dispatcher | espeak-ng
Section: education
Priority: optional
Description: learn to read the news with a highlighter
 A lesson is a news article. Students highlight what somebody claims, what
 somebody denies, and which figures nobody has verified; the program compares
 their highlights with the teacher's answers and explains each of them.
 .
 It works wholly without the internet. Nothing about a student leaves the
 machine but in a file that the student hands in.
"""


def packages(libraries: Mapping[str, str]) -> str:
    """The Debian packages of the libraries, as a control file names them. libc6 has a version of its own."""
    names = sorted(set(libraries.values()) - {"libc6"})
    return ", ".join(_RENAMED.get(name, name) for name in names)


def libc_of(contents: Iterable[bytes]) -> int:
    """The newest glibc 2.x that any library or program asks for."""
    asked = (found for content in contents if content.startswith(b"\x7fELF") for found in _NEEDED_LIBC.findall(content))
    return max(map(int, asked), default=34)


def md5sums(files: Iterable[Entry]) -> str:
    rows = (f"{hashlib.md5(content, usedforsecurity=False).hexdigest()}  {name}\n" for name, content, _ in files)
    return "".join(rows)


def ar(members: Mapping[str, bytes]) -> bytes:
    """The archive format of 1971 in which Debian's packages come."""
    written = b"!<arch>\n"
    for name, content in members.items():
        head = f"{name:<16}{DATED:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
        written += head.encode("ascii") + content + b"\n" * (len(content) % 2)
    return written


def _gzipped(raw: bytes) -> bytes:
    return gzip.compress(raw, 9, mtime=DATED)
