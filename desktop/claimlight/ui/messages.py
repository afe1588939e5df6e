"""A message in place: what happened, what to do, never in a box that stops everything."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, IconButton, Paragraph, Sign, clear
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.wording import _


class MessageBar(QFrame):
    """One sentence, its actions as buttons, *Copy details* where there are any, and a cross."""

    closed = Signal()

    def __init__(self, look: Look, copy: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._look = look
        self._copy = copy or _to_clipboard
        self._details = ""
        self._actions: tuple[QAction, ...] = ()
        self.sign = Sign(Icon.INFO, look)
        self._sentence = Paragraph("", look, Type.PARAGRAPH)
        self._buttons = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._flow = Flow(self._buttons)
        self.close_button = IconButton(Icon.CLOSE, _("Close this message"), look)
        self.close_button.clicked.connect(self.leave)
        words = QVBoxLayout()
        words.addWidget(self._sentence)
        words.addWidget(self._buttons)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.set_look(look)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def say(
        self,
        sentence: str,
        *,
        actions: Sequence[QAction] = (),
        details: str = "",
        needs_answer: bool = False,
        warns: bool = False,
    ) -> None:
        """Show `sentence`; it takes the place of the one before. One that needs an answer has no cross.

        It `warns` of what went wrong, by a triangle; all else has the sign of news.
        """
        self.sign.show_icon(Icon.WARNING if warns else Icon.INFO)
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._actions = tuple(actions)
        self._details = details
        self.close_button.setVisible(not needs_answer)
        self._fill()
        self.show()

    def focus_answers(self) -> None:
        """Give the keyboard to the first action."""
        first = self._buttons.findChild(Button)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.hide()
        self.closed.emit()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self.sign, self._sentence, self.close_button):
            widget.set_look(look)
        set_margins(self._row, self, look.px(20), look.px(8), look.px(12), look.px(8))
        self._row.setSpacing(look.px(12))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.close_button.isHidden():
            self.leave()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        clear(self._flow)
        for action in self._actions:
            button = Button(action.text(), self._look)
            button.clicked.connect(action.trigger)
            self._flow.addWidget(button)
        if self._details:
            button = Button(_("Copy details"), self._look, icon=Icon.COPY)
            button.clicked.connect(lambda: self._copy(self._details))
            self._flow.addWidget(button)
        self._buttons.setVisible(bool(self._flow.count()))
        self._keep_height()

    def _keep_height(self) -> None:
        """All of it is to be read, however little room that leaves for the page."""
        self._row.activate()
        self.setMinimumHeight(self._row.totalHeightForWidth(self.width()))


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
