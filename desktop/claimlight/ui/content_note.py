"""Before a hard lesson opens: what it is about, and the way to another one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph, Sign
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.wording import _


class ContentNote(QWidget):
    """A page of its own in the window: *Start reading* or *Choose another* (Esc)."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, title: str, note: str, look: Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._sign = Sign(Icon.INFO, look)
        self._about = Caption(_("Before you read"), look, Type.HEADING)
        self._title = Paragraph(title, look, Type.PAGE_TITLE, balanced=True)
        self._note = Paragraph(_("This article is about: {note}").format(note=note), look, Type.PARAGRAPH)
        self._choice = Paragraph(
            _("You may read it now, later, or choose another lesson."), look, Type.PARAGRAPH, "ink2"
        )
        self.start = Button(_("Start reading"), look, kind="primary")
        self.another = Button(_("Choose another"), look)
        self.start.clicked.connect(self.accepted)
        self.another.clicked.connect(self.declined)
        self._build()
        self.setFocusProxy(self.start)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._sign, self._about, self._title, self._note, self._choice, self.start, self.another):
            widget.set_look(look)
        self._space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._sign)
        head.addWidget(self._about)
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addWidget(self.another)
        buttons.addStretch(1)
        self._panel = QFrame()
        self._panel.setObjectName("floating")
        self._column = QVBoxLayout(self._panel)
        self._column.addLayout(head)
        for widget in (self._title, self._note, self._choice):
            self._column.addWidget(widget)
        self._column.addLayout(buttons)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._panel, 100)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)
        self._space()

    def _space(self) -> None:
        px = self._look.px
        self._panel.setMaximumWidth(px(620))
        self._column.setContentsMargins(px(32), px(28), px(32), px(28))
        self._column.setSpacing(px(12))
