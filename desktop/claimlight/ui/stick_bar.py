"""The bar that says: your class's stick is here. One button hands in; then it says how that goes, and how it went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from claimlight.ui.controls import Button, Caption, IconButton, Paragraph, Sign
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.wording import _

_STACK_BELOW = 760


class StickBar(QFrame):
    """A sentence, what belongs to it, perhaps a button; the cross, or Esc, puts it away."""

    put_away = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = look
        self._sign = Sign(Icon.UPLOAD, look)
        self._title = Paragraph("", look, Type.CARD_TITLE)
        self._about = Paragraph("", look, Type.SMALL, "ink2")
        self._end = Caption("", look, Type.SMALL, "second")
        self.button = Button("", look, kind="primary")
        self.close_button = IconButton(Icon.CLOSE, _("Put this away"), look)
        self.close_button.clicked.connect(self.put_away)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._way = QHBoxLayout()
        self._way.addWidget(self._end)
        self._way.addWidget(self.button)
        self._way.addStretch(0)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addLayout(words, 1)
        self._middle.addLayout(self._way)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._middle, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.set_look(look)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._title.text()

    def say(self, title: str, about: str = "", *, button: str = "", end: str = "") -> None:
        """Show these words; without `button` there is none, and if it had the keyboard, that stays in the bar."""
        had_focus = self.button.hasFocus()
        for name in (self.close_button.setAccessibleName, self.close_button.setToolTip):
            name(_("Put this away"))  # in the language of these words: it may have changed since the bar was made
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._end.setText(end)
        self._end.setVisible(bool(end))
        spoken = " ".join(part for part in (title, about) if part)
        self.setAccessibleName(spoken)
        self.button.setText(button)
        self.button.setAccessibleDescription(spoken)
        if had_focus and not button:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.setVisible(bool(button))
        self._keep_height()

    def speak_anew(self) -> None:
        """The name of the cross; the sentences are said anew by whoever says them."""
        self.close_button.setAccessibleName(_("Put this away"))
        self.close_button.setToolTip(self.close_button.accessibleName())

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._sign, self._title, self._about, self._end, self.button, self.close_button):
            widget.set_look(look)
        px = look.px
        set_margins(self._row, self, px(20), px(8), px(12), px(8))
        for layout in (self._row, self._middle, self._way):
            layout.setSpacing(px(12))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        narrow = self.width() / max(1.0, self._look.scale) < _STACK_BELOW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(down if narrow else across)
        self._keep_height()

    def _keep_height(self) -> None:
        """All of it is to be read, however little room that leaves for the page."""
        self._row.activate()
        self.setMinimumHeight(self._row.totalHeightForWidth(self.width()))
