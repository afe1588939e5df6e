"""*Bring a class back*: the classes that a copy holds, each with a button where it is not here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.wording import _, ngettext
from claimlight.work.older_copy import InCopy


class BringBackPage(ColumnSheet):
    """What is here stays as it is; only whole classes that are missing come."""

    wanted = Signal(str)
    """The id of the class."""

    def __init__(self, file: str, classes: Sequence[InCopy], look: Look) -> None:
        super().__init__(look, title=_("Bring a class back"), back=_("My classes"), width=760)
        words = _(
            "“{file}” holds these classes, as they were when the copy was made. Bringing one back changes nothing "
            "else on this computer."
        )
        self.column.addWidget(self.wear(Paragraph(words.format(file=file), look, Type.PARAGRAPH, "ink2")))
        self.buttons: list[Button] = []
        for one in classes:
            self.column.addLayout(self._row(one))
        if not classes:
            self.column.addWidget(self.wear(Paragraph(_("There is no class in it."), look, Type.PARAGRAPH)))
        self.column.addStretch(1)
        self.set_look(look)

    def begin(self) -> None:
        (self.buttons[0] if self.buttons else self.back).setFocus()

    def _row(self, one: InCopy) -> QHBoxLayout:
        row, said = QHBoxLayout(), QVBoxLayout()
        said.addWidget(self.wear(Caption(one.name, self._look, Type.HEADING)))
        said.addWidget(self.wear(Caption(_facts(one), self._look, tone="second")))
        row.addLayout(said, 1)
        if one.here:
            row.addWidget(self.wear(Caption(_("is here"), self._look, tone="second")))
        else:
            button = self.wear(Button(_("Bring back"), self._look))
            button.setAccessibleName(_("Bring back {name}").format(name=one.name))
            button.clicked.connect(lambda: self.wanted.emit(one.id))
            self.buttons.append(button)
            row.addWidget(button)
        return row


def _facts(one: InCopy) -> str:
    students = ngettext("{n} student", "{n} students", one.students).format(n=one.students)
    works = ngettext("{n} work", "{n} works", one.works).format(n=one.works)
    return f"{students} · {works}"
