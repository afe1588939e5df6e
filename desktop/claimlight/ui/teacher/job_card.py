"""One card that says how a long job goes, and then how it went."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, IconButton, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.wording import _

_STACK_BELOW = 700


class JobCard(QFrame):
    """While it works: a bar and *Stop*. Afterwards: a sentence, perhaps a button, and a cross that puts it away."""

    stopped = Signal()
    button_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("floating")
        self._look = look
        self._title = Paragraph("", look, Type.HEADING)
        self._about = Paragraph("", look, Type.SECONDARY, "ink2")
        self.bar = _Bar(look)
        self.stop = Button(_("Stop"), look)
        self.button = Button("", look)
        self.cross = IconButton(Icon.CLOSE, _("Put this away"), look)
        self.stop.clicked.connect(self.stopped)
        self.button.clicked.connect(self.button_pressed)
        self.cross.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._buttons = Flow()
        for button in (self.stop, self.button):
            self._buttons.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, 3)
        self._row.addWidget(self.bar, 2)
        self._row.addLayout(self._buttons)
        self._row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        return " ".join(part for part in (self._title.text(), self._about.text()) if part)

    def begin(self, title: str) -> None:
        self._say(title, "")
        self.bar.show_share(0)
        self._show(working=True)
        self.stop.setFocus()

    def progress(self, words: str, share: float) -> None:
        """`share` of all there is to do is done."""
        self._about.setText(words)
        self.bar.show_share(share)
        self.bar.setAccessibleDescription(words)

    def end(self, title: str, about: str = "", *, button: str = "") -> None:
        had_focus = self.stop.hasFocus()
        self._say(title, about)
        self.button.setText(button)
        self._show(working=False)
        self.button.setVisible(bool(button))
        if had_focus:
            (self.button if button else self.cross).setFocus()

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._title, self._about, self.bar, self.stop, self.button, self.cross):
            part.set_look(look)
        px = look.px
        self._row.setContentsMargins(px(20), px(10), px(12), px(10))
        self._row.setSpacing(px(16))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        below = self.width() < self._look.px(_STACK_BELOW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def _say(self, title: str, about: str) -> None:
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(self.words)

    def _show(self, *, working: bool) -> None:
        for part in (self.bar, self.stop):
            part.setVisible(working)
        self._about.setVisible(working or bool(self._about.text()))
        self.cross.setVisible(not working)
        self.button.hide()
        self.show()


class _Bar(QWidget):
    """How much is done, as a filled track."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.setAccessibleName(_("How far it is"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.px(20))
        self.setMinimumWidth(look.px(120))

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = look.px(7)
        track = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        done = QRectF(track)
        done.setWidth(max(float(height), track.width() * self._share))
        if self.isRightToLeft():
            done.moveRight(track.right())
        painter.setBrush(look.colour("ink"))
        painter.drawRoundedRect(done, height / 2, height / 2)
        painter.end()
