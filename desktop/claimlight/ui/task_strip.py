"""The task strip at the foot: what to do, what marks cost, that all is saved, and the check."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.wording import _, ngettext

STACK_BELOW = 760
"""The strip stacks when its width ÷ text scale falls below this."""


class TaskStrip(QFrame):
    """`primary` is the one button of the strip; its caption, tooltip and signal are the owner's."""

    def __init__(self, look: Look, primary: str) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName(_("Task"))
        self._look = look
        self._stacked = False
        self._brief = False
        self._well = True
        self._word = Caption(_("Task"), look, Type.HEADING)
        self._task = Paragraph("", look, Type.TEXT)
        self._cost = Paragraph("", look, Type.SMALL, "ink2")
        self._saved = SavedState(look)
        self._checks = Caption("", look, Type.SECONDARY, "second")
        self.primary = Button(primary, look, kind="primary")
        self._ways: list[Button] = []
        self._build()

    def set_task(self, task: str, cost: str, head: str = "") -> None:
        """`head` stands before the task instead of "Task"."""
        self._word.setText(head or _("Task"))
        self._task.setText(task)
        self._cost.setText(cost)
        self._cost.setVisible(bool(cost) and not self._brief)
        self.updateGeometry()

    def set_brief(self, brief: bool, *, bare: bool = False) -> None:
        """Only the task and the check, where height is short; only the check, where it is very short.

        What is not shown is in the tooltip of what is, and spoken with it.
        """
        self._brief = brief
        self._cost.setVisible(bool(self._cost.text()) and not brief)
        self._show_saved()
        self._checks.setVisible(bool(self._checks.text()) and not brief)
        for widget in (self._word, self._task):
            widget.setVisible(not bare)
        hidden = " ".join((self._task.text(), self._cost.text())).strip() if bare else ""
        self.primary.setToolTip(hidden)
        self.primary.setAccessibleDescription(hidden)
        self._task.setToolTip(self._cost.text() if brief else "")

    def add_way(self, button: Button) -> None:
        """One more button before the one of the strip."""
        self._ways.append(button)
        self._row.insertWidget(self._row.indexOf(self.primary), button, 0, Qt.AlignmentFlag.AlignVCenter)

    def take_back(self) -> None:
        """Have the button here again, after it was lent to another row."""
        if self._row.indexOf(self.primary) < 0:
            self._row.addWidget(self.primary, 0, Qt.AlignmentFlag.AlignVCenter)
            self.primary.show()

    def set_saved(self, words: str, *, well: bool = True) -> None:
        """The saved state in words ("All changes saved"); without its tick when `well` is false."""
        self._well = well
        self._saved.say(words, well=well)
        self._show_saved()

    def _show_saved(self) -> None:
        self._saved.setVisible(self._saved.says_something and (not self._brief or not self._well))

    def set_checks_left(self, left: int | None) -> None:
        """How many checks are left; None where checks do not count."""
        words = "" if left is None else ngettext("{n} check left", "{n} checks left", left).format(n=left)
        self._checks.setText(words)
        self._checks.setVisible(bool(words) and not self._brief)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._word, self._task, self._cost, self._saved, self._checks, self.primary):
            widget.set_look(look)
        for way in self._ways:
            way.set_look(look)
        self._space()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._line = QHBoxLayout()
        self._line.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._task, 1)
        self._state = QHBoxLayout()
        self._state.addWidget(self._saved)
        self._state.addWidget(self._checks)
        self._state.addStretch(1)
        self._words = QVBoxLayout()
        self._words.addStretch(1)
        self._words.addLayout(self._line)
        self._words.addWidget(self._cost)
        self._words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._state)
        self._row.addWidget(self.primary, 0, Qt.AlignmentFlag.AlignVCenter)
        self._space()

    def _space(self) -> None:
        px = self._look.px
        set_margins(self._row, self, px(24), px(7), px(16), px(7))
        self._row.setSpacing(px(24))
        self._line.setSpacing(px(12))
        self._words.setSpacing(0)
        self._state.setSpacing(px(20))

    def _arrange(self) -> None:
        """At large text the saved state moves under the task, as in a narrow column."""
        stacked = self.width() / max(1.0, self._look.scale) < STACK_BELOW
        if stacked == self._stacked:
            return
        self._stacked = stacked
        if stacked:
            self._row.removeItem(self._state)
            self._words.insertLayout(self._words.count() - 1, self._state)
        else:
            self._words.removeItem(self._state)
            self._row.insertLayout(1, self._state)


class SavedState(QWidget):
    """A tick and words: "All changes saved"."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._well = True
        self._look = look
        self._words = Caption("", look, Type.SECONDARY, "second")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self.set_look(look)

    @property
    def says_something(self) -> bool:
        return bool(self._words.text())

    def say(self, words: str, *, well: bool) -> None:
        if (words, well) == (self._words.text(), self._well):
            return
        self._well = well
        self._words.setText(words)
        self.setVisible(bool(words))
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._words.set_look(look)
        set_margins(self._row, self, look.px(22), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._well:
            return
        side = self._look.px(15)
        left = self.width() - side if self.isRightToLeft() else 0
        painter = QPainter(self)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, Icon.TICK, box, self._look.colour("ink2"))
        painter.end()
