"""One question: when may students see the answers?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from claimlight.core.lesson import Mode
from claimlight.ui.controls import Paragraph
from claimlight.ui.look import Look, Type
from claimlight.wording import N_, _

MODES = {
    Mode.PRACTICE: (
        N_("At once"),
        N_("For practice. The answers are in the file, and who looks inside can read them."),
    ),
    Mode.HOMEWORK: (
        N_("When I say"),
        N_("The answers are in the file, but locked. You let them go from the class, or with the marks."),
    ),
    Mode.ASSESSMENT: (
        N_("Never on their laptop"),
        N_("The answers stay here. They get your marks and what you write."),
    ),
}
"""What each is called, and what it means."""


def mode_name(mode: str) -> str:
    """What a way of giving a lesson out is called."""
    return _(MODES[Mode(mode)][0]) if mode in set(Mode) else ""


class AnswerTimes(QWidget):
    """*At once* is chosen until another is."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._title = Paragraph(_("When may they see the answers?"), look, Type.HEADING)
        self._column.addWidget(self._title)
        self.choices: tuple[QRadioButton, ...] = ()
        self._said: list[Paragraph] = []
        for number, (name, meaning) in enumerate(MODES.values()):
            button = QRadioButton(_(name))
            button.setAccessibleDescription(_(meaning))
            words = Paragraph(_(meaning), look, Type.SMALL, "ink2")
            self._group.addButton(button, number)
            self._column.addWidget(button)
            self._column.addWidget(words)
            self.choices += (button,)
            self._said.append(words)
        self.choices[0].setChecked(True)
        self._group.idClicked.connect(lambda _number: self.changed.emit())
        self.set_look(look)

    @property
    def mode(self) -> Mode:
        return tuple(MODES)[self._group.checkedId()]

    def set_look(self, look: Look) -> None:
        self._look = look
        px = look.px
        for part in (self._title, *self._said):
            part.set_look(look)
        for words in self._said:
            words.setContentsMargins(px(22), 0, 0, 0)
        for choice in self.choices:
            choice.setFont(look.font(Type.TEXT))
            choice.setMinimumHeight(px(32))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
