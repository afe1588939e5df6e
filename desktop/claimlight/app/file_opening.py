"""On macOS a file that was clicked twice comes as an event, not as a word of the command line."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class FileOpening(QObject):
    """Listens to the application it is given as `parent`."""

    asked = Signal(str)
    """The file with this path is to be opened."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.asked.emit(event.file())
            return True
        return False
