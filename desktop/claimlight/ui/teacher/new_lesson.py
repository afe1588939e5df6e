"""*New lesson*: paste an article, or take one from a file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.teacher.fields import TextField
from claimlight.wording import _


class NewLesson(QWidget):
    """`pasted` gives the text; nothing is made before."""

    pasted = Signal(str)
    file_wanted = Signal()
    stopped = Signal()
    """Reading the file is to be given up."""
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self.back = Button(_("Lessons"), look, kind="flat", icon=Icon.BACK)
        self._title = Caption(_("New lesson"), look, Type.LARGE_HEADING)
        self._hint = Paragraph(_("Paste an article here, drop a file on the window, or choose one."), look)
        self.field = TextField(_("The article"), look, lines=8, grows=True)
        self.make = Button(_("Make the lesson"), look, kind="primary")
        self.file = Button(_("Choose a file…"), look)
        self._reading = Paragraph("", look)
        self.stop = Button(_("Stop"), look)
        self.stop.clicked.connect(self.stopped)
        self._name = ""
        self.make.setEnabled(False)
        self.make.setToolTip(_("There is no article yet."))
        self.field.textChanged.connect(self._look_at_text)
        self.back.clicked.connect(self.left)
        self.file.clicked.connect(self.file_wanted)
        self.make.clicked.connect(lambda: self.pasted.emit(self.field.words()))
        self._build()
        self._space()
        self.show_reading("")

    def begin(self) -> None:
        self.field.setFocus()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self.back, self._title, self._hint, self.field, self.make, self.file, self._reading, self.stop):
            widget.set_look(look)
        self._space()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _look_at_text(self) -> None:
        there = bool(self.field.words().strip()) and not self._name
        self.make.setEnabled(there)
        self.make.setToolTip("" if there else _("There is no article yet."))

    def _build(self) -> None:
        bar = QFrame()
        bar.setObjectName("bar")
        self._bar = QHBoxLayout(bar)
        self._bar.addWidget(self.back)
        self._bar.addWidget(self._title)
        self._bar.addStretch(1)
        self._column = QVBoxLayout()
        self._column.addWidget(self._hint)
        self._column.addWidget(self.field, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.make)
        self._buttons.addWidget(self.file)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._reading)
        self._buttons.addWidget(self.stop)
        self._column.addLayout(self._buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addLayout(self._column, 1)

    def _space(self) -> None:
        px = self._look.px
        side = max(px(24), (self.width() - px(880)) // 2)
        self._bar.setContentsMargins(12, px(7), 16, px(7))
        self._bar.setSpacing(px(12))
        self._column.setContentsMargins(side, px(24), side, px(24))
        self._column.setSpacing(px(12))
        self._buttons.setSpacing(px(12))
