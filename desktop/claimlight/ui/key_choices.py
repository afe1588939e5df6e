"""Which keys a command may have: how choices are kept, and why a key cannot be had."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from claimlight.ui.commands import COMMANDS, USUAL_KEYS, Commands, shown_keys
from claimlight.wording import _

_MOVING = {
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_COPYING = {"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"}
_SINGLE = {command.id for command in COMMANDS if command.single}


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a key cannot be had: a sentence that says what to do; `holder` is the command that has it."""

    words: str
    holder: str = ""


def keys_from_text(text: str) -> dict[str, tuple[str, ...]]:
    """The choices in a setting; what is damaged or no longer known is left out."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        id: tuple(key for key in keys if isinstance(key, str) and _is_one_key(key))
        for id, keys in found.items()
        if id in USUAL_KEYS and isinstance(keys, list)
    }


def keys_as_text(chosen: Mapping[str, tuple[str, ...]]) -> str:
    return json.dumps({id: list(keys) for id, keys in chosen.items()}) if chosen else ""


def objection(commands: Commands, id: str, key: str, name_of: Callable[[str], str]) -> Objection | None:
    """Why the command `id` cannot have `key` (a portable key sequence); None where it can."""
    shown, (base, modifiers) = shown_keys(key), _taken_apart(key)
    commanding = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    if base in _MOVING or key in _COPYING or (base in _ENTER and not commanding):
        return Objection(_("“{key}” already moves, opens or copies: press another key.").format(key=shown))
    if commanding == Qt.KeyboardModifier.AltModifier and _writes(base):
        return Objection(_("“{key}” opens a menu: press another key, or Ctrl along with it.").format(key=shown))
    if not commanding and _writes(base) and not _only_in_lists(id) and key not in USUAL_KEYS[id]:
        words = _("“{key}” is a letter to whoever types: for this command press Ctrl or Alt along with it.")
        return Objection(words.format(key=shown))
    holder = next((other for other in USUAL_KEYS if other != id and key in commands.keys(other)), "")
    if holder:
        words = _("“{key}” belongs to “{command}”: press another key, or choose “Use it here”.")
        return Objection(words.format(key=shown, command=name_of(holder)), holder)
    return None


def _is_one_key(key: str) -> bool:
    return QKeySequence(key).count() == 1 and _taken_apart(key)[0] != Qt.Key.Key_unknown


def _taken_apart(key: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    combination = QKeySequence(key)[0]  # type: ignore[index] # the stubs leave it out
    return combination.key(), combination.keyboardModifiers()


def _writes(key: Qt.Key) -> bool:
    return key < Qt.Key.Key_Escape


def _only_in_lists(id: str) -> bool:
    """Whether its keys act only while page or list has the keyboard."""
    return id in _SINGLE or id.startswith("label-")
