"""The cards about a teacher's passphrase: the one question, a new passphrase, unlocking, and the words on paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import CardSheet
from claimlight.ui.teacher.fields import TextField
from claimlight.wording import _


class KeysQuestion(CardSheet):
    """Asked once: does anyone else use this computer?"""

    alone = Signal()
    shared = Signal()
    paper = Signal()
    """There is a recovery page from another computer."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.no = Button(_("No, only I do"), look, kind="primary")
        self.yes = Button(_("Yes, others do, too"), look)
        self.words = Button(_("I have a recovery page"), look, kind="link")
        self.no.clicked.connect(self.alone)
        self.yes.clicked.connect(self.shared)
        self.words.clicked.connect(self.paper)
        self.column.addWidget(self.wear(Paragraph(_("Does anyone else use this computer?"), look, Type.PAGE_TITLE)))
        said = _(
            "If others do, a passphrase keeps them from giving marks in your name and from opening what your classes "
            "hand in. You are asked this only once."
        )
        self.column.addWidget(self.wear(Paragraph(said, look, Type.PARAGRAPH)))
        self.column.addLayout(self.row_of(self.no, self.yes))
        self.column.addLayout(self.row_of(self.words))
        self.setFocusProxy(self.no)
        self.set_look(look)


class Asking(CardSheet):
    """A card with fields, a sentence when something is wrong, and a button that waits for what takes a second."""

    pressed = Signal()
    """What is in the fields is to be used."""

    def __init__(self, title: str, said: str, go: str, look: Look) -> None:
        super().__init__(look)
        self.go = Button(go, look, kind="primary")
        self.back = Button(_("Not now"), look)
        self._wrong = Paragraph("", look, Type.HEADING)
        self._wrong.hide()
        self.go.clicked.connect(self.pressed)
        self.back.clicked.connect(self.left)
        self.column.addWidget(self.wear(Paragraph(title, look, Type.PAGE_TITLE)))
        self.column.addWidget(self.wear(Paragraph(said, look, Type.PARAGRAPH)))
        self.fields: list[QLineEdit] = []

    def say(self, words: str) -> None:
        """What was wrong; the first field has the keyboard again."""
        self.wait(busy=False)
        self._wrong.setText(words)
        self._wrong.show()
        first = self._first()
        first.setAccessibleDescription(words)
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def wait(self, *, busy: bool) -> None:
        """What was typed is being looked at: nothing can be pressed meanwhile."""
        for part in (*self.fields, self.go, self.back):
            part.setEnabled(not busy)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for field in self.fields:
            field.setFont(look.font(Type.TEXT))
            field.setMinimumHeight(look.px(36))

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.returnPressed.connect(self.pressed)
        self.fields.append(field)
        self.column.addWidget(field)
        return field

    def _finish(self, *more: Button) -> None:
        self.column.addWidget(self.wear(self._wrong))
        self.column.addLayout(self.row_of(self.go, *more, self.back))
        self.setFocusProxy(self._first())
        self.set_look(self._look)

    def _first(self) -> QWidget:
        return self.fields[0]


class NewPassphrase(Asking):
    """A passphrase is chosen; it is typed twice."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(
            _("Choose a passphrase"),
            _(
                "Four or five words are easy to remember. You are asked for it once each time you open Claimlight as a "
                "teacher. Next comes a page to print, in case you forget it."
            ),
            _("Lock"),
            look,
        )
        self.first = self._field(_("Passphrase"))
        self.again = self._field(_("The same once more"))
        self.pressed.connect(self._compare)
        self._finish()

    def _compare(self) -> None:
        if self.first.text() != self.again.text():
            self.say(_("These two are not the same. Type both again."))
            self.again.clear()
        else:
            self.chosen.emit(self.first.text())


class UnlockCard(Asking):
    """Asked once a start, where there is a passphrase."""

    given = Signal(str)
    forgotten = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(
            _("Your passphrase"),
            _("Your classes are locked, because others use this computer, too."),
            _("Unlock"),
            look,
        )
        self.field = self._field(_("Passphrase"))
        self.words = Button(_("I have a recovery page"), look)
        self.words.clicked.connect(self.forgotten)
        self.pressed.connect(lambda: self.given.emit(self.field.text()))
        self._finish(self.words)


class WordsCard(Asking):
    """The words of a recovery page are typed, to have the keys on this computer."""

    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(
            _("Your recovery page"),
            _("Type its words in their order. Large or small letters are the same, and so are signs in between."),
            _("Use these words"),
            look,
        )
        self.text = self.wear(TextField(_("The words on the page"), look))
        self.column.addWidget(self.text)
        self.pressed.connect(lambda: self.typed.emit(self.text.words()))
        self._finish()

    def _first(self) -> QWidget:
        return self.text
