"""Say something through the screen reader, if one is listening."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from claimlight.ui.marking import Announce


def announcer(window: QWidget) -> Announce:
    """A function that has assistive technology speak a sentence without moving the focus."""

    def announce(words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, words))

    return announce
