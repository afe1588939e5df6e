"""Fields that a teacher writes in: what is written goes to the lesson after a pause, or when the field is left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from claimlight.ui.controls import Button
from claimlight.ui.look import Look, Type

PAUSE_MS = 800
"""How long typing rests before what was written is kept."""
_LINE, _PARAGRAPH = "\u2029", "\n"


class TextField(QPlainTextEdit):
    """Several lines. Tab goes on to the next control."""

    written = Signal(str)
    """Other words than before stand here."""

    def __init__(self, name: str, look: Look, *, lines: int = 3, grows: bool = False) -> None:
        """`lines` high, or at least that where it `grows`."""
        super().__init__()
        self._lines = lines
        self._grows = grows
        self._kept = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._pause.start)
        self.set_look(look)

    def words(self) -> str:
        """What is written, no-break spaces and all: `toPlainText` would change them."""
        return self.document().toRawText().replace(_LINE, _PARAGRAPH)

    def show_words(self, words: str) -> None:
        """Show what is kept, perhaps without the spaces at its ends; what is being written here right now stays."""
        if words == self.words() or (self.hasFocus() and words in (self._kept, self._kept.strip())):
            self._kept = words
            return
        self._kept = words
        self.setPlainText(words)
        self._pause.stop()

    def keep(self) -> None:
        """Say what is written, if it is not kept yet."""
        self._pause.stop()
        words = self.words()
        if words != self._kept:
            self._kept = words
            self.written.emit(words)

    def set_look(self, look: Look) -> None:
        self.setFont(look.font(Type.TEXT))
        height = self._lines * look.line(Type.TEXT) + look.px(22)
        if self._grows:
            self.setMinimumHeight(height)
        else:
            self.setFixedHeight(height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()


class LineField(QLineEdit):
    """One line."""

    written = Signal(str)

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self._kept = ""
        self.setAccessibleName(name)
        self.editingFinished.connect(self.keep)
        self.set_look(look)

    def show_words(self, words: str) -> None:
        self._kept = words
        if words != self.text():
            self.setText(words)

    def keep(self) -> None:
        words = " ".join(self.text().split())
        if words != self._kept:
            self._kept = words
            self.written.emit(words)

    def set_look(self, look: Look) -> None:
        self.setFont(look.font(Type.TEXT))


class Segments(QWidget):
    """One of a few, side by side; `chosen` says which number."""

    chosen = Signal(int)

    def __init__(self, name: str, captions: tuple[str, ...], look: Look) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons = tuple(Button(caption, look, kind="segment") for caption in captions)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setProperty("last", number == len(captions) - 1)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def set_current(self, number: int) -> None:
        self.buttons[number].setChecked(True)

    @property
    def current(self) -> int:
        return self._group.checkedId()

    def set_captions(self, captions: tuple[str, ...], spoken: tuple[str, ...]) -> None:
        for button, caption, name in zip(self.buttons, captions, spoken, strict=True):
            button.setText(caption)
            button.setAccessibleName(name)

    def set_look(self, look: Look) -> None:
        for button in self.buttons:
            button.set_look(look)
