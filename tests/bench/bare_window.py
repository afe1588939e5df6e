"""The floor of the start: a bare QMainWindow with a QTextEdit, traced as Claimlight traces itself."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from claimlight.start_trace import mark


class Window(QMainWindow):
    _painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.say_painted)

    def say_painted(self) -> None:
        mark("painted")
        QApplication.quit()


def main() -> int:
    app = QApplication(sys.argv)
    window = Window()
    window.setCentralWidget(QTextEdit())
    window.resize(1280, 800)  # as large as ours: its picture in memory counts
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
