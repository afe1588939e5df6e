"""One class: who is in it, and what they have handed in."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from claimlight.handin.class_file import ClassFile
from claimlight.ui.controls import IconButton, Paragraph
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.wording import _


class ClassPage(ColumnSheet):
    """The bar leads to what can be done with the class; below are its students."""

    lesson_opened = Signal(str)
    """The head of a lesson's column was clicked: its hash."""
    work_opened = Signal(str, str)
    """A cell was clicked: whose it is, and the lesson's hash."""

    def __init__(self, one: ClassFile, look: Look) -> None:
        super().__init__(look, title=one.name, back=_("Classes"), width=1200)
        self.class_id = one.id
        self.more = self.wear(IconButton(Icon.MORE, _("More for this class"), look))
        self.menu = QMenu(self)
        self.more.clicked.connect(lambda: self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.more.hide()
        self.bar.addWidget(self.more)
        for name in one.roster:
            self.column.addWidget(self.wear(Paragraph(name, look, Type.TEXT)))
        self.column.addStretch(1)
        self.set_look(look)

    def add_command(self, words: str, slot: Callable[[], object]) -> QAction:
        """One more line of the menu "…"."""
        self.more.show()
        action = self.menu.addAction(words)
        action.triggered.connect(lambda: slot())
        return action

    def begin(self) -> None:
        self.back.setFocus()
