"""Change keys: every command with its keys; choose one and press others, switch it off, or take the usual ones."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.announcing import Announce
from claimlight.ui.commands import COMMANDS, USUAL_KEYS, Commands, shown_keys
from claimlight.ui.controls import Button, Caption, KeyButton, Paragraph, hairline
from claimlight.ui.cover import Cover
from claimlight.ui.flow import Flow
from claimlight.ui.key_choices import objection
from claimlight.ui.key_list import KeyEntry, KeyList
from claimlight.ui.look import Look, Type
from claimlight.wording import _

KeepKeys = Callable[[Mapping[str, tuple[str, ...]]], str]
"""Keep the chosen keys and use them from now on; what went wrong as a sentence, "" where nothing did."""

_MODIFIERS = {
    *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
}
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class KeyPage(QWidget):
    """Lies over the whole of its parent and goes with Esc or its button. `labels` are the names of the labels."""

    closed = Signal()

    def __init__(
        self,
        commands: Commands,
        menus: QMenuBar,
        labels: Sequence[str],
        look: Look,
        parent: QWidget,
        *,
        keep: KeepKeys,
        announce: Announce,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Change keys"))
        self._commands = commands
        self._look = look
        self._keep = keep
        self._announce = announce
        self._wanted = ""
        self._order = _ids_by_menu(menus, commands, len(labels))
        self._names = _names(labels)
        self._build()
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self._listen)
        commands.keys_changed.connect(self._fill)
        self._fill()
        self._show_chosen()
        self._cover = Cover(self, parent)

    def open(self) -> None:
        """Cover the parent and take the keyboard."""
        self._cover.open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round in the page."""
        stops: list[QWidget] = [self.list, self.press_keys, self.use_here, self.switch_off, self.usual]
        stops = [stop for stop in (*stops, self.all_usual, self.close_button) if stop.isVisible() and stop.isEnabled()]
        if not self.isVisible() or not stops:
            return super().focusNextPrevChild(next)
        here = next_to(stops, self.focusWidget(), 1 if next else -1)
        here.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("sunken"))
        painter.end()

    # Building

    def _build(self) -> None:
        look = self._look
        self.close_button = KeyButton(_("Close"), _("Esc"), look)
        self.close_button.clicked.connect(self._leave)
        self.all_usual = Button(_("All usual keys"), look)
        self.all_usual.clicked.connect(lambda: self._keep_and_say({}, _("All commands have their usual keys.")))
        self.list = KeyList(look)
        self._name = Caption("", look, Type.HEADING)
        self._said = Paragraph("", look, Type.PARAGRAPH)
        self.press_keys = KeyCatcher(look)
        self.press_keys.caught.connect(self._take)
        self.use_here = Button(_("Use it here"), look, kind="primary")
        self.use_here.clicked.connect(self._take_from_holder)
        self.switch_off = Button(_("Switch off"), look)
        self.switch_off.clicked.connect(self._switch_off)
        self.usual = Button(_("Usual keys"), look)
        self.usual.clicked.connect(self._back_to_usual)
        self._card = QFrame()
        self._card.setObjectName("floating")
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._card)
        self._column = QVBoxLayout(self._card)
        self._column.addLayout(self._head())
        self._column.addWidget(self.list, 1)
        self._column.addWidget(hairline())
        for part in (self._name, self._said, self._buttons()):
            self._column.addWidget(part)
        self._space()

    def _head(self) -> QHBoxLayout:
        look, head, titles = self._look, QHBoxLayout(), QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(Caption(_("Change keys"), look, Type.PAGE_TITLE))
        how = _("Choose a command, then press the keys that you want for it.")
        titles.addWidget(Paragraph(how, look, Type.SECONDARY, "ink2"))
        head.addLayout(titles, 1)
        head.addWidget(self.all_usual, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _buttons(self) -> QWidget:
        box = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        flow = Flow(box, across=self._look.px(8), down=self._look.px(6))
        for button in (self.press_keys, self.use_here, self.switch_off, self.usual):
            flow.addWidget(button)
        return box

    def _space(self) -> None:
        px = self._look.px
        side = max(px(12), min(px(96), (self.width() - px(760)) // 2))
        self._outer.setContentsMargins(side, px(20), side, px(20))
        inner = px(32 if self.width() > px(800) else 16)
        self._column.setContentsMargins(inner, px(20), inner, px(16))
        self._column.setSpacing(px(8))

    # Showing

    def _fill(self) -> None:
        entries = [
            KeyEntry(id, self._names[id], self._commands.keys(id)) if id else KeyEntry("", title)
            for title, id in self._order
        ]
        self.list.set_entries(entries)

    def _show_chosen(self) -> None:
        """What can be done with the command in hand."""
        id = self.list.current
        self.press_keys.stop()
        self._offer("")
        entry = self.list.entry(id)
        self._name.setText(entry.spoken() if entry is not None else "")
        self._said.setText(_("Enter or “Press new keys”, then the keys."))
        self.switch_off.setEnabled(bool(self._commands.keys(id)))
        self.usual.setEnabled(self._commands.keys(id) != USUAL_KEYS.get(id, ()))
        self.all_usual.setEnabled(bool(self._commands.chosen_keys))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._announce(words)

    def _offer(self, key: str) -> None:
        """Offer to take `key` from the command that has it."""
        self._wanted = key
        self.use_here.setVisible(bool(key))

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    # Choosing

    def _listen(self) -> None:
        self.press_keys.setFocus(Qt.FocusReason.OtherFocusReason)
        self.press_keys.listen()
        self._announce(self.press_keys.accessibleName())

    def _take(self, key: str) -> None:
        """Give the command in hand the key, and no other, if nothing speaks against it."""
        id = self.list.current
        against = objection(self._commands, id, key, self._names.__getitem__)
        if against is not None:
            self._offer(key if against.holder else "")
            self._say(against.words)
            return
        self._give({id: (key,)}, _("“{command}” has {key} now.").format(command=self._names[id], key=shown_keys(key)))

    def _take_from_holder(self) -> None:
        id, key = self.list.current, self._wanted
        against = objection(self._commands, id, key, self._names.__getitem__)
        if against is None or not against.holder:
            return
        rest = tuple(other for other in self._commands.keys(against.holder) if other != key)
        words = _("“{command}” has {key} now, and “{other}” does not.")
        words = words.format(command=self._names[id], key=shown_keys(key), other=self._names[against.holder])
        self._give({against.holder: rest, id: (key,)}, words)
        self.press_keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch_off(self) -> None:
        id = self.list.current
        words = _("“{command}” has no key now; it is still in the menu.").format(command=self._names[id])
        self._give({id: ()}, words)
        self.press_keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_usual(self) -> None:
        id = self.list.current
        for key in USUAL_KEYS[id]:
            against = objection(self._commands, id, key, self._names.__getitem__)
            if against is not None:
                self._offer(key if against.holder else "")
                self._say(against.words)
                return
        self._give({id: USUAL_KEYS[id]}, _("“{command}” has its usual keys again.").format(command=self._names[id]))
        self.press_keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, new: Mapping[str, tuple[str, ...]], words: str) -> None:
        self._keep_and_say({**self._commands.chosen_keys, **new}, words)

    def _keep_and_say(self, chosen: Mapping[str, tuple[str, ...]], words: str) -> None:
        failed = self._keep(chosen)
        self._show_chosen()
        self._say(failed or words)


class KeyCatcher(Button):
    """A button that, once pressed, waits for a combination of keys; Esc lets go of it."""

    caught = Signal(str)
    """The combination as a portable key sequence."""

    def __init__(self, look: Look) -> None:
        super().__init__(_("Press new keys"), look)
        self._listening = False
        self.clicked.connect(self.listen)

    def listen(self) -> None:
        self._listening = True
        self.setText(_("Now press the keys; Esc lets it be"))

    def stop(self) -> None:
        self._listening = False
        self.setText(_("Press new keys"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._listening:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() not in _MODIFIERS and not event.isAutoRepeat():
            self.stop()
            self.caught.emit(_sequence(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar that is let go clicks a button: not the one that was just told of it."""
        if not self._listening:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.stop()


def next_to(stops: Sequence[QWidget], here: QWidget | None, step: int) -> QWidget:
    """The stop after (or before) the one that has the keyboard."""
    at = next((n for n, stop in enumerate(stops) if stop is here), -1 if step > 0 else 0)
    return stops[(at + step) % len(stops)]


def _sequence(event: QKeyEvent) -> str:
    """Without Shift where it only chose the sign: "{" is a key of its own in every layout."""
    modifiers, key = event.modifiers() & _COMMANDING, Qt.Key(event.key())
    if key < Qt.Key.Key_Escape and not chr(key).isalpha():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)


def _ids_by_menu(menus: QMenuBar, commands: Commands, labels: int) -> list[tuple[str, str]]:
    """(title of the menu, "") where a menu begins, and ("", id) for each command in it."""
    ids: dict[QAction, str] = {commands[command.id]: command.id for command in COMMANDS}
    order: list[tuple[str, str]] = [(_("Labels"), ""), *(("", f"label-{n}") for n in range(labels))]
    for top in menus.actions():
        menu = top.menu()
        found = [ids[action] for action in menu.actions() if action in ids] if menu is not None else []  # type: ignore[attr-defined] # a QMenu
        if found:
            order += [(_plain(top.text()), ""), *(("", id) for id in found)]
    return order


def _names(labels: Sequence[str]) -> dict[str, str]:
    names = {command.id: _plain(_(command.text)) for command in COMMANDS}
    for n in range(len([id for id in USUAL_KEYS if id.startswith("label-")])):
        names[f"label-{n}"] = labels[n] if n < len(labels) else _("Label {n}").format(n=n + 1)
    return names


def _plain(text: str) -> str:
    """A menu's words without the sign for its letter."""
    return text.replace("&", "").rstrip("…")
