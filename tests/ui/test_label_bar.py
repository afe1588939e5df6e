"""The label bar: pens to take, keys to see, and the label guide at hand."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.label_bar import LabelBar
from claimlight.ui.look import Look
from claimlight.ui.palette import Palette
from claimlight.ui.stylesheet import dress
from claimlight.ui.theme import DARK
from ui_samples import DENIAL, LABELS, RULES, label_actions
from ui_stage import keep, on_stage, show


@pytest.fixture
def actions(qtbot: QtBot) -> tuple[QAction, ...]:
    owner = QWidget()
    keep(qtbot, owner)
    return label_actions(owner)


@pytest.fixture
def bar(qtbot: QtBot, actions: tuple[QAction, ...]) -> LabelBar:
    bar = LabelBar(LABELS, actions, RULES, Look())
    on_stage(qtbot, bar)
    return bar


def guide_words(bar: LabelBar) -> list[str]:
    assert bar.guide is not None
    return [label.text() for label in bar.guide.findChildren(QLabel) if label.isVisible()]


def test_a_click_takes_the_label_as_a_pen(qtbot: QtBot, bar: LabelBar, actions: tuple[QAction, ...]) -> None:
    with qtbot.waitSignal(actions[1].toggled):
        qtbot.mouseClick(bar.buttons[1], Qt.MouseButton.LeftButton)
    assert actions[1].isChecked()
    actions[1].setChecked(False)
    assert not bar.buttons[1].isChecked()


def test_a_label_tells_its_name_and_its_guide_to_screen_readers(bar: LabelBar) -> None:
    assert [button.accessibleName() for button in bar.buttons] == ["Claim", "Denial", "Unverified figure"]
    told = bar.buttons[1].accessibleDescription()
    assert DENIAL.definition in told
    assert "The firm denied dumping waste." in told
    assert told.endswith(RULES)


def test_the_keyboard_opens_the_guide_and_esc_closes_it(qtbot: QtBot, bar: LabelBar) -> None:
    bar.buttons[1].setFocus(Qt.FocusReason.TabFocusReason)
    assert bar.guide is not None
    assert bar.guide.isVisible()
    words = guide_words(bar)
    assert DENIAL.definition in words
    assert "He declined to comment." in words
    assert RULES in words
    qtbot.keyClick(bar.buttons[1], Qt.Key.Key_Escape)
    assert not bar.guide.isVisible()
    assert bar.buttons[1].hasFocus()
    qtbot.keyClick(bar.buttons[1], Qt.Key.Key_Tab)
    assert guide_words(bar)[0] == "Unverified figure"


def test_a_resting_pointer_opens_the_guide_and_leaving_closes_it(qtbot: QtBot, bar: LabelBar) -> None:
    qtbot.mouseMove(bar.buttons[0])
    bar.buttons[0].pointed.emit(False)
    assert bar.guide is None
    qtbot.waitUntil(lambda: bar.guide is not None and bar.guide.isVisible(), timeout=2000)
    assert guide_words(bar)[0] == "Claim"
    bar.buttons[0].left.emit(False)
    assert bar.guide is not None
    assert not bar.guide.isVisible()


def test_the_guide_stays_in_the_window(qtbot: QtBot, bar: LabelBar) -> None:
    window = bar.window()
    window.resize(640, 480)
    QApplication.processEvents()
    for button in reversed(bar.buttons):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert bar.guide is not None
        assert window.rect().contains(bar.guide.geometry())


def test_a_changed_key_shows(qtbot: QtBot, bar: LabelBar, actions: tuple[QAction, ...]) -> None:
    narrow = bar.buttons[0].sizeHint().width()
    actions[0].setShortcut(QKeySequence("Ctrl+Alt+7"))
    assert bar.buttons[0].sizeHint().width() > narrow
    actions[0].setShortcut(QKeySequence())
    assert bar.buttons[0].sizeHint().width() < narrow
    assert bar.buttons[0].accessibleName() == "Claim"


def test_the_bar_wraps_where_it_is_narrow(qtbot: QtBot, bar: LabelBar) -> None:
    assert bar.heightForWidth(900) == 40
    assert bar.heightForWidth(260) > 80
    bar.set_look(Look(DARK, scale=2.0))
    assert bar.heightForWidth(2000) == 80
    assert all(button.height() == 80 for button in bar.buttons) or bar.buttons[0].sizeHint().height() == 80


class TestPalette:
    @pytest.fixture
    def page(self, qtbot: QtBot) -> QWidget:
        page = QWidget()
        dress(page, Look())
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keep(qtbot, page)
        show(qtbot, page, 900, 500)
        page.setFocus()
        return page

    @pytest.fixture
    def palette(self, page: QWidget, actions: tuple[QAction, ...]) -> Palette:
        return Palette(LABELS, actions, Look(), page)

    def test_a_click_names_the_label_and_the_page_keeps_the_keyboard(
        self, qtbot: QtBot, page: QWidget, palette: Palette, actions: tuple[QAction, ...]
    ) -> None:
        palette.place(QRect(100, 100, 300, 30), page.rect(), 100)
        assert page.hasFocus()
        with qtbot.waitSignal(palette.label_chosen) as chosen:
            qtbot.mouseClick(palette.buttons[2], Qt.MouseButton.LeftButton)
        assert chosen.args == ["unverified-figure"]
        assert page.hasFocus()
        assert not actions[2].isChecked()

    def test_it_stands_under_the_selection_or_above_where_there_is_no_room(
        self, page: QWidget, palette: Palette
    ) -> None:
        palette.place(QRect(100, 100, 300, 30), page.rect(), 120)
        assert palette.geometry().topLeft() == QPoint(120, 135)
        assert palette.height() == 44
        palette.place(QRect(100, 440, 300, 30), page.rect(), 880)
        assert palette.geometry().bottom() < 440
        assert page.rect().contains(palette.geometry())

    def test_the_speaker_is_asked_for_only_where_the_lesson_asks(
        self, qtbot: QtBot, page: QWidget, palette: Palette, actions: tuple[QAction, ...]
    ) -> None:
        asking = Palette(LABELS, actions, Look(), page, asks_source=True)
        asking.place(QRect(100, 100, 300, 30), page.rect(), 100)
        assert asking.sizeHint().width() > palette.sizeHint().width()
        button = next(child for child in asking.findChildren(QWidget) if child.accessibleName() == "Who says it?")
        with qtbot.waitSignal(asking.source_wanted):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        asking.set_look(Look(scale=2.0))
        assert asking.sizeHint().height() >= 72
