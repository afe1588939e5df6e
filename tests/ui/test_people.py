"""Who is working?: choose a name, type one, or start under a new one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from claimlight.ui.look import Look
from claimlight.ui.people import People
from claimlight.ui.theme import DARK
from ui_samples import BEFORE, CLASS
from ui_stage import on_stage


@pytest.fixture
def people(qtbot: QtBot) -> People:
    people = People(BEFORE, [("Class 8B", CLASS)], Look())
    on_stage(qtbot, people)
    return people


def words(people: People) -> list[str]:
    return [label.text() for label in people.findChildren(QLabel) if label.isVisible()]


def test_everybody_is_there_and_the_warning_is_given(people: People) -> None:
    assert [card.accessibleName() for card in people.cards] == ["Mila", "Jonas", "Aino K."]
    assert people.cards[0].accessibleDescription() == "2 lessons to hand in"
    assert people.lists[0].count == len(CLASS)
    assert "29 names" in words(people)
    assert "Anyone using this computer account could open your work." in words(people)


def test_a_click_on_a_card_or_a_name_chooses(qtbot: QtBot, people: People) -> None:
    with qtbot.waitSignal(people.chosen) as chosen:
        qtbot.mouseClick(people.cards[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["p2"]
    names = people.lists[0]
    place = names.visualRect(names.model().index(9, 0)).center()
    with qtbot.waitSignal(people.chosen) as chosen:
        qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [CLASS[9].id]


def test_the_columns_read_downwards(people: People) -> None:
    names = people.lists[0]
    places = [names.visualRect(names.model().index(n, 0)) for n in range(names.count)]
    assert places[1].top() > places[0].top()
    assert places[1].left() == places[0].left()
    assert len({place.left() for place in places}) == 4
    assert all(names.viewport().rect().contains(place.center()) for place in places)


def test_typing_anywhere_begins_the_name_and_narrows(qtbot: QtBot, people: People) -> None:
    people.cards[0].setFocus()
    qtbot.keyClicks(people.cards[0], "a")
    assert people.field.hasFocus()
    qtbot.keyClicks(people.field, "ino")
    assert [card.who.name for card in people.cards if card.isVisible()] == ["Aino K."]
    assert people.lists[0].count == 1
    qtbot.keyClick(people.field, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is people.cards[2], "several match: the first is offered, not taken"
    with qtbot.waitSignal(people.chosen) as chosen:
        qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert chosen.args == ["p3"]


def test_a_whole_name_and_enter_is_enough(qtbot: QtBot, people: People) -> None:
    qtbot.keyClicks(people.field, "yusuf")
    with qtbot.waitSignal(people.chosen) as chosen:
        qtbot.keyClick(people.field, Qt.Key.Key_Return)
    assert chosen.args == [next(name.id for name in CLASS if name.name == "Yusuf")]


def test_down_goes_to_the_names_and_enter_chooses(qtbot: QtBot, people: People) -> None:
    qtbot.keyClicks(people.field, "Hugo")
    qtbot.keyClick(people.field, Qt.Key.Key_Down)
    assert people.lists[0].hasFocus()
    with qtbot.waitSignal(people.chosen) as chosen:
        qtbot.keyClick(people.lists[0], Qt.Key.Key_Return)
    assert chosen.args == [next(name.id for name in CLASS if name.name == "Hugo")]


def test_a_new_name_starts_under_it(qtbot: QtBot, people: People) -> None:
    qtbot.mouseClick(people.new, Qt.MouseButton.LeftButton)
    assert people.field.hasFocus()
    assert "Type your name above, then press Enter." in words(people)
    qtbot.keyClicks(people.field, "Zebedee")
    assert any("start as Zebedee" in text for text in words(people))
    with qtbot.waitSignal(people.named) as named:
        qtbot.keyClick(people.field, Qt.Key.Key_Return)
    assert named.args == ["Zebedee"]


def test_a_namesake_can_still_start_anew(qtbot: QtBot, people: People) -> None:
    qtbot.keyClicks(people.field, "Mila")
    with qtbot.waitSignal(people.named) as named:
        qtbot.mouseClick(people.new, Qt.MouseButton.LeftButton)
    assert named.args == ["Mila"]


@pytest.mark.parametrize("look", [Look(DARK), Look(scale=2.0)])
def test_the_page_changes_its_look_in_place(people: People, look: Look) -> None:
    people.set_look(look)
    QApplication.processEvents()
    people.grab()
    assert all(card.height() == look.px(68) for card in people.cards)


def test_without_a_class_only_who_was_here(qtbot: QtBot) -> None:
    people = People(BEFORE[:1], [], Look())
    on_stage(qtbot, people)
    assert people.lists == ()
    qtbot.keyClick(people.field, Qt.Key.Key_Down)
    assert people.cards[0].hasFocus()
