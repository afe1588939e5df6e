"""How good the evidence is in this text: three shapes with their words, one key each."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.icons import Icon
from claimlight.ui.key_places import digit_of
from claimlight.ui.ledger_cells import SHAPES
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import Popover
from claimlight.wording import _

_WIDTH = 250


class EvidencePicker(Popover):
    """Keys 1, 2, 3 or a click; what was said already is marked, and choosing it again takes it back."""

    chosen = Signal(str, str)
    """(highlight, value); an empty value takes it back."""

    def __init__(self, over: QWidget, look: Look, values: Sequence[tuple[str, str]]) -> None:
        super().__init__(over, look, width=_WIDTH)
        self._id = ""
        self._said = ""
        self.setAccessibleName(_("How good is the evidence here?"))
        self._title = Paragraph(_("How good is the evidence here?"), look, Type.SECONDARY_HEADING)
        self.buttons = tuple(self._button(n, value, name) for n, (value, name) in enumerate(values))
        self._column = QVBoxLayout(self)
        for part in (self._title, *self.buttons):
            self._column.addWidget(part)
        self.set_look(look)

    def ask(self, id: str, said: str, place: QRect) -> None:
        self._id = id
        self._said = said
        for button in self.buttons:
            button.setChecked(button.property("value") == said)
        needed = max(button.sizeHint().width() for button in self.buttons) / self._look.scale
        self._width = max(_WIDTH, round(needed) + 60)  # the key's cap and the margins
        self.open_beside(place)
        first = next((button for button in self.buttons if button.isChecked()), self.buttons[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._title.set_look(look)
        for button in self.buttons:
            button.set_look(look)
        self._column.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(10))
        self._column.setSpacing(look.px(4))
        self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if 0 < digit_of(event) <= len(self.buttons):
            self.buttons[digit_of(event) - 1].click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            here = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0)
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.buttons[(here + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _button(self, number: int, value: str, name: str) -> "_Choice":
        button = _Choice(name, str(number + 1), SHAPES.get(value, Icon.DASHED_RING), self._look)
        button.setProperty("value", value)
        button.clicked.connect(lambda: self._choose(value))
        return button

    def _choose(self, value: str) -> None:
        id, again = self._id, value == self._said
        self.leave()
        self.chosen.emit(id, "" if again else value)


class _Choice(Button):
    """A shape, its word, and its key at the end."""

    def __init__(self, name: str, key: str, shape: Icon, look: Look) -> None:
        super().__init__(name, look, kind="flat", icon=shape)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("text-align: left" if not self.isRightToLeft() else "text-align: right")
        self.setAccessibleDescription(_("Key {key}").format(key=key))
        self._cap = Caption(key, look, Type.SMALL, "third")
        self._cap.setParent(self)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        if hasattr(self, "_cap"):
            self._cap.set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._cap.sizeHint()
        left = 8 if self.isRightToLeft() else self.width() - size.width() - 8
        self._cap.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
