"""*Your keys*: how a teacher's keys are kept, and what can be changed about it."""

from PySide6.QtCore import Signal

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import CardSheet
from claimlight.ui.teacher.passphrase_card import Asking
from claimlight.wording import _


class KeysCard(CardSheet):
    """Says whether a passphrase locks the keys; every button leads to what it says."""

    new_wanted = Signal()
    change_wanted = Signal()
    alone_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, mark: str, look: Look, *, locked: bool) -> None:
        """`mark`: the teacher's, in words."""
        super().__init__(look)
        if locked:
            said = _("A passphrase locks them, because others use this computer, too.")
            first = Button(_("Change the passphrase…"), look, kind="primary")
            first.clicked.connect(self.change_wanted)
            second = Button(_("Nobody else uses this computer any more…"), look)
            second.clicked.connect(self.alone_wanted)
            buttons = [first, second]
        else:
            said = _("They lie open on this computer, because you said that nobody else uses it.")
            first = Button(_("Others use it now: choose a passphrase…"), look, kind="primary")
            first.clicked.connect(self.new_wanted)
            buttons = [first]
        self.paper = Button(_("Show the recovery page…"), look)
        self.paper.clicked.connect(self.paper_wanted)
        self.back = Button(_("Back to my classes"), look, kind="link")
        self.back.clicked.connect(self.left)
        about = _("With your keys you sign what you give out and open what is handed in.")
        words = _("Your mark: {mark}").format(mark=mark)
        self.column.addWidget(self.wear(Paragraph(_("Your keys"), look, Type.PAGE_TITLE)))
        self.column.addWidget(self.wear(Paragraph(about, look, Type.PARAGRAPH)))
        self.column.addWidget(self.wear(Paragraph(said, look, Type.PARAGRAPH)))
        self.column.addWidget(self.wear(Paragraph(words, look, Type.PARAGRAPH, "ink2")))
        self.column.addLayout(self.row_of(*buttons, self.paper))
        self.column.addLayout(self.row_of(self.back))
        self.setFocusProxy(first)
        self.set_look(look)


class ChangePassphrase(Asking):
    """The old passphrase, and the new one twice."""

    chosen = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(
            _("Change the passphrase"),
            _(
                "You stay the same teacher to your students, and your recovery page stays right: it holds your keys, "
                "not your passphrase."
            ),
            _("Change it"),
            look,
        )
        self.old = self._field(_("The passphrase until now"))
        self.first = self._field(_("The new passphrase"))
        self.again = self._field(_("The new one once more"))
        self.pressed.connect(self._compare)
        self._finish()

    def _compare(self) -> None:
        if self.first.text() == self.again.text():
            self.chosen.emit(self.old.text(), self.first.text())
            return
        self.say(_("The two new ones are not the same. Type both again."))
        self.first.clear()
        self.again.clear()
        self.first.setFocus()


class RemovePassphrase(Asking):
    """Nobody else uses the computer any more: the passphrase once more, and it is asked for no longer."""

    given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(
            _("Nobody else uses this computer any more"),
            _(
                "Then no passphrase is needed. From now on whoever uses this computer can give marks in your name and "
                "open what your classes hand in. Your recovery page stays right."
            ),
            _("Take the passphrase away"),
            look,
        )
        self.field = self._field(_("The passphrase until now"))
        self.pressed.connect(lambda: self.given.emit(self.field.text()))
        self._finish()
