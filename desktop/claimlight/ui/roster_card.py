"""One card: you are in this class; which name on its list is yours?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.people_list import Name, Names
from claimlight.ui.search_field import SearchField
from claimlight.ui.sheet import CardSheet
from claimlight.wording import _

SEARCHED_FROM = 12
"""So many names are searched; fewer are read."""


class RosterCard(CardSheet):
    """`chosen` gives the name; who is not on the list leaves."""

    chosen = Signal(str)

    def __init__(self, said: str, roster: Sequence[str], look: Look) -> None:
        """`said` is the sentence over the question."""
        super().__init__(look, width=720)
        self._all = tuple(Name(name, name) for name in sorted(roster, key=str.casefold))
        self._said = self.wear(Paragraph(said, look, Type.PAGE_TITLE, balanced=True))
        self._question = self.wear(Paragraph(_("Which name is yours?"), look, Type.HEADING))
        self._why = self.wear(Paragraph(_("Your teacher finds your work by it."), look, Type.SECONDARY, "ink2"))
        self.field = self.wear(SearchField(_("Type your name"), look))
        self.names = self.wear(Names(_("Which name is yours?"), look))
        self.names.set_names(self._all)
        self.not_listed = Button(_("I am not on the list"), look)
        for part in (self._said, self._question, self._why, self.field, self.names):
            self.column.addWidget(part)
        self.column.addLayout(self.row_of(self.not_listed))
        self.field.setVisible(len(self._all) >= SEARCHED_FROM)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._enter)
        self.field.left_downwards.connect(self._go_down)
        self.names.chosen.connect(self.chosen)
        self.not_listed.clicked.connect(self.left)
        self.set_look(look)

    def begin(self) -> None:
        """Give the keyboard to the names, or to the search where there are many."""
        if self.field.isVisible():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_down()

    def _filter(self) -> None:
        self.names.set_names(self._fitting())

    def _fitting(self) -> list[Name]:
        typed = self.field.text().strip().casefold()
        return [each for each in self._all if typed in each.name.casefold()]

    def _enter(self) -> None:
        fitting = self._fitting()
        if len(fitting) == 1:
            self.chosen.emit(fitting[0].id)
        else:
            self._go_down()

    def _go_down(self) -> None:
        self.names.first()
        self.names.setFocus(Qt.FocusReason.TabFocusReason)
