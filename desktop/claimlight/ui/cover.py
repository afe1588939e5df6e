"""What lies over a whole window for a while: a page or a card of its own, behind which no command acts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class Cover(QObject):
    """Keeps `page`, a child of `window`, as large as that, and keeps the keys of commands but quitting to it."""

    def __init__(self, page: QWidget, window: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._window = window
        page.hide()
        page.installEventFilter(self)
        window.installEventFilter(self)

    def open(self) -> None:
        """Cover the window; the page has its size then, and may give the keyboard to one of its parts."""
        self._page.setGeometry(self._window.rect())
        self._page.show()
        self._page.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self._page.isVisible():
            self._page.setGeometry(self._window.rect())
        quits = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Quit)
        if watched is self._page and event.type() == QEvent.Type.ShortcutOverride and not quits:
            event.accept()
            return True
        return False
