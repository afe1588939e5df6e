"""From a class to what it missed, and from there to its answers and its marks: each way is to be seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView

from claimlight.files.places import lessons
from claimlight.ui.look import Look
from claimlight.ui.teacher.change_page import ChangePage
from claimlight.ui.teacher.class_model import BY_NAME
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.class_view import Place
from claimlight.ui.teacher.export_page import ExportPage
from claimlight.ui.teacher.results_page import ResultsPage
from claimlight.ui.teacher.student_page import StudentPage
from claimlight.ui.theme import PAPER
from claimlight.work.teacher_keys import nobody_else
from claimlight.work.teaching import find_class, make_class
from class_of_works import a_class, hands_in, names
from class_robot import ClassTeacher
from robot_hands import click, settle


@pytest.fixture
def teacher(qapp: object, tmp_path: Path, three_lessons: Path) -> Iterator[ClassTeacher]:
    teacher = ClassTeacher(tmp_path / "desk", shipped=three_lessons)
    teacher.clicks("I teach")
    book = teacher.desk._teaching.classbook
    nobody_else(book)
    a_class(book, tmp_path / "stick", lessons() / "storm-damage", 9, name="8B")
    teacher.clicks("My classes")
    teacher.clicks("Open “8B”")
    yield teacher
    teacher.leaves()


def sees_results(teacher: ClassTeacher) -> ResultsPage:
    view = teacher.class_page.view
    assert view.rows is not None
    click(view.viewport(), view.visualRect(view.rows.index(0, 0)).center())
    return teacher.all(ResultsPage)[0]


def test_each_lesson_has_a_way_to_its_results(teacher: ClassTeacher) -> None:
    view = teacher.class_page.view
    whole = teacher.rows.index(0, 0)
    assert str(whole.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("see the results")
    words, button = view.presses(whole)
    assert words == "Results"
    assert view.visualRect(whole).contains(button)
    assert view.presses(teacher.rows.index(1, 0)) is None
    click(view.viewport(), button.center())
    assert teacher.all(ResultsPage)


def test_the_way_to_results_is_whole_in_a_narrow_window_with_large_text(teacher: ClassTeacher) -> None:
    teacher.window.set_look(Look(PAPER, scale=2.0))
    teacher.window.resize(1024, 600)
    settle()
    view: QAbstractItemView = teacher.class_page.view
    words, button = teacher.class_page.view.presses(teacher.rows.index(0, 0))
    assert button.width() >= view.fontMetrics().horizontalAdvance(words)
    assert view.visualRect(teacher.rows.index(0, 0)).contains(button)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_results_lead_to_the_marks_and_back(teacher: ClassTeacher, scale: float) -> None:
    page = sees_results(teacher)
    teacher.window.set_look(Look(PAPER, scale=scale))
    teacher.window.resize(1280, 800) if scale == 1 else teacher.window.resize(1024, 600)
    settle()
    chooses(teacher, page, "Export marks…")
    assert teacher.all(ExportPage)
    teacher.presses("Escape")
    assert teacher.all(ResultsPage)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_results_lead_to_their_answers_from_the_bar(teacher: ClassTeacher, scale: float) -> None:
    page = sees_results(teacher)
    teacher.window.set_look(Look(PAPER, scale=scale))
    teacher.window.resize(1280, 800) if scale == 1 else teacher.window.resize(1024, 600)
    settle()
    if scale == 1:
        assert page.change.mapTo(page, QPoint()).y() < 60
    assert page.more.isVisible() is (scale != 1)
    chooses(teacher, page, "Change the answers…")
    assert teacher.all(ChangePage)
    assert not teacher.all(ClassPage)


def chooses(teacher: ClassTeacher, page: ResultsPage, words: str) -> None:
    """Press the button in the bar, or, where it is folded away, the line of "…"."""
    if teacher.can_press(words):
        teacher.clicks(words)
        return
    teacher.clicks("More for these results")
    line = next(each for each in page.more.choices.actions() if each.text() == words)
    click(page.more.choices, page.more.choices.actionGeometry(line).center())
    settle()


def test_back_from_a_student_the_table_is_where_it_was(teacher: ClassTeacher, tmp_path: Path) -> None:
    book = teacher.desk._teaching.classbook
    a_class(book, tmp_path / "other", lessons() / "storm-damage", 40, name="8A")
    teacher.presses("Escape")
    teacher.clicks("Open “8A”")
    page = teacher.class_page
    page.order.setCurrentIndex(page.order.findData(BY_NAME))
    page.order.activated.emit(page.order.currentIndex())
    name = teacher.rows.name(33)
    page.view.setFocus()
    page.view.setCurrentIndex(teacher.rows.index(33, 0))
    settle()
    down = page.view.verticalScrollBar().value()
    assert down > 0
    teacher.presses("Return")
    assert teacher.all(StudentPage)
    teacher.presses("Escape")
    view, rows = teacher.class_page.view, teacher.rows
    assert view is not page.view
    assert rows.name(view.currentIndex().row()) == name
    assert view.verticalScrollBar().value() == down
    assert teacher.class_page.order.currentData() == BY_NAME
    assert view.hasFocus()


def test_a_table_that_is_shown_anew_stays_where_it_was(teacher: ClassTeacher) -> None:
    page = teacher.class_page
    page.view.setCurrentIndex(teacher.rows.index(5, 0))
    name = teacher.rows.name(5)
    page.show_table(page.table)
    assert teacher.rows.name(page.view.currentIndex().row()) == name


def test_a_place_that_is_gone_is_the_whole_class(teacher: ClassTeacher) -> None:
    view = teacher.class_page.view
    view.go_to(Place(BY_NAME, "Nobody", "0" * 64, 0, 0))
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 0)


def test_works_on_the_plain_version_have_results_of_their_own(teacher: ClassTeacher, tmp_path: Path) -> None:
    page = sees_results(teacher)
    assert page.texts is None, "nobody works on it"
    hands_in_plain(teacher, tmp_path, 8)
    teacher.presses("Escape")
    page = sees_results(teacher)
    teacher.window.resize(1600, 900)
    settle()
    assert (page.work.text.article.name, len(page.work.works)) == ("article", 9)
    teacher.clicks("Plain version (8)")
    page = teacher.all(ResultsPage)[0]
    assert (page.work.text.article.name, len(page.work.works)) == ("plain", 8)
    assert page.missed.list.rows
    teacher.clicks("Statistics")
    assert teacher.sees("The class agrees to")
    assert not teacher.can_press("Add a colleague’s answers…"), "colleagues’ answers are to the article"
    teacher.clicks("Export marks…")
    teacher.presses("Escape")
    assert teacher.all(ResultsPage)[0].work.text.article.name == "plain"
    teacher.clicks("Change the answers…")
    assert teacher.all(ChangePage)
    teacher.presses("Escape")
    assert teacher.all(ResultsPage)[0].work.text.article.name == "plain"
    teacher.clicks("Article (9)")
    assert teacher.all(ResultsPage)[0].work.text.article.name == "article"


def test_the_plain_version_is_reached_in_a_narrow_window_with_large_text(teacher: ClassTeacher, tmp_path: Path) -> None:
    hands_in_plain(teacher, tmp_path, 7)
    page = sees_results(teacher)
    teacher.window.set_look(Look(PAPER, scale=2.0))
    teacher.window.resize(1024, 600)
    settle()
    assert not teacher.can_press("Plain version (7)")
    chooses(teacher, page, "Plain version (7)")
    page = teacher.all(ResultsPage)[0]
    assert page.work.text.article.name == "plain"
    teacher.clicks("Results")
    assert teacher.sees("7 works have come in. From 8 on")


def test_a_class_that_worked_on_the_plain_version_alone_sees_it_at_once(teacher: ClassTeacher, tmp_path: Path) -> None:
    book = teacher.desk._teaching.classbook
    to = make_class(book, "8A", names(9), asks_sure=True)
    hands_in(book, to, tmp_path / "plain", lessons() / "storm-damage", 9, text="plain")
    teacher.presses("Escape")
    teacher.clicks("Open “8A”")
    page = sees_results(teacher)
    assert page.work.text.article.name == "plain"
    assert teacher.sees("9 have worked on the plain version.")
    teacher.presses("Escape")
    teacher.class_page.view.setFocus()
    teacher.presses("Down", "Return")
    assert teacher.all(StudentPage), "and a student’s work on it"


def test_the_heads_of_the_table_are_no_higher_than_their_titles(teacher: ClassTeacher) -> None:
    view = teacher.class_page.view
    line = view.fontMetrics().height()
    teacher.window.resize(1280, 800)
    settle()
    assert line < view.heads.height() < 2 * line, "one line"
    teacher.window.set_look(Look(PAPER, scale=2.0))
    teacher.window.resize(700, 600)
    settle()
    assert view.heads.height() > 2 * view.fontMetrics().height(), "two"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_keyboard_begins_at_the_main_thing(teacher: ClassTeacher, scale: float) -> None:
    teacher.window.set_look(Look(PAPER, scale=scale))
    teacher.window.resize(1024, 600)
    settle()
    assert teacher.class_page.view.hasFocus()
    page = sees_results(teacher)
    assert page.page.hasFocus()
    if scale == 2:
        page.tabs.buttons[1].click()
        settle()
        assert page.tabs.buttons[1].hasFocus(), "not the way back"


def test_in_a_class_without_lessons_the_keyboard_begins_at_the_first_step(teacher: ClassTeacher) -> None:
    make_class(teacher.desk._teaching.classbook, "8C", names(3), asks_sure=True)
    teacher.presses("Escape")
    teacher.window.set_look(Look(PAPER, scale=2.0))
    teacher.window.resize(1024, 600)
    settle()
    teacher.clicks("Open “8C”")
    assert teacher.class_page.more.hasFocus(), "where “Set lessons…” is folded away"


def hands_in_plain(teacher: ClassTeacher, tmp_path: Path, count: int) -> None:
    """So many more of the class, on the plain version."""
    book = teacher.desk._teaching.classbook
    (here,) = book.classes.all()
    hands_in(
        book, find_class(book, here.id), tmp_path / "plain", lessons() / "storm-damage", count, text="plain", after=9
    )
