"""Call Qt as often as a long lesson does, and watch the references to None. Run by test_binding_soak.py.

PySide6 6.12 on Python 3.11 drops one reference to None in each call that returns None; after some thousands of calls
the process aborts. Prints what was done and the change in references.
"""

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 100_000
REPAINTS = 3_000


class Page(QWidget):
    """Counts its paintings, each with a few calls that return None, as the overlay's do."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), 0xFFFFFF)
        painter.drawLine(0, 0, 10, 10)
        painter.end()
        self.painted += 1


def main() -> None:
    app = QApplication([])
    page = Page()
    page.resize(120, 80)
    page.show()
    app.processEvents()
    before = sys.getrefcount(None)
    thing = QObject()
    for _ in range(CALLS):
        thing.setObjectName("a")
    for _ in range(REPAINTS):
        page.repaint()
    after = sys.getrefcount(None)
    print(f"calls {CALLS} paintings {page.painted} none-references {after - before:+}")


if __name__ == "__main__":
    main()
