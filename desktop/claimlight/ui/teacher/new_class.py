"""*New class*: a name, the names of its students, and when it ends."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.days import Days
from claimlight.wording import _, ngettext


class NewClass(ColumnSheet):
    """`made` gives the name, the names in it, and the day it ends, or ""."""

    made = Signal(str, object, str)
    roster_wanted = Signal()
    """Names from a file are wanted."""

    def __init__(self, today: date, look: Look) -> None:
        super().__init__(look, title=_("New class"), back=_("Classes"), width=680, gap=8)
        self.name = QLineEdit()
        self.name.setAccessibleName(_("What is the class called?"))
        self.roster = QPlainTextEdit()
        self.roster.setAccessibleName(_("Who is in it? One name a line."))
        self.roster.setTabChangesFocus(True)
        self.ends = self.wear(Days(_("When does the class end?"), look))
        self.ends.offer_end(today)
        self.make = Button(_("Make the class"), look, kind="primary")
        self.make.setEnabled(False)
        self.from_file = Button(_("From a file…"), look)
        self.from_file.clicked.connect(self.roster_wanted)
        self.from_file.hide()
        self._count = Caption("", look, Type.SMALL, "second")
        self.make.clicked.connect(lambda: self.made.emit(self.name.text(), self.names, self.ends.day))
        self.name.textChanged.connect(lambda words: self.make.setEnabled(bool(words.strip())))
        self.roster.textChanged.connect(self._tell_count)
        self._ask(_("What is the class called?"))
        self.column.addWidget(self.name)
        self._ask(_("Who is in it? One name a line."))
        self.column.addWidget(self.roster, 1)
        self.column.addWidget(self.wear(self._count))
        self.column.addLayout(self.row_of(self.from_file))
        self._ask(_("When does the class end?"))
        row = Flow()
        row.addWidget(self.ends)
        self.column.addLayout(row)
        later = _("Then Claimlight offers to export what was handed in and to delete it. It can be changed later.")
        self.column.addWidget(self.wear(Paragraph(later, look, Type.SMALL, "ink2")))
        self._buttons = self.row_of(self.make)
        self.column.addLayout(self._buttons)
        self.set_look(look)

    @property
    def names(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.roster.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    def show_known(self, name: str, ends: str | None, names: Sequence[str]) -> None:
        """What was said of the class before, and the names that a file held."""
        self.name.setText(name)
        self.roster.setPlainText("\n".join(names))
        if ends is not None:
            self.ends.set_day(ends)

    def begin(self) -> None:
        self.name.setFocus()

    def space(self) -> None:
        super().space()
        self.name.setFont(self._look.font(Type.TEXT))
        self.roster.setFont(self._look.font(Type.TEXT))
        self.roster.setMinimumHeight(self._look.px(180))
        self._buttons.setContentsMargins(0, self._look.px(12), 0, 0)

    def _ask(self, words: str) -> None:
        self.column.addWidget(self.wear(Paragraph(words, self._look, Type.HEADING)))

    def _tell_count(self) -> None:
        count = len(self.names)
        self._count.setText(ngettext("{n} student", "{n} students", count).format(n=count) if count else "")
