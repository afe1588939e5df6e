"""Find in the article (Ctrl+F): a field, how many there are, and the way from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from claimlight.ui.controls import Caption, IconButton
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import set_margins
from claimlight.ui.search_field import SearchField
from claimlight.wording import _


class FindBar(QFrame):
    """Enter and F3 go on, with Shift back; Esc closes."""

    searched = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.field = SearchField(_("Find in the article"), look, clears=False)
        self._found = Caption("", look, Type.SECONDARY, "second")
        self.previous = IconButton(Icon.UP, _("Previous place"), look)
        self.next = IconButton(Icon.DOWN, _("Next place"), look)
        self.close_button = IconButton(Icon.CLOSE, _("Close the search"), look)
        self._row = QHBoxLayout(self)
        for widget in (self.field, self._found, self.previous, self.next):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.close_button)
        self.field.textChanged.connect(self.searched)
        self.next.clicked.connect(self.next_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.close_button.clicked.connect(self.leave)
        self.set_look(look)
        self.set_found(0, 0)
        self.hide()

    def open(self, words: str = "") -> None:
        """Show it with `words` (the selection, say) ready to be typed over."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        self.hide()
        self.closed.emit()

    def set_found(self, n: int, of: int) -> None:
        """Say that the `n`th of `of` places is shown."""
        typed = bool(self.field.text())
        words = _("{n} of {all}").format(n=n, all=of) if of else _("Not in this article")
        self._found.setText(words if typed else "")
        self.field.setAccessibleDescription(self._found.text())
        self.previous.setEnabled(of > 0)
        self.next.setEnabled(of > 0)

    def set_look(self, look: Look) -> None:
        for widget in (self.field, self._found, self.previous, self.next, self.close_button):
            widget.set_look(look)
        self._found.setFont(tabular(look.font(Type.SECONDARY)))
        self._found.setMinimumWidth(look.px(72))
        set_margins(self._row, self, look.px(24), look.px(6), look.px(16), look.px(6))
        self._row.setSpacing(look.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            (self.previous_wanted if back else self.next_wanted).emit()
        else:
            super().keyPressEvent(event)
