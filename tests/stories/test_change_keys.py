"""Every command can have another key, or none; what is chosen is kept for the person and shown wherever keys are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from claimlight.ui.commands import COMMANDS
from claimlight.ui.key_card import KeyCard
from claimlight.ui.key_list import KeyList
from claimlight.ui.key_page import KeyPage
from robot_hands import settle
from robots import Student

HOMES = "up to 900 homes"


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("storm-damage")
    return student


def changes_keys(student: Student) -> KeyList:
    student.command("change-keys").trigger()
    settle()
    (listing,) = student.all(KeyList)
    assert student.focused() is listing
    return listing


def gives(student: Student, command: str, *keys: str) -> None:
    """Choose the command in the list and press the keys for it."""
    listing = changes_keys(student)
    student.clicks_row(listing, command)
    student.clicks("Press new keys")
    student.presses(*keys)


def leaves(student: Student) -> None:
    student.presses("Esc")
    assert not student.all(KeyPage)


def test_a_command_gets_another_key_and_the_old_one_is_free(reader: Student) -> None:
    gives(reader, "Take the whole sentence", "K")
    assert reader.sees("“Take the whole sentence” has K now.")
    assert reader.heard_last() == "“Take the whole sentence” has K now."
    leaves(reader)
    assert reader.page.hasFocus()
    reader.clicks_words(HOMES)
    reader.presses("S")
    assert reader.page.selection() is None
    reader.presses("K")
    assert HOMES in reader.text[reader.page.selection()]


def test_a_label_gets_another_key_and_everything_shows_it(reader: Student) -> None:
    gives(reader, "Denial", "D")
    leaves(reader)
    reader.drags(HOMES)
    assert [button._key() for button in reader.room.marking.palette.buttons] == ["1", "D", "3"]
    reader.presses("D")
    assert reader.marked() == [("denial", HOMES)]
    assert reader.room.bar.labels.buttons[1]._key() == "D"
    reader.presses("F1")
    assert reader.sees("D: Denial")


def test_a_key_that_is_taken_says_whose_it_is_and_can_be_had(reader: Student) -> None:
    gives(reader, "Take the whole sentence", "Ctrl+F")
    assert reader.sees("“Ctrl+F” belongs to “Find in the article”: press another key, or choose “Use it here”.")
    reader.clicks("Use it here")
    assert reader.sees("“Take the whole sentence” has Ctrl+F now, and “Find in the article” does not.")
    assert not reader.can_press("Use it here")
    leaves(reader)
    reader.clicks_words(HOMES)
    reader.presses("Ctrl+F")
    assert HOMES in reader.text[reader.page.selection()]


@pytest.mark.parametrize(
    ("command", "keys", "words"),
    [
        ("Undo", "Down", "“Down” already moves, opens or copies: press another key."),
        ("Undo", "Ctrl+C", "“Ctrl+C” already moves, opens or copies: press another key."),
        ("Undo", "Alt+F", "“Alt+F” opens a menu: press another key, or Ctrl along with it."),
        ("Undo", "U", "“U” is a letter to whoever types: for this command press Ctrl or Alt along with it."),
    ],
)
def test_some_keys_no_command_can_have(reader: Student, command: str, keys: str, words: str) -> None:
    gives(reader, command, keys)
    assert reader.sees(words)
    leaves(reader)
    assert reader.command("undo").shortcut().toString() == "Ctrl+Z"


def test_a_command_is_switched_off_and_gets_its_usual_keys_back(reader: Student) -> None:
    listing = changes_keys(reader)
    reader.clicks_row(listing, "Redo")
    reader.clicks("Switch off")
    assert reader.sees("“Redo” has no key now; it is still in the menu.")
    assert not reader.can_press("Switch off")
    leaves(reader)
    reader.highlights(HOMES, as_="claim")
    reader.presses("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y")
    assert reader.marked() == []
    reader.command("redo").trigger()
    assert reader.marked() == [("claim", HOMES)]
    listing = changes_keys(reader)
    reader.clicks_row(listing, "Redo")
    reader.clicks("Usual keys")
    assert reader.sees("“Redo” has its usual keys again.")
    leaves(reader)
    reader.presses("Ctrl+Z", "Ctrl+Y")
    assert reader.marked() == [("claim", HOMES)]


def test_usual_keys_that_another_command_has_meanwhile_are_asked_for(reader: Student) -> None:
    gives(reader, "Who says it?", "K")
    reader.clicks_row(reader.all(KeyList)[0], "Denial")
    reader.clicks("Press new keys")
    reader.presses("W")
    reader.clicks_row(reader.all(KeyList)[0], "Who says it?")
    reader.clicks("Usual keys")
    assert reader.sees("“W” belongs to “Denial”: press another key, or choose “Use it here”.")
    reader.clicks("All usual keys")
    assert reader.sees("All commands have their usual keys.")
    assert not reader.window.commands.chosen_keys


def test_choices_are_kept_for_each_person(reader: Student) -> None:
    reader.presses("Ctrl+Shift+N")
    reader.types("Ada")
    reader.presses("Return")
    gives(reader, "Next person", "Ctrl+Shift+K")
    leaves(reader)
    reader.restarts()
    assert reader.window.commands.shown("next-person") == "Ctrl+Shift+K"
    reader.presses("Ctrl+Shift+K")
    reader.types("Ben")
    reader.presses("Return")
    assert reader.window.commands.shown("next-person") == "Ctrl+Shift+N"


def test_from_the_card_of_keys_by_keyboard_alone(reader: Student) -> None:
    reader.presses("F1")
    reader.tabs_to("Change keys…")
    reader.presses("Return")
    assert not reader.all(KeyCard)
    (listing,) = reader.all(KeyList)
    assert reader.focused() is listing
    while "Find" not in (listing.entry(listing.current) or listing).name:  # type: ignore[union-attr]
        reader.presses("Down")
    reader.presses("Return", "F3")
    assert reader.window.commands.shown("find") == "F3"
    reader.tabs_to("Close")
    reader.presses("Return")
    assert not reader.all(KeyPage)
    assert reader.page.hasFocus()


def test_esc_lets_the_old_keys_be_and_the_page_stays(reader: Student) -> None:
    gives(reader, "Undo", "Esc")
    assert reader.all(KeyPage)
    assert reader.window.commands.shown("undo") == "Ctrl+Z"
    assert reader.can_press("Press new keys")


def test_no_command_acts_behind_the_page_and_a_space_is_no_key(reader: Student) -> None:
    gives(reader, "Undo", "Space")
    assert reader.sees("“Space” already moves, opens or copies: press another key.")
    reader.presses("Ctrl+W")
    assert reader.all(KeyPage)
    leaves(reader)
    assert reader.start.desk.room is not None


def test_the_list_says_every_command_of_every_menu(reader: Student) -> None:
    listing = changes_keys(reader)
    ids = [entry.id for entry in listing._model.entries if entry.id]
    assert set(ids) == {command.id for command in COMMANDS} | {"label-0", "label-1", "label-2"}
    assert len(ids) == len(set(ids))
    assert listing.entry("redo").spoken() == "Redo: Ctrl+Shift+Z or Ctrl+Y"  # type: ignore[union-attr]
    assert listing.entry("again").spoken() == "Start again with an empty page: no key"  # type: ignore[union-attr]
    menus = [action.menu() for action in reader.window.menuBar().actions()]
    assert all(isinstance(menu, QMenu) for menu in menus)


def test_shift_that_only_chooses_the_sign_is_no_part_of_the_key(reader: Student) -> None:
    changes_keys(reader)
    reader.clicks_row(reader.all(KeyList)[0], "Next mark")
    reader.clicks("Press new keys")
    QTest.sendKeyEvent(QTest.KeyAction.Click, reader.focused(), Qt.Key.Key_Plus, "+", Qt.KeyboardModifier.ShiftModifier)
    assert reader.window.commands.keys("next-mark") == ("+",)
