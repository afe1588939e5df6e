"""The label bar: the labels of the lesson, always in sight, each a pen to take and a key to press."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimlight.core.codebook import Label
from claimlight.ui.flow import Flow
from claimlight.ui.label_button import LabelButton, LabelFit
from claimlight.ui.label_guide import LabelGuide, guide_text
from claimlight.ui.look import Look
from claimlight.wording import _

HOVER_MS = 450
"""How long the pointer rests on a label before its guide opens."""


class LabelBar(QWidget):
    """One button for each label, sharing the given checkable actions (in the labels' order)."""

    def __init__(self, labels: Sequence[Label], actions: Sequence[QAction], rules: str, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(_("Labels"))
        self._rules = rules
        self._look = look
        self._across = 8
        self._guide: LabelGuide | None = None
        self._pointed: LabelButton | None = None
        self._held: LabelButton | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._open)
        self._flow = Flow(self, across=look.px(8), down=look.px(2))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons = tuple(LabelButton(label, action, look) for label, action in zip(labels, actions, strict=True))
        for button in self.buttons:
            button.setAccessibleDescription(guide_text(button.label, rules))
            button.pointed.connect(self._point)
            button.left.connect(self._leave)
            button.clicked.connect(self._put_guide_away)
            self._flow.addWidget(button)

    @property
    def guide(self) -> LabelGuide | None:
        """The label guide, once it has been opened."""
        return self._guide

    def set_fit(self, fit: LabelFit) -> None:
        """Say as much as `fit` allows."""
        for button in self.buttons:
            button.set_fit(fit)
        self._across = 8 if fit is LabelFit.ROOMY else 4
        self._flow.set_gaps(self._look.px(self._across), self._look.px(2))

    def wish(self) -> int:
        """How wide all labels are in one line."""
        return self._flow.sizeHint().width()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._flow.set_gaps(look.px(self._across), look.px(2))
        for button in self.buttons:
            button.set_look(look)
        if self._guide is not None:
            self._guide.set_look(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._guide is not None and self._guide.isVisible():
            self._guide.hide()
            event.accept()
            return
        super().keyPressEvent(event)

    def _point(self, by_keyboard: bool) -> None:
        button = self.sender()
        assert isinstance(button, LabelButton)
        self._pointed = button
        if by_keyboard:
            self._held = button
        open_already = self._guide is not None and self._guide.isVisible()
        if by_keyboard or open_already:
            self._timer.stop()
            self._open()
        else:
            self._timer.start(HOVER_MS)

    def _put_guide_away(self) -> None:
        """Who takes a pen wants to see the article."""
        self._timer.stop()
        if self._guide is not None:
            self._guide.hide()

    def _leave(self, by_keyboard: bool) -> None:
        """The guide goes with the pointer, unless the keyboard holds it open."""
        self._timer.stop()
        if by_keyboard:
            self._held = None
        if self._guide is not None and self._held is None:
            self._guide.hide()

    def _open(self) -> None:
        if self._pointed is None:
            return
        if self._guide is None:
            self._guide = LabelGuide(self.window(), self._look)
        self._guide.show_for(self._pointed.label, self._rules, self._pointed)
