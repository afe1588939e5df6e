"""*Who is this?*: somebody handed in under a name that is not on the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.teacher.choice_box import ChoiceBox
from claimlight.wording import _, ngettext
from claimlight.work.who import Stranger


class WhoCard(QFrame):
    """One stranger at a time: a name of the list, a new one on it, nobody of the class, or later."""

    said = Signal(str, str)
    """This person is who is called so."""
    nobody = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("review")
        self._look = look
        self._strangers: tuple[Stranger, ...] = ()
        self._at = 0
        self._title = Paragraph(_("Who is this?"), look, Type.HEADING)
        self._about = Paragraph("", look, Type.SECONDARY, "ink2")
        self.names = ChoiceBox(_("Who is this?"), look, width=220)
        self.names.currentTextChanged.connect(self._name_button)
        self.this = Button("", look, kind="primary")
        self.add = Button("", look)
        self.not_mine = Button(_("Not in my class"), look, kind="flat")
        self.later = Button(_("Later"), look, kind="flat")
        self.this.clicked.connect(lambda: self.said.emit(self.stranger.person, self.names.currentText()))
        self.add.clicked.connect(lambda: self.said.emit(self.stranger.person, self.stranger.name))
        self.not_mine.clicked.connect(lambda: self.nobody.emit(self.stranger.person))
        self.later.clicked.connect(self._go_on)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._about)
        self._row = Flow(across=12)
        for widget in (self.names, self.this, self.add, self.not_mine, self.later):
            self._row.addWidget(widget)
        self._column.addLayout(self._row)
        self.set_look(look)
        self.hide()

    @property
    def stranger(self) -> Stranger:
        return self._strangers[self._at]

    def ask(self, strangers: Sequence[Stranger], roster: Sequence[str]) -> None:
        """Ask for each of `strangers`; none: the card goes."""
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._strangers = tuple(strangers)
        self._at = 0
        self.names.clear()
        self.names.addItems(sorted(roster, key=str.casefold))
        self.setVisible(bool(strangers))
        if strangers:
            self._show()
            if had_focus:
                self.names.setFocus()

    def set_look(self, look: Look) -> None:
        self._look = look
        px = look.px
        for part in (self._title, self._about, self.names, self.this, self.add, self.not_mine, self.later):
            part.set_look(look)
        self._row.set_gaps(px(12), px(8))
        self._column.setContentsMargins(px(20), px(10), px(16), px(12))
        self._column.setSpacing(px(4))

    def _go_on(self) -> None:
        """Leave this one for later."""
        self._at += 1
        if self._at == len(self._strangers):
            self.hide()
        else:
            self._show()

    def _show(self) -> None:
        one = self.stranger
        words = ngettext("“{name}”, {n} lesson", "“{name}”, {n} lessons", one.lessons)
        if one.doubled:
            words = ngettext(
                "Another computer hands in as “{name}”, too: {n} lesson",
                "Another computer hands in as “{name}”, too: {n} lessons",
                one.lessons,
            )
        said = words.format(name=one.name, n=one.lessons)
        if len(self._strangers) > 1:
            said = _("{about} ({n} of {all})").format(about=said, n=self._at + 1, all=len(self._strangers))
        self._about.setText(said)
        at = self.names.findText(one.like) if one.like else 0
        self.names.setCurrentIndex(max(0, at))
        on_list = self.names.findText(one.name) >= 0
        self.add.setText(_("Put “{name}” on the list").format(name=one.name))
        self.add.setVisible(bool(one.name) and not on_list)
        self._name_button(self.names.currentText())

    def _name_button(self, name: str) -> None:
        self.this.setText(_("This is {name}").format(name=name))
        self.this.setVisible(bool(name))
