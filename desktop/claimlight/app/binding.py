"""Load the binding to Qt, and leave importing to Python."""

import builtins


def load_binding() -> None:
    """Import PySide6 so that later imports cost no more than without it.

    For the sake of `from __feature__ import …`, which we do not use, PySide6 puts an import of its own in Python's
    place. It reads the source of every module that is loaded from then on, and keeps it: a twentieth of a start and
    5 MB. Only `from PySide6.… import *` needs it besides.
    """
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own
