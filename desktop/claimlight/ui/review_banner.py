"""The small card on the shelf that says: something you missed is due again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.wording import _
from claimlight.wording.review import passages_due

_STACK_BELOW = 560


class ReviewBanner(QFrame):
    """How many passages are due, and one button."""

    wanted = Signal()

    def __init__(self, passages: int, look: Look) -> None:
        super().__init__()
        self.setObjectName("review")
        self._look = look
        self._title = Paragraph(passages_due(passages), look, Type.CARD_TITLE)
        self._about = Paragraph(_("You missed sentences like these. One passage at a time."), look, Type.SMALL, "ink2")
        self._time = Caption(_("about 1 minute"), look, Type.SMALL, "second")
        self.button = Button(_("Review"), look)
        self.button.setAccessibleDescription(f"{self._title.text()}. {self._about.text()} {self._time.text()}")
        self.button.clicked.connect(self.wanted)
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._way = QHBoxLayout()
        self._way.addWidget(self._time)
        self._way.addWidget(self.button)
        self._way.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._way)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._title, self._about, self._time, self.button):
            widget.set_look(look)
        px = look.px
        set_margins(self._row, self, px(20), px(12), px(20), px(12))
        self._row.setSpacing(px(12))
        self._way.setSpacing(px(12))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() / max(1.0, self._look.scale) < _STACK_BELOW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
