"""A line to write in, in which letters are letters, whatever they do elsewhere."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from claimlight.ui.popover import keeps_key


class OwnKeysField(QLineEdit):
    """Esc says `escaped` and goes no further."""

    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        return keeps_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
