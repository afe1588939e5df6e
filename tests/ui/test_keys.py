"""The card of keys says what the commands do, and no two commands want the same key."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from claimlight.files.lesson_bundle import open_lesson
from claimlight.files.places import lessons
from claimlight.ui.commands import COMMANDS, LABEL_KEYS, Commands
from claimlight.ui.keys import key_sections


def test_no_key_stands_for_two_commands(qapp: QApplication) -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []
    assert not set(keys) & set(LABEL_KEYS)


def test_keys_without_ctrl_or_alt_act_only_in_page_and_list(qapp: QApplication) -> None:
    wide = [key for command in COMMANDS if not command.single for key in command.keys if len(key) == 1]
    assert wide == ["?"], "a question mark typed into a field is a letter: fields take it before the window does"


def test_the_card_names_every_label_with_its_key(qapp: QApplication) -> None:
    window = QWidget()
    labels = open_lesson(lessons() / "storm-damage").codebook.labels
    rows = [row for section in key_sections(Commands(window), labels) for row in section.rows]
    spoken = [row.spoken() for row in rows]
    for number, label in enumerate(labels, start=1):
        assert f"{number}: {label.name}" in spoken
    assert "S: takes the whole sentence" in spoken
    assert "F1 or ?: this card" in spoken
    assert "Ctrl++ or Ctrl+-: larger, smaller text" in spoken
    assert len(spoken) == len(set(spoken))


def test_the_card_leaves_no_key_out(qapp: QApplication) -> None:
    """The first key of every command, and the keys of the page itself."""
    window = QWidget()
    commands = Commands(window)
    own = {"note", "usual-size"}
    for id in ("aloud", "next-student", "previous-student"):
        commands[id].setVisible(True)
    told = " ".join(row.spoken() for section in key_sections(commands, ()) for row in section.rows)
    for command in COMMANDS:
        if command.keys and command.id not in own:
            key = commands[command.id].shortcut().toString().replace("Return", "Enter")
            assert f"{key}: " in told or f"{key} or " in told or f"or {key}" in told, command.id
    for key in ("←+→", "Ctrl+←+→", "Alt+←+→", "Ctrl+↑+↓", "Shift", "Tab or Shift+Tab", "Enter", "[ or ]", "{ or }"):
        assert f"{key}: " in told
    assert "1 or 2 or 3: the labels of a lesson, once it is open" in told
