"""Find what comes with the program: in a checkout, in an installed wheel, in a frozen bundle."""

import sys
from pathlib import Path

import claimlight


def assets() -> Path:
    """The folder of themes, fonts, codebooks and catalogues."""
    return _shipped("assets")


def lessons() -> Path:
    """The folder that holds one folder for each lesson that comes with the program."""
    return _shipped("lessons")


def licences() -> Path:
    """The folder of the licences of all that is inside; a bundle has one."""
    return _shipped("licences")


def own_licence() -> Path:
    """The text of Claimlight's licence, in a checkout; a bundle has it among the others, a wheel in its metadata."""
    return Path(claimlight.__file__).parent.parent.parent / "LICENSE"


def document(name: str) -> Path:
    """A document that is read in the window, too: `STUDENTS.md`, `PRIVACY.md` …"""
    return assets() / "documents" / name


def _shipped(name: str) -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / name
    package = Path(claimlight.__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parent.parent / name
