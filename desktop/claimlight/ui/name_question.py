"""The one question before work is handed in: a name for the teacher, asked only of who has none here yet."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import Popover
from claimlight.wording import _
from claimlight.wording.handing_in import finish_text

LONGEST = 80
"""Letters of a name."""


class NameQuestion(Popover):
    """Enter gives the name; Esc goes back to the page, and nothing is closed."""

    named = Signal(str)

    def __init__(self, over: QWidget, look: Look, button: str = "") -> None:
        """`button` says what comes next, where that is not to finish a lesson."""
        super().__init__(over, look, width=360)
        self.setAccessibleName(_("Whose work is this?"))
        self._title = Paragraph(_("Whose work is this?"), look, Type.HEADING)
        self._why = Paragraph(_("Your teacher reads this name. It goes nowhere else."), look, Type.SECONDARY, "ink2")
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(_("Type your name"))
        self.field.setAccessibleName(_("Type your name"))
        self._said = Paragraph("", look, Type.SECONDARY)
        self.finish = Button((button or finish_text()).replace("&", ""), look, kind="primary")
        self.finish.clicked.connect(self._give)
        self.field.textChanged.connect(lambda words: self.finish.setEnabled(bool(words.strip())))
        self.finish.setEnabled(False)
        self._column = QVBoxLayout(self)
        for part in (self._title, self._why, self.field, self._said, self.finish):
            self._column.addWidget(part)
        self._said.hide()
        self.set_look(look)

    def ask(self, place: QRect) -> None:
        self._place = place
        self.open_beside(place)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Why this name cannot be taken."""
        self._said.setText(words)
        self._said.show()
        self._fit()
        self._move_beside(self._place)
        self.field.setAccessibleDescription(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.field.setFont(look.font(Type.TEXT))
        for part in (self._title, self._why, self._said, self.finish):
            part.set_look(look)
        self._column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
        self._column.setSpacing(look.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.finish.isEnabled():
            self._give()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        self.named.emit(" ".join(self.field.text().split()))
