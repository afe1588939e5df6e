"""A question with one field, on a card beside a button: what is asked, why, what is typed, and why it does not do."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import Popover


class FieldQuestion(Popover):
    """Enter and `button` `give` what was typed; Esc goes back, and nothing has happened."""

    def __init__(
        self, over: QWidget, look: Look, *, title: str, why: str, hint: str, button: str, longest: int, width: int
    ) -> None:
        """`hint` stands in the empty field, which takes `longest` UTF-16 units; `width` is px at 100 % text."""
        super().__init__(over, look, width=width)
        self.setAccessibleName(title)
        self._title = Paragraph(title, look, Type.HEADING)
        self._why = Paragraph(why, look, Type.SECONDARY, "ink2")
        self.field = QLineEdit()
        self.field.setMaxLength(longest)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self._said = Paragraph("", look, Type.SECONDARY)
        self.button = Button(button, look, kind="primary")
        self.button.clicked.connect(self.give)
        self.field.textChanged.connect(lambda _words: self._fit_button())
        self._column = QVBoxLayout(self)
        for part in (self._title, self._why, self.field, self._said, self.button):
            self._column.addWidget(part)
        self._said.hide()
        self._fit_button()
        self.set_look(look)

    def ask(self, place: QRect) -> None:
        self._place = place
        self.open_beside(place)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Why what was typed does not do; something else can be typed."""
        self._said.setText(words)
        self._said.show()
        self._fit_button()
        self._fit()
        self._move_beside(self._place)
        self.field.setAccessibleDescription(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Hand on what was typed."""
        raise NotImplementedError

    def set_look(self, look: Look) -> None:
        self._look = look
        self.field.setFont(look.font(Type.TEXT))
        for part in (self._title, self._why, self._said, self.button):
            part.set_look(look)
        self._column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
        self._column.setSpacing(look.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.isEnabled():
            self.give()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fit_button(self) -> None:
        self.button.setEnabled(bool(self.field.text().strip()))
