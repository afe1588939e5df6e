"""Say something through the screen reader, if one is listening."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

Announce = Callable[[str], None]


def announcer(window: QWidget) -> Announce:
    """A function that has assistive technology speak a sentence without moving the focus."""

    def announce(words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, words))

    return announce
