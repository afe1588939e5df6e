"""*New class*: a name and the names of its students."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.wording import _


class NewClass(ColumnSheet):
    """`made` gives the name and the pasted list."""

    made = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=_("New class"), back=_("Classes"), width=680)
        self.name = QLineEdit()
        self.name.setAccessibleName(_("What is the class called?"))
        self.roster = QPlainTextEdit()
        self.roster.setAccessibleName(_("Who is in it? One name a line."))
        self.roster.setTabChangesFocus(True)
        self.make = Button(_("Make the class"), look, kind="primary")
        self.make.setEnabled(False)
        self.make.clicked.connect(lambda: self.made.emit(self.name.text(), self.roster.toPlainText()))
        self.name.textChanged.connect(lambda words: self.make.setEnabled(bool(words.strip())))
        self.column.addWidget(self.wear(Paragraph(_("What is the class called?"), look, Type.HEADING)))
        self.column.addWidget(self.name)
        self.column.addWidget(self.wear(Paragraph(_("Who is in it? One name a line."), look, Type.HEADING)))
        self.column.addWidget(self.roster, 1)
        self.column.addLayout(self.row_of(self.make))
        self.set_look(look)

    def begin(self) -> None:
        self.name.setFocus()
