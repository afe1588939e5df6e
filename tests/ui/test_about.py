"""*About Claimlight*: it lies over the window, says what is inside, and keeps the keyboard until it is closed."""

from itertools import pairwise
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from claimlight.files.licences import Part
from claimlight.ui.about import AboutPage
from claimlight.ui.about_words import sections
from claimlight.ui.licence_page import LicencePage
from claimlight.ui.look import Look
from claimlight.ui.theme import theme_named

PARTS = tuple(Part(f"part {n}", f"{n}.0", "MIT") for n in range(40))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    QLineEdit("behind", window)
    window.show()
    return window


def opened(window: QWidget, folder: Path, parts: tuple[Part, ...] = PARTS) -> AboutPage:
    look = Look(theme=theme_named("paper"))
    page = AboutPage(sections(folder, folder), parts, look, window, lambda part: f"{part.name}\nYou may.\n")
    page.open()
    return page


def test_it_lists_every_part_with_its_licence(window: QWidget, tmp_path: Path) -> None:
    page = opened(window, tmp_path)
    assert page.table.rowCount() == len(PARTS)
    row = [page.table.item(3, column).text() for column in range(3)]
    assert row == ["part 3", "3.0", "MIT"]


def test_tab_goes_round_and_the_cell_with_the_keyboard_is_in_sight(window: QWidget, tmp_path: Path) -> None:
    page = opened(window, tmp_path)
    assert page.back.hasFocus()
    for here in (page.back, *page.documents):
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert page.table.hasFocus()
    page.table.setCurrentCell(39, 0)
    assert page.scroller.verticalScrollBar().value() > 0
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert page.back.hasFocus()


def test_keys_scroll_and_escape_closes(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    page = opened(window, tmp_path)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.scroller.verticalScrollBar().value() > 0
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_it_grows_with_its_window(window: QWidget, tmp_path: Path) -> None:
    page = opened(window, tmp_path)
    window.resize(1000, 700)
    assert page.size() == window.size()


def test_without_a_list_there_is_no_table(window: QWidget, tmp_path: Path) -> None:
    page = opened(window, tmp_path / "absent", ())
    assert not page.table.isVisible()
    round_about = (page.back, *page.documents, page.back)
    for here, there in pairwise(round_about):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert there.hasFocus()
    QTest.keyClick(page.back, Qt.Key.Key_Backtab)
    assert page.documents[-1].hasFocus()


def shown(window: QWidget) -> LicencePage | None:
    pages = [each for each in window.findChildren(LicencePage) if each.isVisible()]
    return pages[0] if pages else None


def test_a_row_leads_to_the_whole_licence_and_back(window: QWidget, tmp_path: Path) -> None:
    page = opened(window, tmp_path)
    cell = page.table.visualItemRect(page.table.item(3, 2)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    licence = shown(window)
    assert licence is not None
    assert licence.text.toPlainText() == "part 3\nYou may.\n"
    assert licence.text.hasFocus()
    QTest.keyClick(licence.text, Qt.Key.Key_Escape)
    assert shown(window) is None
    assert page.isVisible()
    assert page.table.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_licence_of_a_row_is_reached_by_keys(window: QWidget, tmp_path: Path, key: Qt.Key) -> None:
    page = opened(window, tmp_path)
    page.table.setFocus()
    page.table.setCurrentCell(5, 0)
    QTest.keyClick(page.table, key)
    licence = shown(window)
    assert licence is not None
    assert licence.text.toPlainText().startswith("part 5")
    for there in (licence.back, licence.text):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert there.hasFocus(), "Tab never goes behind the page"
    licence.back.click()
    assert shown(window) is None
    assert page.table.currentRow() == 5


def test_other_keys_walk_through_the_table(window: QWidget, tmp_path: Path) -> None:
    page = opened(window, tmp_path)
    page.table.setCurrentCell(5, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentRow() == 6
    assert shown(window) is None


def test_where_no_text_came_along_the_page_names_the_licence(window: QWidget) -> None:
    page = LicencePage(Part("old part", "", "MIT"), "", Look(theme=theme_named("paper")), window)
    assert "MIT" in page.text.toPlainText()


def test_it_tells_where_the_libraries_of_qt_are_and_under_what(tmp_path: Path) -> None:
    told = next(section for section in sections(tmp_path, tmp_path) if section.title == "Qt")
    assert "GNU Lesser General Public License, version 3" in told.paragraphs[0]
    assert str(Path(PySide6.__file__).parent) in told.paragraphs[1]
