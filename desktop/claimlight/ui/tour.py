"""The inline tour: a few short notes that follow the reader's own first steps. It stops nothing and can be skipped."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.wording import _

_WIDTH = 300
_GAP = 10


@dataclass(frozen=True, slots=True)
class Step:
    """One note. `at` gives the rectangle it belongs to, in the room's pixels; `waits` for the reader's own deed."""

    words: str
    at: Callable[[], QRect]
    waits: bool = False


class Tour(QFrame):
    """A note beside what it is about. `done` once, after the last step, *Skip the tour* or Esc."""

    done = Signal()

    def __init__(self, steps: tuple[Step, ...], look: Look, room: QWidget, announce: Callable[[str], None]) -> None:
        super().__init__(room)
        self.setObjectName("floating")
        self._steps = steps
        self._room = room
        self._announce = announce
        self._number = 0
        self._count = Caption("", look, Type.SMALL, "second")
        self._words = Paragraph("", look, Type.PARAGRAPH)
        self.skip = Button(_("Skip the tour"), look, kind="flat")
        self.next = Button(_("Next"), look)
        foot = QHBoxLayout()
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.next)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._count)
        self._column.addWidget(self._words)
        self._column.addLayout(foot)
        self.skip.clicked.connect(self.leave)
        self.next.clicked.connect(self.go_on)
        self.set_look(look)

    def begin(self) -> None:
        self._number = 0
        self._show()

    def go_on(self) -> None:
        """To the next step; after the last one the tour is done."""
        self._number += 1
        if self._number < len(self._steps):
            self._show()
        else:
            self.leave()

    def deed_done(self) -> None:
        """The reader did by themselves what this step waits for."""
        if self.isVisible() and self._steps[self._number].waits:
            self.go_on()

    def place(self) -> None:
        """Beside its place: below where there is room, else above, never beyond the window."""
        if not self.isVisible():
            return
        self.adjustSize()
        self.resize(self.width(), self.heightForWidth(self.width()))  # with its border
        target = self._steps[self._number].at()
        below = target.bottom() + _GAP
        top = below if below + self.height() <= self._room.height() - 4 else target.top() - _GAP - self.height()
        wish = target.right() - self.width() if self.isRightToLeft() else target.left()
        left = max(4, min(wish, self._room.width() - self.width() - 4))
        self.move(QPoint(left, max(4, top)))

    def showEvent(self, event: QShowEvent) -> None:
        """A room that is shown for the first time has its places only after that."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.place)

    def set_look(self, look: Look) -> None:
        for widget in (self._count, self._words, self.skip, self.next):
            widget.set_look(look)
        self._column.setContentsMargins(look.px(16), look.px(12), look.px(12), look.px(12))
        self._column.setSpacing(look.px(6))
        self.setFixedWidth(look.px(_WIDTH))
        self.setStyleSheet(f"QFrame#floating {{ border-top: {look.px(4)}px solid {look.theme.nowline}; }}")
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        step = self._steps[self._number]
        count = _("{n} of {all}").format(n=self._number + 1, all=len(self._steps))
        last = self._number + 1 == len(self._steps)
        self._count.setText(count)
        self._words.setText(step.words)
        self.skip.setVisible(not last)
        self.next.setText(_("Start") if last else _("Next"))
        self.setAccessibleName(step.words)
        self.show()
        self.raise_()
        self.place()
        self._announce(step.words)

    def leave(self) -> None:
        """Put it away for good; `done` comes once."""
        if not self.isHidden():
            self.hide()
            self.done.emit()
