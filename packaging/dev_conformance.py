"""Compare our measures with others' from outside: nervaluate's own tests, and the agreement of `krippendorff`.

Both are fetched when asked; nothing of them is kept in the repository. What brings numpy gets its own environment.
"""

import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from dev_environment import ROOT, content_mark
from dev_system import MachineError

REQUIREMENTS = ROOT / "packaging" / "requirements.txt"
OTHERS = ROOT / "packaging" / "conformance.txt"
VENV = ROOT / ".venv-conformance"
ADAPTERS = ROOT / "tests" / "conformance"
NERVALUATE = "nervaluate"


def check_conformance(python: str, words: Sequence[str]) -> int:
    """Run all comparisons, also after a failure; 1 if any failed. `words` go to nervaluate's pytest."""
    codes = [run_nervaluates_tests(python, words), compare_counts(python), compare_agreement()]
    return int(any(codes))


def run_nervaluates_tests(python: str, words: Sequence[str]) -> int:
    """Fetch nervaluate's source package, and run its tests over our measures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        source = fetch_source(python, folder)
        print(f"\n── the tests of {source.name}, over our measures ──", flush=True)
        options = ("-c", os.devnull, "--rootdir", str(source), "-p", "nervaluate_adapter", "-p", "no:cacheprovider")
        return _run(
            [python, "-m", "pytest", *options, *words, str(source / "tests")],
            cwd=source,
            path=(source / "src", ADAPTERS, ROOT / "desktop"),
        )


def fetch_source(python: str, folder: Path) -> Path:
    """The unpacked source package of the pinned nervaluate, its hash checked. Raises MachineError."""
    pins = folder / "pins.txt"
    pins.write_text(pin_of(NERVALUATE, REQUIREMENTS.read_text(encoding="utf-8")), encoding="utf-8")
    options = ("--quiet", "--no-deps", "--no-binary", NERVALUATE, "--require-hashes", "--dest", str(folder))
    _must([python, "-m", "pip", "--disable-pip-version-check", "download", *options, "-r", str(pins)])
    archive = next(folder.glob(f"{NERVALUATE}-*.tar.gz"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


def pin_of(package: str, requirements: str) -> str:
    """The lines that pin `package` with its hashes."""
    found = re.search(rf"^{package}==(?:.*\\\n)*.*\n", requirements, re.MULTILINE)
    if found is None:
        raise MachineError(f"packaging/requirements.txt does not pin {package}. Renew it (see CONTRIBUTING.md).")
    return found[0]


def compare_counts(python: str) -> int:
    """Compare our counts with those of the nervaluate that is installed for the benchmark."""
    print("\n── counts, against nervaluate itself ──", flush=True)
    return _run([python, str(ADAPTERS / "compare_nervaluate.py")], cwd=ROOT, path=(ROOT / "desktop",))


def compare_agreement() -> int:
    """Compare Krippendorff's alpha with the package of that name, on random data."""
    python = _environment_with_numpy()
    print("\n── agreement, against the package krippendorff ──", flush=True)
    return _run([python, str(ADAPTERS / "compare_krippendorff.py")], cwd=ROOT, path=(ROOT / "desktop",))


def _environment_with_numpy() -> str:
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = VENV / "claimlight.stamp"
    mark = content_mark(OTHERS) + repr(sys.version)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != mark:
        print(f"Making {VENV.name} …", flush=True)
        _must([sys.executable, "-m", "venv", "--clear", str(VENV)])
        options = ("--quiet", "--disable-pip-version-check", "--require-hashes")
        _must([str(python), "-m", "pip", "install", *options, "-r", str(OTHERS)])
        stamp.write_text(mark, encoding="utf-8")
    return str(python)


def _run(command: Sequence[str], cwd: Path, path: Sequence[Path]) -> int:
    environ: Mapping[str, str] = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.run(command, cwd=cwd, env=environ, check=False).returncode


def _must(command: Sequence[str]) -> None:
    if subprocess.run(command, check=False).returncode != 0:
        raise MachineError(f"That did not work: {' '.join(command)}")
