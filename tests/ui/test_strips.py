"""Task strip, find bar, messages, tabs, key card, text menu: each says what it should and reports what is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.controls import Button
from claimlight.ui.faces import Face
from claimlight.ui.find_bar import FindBar
from claimlight.ui.icons import Icon
from claimlight.ui.key_card import KeyCard
from claimlight.ui.look import Look
from claimlight.ui.messages import MessageBar
from claimlight.ui.person_button import PersonButton
from claimlight.ui.tab_strip import TabStrip
from claimlight.ui.task_strip import TaskStrip
from claimlight.ui.text_menu import SYSTEM, TextMenu
from claimlight.ui.theme import CREAM, DARK
from ui_samples import KEYS
from ui_stage import keep, on_stage


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def named(widget: QWidget, name: str) -> QWidget:
    return next(child for child in widget.findChildren(QWidget) if child.accessibleName() == name and child.isVisible())


class TestTaskStrip:
    @pytest.fixture
    def strip(self, qtbot: QtBot) -> TaskStrip:
        strip = TaskStrip(Look(), "Check my work")
        strip.set_task("Highlight every claim.", "Marks where nothing belongs cost half a point each.")
        strip.set_saved("All changes saved")
        strip.set_checks_left(2)
        on_stage(qtbot, strip, height=60)
        return strip

    def test_it_says_task_cost_state_and_checks(self, strip: TaskStrip) -> None:
        assert {
            "Highlight every claim.",
            "Marks where nothing belongs cost half a point each.",
            "All changes saved",
            "2 checks left",
        } <= set(words(strip))
        strip.set_checks_left(1)
        assert "1 check left" in words(strip)
        strip.set_checks_left(None)
        assert "1 check left" not in words(strip)
        strip.set_saved("Not saved: the disk is full.", well=False)
        assert "Not saved: the disk is full." in words(strip)

    def test_the_button_checks(self, qtbot: QtBot, strip: TaskStrip) -> None:
        with qtbot.waitSignal(strip.primary.clicked):
            qtbot.mouseClick(strip.primary, Qt.MouseButton.LeftButton)
        strip.primary.setText("Check again")
        assert strip.primary.accessibleName() == "Check again"

    def test_at_large_text_it_stacks_and_stays_whole(self, strip: TaskStrip) -> None:
        flat = strip.heightForWidth(1280)
        strip.set_look(Look(scale=2.0))
        strip.window().resize(1280, 300)
        QApplication.processEvents()
        assert strip.heightForWidth(1280) > flat
        state = next(label for label in strip.findChildren(QLabel) if label.text() == "All changes saved")
        cost = next(label for label in strip.findChildren(QLabel) if label.text().startswith("Marks where"))
        assert state.mapTo(strip, state.rect().topLeft()).y() > cost.mapTo(strip, cost.rect().topLeft()).y()
        strip.set_look(Look())
        QApplication.processEvents()
        assert strip.heightForWidth(1280) == pytest.approx(flat, abs=4)


class TestFindBar:
    @pytest.fixture
    def bar(self, qtbot: QtBot) -> FindBar:
        bar = FindBar(Look())
        on_stage(qtbot, bar, height=60)
        bar.open("valve")
        return bar

    def test_what_is_typed_is_searched(self, qtbot: QtBot, bar: FindBar) -> None:
        assert bar.field.selectedText() == "valve"
        with qtbot.waitSignal(bar.searched) as searched:
            qtbot.keyClicks(bar.field, "x")
        assert searched.args == ["x"]

    def test_how_many_there_are(self, bar: FindBar) -> None:
        bar.set_found(2, 5)
        assert "2 of 5" in words(bar)
        assert bar.field.accessibleDescription() == "2 of 5"
        bar.set_found(0, 0)
        assert "Not in this article" in words(bar)
        assert not bar.next.isEnabled()

    def test_keys_and_buttons(self, qtbot: QtBot, bar: FindBar) -> None:
        bar.set_found(1, 2)
        for signal, press in (
            (bar.next_wanted, lambda: qtbot.keyClick(bar.field, Qt.Key.Key_Return)),
            (bar.next_wanted, lambda: qtbot.keyClick(bar.field, Qt.Key.Key_F3)),
            (
                bar.previous_wanted,
                lambda: qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
            ),
            (bar.next_wanted, lambda: qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)),
            (bar.previous_wanted, lambda: qtbot.mouseClick(bar.previous, Qt.MouseButton.LeftButton)),
        ):
            with qtbot.waitSignal(signal):
                press()

    def test_the_cross_closes(self, qtbot: QtBot, bar: FindBar) -> None:
        with qtbot.waitSignal(bar.closed):
            qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
        assert not bar.isVisible()


class TestMessages:
    def test_a_message_with_its_next_steps(self, qtbot: QtBot) -> None:
        copied: list[str] = []
        bar = MessageBar(Look(), copied.append)
        on_stage(qtbot, bar, height=200)
        again = QAction("Try again", bar)
        bar.say("The lesson could not be read.", actions=[again], details="key-missing")
        assert bar.isVisible()
        assert bar.accessibleName() == bar.sentence == "The lesson could not be read."
        with qtbot.waitSignal(again.triggered):
            qtbot.mouseClick(named(bar, "Try again"), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(named(bar, "Copy details"), Qt.MouseButton.LeftButton)
        assert copied == ["key-missing"]
        bar.say("All is well again.")
        assert [button.text() for button in bar.findChildren(Button) if button.isVisible()] == []
        with qtbot.waitSignal(bar.closed):
            qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
        assert not bar.isVisible()

    def test_a_triangle_warns_and_good_news_has_none(self, qtbot: QtBot) -> None:
        bar = MessageBar(Look())
        on_stage(qtbot, bar, height=200)
        bar.say("The disk is full.", warns=True)
        assert bar.sign.icon is Icon.WARNING
        bar.say("Marks came back for 3 lessons.")
        assert bar.sign.icon is Icon.INFO

    def test_details_go_to_the_clipboard(self, qtbot: QtBot) -> None:
        bar = MessageBar(Look())
        on_stage(qtbot, bar, height=200)
        bar.say("Something failed.", details="details")
        qtbot.mouseClick(named(bar, "Copy details"), Qt.MouseButton.LeftButton)
        assert QApplication.clipboard().text() == "details"
        bar.set_look(Look(DARK, scale=2.0))
        bar.close_button.setFocus()
        with qtbot.waitSignal(bar.closed):
            qtbot.keyClick(bar.close_button, Qt.Key.Key_Escape)


class TestTabs:
    def test_tabs_switch(self, qtbot: QtBot) -> None:
        tabs = TabStrip(Look(scale=2.0))
        on_stage(qtbot, tabs, height=100)
        tabs.set_count(5)
        with qtbot.waitSignal(tabs.switched) as switched:
            qtbot.mouseClick(named(tabs, "Who says what, 5"), Qt.MouseButton.LeftButton)
        assert switched.args == [1]
        tabs.set_current(0)
        tabs.grab()


class TestKeyCard:
    @pytest.fixture
    def card(self, qtbot: QtBot) -> KeyCard:
        page = QWidget()
        on_stage(qtbot, page)
        closing = [QKeySequence("F1"), QKeySequence("?")]
        card = KeyCard(KEYS, Look(), page.window(), notes=["Double-click takes a word."], closing=closing)
        card.open()
        return card

    def test_every_key_and_its_meaning_is_there(self, card: KeyCard) -> None:
        said = words(card)
        for section in KEYS:
            assert section.title in said
            for row in section.rows:
                assert row.words in said
                assert all(key in said for chord in row.keys for key in chord)
        assert "Double-click takes a word." in said

    def test_a_row_is_spoken_with_its_keys(self, card: KeyCard) -> None:
        assert named(card, "Tab or Shift+Tab: next, previous").isVisible()

    @pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Question])
    def test_it_goes_with_a_key(self, qtbot: QtBot, card: KeyCard, key: Qt.Key) -> None:
        assert card.close_button.hasFocus()
        with qtbot.waitSignal(card.closed):
            qtbot.keyClick(card.close_button, key)
        assert not card.isVisible()

    def test_it_goes_with_its_button(self, qtbot: QtBot, card: KeyCard) -> None:
        with qtbot.waitSignal(card.closed):
            qtbot.mouseClick(card.close_button, Qt.MouseButton.LeftButton)

    def test_in_a_narrow_window_it_has_one_column(self, card: KeyCard) -> None:
        def lefts() -> int:
            titles = {section.title for section in KEYS}
            labels = [label for label in card.findChildren(QLabel) if label.text() in titles and label.isVisible()]
            return len({label.mapTo(card, label.rect().topLeft()).x() for label in labels})

        assert lefts() == 3
        card.resize(600, 600)
        QApplication.processEvents()
        assert lefts() == 1
        card.set_look(Look(DARK))
        QApplication.processEvents()
        card.grab()


class TestTextMenu:
    @pytest.fixture
    def menu(self, qtbot: QtBot) -> TextMenu:
        button = QPushButton("Aa")
        window = on_stage(qtbot, button)
        menu = TextMenu(Look(), window, language="ru")
        menu.open_under(button)
        return menu

    def press(self, qtbot: QtBot, menu: TextMenu, key: str) -> list[object]:
        button = menu.choice(key)
        assert button is not None
        with qtbot.waitSignal(menu.look_changed) as changed:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        return list(changed.args)

    def test_each_choice_gives_a_look(self, qtbot: QtBot, menu: TextMenu) -> None:
        assert self.press(qtbot, menu, "face-dyslexic") == [Look(face=Face.DYSLEXIC), SYSTEM]
        assert self.press(qtbot, menu, "spacing-36") == [Look(face=Face.DYSLEXIC, spacing=36), SYSTEM]
        assert self.press(qtbot, menu, "larger") == [Look(scale=1.1, face=Face.DYSLEXIC, spacing=36), SYSTEM]
        assert self.press(qtbot, menu, "smaller") == [Look(face=Face.DYSLEXIC, spacing=36), SYSTEM]
        assert self.press(qtbot, menu, "theme-cream") == [Look(CREAM, face=Face.DYSLEXIC, spacing=36), "cream"]

    def test_a_face_without_the_letters_is_greyed_with_its_reason(self, menu: TextMenu) -> None:
        greyed = menu.choice("face-hyperlegible")
        assert greyed is not None
        assert not greyed.isEnabled()
        assert greyed.toolTip() == "This typeface does not have the letters of this article."

    def test_the_size_ends_at_200_percent(self, qtbot: QtBot, menu: TextMenu) -> None:
        menu.set_look(Look(scale=2.0))
        larger = menu.choice("larger")
        assert larger is not None
        assert not larger.isEnabled()
        assert larger.accessibleDescription() == "Now 200 %"
        assert menu.window().rect().contains(menu.geometry())

    def test_the_choice_is_told_by_more_than_colour(self, menu: TextMenu) -> None:
        chosen = [button.objectName() for button in menu.findChildren(QPushButton) if button.isChecked()]
        assert chosen == ["face-serif", "spacing-32", "theme-system"]

    def test_esc_gives_the_keyboard_back(self, qtbot: QtBot, menu: TextMenu) -> None:
        focus = QApplication.focusWidget()
        assert menu.isAncestorOf(focus)
        with qtbot.waitSignal(menu.closed):
            qtbot.keyClick(focus, Qt.Key.Key_Escape)
        assert isinstance(QApplication.focusWidget(), QPushButton)
        assert QApplication.focusWidget().text() == "Aa"  # type: ignore[attr-defined]

    def test_a_press_elsewhere_closes(self, qtbot: QtBot, menu: TextMenu) -> None:
        with qtbot.waitSignal(menu.closed):
            qtbot.mouseClick(menu.window(), Qt.MouseButton.LeftButton)
        assert not menu.isVisible()

    def test_the_keyboard_stays_where_it_was_after_a_choice(self, qtbot: QtBot, menu: TextMenu) -> None:
        button = menu.choice("spacing-36")
        assert button is not None
        button.setFocus()
        with qtbot.waitSignal(menu.look_changed):
            qtbot.keyClick(button, Qt.Key.Key_Space)
        focus = QApplication.focusWidget()
        assert focus.objectName() == "spacing-36"
        assert focus is not button


def test_the_person_at_work_is_named(qtbot: QtBot) -> None:
    owner = QWidget()
    keep(qtbot, owner)
    person = PersonButton(QAction("Next person", owner), Look())
    on_stage(qtbot, person, height=60)
    person.set_person("Mila")
    assert named(person, "At work: Mila").isVisible()
    person.set_person("")
    assert not any(child.accessibleName().startswith("At work") for child in person.findChildren(QWidget))
