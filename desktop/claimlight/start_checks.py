"""What must be so before a window can open, found out before any of Qt is loaded."""

import os
import re
from collections.abc import Iterable, Mapping

from claimlight.wording import _

_BINDING = re.compile(r"pyside6[-_]essentials-(\d+(?:\.\d+)*).*\.dist-info", re.IGNORECASE)


def display_problem(environ: Mapping[str, str], platform: str, self_test: str = "claimlight self-test") -> str | None:
    """One sentence where no window can be shown, naming the `self_test` that needs none.

    `platform` is `sys.platform`. Only Linux can be without a display in a way that is seen beforehand; whoever has
    named a Qt platform in QT_QPA_PLATFORM has chosen for themselves.
    """
    if not platform.startswith("linux"):
        return None
    if any(environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        return None
    return _("There is no display here, so the window cannot open; “{self_test}” works without one.").format(
        self_test=self_test
    )


def binding_problem(python: tuple[int, int], binding: str | None) -> str | None:
    """A refusal of the pair of Python and PySide6 (its version; None if unknown) that ends the program by a crash.

    PySide6 6.12 drops a reference to None in nearly every call that returns None. From Python 3.12 on None is
    immortal; before, the process aborts after some thousands of calls (tests/ui/test_binding_soak.py shows it).
    """
    if binding is None or python >= (3, 12) or _numbers(binding) < (6, 12):
        return None
    return _(
        "PySide6 {binding} crashes on Python {python}, so Claimlight does not start with them; "
        "install PySide6 6.11 or use Python 3.12 or 3.13."
    ).format(binding=binding, python=".".join(map(str, python)))


def installed_binding(path: Iterable[str]) -> str | None:
    """The version of PySide6 that an import along `path` (`sys.path`) would find; None where no record tells.

    Read from the names of the folders: importlib.metadata would take 30 ms, half of what a start may cost us.
    """
    for folder in path:
        for name in _names_in(folder):
            if found := _BINDING.fullmatch(name):
                return found[1]
    return None


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")
    except OSError:
        return []


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
