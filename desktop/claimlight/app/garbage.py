"""Garbage is collected in the window's thread and nowhere else.

Python collects in whichever thread happens to ask for memory. What it finds may be a widget or a timer of a page that
was closed, and Qt wants those taken down where they were made: in another thread it warns, or the program crashes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from claimlight.session.garbage import collect_what_is_due

LOOK_MS = 1000


def collect_here(owner: QObject) -> QTimer:
    """From now on, and as long as `owner` lives, garbage is looked for by the event loop of this thread alone."""
    gc.disable()
    timer = QTimer(owner, interval=LOOK_MS)
    timer.timeout.connect(collect_what_is_due)
    timer.start()
    return timer
