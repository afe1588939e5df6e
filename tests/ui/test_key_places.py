"""Keys act by their place where a layout lacks the letter: what AZERTY, QWERTZ and Arabic keyboards really send.

The values for X11 were read from Qt 6.11 on a real server with these layouts; those for Windows and macOS are what Qt's
documentation and the systems' own headers give.
"""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

from claimlight.ui.commands import Commands
from claimlight.ui.key_places import KeysByPlace, digit_of, us_key

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEVEL_3 = Qt.KeyboardModifier.GroupSwitchModifier
DEAD_CIRCUMFLEX, DEAD_DIAERESIS = 0x01001252, 0x01001257


@dataclass(frozen=True, slots=True)
class Sent:
    """What a keyboard sends: Qt's key, the text, modifiers, the key's number on this system, and its virtual key."""

    platform: str
    key: int
    text: str
    modifiers: Qt.KeyboardModifier
    scan: int
    virtual: int = 0

    def event(self) -> QKeyEvent:
        return QKeyEvent(QEvent.Type.KeyPress, self.key, self.modifiers, self.scan, self.virtual, 0, self.text)


def x11(key: int, text: str, scan: int, modifiers: Qt.KeyboardModifier = NONE) -> Sent:
    return Sent("xcb", key, text, modifiers, scan)


def windows(key: int, text: str, scan: int, modifiers: Qt.KeyboardModifier = NONE, virtual: int = 0) -> Sent:
    return Sent("windows", key, text, modifiers, scan, virtual)


def mac(key: int, text: str, virtual: int, modifiers: Qt.KeyboardModifier = NONE) -> Sent:
    return Sent("cocoa", key, text, modifiers, 0, virtual)


AZERTY = {
    "1": [x11(0x26, "&", 10), windows(0x26, "&", 2, virtual=0x31), mac(0x26, "&", 0x12)],
    "2": [x11(0xC9, "é", 11), windows(0xC9, "é", 3, virtual=0x32), mac(0xC9, "é", 0x13)],
    "3": [x11(0x22, '"', 12), windows(0x22, '"', 4, virtual=0x33), mac(0x22, '"', 0x14)],
    "[": [x11(DEAD_CIRCUMFLEX, "", 34), windows(DEAD_CIRCUMFLEX, "", 26), mac(DEAD_CIRCUMFLEX, "", 0x21)],
    "]": [x11(0x24, "$", 35), windows(0x24, "$", 27), mac(0x24, "$", 0x1E)],
    "{": [x11(DEAD_DIAERESIS, "", 34, SHIFT), windows(DEAD_DIAERESIS, "", 26, SHIFT)],
    "}": [x11(0xA3, "£", 35, SHIFT), windows(0xA3, "£", 27, SHIFT), mac(0x2A, "*", 0x1E, SHIFT)],
    "Ctrl+0": [x11(0xC0, "à", 19, CTRL), windows(0xC0, "à", 11, CTRL)],
}
QWERTZ = {
    "[": [
        *(x11(0xDC, "ü", 34), windows(0xDC, "ü", 26), mac(0xDC, "ü", 0x21)),
        *(windows(0x5B, "[", 9, CTRL | ALT), mac(0x5B, "[", 0x17, ALT)),
    ],
    "]": [x11(0x2B, "+", 35), windows(0x2B, "+", 27), mac(0x2B, "+", 0x1E), windows(0x5D, "]", 10, CTRL | ALT)],
    "{": [x11(0xDC, "Ü", 34, SHIFT), windows(0xDC, "Ü", 26, SHIFT), windows(0x7B, "{", 8, CTRL | ALT)],
    "}": [x11(0x2A, "*", 35, SHIFT), windows(0x2A, "*", 27, SHIFT), mac(0x2A, "*", 0x1E, SHIFT)],
}
ARABIC = {
    "S": [x11(0x633, "س", 39), windows(0x633, "س", 31, virtual=0x53), mac(0x633, "س", 0x01)],
    "W": [x11(0x635, "ص", 25), windows(0x635, "ص", 17), mac(0x635, "ص", 0x0D)],
    "E": [x11(0x62B, "ث", 26), windows(0x62B, "ث", 18), mac(0x62B, "ث", 0x0E)],
    "[": [x11(0x62C, "ج", 34), windows(0x62C, "ج", 26), mac(0x62C, "ج", 0x21)],
    "]": [x11(0x62F, "د", 35), windows(0x62F, "د", 27), mac(0x62F, "د", 0x1E)],
    "{": [x11(0x3C, "<", 34, SHIFT)],
    "1": [x11(0x661, "١", 10), mac(0x661, "١", 0x12)],
    "?": [x11(0x61F, "؟", 61, SHIFT)],
    "Ctrl+Z": [x11(0x626, "ئ", 52, CTRL)],
    "Ctrl+F": [x11(0x628, "ب", 41, CTRL), mac(0x628, "ب", 0x03, CTRL)],
    "Ctrl+W": [x11(0x635, "ص", 25, CTRL)],
}
REACHED = [
    pytest.param(sent, key, id=f"{layout}-{sent.platform}-{key}-{n}")
    for layout, keys in (("azerty", AZERTY), ("qwertz", QWERTZ), ("arabic", ARABIC))
    for key, sents in keys.items()
    for n, sent in enumerate(sents)
]


class Desk:
    """A widget with one action for every key that the layouts are to reach."""

    def __init__(self, platform: str) -> None:
        self.widget = QWidget()
        self.triggered: list[str] = []
        self.filter = KeysByPlace(self.widget, platform)
        for key in ("1", "2", "3", "S", "W", "E", "[", "]", "{", "}", "?", "Ctrl+Z", "Ctrl+F", "Ctrl+W", "Ctrl+0"):
            action = QAction(self.widget)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, key=key: self.triggered.append(key))
            self.widget.addAction(action)

    def sent(self, event: QKeyEvent) -> list[str]:
        self.filter.eventFilter(self.widget, event)
        return self.triggered


@pytest.mark.parametrize(("sent", "key"), REACHED)
def test_the_key_at_that_place_acts(qapp: QApplication, sent: Sent, key: str) -> None:
    assert Desk(sent.platform).sent(sent.event()) == [key]


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(x11(0x5A, "z", 25), id="AZERTY has a W of its own: the Z that stands at its place is none"),
        pytest.param(x11(0x5A, "z", 29), id="QWERTZ: Z where Y is"),
        pytest.param(x11(0x41, "a", 24), id="AZERTY: A where Q is"),
        pytest.param(x11(0x2C, ",", 25), id="Dvorak has a W of its own: the comma that stands at its place is none"),
        pytest.param(x11(0x35, "5", 10), id="a digit is that digit wherever it stands"),
        pytest.param(x11(0x633, "س", 0), id="an on-screen keyboard that sends no place"),
        pytest.param(x11(0x01000012, "", 113), id="the left arrow"),
        pytest.param(windows(0x633, "س", 0x11F), id="a key of the extended block"),
        pytest.param(mac(0x01000004, "\r", 0x24), id="Enter"),
        pytest.param(x11(0x633, "س", 39, CTRL), id="no command has Ctrl+S here"),
        pytest.param(x11(0x71, "@", 24, LEVEL_3), id="the third level of Q"),
    ],
)
def test_other_keys_do_nothing(qapp: QApplication, sent: Sent) -> None:
    assert Desk(sent.platform).sent(sent.event()) == []


def test_a_key_that_repeats_itself_or_is_let_go_does_nothing(qapp: QApplication) -> None:
    desk = Desk("xcb")
    repeated = QKeyEvent(QEvent.Type.KeyPress, 0x26, NONE, 10, 0x26, 0, "&", True)
    let_go = QKeyEvent(QEvent.Type.KeyRelease, 0x26, NONE, 10, 0x26, 0, "&")
    assert desk.sent(repeated) == []
    assert desk.sent(let_go) == []
    assert desk.sent(QEvent(QEvent.Type.Show)) == []  # type: ignore[arg-type] # any event comes by


def test_a_command_that_is_switched_off_or_grey_stays_so(qapp: QApplication) -> None:
    desk = Desk("xcb")
    desk.widget.actions()[0].setEnabled(False)
    assert desk.sent(AZERTY["1"][0].event()) == []


def test_every_key_of_a_us_keyboard_stands_at_its_place_on_every_system(qapp: QApplication) -> None:
    keys = "1234567890-=QWERTYUIOP[]ASDFGHJKL;'`\\ZXCVBNM,./"
    linux = {us_key(x11(0, "", scan).event(), "xcb") for scan in range(256)} - {""}
    assert linux == {us_key(x11(0, "", scan).event(), "wayland") for scan in range(256)} - {""} == set(keys)
    assert {us_key(windows(0, "", scan).event(), "windows") for scan in range(256)} - {""} == set(keys)
    assert {us_key(mac(0, "", code).event(), "cocoa") for code in range(256)} - {""} == set(keys)


@pytest.mark.parametrize(
    ("sent", "digit"),
    [(AZERTY["2"][0], 2), (AZERTY["3"][2], 3), (ARABIC["1"][0], 1), (x11(0x32, "2", 99), 2), (ARABIC["S"][0], 0)],
)
def test_a_digit_is_known_in_every_layout_and_script(qapp: QApplication, sent: Sent, digit: int) -> None:
    assert digit_of(sent.event(), sent.platform) == digit


def test_list_and_page_and_window_are_watched(qapp: QApplication) -> None:
    """A list would take a letter for the beginning of a row's name, were it not asked before."""
    window = QWidget()
    pane, listing = QWidget(window), QListView()
    QVBoxLayout(pane).addWidget(listing)
    commands = Commands(window)
    commands._by_place._platform = "xcb"
    label = commands.label_action(0, "Claim", pane)
    commands.serve(pane, label)
    done: list[str] = []
    label.triggered.connect(lambda: done.append("claim"))
    for id in ("sentence", "find"):
        commands[id].setEnabled(True)
        commands[id].triggered.connect(lambda _checked=False, id=id: done.append(id))
    for sent in (ARABIC["S"][0], AZERTY["1"][0], ARABIC["Ctrl+F"][0]):
        QApplication.sendEvent(listing, sent.event())
    assert done == ["sentence", "claim", "find"]
    done.clear()
    QApplication.sendEvent(window, ARABIC["S"][0].event())
    assert done == [], "single keys act only while page or list has the keyboard"
    QApplication.sendEvent(window, ARABIC["Ctrl+F"][0].event())
    assert done == ["find"]


def test_a_chosen_key_is_known_by_its_place_too(qapp: QApplication) -> None:
    window = QWidget()
    commands = Commands(window)
    commands._by_place._platform = "xcb"
    commands.serve(window)
    done: list[str] = []
    commands["sentence"].setEnabled(True)
    commands["sentence"].triggered.connect(lambda: done.append("sentence"))
    commands.set_keys({"sentence": ("G",)})
    QApplication.sendEvent(window, ARABIC["S"][0].event())
    assert done == []
    QApplication.sendEvent(window, x11(0x644, "ل", 42).event())
    assert done == ["sentence"]
    assert commands["sentence"].shortcuts() == [QKeySequence(QKeyCombination(Qt.Key.Key_G))]
