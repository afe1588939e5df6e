"""Ask for the words that open something: a field beside the button, and what is wrong with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from claimlight.ui.field_question import FieldQuestion
from claimlight.ui.look import Look
from claimlight.wording import _

LONGEST = 200
"""Letters."""


class WordsQuestion(FieldQuestion):
    """The words are tried beside the window; until that is told by `say`, nothing else is given."""

    said = Signal(str)

    def __init__(self, over: QWidget, look: Look, title: str, why: str) -> None:
        super().__init__(
            over,
            look,
            title=title,
            why=why,
            hint=_("Type the words"),
            button=_("Open"),
            longest=LONGEST,
            width=400,
        )

    def give(self) -> None:
        self.button.setEnabled(False)
        self.said.emit(self.field.text())
