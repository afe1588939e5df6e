"""Choices of keys survive being written down; what somebody else wrote into them does no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget

from claimlight.ui.commands import USUAL_KEYS, Commands
from claimlight.ui.key_choices import keys_as_text, keys_from_text, objection

KEYS = st.sampled_from(["G", "Ctrl+G", "F3", "Ctrl+Shift+K", "{", "1"])


@given(st.dictionaries(st.sampled_from(sorted(USUAL_KEYS)), st.lists(KEYS, max_size=2).map(tuple)))
def test_what_was_chosen_is_read_again(chosen: dict[str, tuple[str, ...]]) -> None:
    assert keys_from_text(keys_as_text(chosen)) == chosen


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"no-such-command": ["G"]}', '{"undo": "Ctrl+Z"}', '{"undo": null}', "\x00"]
)
def test_damage_is_left_out(text: str) -> None:
    assert keys_from_text(text) == {}


def test_damaged_keys_of_a_command_are_left_out() -> None:
    assert keys_from_text('{"undo": ["", 7, "Ctrl+U", "no such key", "A, B"]}') == {"undo": ("Ctrl+U",)}


def test_usual_keys_speak_against_nothing_but_each_other(qapp: QApplication) -> None:
    commands = Commands(QWidget())
    for id, keys in USUAL_KEYS.items():
        for key in keys:
            assert objection(commands, id, key, str) is None, (id, key)
    found = objection(commands, "undo", "S", str)
    assert found is not None
    assert found.holder == "", "a letter is none for a command that works everywhere"


def test_a_choice_that_is_the_usual_one_is_no_choice(qapp: QApplication) -> None:
    commands = Commands(QWidget())
    commands.set_keys({"undo": ("Ctrl+Z",), "redo": ("F9",), "nothing": ("F8",)})
    assert commands.chosen_keys == {"redo": ("F9",)}
    assert commands.shown("undo") == "Ctrl+Z"
    assert commands.shown("redo") == "F9"
    assert commands.shown("again") == ""
