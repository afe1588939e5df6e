"""Who is at work, and the way to the next person: always the last thing at the top right."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Disc
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.typesetting import elided
from claimlight.wording import _

_WIDEST = 200


class PersonButton(QWidget):
    """The disc of the person at work (none while nobody has a name), and *Next person*, which triggers `action`."""

    def __init__(self, action: QAction, look: Look, *, show_name: bool = False) -> None:
        super().__init__()
        self._show_name = show_name
        self._look = look
        self._whole = ""
        self._disc = Disc("", look)
        self._name = Caption("", look, Type.ACTION)
        self.next = Button(_("Next person"), look, icon=Icon.PERSON)
        self.next.setAccessibleDescription(_("Closes everything that is open."))
        self.next.clicked.connect(action.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        for widget in (self._disc, self._name, self.next):
            row.addWidget(widget)
        self.set_person("")

    def set_person(self, name: str) -> None:
        self._disc.set_name(name)
        self._disc.setVisible(bool(name))
        self._disc.setAccessibleName(_("At work: {name}").format(name=name) if name else "")
        self._whole = name
        self._show_short()
        self._name.setVisible(bool(name) and self._show_name)

    def spare_room(self, wanted: bool) -> None:
        """Leave disc and name out, where a narrow bar has better use for its room."""
        self._disc.setVisible(bool(self._name.text()) and not wanted)
        self._name.setVisible(bool(self._name.text()) and self._show_name and not wanted)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._disc, self._name, self.next):
            widget.set_look(look)
        self._show_short()

    def _show_short(self) -> None:
        """As much of the name as the bar has room for; the whole is in the tooltip, and spoken."""
        look = self._look
        self._name.setText(elided(self._whole, look.font(Type.ACTION), look.px(_WIDEST)))
        self._name.setToolTip(self._whole)
        self._name.setAccessibleName(self._whole)
