"""What the teacher says about a work that came back: the points, each change with its reason, each word."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.controls import IconButton, Paragraph, scrolling
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.wording import _

_SHARE = 0.3
"""Of the window's height, at most; the article is what the room is for."""
_FRAME = 2
"""Px that a scroll area keeps around what it shows."""
_LOW = 520
"""Heights of the window, divided by the text scale, below which only the points are shown, and the rest scrolls."""


class TeacherNote(QFrame):
    """Stands over the page of a marked work; the cross puts it away until the lesson is opened again."""

    def __init__(self, title: str, lines: Sequence[str], look: Look) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._look = look
        self._title = Paragraph(title, look, Type.CARD_TITLE)
        self._lines = [Paragraph(line, look, Type.PARAGRAPH) for line in lines]
        self.close_button = IconButton(Icon.CLOSE, _("Put this away"), look)
        self.close_button.clicked.connect(self.hide)
        content = QWidget()
        self._words = QVBoxLayout(content)
        self._words.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, *self._lines):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._words.addWidget(part)
        self._words.addStretch(1)
        self._content = content
        self._scroll = scrolling(content)
        self._scroll.setAccessibleName(" ".join((title, *lines)))
        self.setAccessibleName(" ".join((title, *lines)))
        self._row = QHBoxLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._scroll.setSizePolicy(policy)
        self._row.addWidget(self._scroll, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._title, *self._lines):
            part.set_look(look)
        self.close_button.set_look(look)
        set_margins(self._row, self, look.px(20), look.px(8), look.px(12), look.px(8))
        self._words.setSpacing(look.px(4))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its words, up to its share of the window."""
        px, window = self._look.px, self.window().height()
        margins = px(16) + 2 * _FRAME
        wide = max(1, self.width() - px(32) - px(12) - self.close_button.sizeHint().width() - px(14))
        needed = self._words.totalHeightForWidth(wide) + margins
        title = self._title.heightForWidth(wide) + margins
        share = title if window / max(1.0, self._look.scale) < _LOW else max(title, round(window * _SHARE))
        if self.minimumHeight() != min(needed, share):
            self._row.invalidate()  # else it stays as high as it was
            self.setFixedHeight(min(needed, share))
