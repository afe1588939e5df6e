"""The small palette that stands beside a selection: choose a label without leaving the words."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from claimlight.core.codebook import Label
from claimlight.ui.controls import Button, hairline
from claimlight.ui.label_button import LabelButton
from claimlight.ui.look import Look
from claimlight.wording import _

GAP = 5
"""Px between the selection and the palette."""


class Palette(QFrame):
    """A child of the page that never takes the focus. The page's own keys do the same work.

    `actions` lends each button its key cap; a click emits `label_chosen` with the label's id.
    """

    label_chosen = Signal(str)
    source_wanted = Signal()

    def __init__(
        self,
        labels: Sequence[Label],
        actions: Sequence[QAction],
        look: Look,
        parent: QWidget,
        *,
        asks_source: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Label the selected words"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(2)
        self.buttons = tuple(
            _key_only(label, action, look, self) for label, action in zip(labels, actions, strict=True)
        )
        for button in self.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.clicked.connect(self._choose)
        self._source: Button | None = None
        if asks_source:
            self._add_source(row, look)
        self.hide()

    def set_look(self, look: Look) -> None:
        for button in self.buttons:
            button.set_look(look)
        if self._source is not None:
            self._source.set_look(look)
        self._row.invalidate()
        self.adjustSize()

    def place(self, lines: QRect, bounds: QRect, start: int) -> None:
        """Show it under `lines` (the selection, in the parent's px) from x = `start`; above where there is no room."""
        self.adjustSize()
        top = lines.bottom() + 1 + GAP
        if top + self.height() > bounds.bottom():
            top = max(bounds.top(), lines.top() - GAP - self.height())
        wish = start - self.width() if self.isRightToLeft() else start
        left = max(bounds.left() + 4, min(wish, bounds.right() - self.width() - 4))
        self.move(QPoint(left, top))
        self.show()
        self.raise_()

    def _choose(self) -> None:
        button = self.sender()
        assert isinstance(button, LabelButton)
        self.label_chosen.emit(button.label.id)

    def _add_source(self, row: QHBoxLayout, look: Look) -> None:
        rule = hairline("upright")
        rule.setFixedHeight(look.px(20))
        row.addWidget(rule, 0, Qt.AlignmentFlag.AlignVCenter)
        self._source = Button(_("Who says it?"), look, kind="flat")
        self._source.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._source.clicked.connect(self.source_wanted)
        row.addWidget(self._source, 0, Qt.AlignmentFlag.AlignVCenter)


def _key_only(label: Label, action: QAction, look: Look, parent: QWidget) -> LabelButton:
    """A button that shows the key of `action` but triggers nothing of its own: choosing is the page's work."""
    return LabelButton(label, _KeyOnly(label.short, action, parent), look, short=True)


class _KeyOnly(QAction):
    def __init__(self, words: str, action: QAction, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._shown = action
        self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._follow()
        action.changed.connect(self._follow)

    def _follow(self) -> None:
        self.setShortcut(self._shown.shortcut())
