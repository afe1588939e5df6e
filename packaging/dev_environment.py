"""Make `.venv` once, and again only when what it was made from has changed."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from dev_system import MachineError

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "claimlight.stamp"
REQUIREMENTS = ROOT / "packaging" / "requirements.txt"
PACKAGE_VENV = ROOT / ".venv-package"
PACKAGE_REQUIREMENTS = ROOT / "packaging" / "package.txt"


def environment_python() -> str:
    """The path of the environment's Python, with everything installed."""
    base, content = base_mark(), content_mark(REQUIREMENTS, ROOT / "pyproject.toml")
    made_with, holds = read_stamp(STAMP)
    if made_with != base or not PYTHON.exists():
        _step("Making .venv", [sys.executable, "-m", "venv", "--clear", str(VENV)])
    elif holds == content:
        return str(PYTHON)
    STAMP.unlink(missing_ok=True)
    _install()
    STAMP.write_text(f"{base}\n{content}\n", encoding="utf-8")
    return str(PYTHON)


def package_python() -> str:
    """The Python of the environment that `dev.py package` builds with: what the bundle holds, and PyInstaller."""
    python = PACKAGE_VENV / PYTHON.relative_to(VENV)
    stamp, mark = PACKAGE_VENV / STAMP.name, (base_mark(), content_mark(PACKAGE_REQUIREMENTS))
    if read_stamp(stamp) == mark and python.exists():
        return str(python)
    _step("Making .venv-package", [sys.executable, "-m", "venv", "--clear", str(PACKAGE_VENV)])
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", *_quiet()]
    _step("Installing what goes into the bundle", [*pip, "--require-hashes", "-r", str(PACKAGE_REQUIREMENTS)])
    stamp.write_text("\n".join(mark) + "\n", encoding="utf-8")
    return str(python)


def base_mark() -> str:
    """What an environment cannot be moved away from: this Python, and the place of the checkout."""
    return repr((sys.version, sys.base_prefix, str(ROOT)))


def content_mark(*files: Path) -> str:
    """What is to be installed: a hash of the files that say so."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def read_stamp(stamp: Path) -> tuple[str, str]:
    """The two marks of a finished environment; empty where there is none."""
    if not stamp.is_file():
        return "", ""
    base, _, content = stamp.read_text(encoding="utf-8").rstrip("\n").partition("\n")
    return base, content


def _install() -> None:
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", *_quiet()]
    _step("Installing what Claimlight needs (once; a few minutes on a slow line)", [*pip, *_pinned()])
    _step("Installing Claimlight itself", [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])


def _pinned() -> list[str]:
    return ["--require-hashes", "-r", str(REQUIREMENTS)]


def _quiet() -> list[str]:
    return [] if sys.stdout.isatty() else ["--quiet"]


def _step(what: str, command: list[str]) -> None:
    print(what, "…", flush=True)
    if subprocess.run(command, check=False).returncode != 0:
        raise MachineError(f"That did not work: {' '.join(command)}")
