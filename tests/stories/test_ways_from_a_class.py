"""From the page of a class every other page about it can be reached, by mouse and by keys; no title names a student."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from claimlight.files.places import lessons
from claimlight.ui.teacher.change_page import ChangePage
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.end_of_term_page import EndOfTermPage
from claimlight.ui.teacher.export_page import ExportPage
from claimlight.ui.teacher.names_page import NamesPage
from claimlight.ui.teacher.place_page import PlacePage
from claimlight.ui.teacher.results_page import ResultsPage
from claimlight.ui.teacher.set_page import SetPage
from claimlight.ui.teacher.student_page import StudentPage
from claimlight.work.teacher_keys import nobody_else
from class_of_works import NAMES, a_class
from class_robot import ClassTeacher
from robot_hands import settle

WAYS: dict[str, type[QWidget]] = {
    "Set lessons…": SetPage,
    "Prepare a stick…": PlacePage,
    "Names and end of the class…": NamesPage,
    "Collect from another place…": PlacePage,
    "Export marks…": ExportPage,
    "End of term…": EndOfTermPage,
}


@pytest.fixture
def teacher(
    qapp: object, tmp_path: Path, three_lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ClassTeacher]:
    monkeypatch.setattr("claimlight.ui.teacher.place_page.drives", lambda: ())  # whatever this computer has
    teacher = ClassTeacher(tmp_path / "desk", shipped=three_lessons)
    teacher.stick = tmp_path
    teacher.clicks("I teach")
    book = teacher.desk._teaching.classbook
    nobody_else(book)
    a_class(book, tmp_path / "stick", lessons() / "storm-damage", 9, name="8B")
    teacher.clicks("My classes")
    teacher.clicks("Open “8B”")
    yield teacher
    teacher.leaves()


def titles_name_nobody() -> bool:
    titles = [window.title() for window in QApplication.topLevelWindows()]
    return not any(part in title.split() for title in titles for name in NAMES for part in name.split())


@pytest.mark.parametrize("by_keys", [False, True], ids=["by mouse", "by keys"])
def test_every_line_of_the_menu_leads_to_its_page_and_back(teacher: ClassTeacher, by_keys: bool) -> None:
    for words, kind in WAYS.items():
        if by_keys:
            walks_the_menu(teacher, words)
        else:
            teacher.chooses(words)
        assert teacher.all(kind), words
        assert titles_name_nobody()
        teacher.presses("Escape")
        assert teacher.all(ClassPage), words


def walks_the_menu(teacher: ClassTeacher, words: str) -> None:
    if teacher.can_press(words):
        teacher.tabs_to(words)
        teacher.presses("Space")
        return
    teacher.tabs_to("More for this class")
    teacher.presses("Space")
    menu = teacher.class_page.menu
    for _step in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        active = menu.activeAction()
        if active is not None and active.text() == words:
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()


@pytest.mark.parametrize("by_keys", [False, True], ids=["by mouse", "by keys"])
def test_a_student_their_lesson_and_its_answers_are_reached_from_the_table(
    teacher: ClassTeacher, by_keys: bool
) -> None:
    name = teacher.rows.name(1)
    if by_keys:
        teacher.class_page.view.setFocus()
        teacher.presses("Down", "Return")
    else:
        teacher.opens_work(name)
    assert teacher.all(StudentPage)
    assert teacher.sees(name)
    assert titles_name_nobody()
    for _step in range(3):
        teacher.presses("Ctrl+J")
        assert titles_name_nobody()
    teacher.presses("Ctrl+W")
    assert teacher.all(ClassPage)
    if by_keys:
        teacher.class_page.view.setFocus()
        teacher.presses("Ctrl+Home", "Return")
    else:
        teacher.opens_work(teacher.rows.name(0))
    assert teacher.all(ResultsPage)
    assert titles_name_nobody()
    if by_keys:
        teacher.tabs_to("Change the answers…")
        teacher.presses("Space")
    else:
        teacher.clicks("Change the answers…")
    assert teacher.all(ChangePage)
    assert titles_name_nobody()
    teacher.presses("Escape")
    assert teacher.all(ResultsPage), "back to where one came from"
    teacher.presses("Escape")
    assert teacher.all(ClassPage)
