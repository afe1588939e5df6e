"""A file that is clicked twice on macOS: while the window is open, and as what starts it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from claimlight.app.file_opening import FileOpening
from claimlight.files.places import lessons
from claimlight.work.pack import pack
from robot_hands import settle
from robots import Student


def test_the_open_window_takes_the_file(student: Student, tmp_path: Path) -> None:
    file = tmp_path / "storm.claimlesson"
    pack(lessons() / "storm-damage", file)
    application = QApplication.instance()
    assert application is not None
    opening = FileOpening(application)
    opening.asked.connect(student.start.open_path)
    QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(str(file))))
    settle()
    opening.deleteLater()
    settle()
    assert student.room is not None
    assert student.room.session.lesson.slug == "storm-damage"
