"""Keys by their place: what stands there on a US keyboard, for layouts that have no such letter, digit or bracket.

Qt tells shortcuts by the letter on the key. On AZERTY the digits need Shift, QWERTZ has its brackets behind AltGr, and
an Arabic keyboard has none of our letters, so that not even Ctrl+Z arrives. Where the key that was pressed says
something that no command could be called by, the command acts whose key stands at that place.
"""

import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_ROWS = ((2, "1234567890-="), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;'`"), (43, "\\ZXCVBNM,./"))
"""The first scan code of each row (set 1, which Linux counts by, too) and what stands there."""

_SCAN_CODES = {first + n: key for first, row in _ROWS for n, key in enumerate(row)}

_X11_OFFSET = 8
"""X11 and Wayland count from eight on."""

_MAC_CODES = {
    **dict(enumerate("ASDFHGZXCV")),
    **dict(enumerate("BQWERYT123465=97-80]OU[IP", start=11)),
    **dict(enumerate("LJ'K;\\,/NM.", start=37)),
    50: "`",
}
"""kVK_ANSI_… of Apple's HIToolbox/Events.h."""

_WITH_SHIFT = dict(zip("1234567890-=[];'`\\,./", '!@#$%^&*()_+{}:"~|<>?', strict=True))

_LEVELS = Qt.KeyboardModifier.GroupSwitchModifier | Qt.KeyboardModifier.KeypadModifier
_FIRST_SPECIAL_KEY = 0x01000000


def us_key(event: QKeyEvent, platform: str) -> str:
    """What stands on a US keyboard where this key is; "" where it is none that writes.

    `platform` is Qt's name of the window system.
    """
    if platform == "windows":
        return _SCAN_CODES.get(event.nativeScanCode(), "")
    if platform == "cocoa":
        return _MAC_CODES.get(event.nativeVirtualKey(), "")
    return _SCAN_CODES.get(event.nativeScanCode() - _X11_OFFSET, "")


def digit_of(event: QKeyEvent, platform: str = "") -> int:
    """The digit of a key in any layout and script; 0 for none."""
    if event.text().isdecimal():
        return int(event.text())
    key = us_key(event, platform or QGuiApplication.platformName())
    return int(key) if key.isdigit() and _gives_way(event, key) else 0


class KeysByPlace(QObject):
    """Watches widgets, and triggers their actions by the places of keys that their letters did not reach."""

    def __init__(self, parent: QObject, platform: str = "") -> None:
        super().__init__(parent)
        self._platform = platform or QGuiApplication.platformName()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.isAutoRepeat():
            return False
        for chord in _chords(event, self._platform):
            for action in _within_reach(watched):
                if action.isEnabled() and chord in action.shortcuts():
                    action.trigger()
                    return True
        return False


def _within_reach(watched: QObject) -> Iterator[QAction]:
    """The actions of a widget and of all that it lies in: their shortcuts act there, too."""
    around: QObject | None = watched
    while isinstance(around, QWidget):
        yield from around.actions()
        around = around.parentWidget()


def _chords(event: QKeyEvent, platform: str) -> Iterator[QKeySequence]:
    """What the key could have meant: the sign that Alt makes of it, then what stands at its place."""
    modifiers = event.modifiers() & ~_LEVELS
    if modifiers & Qt.KeyboardModifier.AltModifier and _is_sign(event.text()):
        yield QKeySequence(event.text())
    key = us_key(event, platform)
    if not key or not _gives_way(event, key):
        return
    if modifiers & Qt.KeyboardModifier.ShiftModifier and key in _WITH_SHIFT:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        key = _WITH_SHIFT[key]
    yield QKeySequence(QKeyCombination(modifiers, Qt.Key(ord(key))))


def _gives_way(event: QKeyEvent, key: str) -> bool:
    """Whether this layout has something else there; to a letter only a letter of another script gives way."""
    typed = chr(event.key()) if event.key() < _FIRST_SPECIAL_KEY else ""
    if key.isalpha():
        return bool(typed) and not typed.isascii() and unicodedata.category(typed).startswith("L")
    return not (typed.isascii() and typed.isalnum())


def _is_sign(text: str) -> bool:
    return len(text) == 1 and text.isascii() and text.isprintable() and not text.isalnum() and text != " "
