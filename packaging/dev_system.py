"""The libraries of the operating system that Qt needs: which are missing, and the line that installs them."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

WINDOWLESS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""What the parts of Qt we use and its `offscreen` platform are linked with, and the Debian package of each."""

X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a window on X11 needs besides."""

WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What a window on Wayland needs besides."""

DISPLAY_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
"""The programs that drive a window on a display of their own; their Debian packages."""

APT_LISTS = Path("/var/lib/apt/lists")


class MachineError(Exception):
    """Something that only the person at the machine can put right; its text says what."""


def libraries_for_window(environ: Mapping[str, str]) -> dict[str, str]:
    """The libraries for the window as Qt will open it here."""
    if environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return WINDOWLESS
    if environ.get("WAYLAND_DISPLAY") and not environ.get("DISPLAY"):
        return WINDOWLESS | WAYLAND
    return WINDOWLESS | X11


def ensure_system(libraries: Mapping[str, str], yes: bool, make_venv: bool = False) -> None:
    """Return when every library loads, and ensurepip is there if it will be needed to make the environment.

    Raises MachineError, which names the line that installs all that is missing.
    """
    if not sys.platform.startswith("linux"):
        return
    lacking = missing(libraries)
    packages = {libraries[name] for name in lacking}
    if make_venv and find_spec("ensurepip") is None:
        lacking, packages = (*lacking, "Python's ensurepip"), {*packages, "python3-venv"}
    if lacking:
        install_packages(tuple(sorted(packages)), f"Claimlight needs what is missing here: {', '.join(lacking)}.", yes)
    if still := missing(libraries):
        raise MachineError(f"These libraries still cannot be loaded: {', '.join(still)}.")


def ensure_programs(programs: Mapping[str, str], yes: bool) -> None:
    """Return when every program is there; raises MachineError, which names the line that installs the missing ones."""
    lacking = tuple(name for name in programs if shutil.which(name) is None)
    if lacking:
        packages = tuple(sorted({programs[name] for name in lacking}))
        install_packages(packages, f"This needs what is missing here: {', '.join(lacking)}.", yes)


def missing(libraries: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL) -> tuple[str, ...]:
    """The names that the loader does not find."""
    return tuple(name for name in libraries if not _loads(name, load))


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def install_packages(packages: tuple[str, ...], reason: str, yes: bool) -> None:
    """Install Debian packages where that is allowed and possible; else raise MachineError with the exact line."""
    if shutil.which("apt-get") is None:
        raise MachineError(f"{reason} Debian's packages for it are {' '.join(packages)}; your system has its own.")
    as_root = _as_root()
    line = install_line(packages, os.geteuid() == 0)
    if not yes or as_root is None:
        raise MachineError(f"{reason} Install it with:\n\n  {line}\n")
    print(f"{reason} Installing {', '.join(packages)} …", flush=True)
    if not any(APT_LISTS.glob("*_Packages*")):
        _apt(as_root, "update")
    install = ("install", "-y", "--no-install-recommends", *packages)
    if not _apt(as_root, *install):
        _apt(as_root, "update")  # the lists may have been old
        if not _apt(as_root, *install):
            raise MachineError(f"That did not work: {line}")


def install_line(packages: tuple[str, ...], root: bool) -> str:
    """The line that a person can copy."""
    return ("" if root else "sudo ") + "apt-get install " + " ".join(packages)


def _as_root() -> list[str] | None:
    """What to put before a command so that it runs as root without a question; None where that is not possible."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _apt(as_root: list[str], *words: str) -> bool:
    command = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *words]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode == 0
