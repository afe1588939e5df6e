"""Make what a school hands out: the bundle, an archive that runs from a stick, and the system's own package.

Run by `dev.py package` in an environment that holds what the bundle is made of, and PyInstaller.
"""

import hashlib
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bundle_contents import READERS
from claimlight import __version__
from dev_archive import LARGEST, Entry, packed, tar_of, write_tar_xz, write_zip
from dev_bundle import FOLDER, OUT, ROOT, build_bundle, inside, prove, size_of
from dev_deb import write_deb
from dev_system import MachineError

LARGEST_ON_DISK = 130_000_000
SIZES = OUT / "sizes.json"
"""What was measured; the bench shows it beside its budgets."""

_DEBIAN = {"x86_64": "amd64", "aarch64": "arm64"}
_SYSTEM = {"linux": "linux", "darwin": "macos", "win32": "windows"}


def main(words: Sequence[str]) -> int:
    """All steps, or those named: bundle, proof, archive, deb, installer, dmg."""
    steps = _steps()
    if unknown := set(words) - set(steps):
        print(f"There is no step {', '.join(sorted(unknown))}; here there are {', '.join(steps)}.", file=sys.stderr)
        return 2
    try:
        for name in steps:
            if name in words or not words:
                _timed(name, steps[name])
    except MachineError as problem:
        print(problem, file=sys.stderr)
        return 2
    write_sums(path for path in OUT.iterdir() if path.name.startswith("claimlight") and path.is_file())
    return report()


def _steps() -> dict[str, Callable[[], object]]:
    steps: dict[str, Callable[[], object]] = {
        "bundle": build_bundle,
        "proof": lambda: print(prove(FOLDER), end=""),
        "archive": archive,
    }
    if sys.platform == "win32":
        return steps | {"installer": installer}
    return steps | ({"dmg": dmg} if sys.platform == "darwin" else {"deb": deb})


def _timed(name: str, step: Callable[[], object]) -> None:
    print(f"── {name} ──", flush=True)
    began = time.monotonic()
    step()
    print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)


def archive() -> Path:
    """With a word to whoever unpacks it, and the sign that its work may stay beside it."""
    name = f"claimlight-{__version__}-{_SYSTEM[sys.platform]}-{platform.machine().lower()}"
    write = write_zip if sys.platform == "win32" else write_tar_xz
    return write(FOLDER, name, OUT, _beside(name))


def _beside(name: str) -> Iterator[Entry]:
    for file in ("READ ME FIRST.txt", "portable.txt"):
        yield f"{name}/{file}", (ROOT / "packaging" / "portable" / file).read_bytes(), False
    yield f"{name}/INSTALL.md", (ROOT / "packaging" / "INSTALL.md").read_bytes(), False


def deb() -> Path:
    architecture = _DEBIAN.get(platform.machine(), platform.machine())
    return write_deb(FOLDER, OUT / "icons", __version__, architecture, OUT)


def installer() -> None:
    """Inno Setup's compiler, which has to be there, writes `claimlight-VERSION-setup.exe`."""
    script = str(ROOT / "packaging" / "windows" / "claimlight.iss")
    _run("iscc", f"/DVersion={__version__}", f"/DBundle={FOLDER}", f"/O{OUT}", script)


def dmg() -> None:
    """The program and a link to the folder for programs, on a disk image."""
    path = OUT / f"claimlight-{__version__}-macos-{platform.machine()}.dmg"
    stage = OUT / "dmg"
    _run("sh", str(ROOT / "packaging" / "macos" / "make_dmg.sh"), str(FOLDER), str(stage), str(path))


def _run(*command: str) -> None:
    try:
        code = subprocess.run(command, check=False).returncode
    except FileNotFoundError:
        raise MachineError(f"This needs {command[0]}, which is not here.") from None
    if code != 0:
        raise MachineError(f"That did not work: {' '.join(command)}")


def write_sums(files: Iterable[Path]) -> None:
    """As `sha256sum --check` reads them."""
    rows = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(files))
    (OUT / "SHA256SUMS").write_text("".join(rows), encoding="utf-8")


def report() -> int:
    """Say what everything takes, beside its budget; 1 where one is missed."""
    size = size_of(FOLDER)
    compressed = {path.name: path.stat().st_size for path in sorted(OUT.glob("claimlight*.*")) if path.is_file()}
    readers = len(packed(tar_of(_reader_files())))
    found = {"disk": size.student, "disk_readers": size.readers, "readers": readers, "files": compressed}
    SIZES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    kept = True
    for what, taken, most in rows(found):
        ok = most is None or taken <= most
        kept &= ok
        budget = "" if most is None else f"≤ {most / 1e6:.0f} MB  {'yes' if ok else 'NO'}"
        print(f"{what:52} {taken / 1e6:7.1f} MB  {budget}")
    return 0 if kept else 1


def rows(found: dict[str, Any]) -> Iterator[tuple[str, int, int | None]]:
    """What was measured, with its budget: on disk, and compressed without what only teachers' imports need."""
    yield "the bundle on disk, all a student needs", found["disk"], LARGEST_ON_DISK
    yield "what reading foreign articles adds on disk", found["disk_readers"], None
    yield "what reading foreign articles adds, compressed", found["readers"], None
    for name, taken in found["files"].items():
        yield f"{name}, all a student needs", taken - found["readers"], LARGEST
        yield f"{name}, as it is", taken, None


def _reader_files() -> Iterator[Entry]:
    for name in READERS:
        for path in sorted((inside(FOLDER) / name).rglob("*")):
            if path.is_file():
                yield path.relative_to(FOLDER).as_posix(), path.read_bytes(), False


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
