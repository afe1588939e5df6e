"""Build the bundle, a folder with the program and all it needs, and prove that it works where nothing else is."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bundle_contents import READERS
from claimlight.__main__ import SELF_TEST
from dev_icons import write_icons
from dev_system import MachineError

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "dist" / "package"
WORK = ROOT / "build" / "package"
FOLDER = OUT / ("Claimlight.app" if sys.platform == "darwin" else "claimlight")

SAMPLES = ROOT / "tests" / "data" / "articles"
DOCUMENTS = ("web", "word", "pdf", "epub", "odt", "rtf", "plain")

_LAST_LINE = "Handed in to a folder and collected: the same points."


@dataclass(frozen=True, slots=True)
class Size:
    """Bytes on disk: of everything, and of what only the reading of foreign documents needs."""

    whole: int
    readers: int

    @property
    def student(self) -> int:
        return self.whole - self.readers


def build_bundle() -> Path:
    """Make the bundle anew, its licences in it. Raises MachineError."""
    OUT.mkdir(parents=True, exist_ok=True)
    write_icons(OUT / "icons")
    shutil.rmtree(FOLDER, ignore_errors=True)
    options = ("--noconfirm", "--log-level", "WARN", "--distpath", str(OUT), "--workpath", str(WORK))
    spec = str(ROOT / "packaging" / "claimlight.spec")
    if subprocess.run([sys.executable, "-m", "PyInstaller", *options, spec], check=False).returncode != 0:
        raise MachineError("PyInstaller could not build the bundle; what it says stands above.")
    return FOLDER


def inside(bundle: Path) -> Path:
    """Where the libraries and the data of a bundle are."""
    return bundle / "Contents" / "Resources" if bundle.suffix == ".app" else bundle / "inside"


def program(bundle: Path) -> Path:
    if bundle.suffix == ".app":
        return bundle / "Contents" / "MacOS" / "claimlight"
    return bundle / ("claimlight-cli.exe" if sys.platform == "win32" else "claimlight")


def prove(bundle: Path) -> str:
    """Run the self-test of a copy of the bundle, and let it read an article from each kind of file, where there are no
    sources, no Python and no variables.

    Returns what the self-test printed. Raises MachineError where something does not come to its end.
    """
    with tempfile.TemporaryDirectory(prefix="claimlight-proof-") as place:
        copy = Path(shutil.copytree(bundle, Path(place, bundle.name)))
        for sample in samples():
            file = Path(shutil.copy(sample, place))
            lesson = Path(place, f"lesson-{file.suffix[1:]}")
            _elsewhere(copy, "import", str(file), "--into", str(lesson))
            if not (lesson / "article.md").is_file():
                raise MachineError(f"The bundle made no lesson of {sample.name}.")
        said = _elsewhere(copy, SELF_TEST)
    if said.splitlines()[-1:] != [_LAST_LINE]:
        raise MachineError(f"The self-test of the bundle did not come to its end:\n{said}")
    return said


def samples() -> tuple[Path, ...]:
    """A file of each kind that articles are read from."""
    return tuple(min(path for path in (SAMPLES / kind).iterdir() if path.is_file()) for kind in DOCUMENTS)


def _elsewhere(bundle: Path, *words: str) -> str:
    """What the bundle prints, run with `words` in its own folder. Raises MachineError where it fails."""
    place = bundle.parent
    command = [*hiding((ROOT, Path(sys.base_prefix))), str(program(bundle)), *words]
    done = subprocess.run(
        command, env=bare_environment(place), cwd=place, capture_output=True, text=True, check=False, timeout=180
    )
    if done.returncode != 0:
        raise MachineError(f"The bundle failed at {' '.join(words)}:\n{done.stdout}{done.stderr}")
    return done.stdout


def hiding(folders: Sequence[Path]) -> tuple[str, ...]:
    """What to put before a command so that it finds `folders` empty. Only root on Linux can, and not with the system's
    own folders; else nothing."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("unshare") is None:
        return ()
    ours = [str(folder) for folder in folders if folder.parts[:2] != ("/", "usr")]
    mounts = " && ".join(f"mount -t tmpfs none {shlex.quote(folder)}" for folder in ours)
    return ("unshare", "--mount", "sh", "-c", f'{mounts or "true"} && exec "$@"', "sh")


def bare_environment(home: Path) -> dict[str, str]:
    """Nothing of ours: no path to Python or its packages. Windows needs to know where itself is."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR", "TEMP", "TMP") if name in os.environ}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "LANG": "C.UTF-8", "PATH": os.defpath}


def size_of(bundle: Path) -> Size:
    """A file that is there under two names counts once."""
    readers = sum(map(_bytes, (path for name in READERS for path in _files(inside(bundle) / name))))
    return Size(sum(map(_bytes, _files(bundle))), readers)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _bytes(path: Path) -> int:
    return path.stat().st_size
