"""The one question before work is handed in: a name for the teacher, asked only of who has none here yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from claimlight.ui.field_question import FieldQuestion
from claimlight.ui.look import Look
from claimlight.wording import _
from claimlight.wording.handing_in import finish_text

LONGEST = 80
"""Letters of a name."""


class NameQuestion(FieldQuestion):
    """`button` says what comes next, where that is not to finish a lesson."""

    named = Signal(str)

    def __init__(self, over: QWidget, look: Look, button: str = "") -> None:
        super().__init__(
            over,
            look,
            title=_("Whose work is this?"),
            why=_("Your teacher reads this name. It goes nowhere else."),
            hint=_("Type your name"),
            button=(button or finish_text()).replace("&", ""),
            longest=LONGEST,
            width=360,
        )

    def give(self) -> None:
        self.named.emit(" ".join(self.field.text().split()))
