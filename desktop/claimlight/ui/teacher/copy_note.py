"""What a teacher copy says first: it holds the answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.wording import _


class CopyNote(QWidget):
    """A page of its own: make it one's own, read it as a student, or leave it (Esc)."""

    own_wanted = Signal()
    reading_wanted = Signal()
    declined = Signal()

    def __init__(self, title: str, author: str, look: Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._head = Paragraph(_("Teacher copy with answers"), look, Type.HEADING)
        self._title = Paragraph(title, look, Type.PAGE_TITLE, balanced=True)
        by = _("From {author}.").format(author=author) if author else ""
        self._words = Paragraph(
            " ".join((by, _("This file holds the answers and the author’s notes. It is not for students."))).strip(),
            look,
        )
        self.own = Button(_("Make it a lesson of my own"), look, kind="primary")
        self.read = Button(_("Read it as a student"), look)
        self.leave = Button(_("Not now"), look)
        self.own.clicked.connect(self.own_wanted)
        self.read.clicked.connect(self.reading_wanted)
        self.leave.clicked.connect(self.declined)
        self._build()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._head, self._title, self._words, self.own, self.read, self.leave):
            widget.set_look(look)
        px = look.px
        self._panel.setMaximumWidth(px(680))
        self._column.setContentsMargins(px(32), px(28), px(32), px(28))
        self._column.setSpacing(px(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._panel = QFrame()
        self._panel.setObjectName("floating")
        self._column = QVBoxLayout(self._panel)
        for words in (self._head, self._title, self._words):
            self._column.addWidget(words)
        buttons = QHBoxLayout()
        for button in (self.own, self.read, self.leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._panel, 100)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)
        self.setFocusProxy(self.own)
