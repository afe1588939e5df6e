"""Every command of the window, made once: its words, its keys, and where the keys act.

Menus, bars and shortcuts share these actions. Keys without Ctrl or Alt act only while the page, the list or the review
card has the focus, so that they never take a letter from somebody who is typing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget
from shiboken6 import isValid

from claimlight.ui.key_places import KeysByPlace
from claimlight.wording import N_, _


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `keys` are portable key sequences, the first is shown; `single` keys act only in page and list."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    single: bool = False
    in_lesson: bool = False
    """Whether it needs an open lesson; whoever opens one enables it."""
    switch: bool = False
    """Whether it turns something on and off."""
    teacher: bool = False
    """Whether only a teacher's page has a use for it, which shows it as long as it is there."""


COMMANDS = (
    Command("open", N_("&Open a lesson file…"), ("Ctrl+O",)),
    Command("shelf", N_("&Shelf"), ("Ctrl+W",), in_lesson=True),
    Command("progress", N_("My pro&gress"), ("Ctrl+Shift+P",)),
    Command("next-person", N_("&Next person"), ("Ctrl+Shift+N",)),
    Command("hand-in", N_("&Hand in…")),
    Command("leave-class", N_("Remove a class’s &work…")),
    Command("remove-work", N_("Remo&ve my work…")),
    Command("teach", N_("I &teach")),
    Command("quit", N_("&Quit"), ("Ctrl+Q",)),
    Command("undo", N_("&Undo"), ("Ctrl+Z",), in_lesson=True),
    Command("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), in_lesson=True),
    Command("remove", N_("Re&move highlight"), ("Del", "Backspace"), single=True, in_lesson=True),
    Command("find", N_("&Find in the article"), ("Ctrl+F",), in_lesson=True),
    Command("sentence", N_("Take the whole &sentence"), ("S",), single=True, in_lesson=True),
    Command("pen-down", N_("&Put the pen down"), ("Esc",), single=True, in_lesson=True),
    Command("end-back", N_("Move its end &back a word"), ("[",), single=True, in_lesson=True),
    Command("end-on", N_("Move its end &on a word"), ("]",), single=True, in_lesson=True),
    Command("start-back", N_("Move its start ba&ck a word"), ("{",), single=True, in_lesson=True),
    Command("start-on", N_("Move its s&tart on a word"), ("}",), single=True, in_lesson=True),
    Command("note", N_("&Note on this highlight…"), ("Ctrl+Shift+M",), in_lesson=True),
    Command("who", N_("&Who says it?…"), ("W",), single=True, in_lesson=True),
    Command("evidence", N_("How good is the &evidence?…"), ("E",), single=True, in_lesson=True),
    Command("link", N_("What does it &answer?…"), ("L",), single=True, in_lesson=True),
    Command("check", N_("&Check my work"), ("Ctrl+Return", "Ctrl+Enter"), in_lesson=True),
    Command("say-words", N_("I have the &words…"), in_lesson=True),
    Command("again", N_("Start &again with an empty page"), in_lesson=True),
    Command("next-mark", N_("&Next mark"), ("N",), single=True, in_lesson=True),
    Command("previous-mark", N_("&Previous mark"), ("P",), single=True, in_lesson=True),
    Command("next-student", N_("Ne&xt student"), ("Ctrl+J",), in_lesson=True, teacher=True),
    Command("previous-student", N_("Pre&vious student"), ("Ctrl+Shift+J",), in_lesson=True, teacher=True),
    Command("larger", N_("&Larger text"), ("Ctrl++", "Ctrl+=")),
    Command("smaller", N_("&Smaller text"), ("Ctrl+-",)),
    Command("usual-size", N_("&Usual text size"), ("Ctrl+0",)),
    Command("by-sentence", N_("&Click a sentence, then a label"), switch=True),
    Command("keep-still", N_("&Nothing moves by itself"), switch=True),
    Command("plain", N_("&Plain language"), ("Ctrl+Shift+L",), in_lesson=True, switch=True),
    Command("explain", N_("&Explain this word"), ("G",), single=True, in_lesson=True),
    Command("words", N_("&Words explained…"), in_lesson=True),
    Command("aloud", N_("Read &aloud, or pause"), ("R",), single=True, in_lesson=True),
    Command("aloud-back", N_("Sentence &before"), (",",), single=True, in_lesson=True),
    Command("aloud-next", N_("Ne&xt sentence"), (".",), single=True, in_lesson=True),
    Command("aloud-stop", N_("Stop &reading"), ("Shift+R",), single=True, in_lesson=True),
    Command("other-pane", N_("Go to the &other pane"), ("F6",), in_lesson=True),
    Command("keys", N_("Everything by &keyboard"), ("F1", "?")),
    Command("change-keys", N_("&Change keys…")),
    Command("guide", N_("&Guide for students")),
    Command("teachers-guide", N_("Guide for &teachers")),
    Command("about-lesson", N_("About this &lesson"), in_lesson=True),
    Command("about", N_("&About Claimlight")),
)

LABEL_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9")

USUAL_KEYS = {
    **{command.id: command.keys for command in COMMANDS},
    **{f"label-{n}": (key,) for n, key in enumerate(LABEL_KEYS)},
}
"""The keys of every command, and of each label by its number, as long as nobody chooses others."""


class Commands(QObject):
    """The window's actions by id. `labels` are remade for each lesson, since each trains its own."""

    keys_changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._labels: dict[str, QAction] = {}
        self._by_place = KeysByPlace(self)
        self._actions = {command.id: self._action(command) for command in COMMANDS}
        window.installEventFilter(self._by_place)

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def single(self) -> tuple[QAction, ...]:
        """The actions whose keys a page or list must take up to have them."""
        return tuple(self._actions[command.id] for command in COMMANDS if command.single)

    def serve(self, widget: QWidget, *labels: QAction) -> None:
        """Have the keys without Ctrl or Alt, and those of the labels, act while `widget` has the keyboard."""
        widget.addActions([*self.single(), *labels])
        for listening in (widget, *widget.findChildren(QAbstractItemView)):
            listening.installEventFilter(self._by_place)

    def label_action(self, number: int, name: str, page: QWidget) -> QAction:
        """The action of the label with this number (from 0) in the label bar; it goes when `page` goes.

        It is checkable only while its label is the pen (see `show_pen`): else Qt would check it, and everything that
        shows it, at each highlight.
        """
        action = QAction(name, page)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._labels[f"label-{number}"] = action
        self._give_keys(f"label-{number}", action)
        return action

    def show_pen(self, action: QAction, taken: bool) -> None:
        """Check the action of the label that is taken as a pen."""
        action.setCheckable(taken)
        action.setChecked(taken)

    def label_names(self) -> tuple[str, ...]:
        """The labels of the open lesson, in their order; none where none is open."""
        return tuple(action.text() for action in self._labels.values() if isValid(action))

    def speak_anew(self) -> None:
        """Say every command's words in the language that is spoken now."""
        for command in COMMANDS:
            self._actions[command.id].setText(_(command.text))

    # Keys

    def keys(self, id: str) -> tuple[str, ...]:
        """The keys of a command, or of `label-0`, as portable key sequences; the first is shown."""
        return self._chosen.get(id, USUAL_KEYS.get(id, ()))

    def shown(self, id: str) -> str:
        """The first key as it is written on this system; "" where the command has none."""
        keys = self.keys(id)
        return shown_keys(keys[0]) if keys else ""

    @property
    def chosen_keys(self) -> Mapping[str, tuple[str, ...]]:
        """What somebody chose in place of the usual keys."""
        return self._chosen

    def set_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Give these commands these keys (none: switched off), and all others their usual ones."""
        new = {id: keys for id, keys in chosen.items() if id in USUAL_KEYS and keys != USUAL_KEYS[id]}
        if new == self._chosen:
            return
        self._chosen = new
        for id, action in (*self._actions.items(), *self._labels.items()):
            if isValid(action):
                self._give_keys(id, action)
        self.keys_changed.emit()

    def _give_keys(self, id: str, action: QAction) -> None:
        action.setShortcuts([QKeySequence(key) for key in self.keys(id)])

    def _action(self, command: Command) -> QAction:
        action = QAction(_(command.text), self)
        action.setCheckable(command.switch)
        self._give_keys(command.id, action)
        if command.single:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(action)
        action.setEnabled(not command.in_lesson)
        action.setVisible(not command.teacher)
        return action


def shown_keys(keys: str) -> str:
    """A key sequence as it is written on this system: "Ctrl+Enter"."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", _("Enter"))
