"""*New lesson*: paste an article, or take one from a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.fields import TextField
from claimlight.wording import _


class NewLesson(ColumnSheet):
    """`pasted` gives the text; nothing is made before."""

    pasted = Signal(str)
    file_wanted = Signal()
    stopped = Signal()
    """Reading the file is to be given up."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=_("New lesson"), back=_("Lessons"), scrolls=False)
        self._hint = Paragraph(_("Paste an article here, drop a file on the window, or choose one."), look)
        self.field = self.wear(TextField(_("The article"), look, lines=8, grows=True))
        self.make = Button(_("Make the lesson"), look, kind="primary")
        self.file = Button(_("Choose a file…"), look)
        self._reading = Paragraph("", look)
        self.stop = Button(_("Stop"), look)
        self.stop.clicked.connect(self.stopped)
        self._name = ""
        self.field.textChanged.connect(self._look_at_text)
        self.file.clicked.connect(self.file_wanted)
        self.make.clicked.connect(lambda: self.pasted.emit(self.field.words()))
        self.column.addWidget(self.wear(self._hint))
        self.column.addWidget(self.field, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.wear(self.make))
        self._buttons.addWidget(self.wear(self.file))
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.wear(self._reading))
        self._buttons.addWidget(self.wear(self.stop))
        self.column.addLayout(self._buttons)
        self.show_reading("")
        self.set_look(look)

    def begin(self) -> None:
        self.field.setFocus()

    def show_reading(self, name: str) -> None:
        """That the file `name` is being read; "" where nothing is."""
        self._name = name
        self._reading.setText(_("Reading {file}…").format(file=name) if name else "")
        for widget in (self._reading, self.stop):
            widget.setVisible(bool(name))
        for other in (self.field, self.file):
            other.setEnabled(not name)
        if name:
            self.stop.setFocus()
        self._look_at_text()

    def show_progress(self, done: int, of: int) -> None:
        if self._name and of:
            self._reading.setText(_("Reading {file}: {n} of {all}").format(file=self._name, n=done, all=of))

    def _look_at_text(self) -> None:
        there = bool(self.field.words().strip()) and not self._name
        self.make.setEnabled(there)
        self.make.setToolTip("" if there else _("There is no article yet."))

    def space(self) -> None:
        super().space()
        self._buttons.setSpacing(self._look.px(12))
