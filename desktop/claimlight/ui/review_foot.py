"""Under a passage of a review: what to do and the two ways to answer; then how it went, and the way on."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.focus import paint_inner_ring
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.wording import _
from claimlight.wording.review import Told

STACK_BELOW = 760
"""Words and buttons stand one above the other where the width ÷ text scale falls below this."""


class PassageFoot(QFrame):
    """*Nothing to mark here* while nothing is marked, *Check* once something is."""

    nothing_said = Signal()
    check_wanted = Signal()

    def __init__(self, task: str, number: str, look: Look) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName(_("Task"))
        self._look = look
        self._task = Paragraph(task, look, Type.TEXT)
        self._number = Caption(number, look, Type.SECONDARY, "second")
        self.nothing = Button(_("Nothing to mark here"), look)
        self.check = Button(_("Check"), look, kind="primary")
        self.nothing.clicked.connect(self.nothing_said)
        self.check.clicked.connect(self.check_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._task)
        words.addWidget(self._number)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.nothing)
        self._buttons.addWidget(self.check)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._buttons)
        self.show_marked(False)
        self.set_look(look)

    def show_marked(self, marked: bool) -> None:
        """Which of the two answers can be given now."""
        self.nothing.setEnabled(not marked)
        self.check.setEnabled(marked)
        self.nothing.setToolTip(_("Take your highlights away first") if marked else "")
        self.check.setToolTip("" if marked else _("Mark something first, or say that there is nothing"))

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._task, self._number, self.nothing, self.check):
            widget.set_look(look)
        px = look.px
        set_margins(self._row, self, px(24), px(9), px(16), px(9))
        self._row.setSpacing(px(12))
        self._buttons.setSpacing(px(12))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._row.setDirection(_direction(self.width(), self._look))


class PassageVerdict(QFrame):
    """How a passage went, in one sentence and why; N, Enter or the button go on."""

    next_wanted = Signal()

    def __init__(self, told: Told, number: str, look: Look, *, last: bool) -> None:
        super().__init__()
        self.setObjectName("dock")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(told.head)
        self.setAccessibleDescription(" ".join(part for part in (told.sentence, told.explanation) if part))
        self._look = look
        self._head = Caption(told.head, look, Type.HEADING)
        self._number = Caption(number, look, Type.SECONDARY, "second")
        self._sentence = Paragraph(told.sentence, look, Type.PARAGRAPH)
        self._why = Paragraph(told.explanation, look, Type.PARAGRAPH, "ink2")
        self.next = Button(_("Done") if last else _("Next"), look, kind="primary")
        self.next.setToolTip(_("N or Enter"))
        self.next.clicked.connect(self.next_wanted)
        self._heads = QHBoxLayout()
        self._heads.addWidget(self._head)
        self._heads.addWidget(self._number)
        self._heads.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addLayout(self._heads)
        words.addWidget(self._sentence)
        words.addWidget(self._why)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, 1)
        self._why.setVisible(bool(told.explanation))  # not before it has a parent: it would be a window of its own
        self._row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._head, self._number, self._sentence, self._why, self.next):
            widget.set_look(look)
        px = look.px
        set_margins(self._row, self, px(24), px(14), px(16), px(14))
        self._row.setSpacing(px(16))
        self._heads.setSpacing(px(12))
        self._row.setDirection(_direction(self.width(), look))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.setDirection(_direction(self.width(), self._look))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_inner_ring(painter, QRectF(self.rect()), self._look)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)


def _direction(width: int, look: Look) -> QBoxLayout.Direction:
    narrow = width / max(1.0, look.scale) < STACK_BELOW
    return QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
