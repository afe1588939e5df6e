"""A file of ours that is clicked twice, of whatever kind, and how it comes to the window on macOS."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from claimlight.__main__ import wants_app
from claimlight.app.file_opening import FileOpening
from claimlight.files.places import lessons
from claimlight.work.pack import pack
from robot_hands import settle, wait_until
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


OURS = {
    ".claimlesson": "is not a lesson file, or it is damaged",
    ".claimclass": "is no file of this kind, or it is damaged",
    ".claimwork": "is work that was handed in. Only your teacher can open it",
    ".claimmarks": "for nobody",
    ".claimrelease": "Take in your class file first",
    ".claimslip": "Take in your class file first",
    ".claimkey": "is a school’s secret key",
    ".claimschool": "is for teachers",
}
"""By the ending of a file that holds nothing useful, what the window says of it."""


def test_every_ending_is_known_here() -> None:
    sources = (Path(__file__).parents[2] / "desktop" / "claimlight").rglob("*.py")
    named = (re.search(r'^SUFFIX = "(\.claim\w+)"', path.read_text(encoding="utf-8"), re.MULTILINE) for path in sources)
    assert {found[1] for found in named if found} == set(OURS)


@pytest.mark.parametrize("ending", OURS)
@pytest.mark.parametrize("shouted", [False, True], ids=["", "upper case"])
def test_a_file_of_every_kind_reaches_the_window_and_is_told_apart(
    student: Student, tmp_path: Path, ending: str, shouted: bool
) -> None:
    file = tmp_path / f"useless{ending.upper() if shouted else ending}"
    file.write_bytes(b"nonsense")
    assert wants_app([str(file)]), "a double click starts the window, not a command"
    student.start.open_path(str(file))
    wait_until(lambda: student.sees(OURS[ending]), f"what is said of {ending}")
