"""*My progress*: found from the shelf, read by eye, by ear and by keys, and nobody else's."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from claimlight.ui.progress_page import ProgressPage
from claimlight.ui.progress_section import ProgressSection
from claimlight.ui.shelf import Shelf
from claimlight.ui.words_table import WordsTable
from robot_hands import click, settle, wait_until
from robots import Student

CANTEEN = (
    "half of us throw part of our lunch away every day",
    "The line is slow because there is only one checkout",
    "two of her cooks left last year",
)
TITLE = "Class 6B has news about lunch"


def finishes(student: Student, *words: str) -> None:
    """The canteen lesson: the first of `words` before the first check, the others after it."""
    student.opens("canteen-survey")
    for number, each in enumerate(words):
        student.highlights(each, as_="claim")
        if number == 0:
            student.session.check(confirmed_few=True)
    while not student.session.closed:
        student.session.check(confirmed_few=True)
    settle()


def looks(student: Student) -> ProgressPage:
    """Press *My progress* on the shelf, and wait for everything on it."""
    student.clicks("My progress")
    return page_of(student)


def page_of(student: Student) -> ProgressPage:
    (page,) = student.all(ProgressPage)
    wait_until(lambda: page.choose.isVisible() or page.lessons.isVisible(), "a filled page")
    settle()
    return page


def cells(table: WordsTable) -> list[list[str]]:
    """What a screen reader reads, cell by cell, the heads first."""
    told = QAccessible.queryAccessibleInterface(table)
    assert told.role() == QAccessible.Role.Table
    read = [told.child(n) for n in range(told.childCount())]
    named = {QAccessible.Role.ColumnHeader, QAccessible.Role.Cell}
    words = [each.text(QAccessible.Text.Name) for each in read if each is not None and each.role() in named]
    columns = table.columnCount()
    assert len(words) == (table.rowCount() + 1) * columns, "every head and every cell is there"
    return [words[n : n + columns] for n in range(0, len(words), columns)]


@pytest.fixture
def mila(student: Student) -> Student:
    """Somebody who has finished a lesson and is back on the shelf."""
    finishes(student, *CANTEEN)
    student.presses("Ctrl+W")
    return student


def test_both_checks_of_a_lesson_are_there_in_points_and_words(mila: Student) -> None:
    page = looks(mila)
    assert mila.window.windowTitle() == "My progress – Claimlight"
    heads, row = cells(page.lessons)
    assert heads == ["Lesson", "Finished", "First check", "Last check", "In a word", "From first to last"]
    assert row[0] == TITLE
    assert row[2:] == ["1 of 6", "3 of 6", "Getting there", "from 1 to 3"]
    assert not any("%" in words for words in row)


def test_each_picture_has_its_table(mila: Student) -> None:
    page = looks(mila)
    sure, style = mila.all(ProgressSection)
    assert mila.sees("Claim: Not yet, from 6 answers.")
    assert mila.sees(f"{TITLE}: 0 too much, 3 too little.")
    for section in (sure, style):
        assert not section.table.isVisible()
        mila.clicks(section.switch)
        assert section.table.isVisible()
        assert section.switch.text() == "As a picture"
    assert cells(page.sureness.table)[0] == ["Label", "How sure we can be", "Best guess", "It could be"]
    assert cells(page.style_part.table)[1] == [TITLE, "0", "3", "rather too little"]
    mila.clicks(sure.switch)
    assert not sure.table.isVisible()


@pytest.mark.parametrize("way", ["Esc", "Ctrl+W", "Shelf"])
def test_the_shelf_is_one_step_away(mila: Student, way: str) -> None:
    looks(mila)
    if way == "Shelf":
        mila.clicks(way)
    else:
        mila.presses(way)
    settle()
    assert mila.all(Shelf)
    assert not mila.all(ProgressPage)
    assert not mila.command("shelf").isEnabled()


def test_esc_leaves_from_within_a_table_too(mila: Student) -> None:
    page = looks(mila)
    click(page.lessons.viewport(), page.lessons.visualItemRect(page.lessons.item(0, 0)).center())
    assert mila.focused() is page.lessons
    mila.presses("Escape")
    settle()
    assert mila.all(Shelf)


def test_keys_alone_reach_every_cell(mila: Student) -> None:
    mila.window.resize(1024, 600)
    mila.presses("Ctrl+Shift+P")
    page = page_of(mila)
    for _step in range(10):
        if mila.focused() is page.lessons:
            break
        mila.presses("Tab")
    assert mila.focused() is page.lessons
    mila.presses("Right", "Right", "Right")
    assert page.lessons.currentColumn() == 3
    middle = page.lessons.visualItemRect(page.lessons.currentItem()).center()
    seen = page._scroll.viewport().rect()
    assert seen.contains(page.lessons.viewport().mapTo(page._scroll.viewport(), middle)), "the cell is in view"
    mila.presses("Tab")
    assert mila.focused() is not page.lessons


def test_the_page_scrolls_by_keys(mila: Student) -> None:
    mila.window.resize(800, 480)
    mila.presses("Ctrl+Shift+P")
    page = page_of(mila)
    bar = page._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    for key, rises in (("PgDown", 1), ("PgUp", -1), ("End", 1), ("Home", -1)):
        before = bar.value()
        mila.presses(key)
        assert (bar.value() - before) * rises > 0, key


def test_from_an_open_lesson_and_back_to_it(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights("about 50 boats", as_="claim")
    student.presses("Ctrl+Shift+P")
    page_of(student)
    assert student.start.desk.room is None
    assert student.sees("Finish your first lesson")
    student.clicks("Choose a lesson")
    student.opens("storm-damage")
    assert student.marked() == [("claim", "about 50 boats")]


def test_before_anything_is_finished_it_says_what_to_do(student: Student) -> None:
    student.presses("Ctrl+Shift+P")
    page = page_of(student)
    assert student.sees("Here you will see what you can be sure of and what to practise.")
    assert not page.lessons.isVisible()
    assert student.focused() is page.choose
    student.presses("Return")
    settle()
    assert student.all(Shelf)


def test_only_the_own_work_is_there(mila: Student) -> None:
    mila.presses("Ctrl+Shift+N")
    mila.types("Ben")
    mila.presses("Return", "Ctrl+Shift+P")
    page_of(mila)
    assert mila.sees("Finish your first lesson")
    mila.presses("Ctrl+Shift+N", "Ctrl+Shift+P")
    assert mila.sees("Say first who is working.")
    assert not mila.all(ProgressPage)


def test_another_attempt_is_listed_and_counts_nothing_more(mila: Student) -> None:
    mila.opens("canteen-survey")
    mila.command("again").trigger()
    for words in CANTEEN[:2]:
        mila.highlights(words, as_="claim")
    mila.presses("Ctrl+W")
    mila.opens("canteen-survey")
    while not mila.session.closed:
        mila.session.check(confirmed_few=True)
    settle()
    mila.presses("Ctrl+Shift+P")
    page = page_of(mila)
    rows = cells(page.lessons)[1:]
    assert [row[0] for row in rows] == [f"{TITLE} (attempt 2)", TITLE]
    assert [row[3] for row in rows] == ["2 of 6", "3 of 6"]
    assert len(cells(page.style_part.table)) == 2


def test_a_lesson_that_was_removed_stays_readable(mila: Student, tmp_path: Path) -> None:
    empty = tmp_path / "no lessons"
    empty.mkdir()
    mila.shipped = empty
    mila.restarts()
    mila.presses("Ctrl+Shift+P")
    assert cells(page_of(mila).lessons)[1][3] == "3 of 6"


def test_a_lesson_whose_file_is_damaged_keeps_its_line(mila: Student) -> None:
    mila.leaves()
    with closing(sqlite3.connect(mila.folder / "workbook.db")) as db:
        db.execute("UPDATE lesson_file SET bytes = x'00'")
        db.commit()
    mila.starts()
    mila.presses("Ctrl+Shift+P")
    page = page_of(mila)
    assert cells(page.lessons)[1][0] == TITLE
    assert cells(page.lessons)[1][4] == "The answers are not here."
    assert not page.sureness.isVisible()


@pytest.mark.parametrize(("width", "times"), [(1280, 0), (1024, 0), (1024, 8), (640, 8)])
def test_nothing_is_cut_or_lost_in_a_narrow_window_with_large_text(mila: Student, width: int, times: int) -> None:
    mila.presses(*["Ctrl++"] * times)
    mila.window.resize(width, 600)
    mila.presses("Ctrl+Shift+P")
    page = page_of(mila)
    table = page.lessons
    shown = [n for n in range(table.columnCount()) if not table.isColumnHidden(n)]
    assert shown[:5] == [0, 1, 2, 3, 4]
    assert sum(table.columnWidth(n) for n in shown) <= table.viewport().width()
    assert page._content.width() <= page._scroll.viewport().width()
    for n in shown[:5]:
        item = table.item(0, n)
        needed = table.sizeHintForIndex(table.indexFromItem(item)).height()
        assert table.rowHeight(0) >= needed
    for button in (page._back, page.sureness.switch, page.style_part.switch, page._person.next):
        place = button.mapTo(mila.window, button.rect().topRight())
        assert 0 < place.x() < mila.window.width(), button.text()
