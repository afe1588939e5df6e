"""Ask for the words that open something: a field beside the button, and what is wrong with them."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import Popover
from claimlight.wording import _

LONGEST = 200
"""Letters."""


class WordsQuestion(Popover):
    """Enter says them; Esc goes back."""

    said = Signal(str)

    def __init__(self, over: QWidget, look: Look, title: str, why: str) -> None:
        super().__init__(over, look, width=400)
        self.setAccessibleName(title)
        self._title = Paragraph(title, look, Type.HEADING)
        self._why = Paragraph(why, look, Type.SECONDARY, "ink2")
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(_("Type the words"))
        self.field.setAccessibleName(_("Type the words"))
        self._answer = Paragraph("", look, Type.SECONDARY)
        self.open_button = Button(_("Open"), look, kind="primary")
        self.open_button.clicked.connect(self._say)
        self.field.textChanged.connect(lambda _words: self._fit_button())
        self._column = QVBoxLayout(self)
        for part in (self._title, self._why, self.field, self._answer, self.open_button):
            self._column.addWidget(part)
        self._answer.hide()
        self._fit_button()
        self.set_look(look)

    def ask(self, place: QRect) -> None:
        self._place = place
        self.open_beside(place)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, words: str) -> None:
        """What became of the words; then they can be said again."""
        self._answer.setText(words)
        self._answer.show()
        self.field.setEnabled(True)
        self._fit_button()
        self._fit()
        self._move_beside(self._place)
        self.field.setAccessibleDescription(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.field.setFont(look.font(Type.TEXT))
        for part in (self._title, self._why, self._answer, self.open_button):
            part.set_look(look)
        self._column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
        self._column.setSpacing(look.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.open_button.isEnabled():
            self._say()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fit_button(self) -> None:
        self.open_button.setEnabled(bool(self.field.text().strip()))

    def _say(self) -> None:
        """They are tried beside the window; until then nothing else is said."""
        self.open_button.setEnabled(False)
        self.said.emit(self.field.text())
