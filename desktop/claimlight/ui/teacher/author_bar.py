"""The bar over a lesson of one's own: back, the labels, the three ways to look at it, and giving it out."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, IconButton
from claimlight.ui.icons import Icon
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.label_button import LabelFit
from claimlight.ui.look import Look
from claimlight.ui.teacher.fields import Segments
from claimlight.wording import _, pgettext

_SHORT_BELOW = 1000
_ICON_BELOW = 1180
"""Widths ÷ text scale: the modes in one word; the way back as an icon."""


_IN_ONE_ROW = (LabelFit.ROOMY, LabelFit.CLOSE, LabelFit.SHORT)


class AuthorBar(QFrame):
    """The labels stand in the same row where there is room for them, else in a row of their own."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._look = look
        self.back = Button(_("Lessons"), look, kind="flat", icon=Icon.BACK)
        self._modes = (_("Edit text"), _("Mark the answers"), _("Try as a student"))
        self._short = (_("Text"), pgettext("of a lesson", "Answers"), _("Try"))
        self.switch = Segments(_("What to do"), self._modes, look)
        self.give = Button(_("Give to students…"), look, kind="primary")
        self.more = IconButton(Icon.MORE, _("More for this lesson"), look)
        self.menu = QMenu(self)
        self.more.clicked.connect(self._open_menu)
        self.labels: LabelBar | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.addWidget(self.back)
        self._middle = QWidget()
        self._place = QHBoxLayout(self._middle)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._middle, 1)
        for widget in (self.switch, self.give, self.more):
            self._row.addWidget(widget)
        self._rows.addLayout(self._row)
        self._below = QHBoxLayout()
        self._rows.addLayout(self._below)
        self.fit()

    def add_command(self, words: str, action: QAction | None = None) -> QAction:
        """One more line of the menu "…"."""
        if action is None:
            return self.menu.addAction(words)
        self.menu.addAction(action)
        return action

    def set_labels(self, labels: LabelBar | None) -> None:
        """Other labels, or none while nothing is marked."""
        if self.labels is not None:
            self.labels.hide()
            self.labels.setParent(None)
            self.labels.deleteLater()
        self.labels = labels
        self.fit()

    def set_look(self, look: Look) -> None:
        self._look = look
        parts: tuple[QWidget, ...] = (self.back, self.switch, self.give, self.more)
        for part in parts:
            part.set_look(look)  # type: ignore[attr-defined]
        if self.labels is not None:
            self.labels.set_look(look)
        self.fit()

    def fit(self) -> None:
        """To the width there is."""
        px, width = self._look.px, self.width()
        self._rows.setContentsMargins(12, px(7), 16, px(7))
        self._row.setSpacing(px(10))
        narrow = width < px(_SHORT_BELOW)
        self.back.setText("" if width < px(_ICON_BELOW) else _("Lessons"))
        self.back.setAccessibleName(_("Lessons"))
        self.switch.set_captions(self._short if narrow else self._modes, self._modes)
        self.give.setText(_("Give…") if narrow else _("Give to students…"))
        self.give.setAccessibleName(_("Give to students…"))
        if self.labels is not None:
            self._place_labels(self.labels, width)

    def _place_labels(self, labels: LabelBar, width: int) -> None:
        beside, below = width - self._others(), width - self._look.px(40)
        own_row = not _fits(labels, beside, _IN_ONE_ROW)
        room = below if own_row else beside
        if own_row:
            _fits(labels, below, tuple(LabelFit))
        target = self._below if own_row else self._place
        if target.indexOf(labels) < 0:
            target.addWidget(labels, 1)
            labels.show()
        px = self._look.px
        labels.setFixedHeight(labels.heightForWidth(max(px(120), room)))

    def _others(self) -> int:
        beside = (self.back, self.switch, self.give, self.more)
        return sum(widget.sizeHint().width() + self._row.spacing() for widget in beside) + 40

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _fits(labels: LabelBar, room: int, fits: tuple[LabelFit, ...]) -> bool:
    """Say as much as there is `room` for; False where even the least of `fits` is too much."""
    for fit in fits:
        labels.set_fit(fit)
        if labels.wish() <= room:
            return True
    return False
