"""*I see it differently* on a card: a button, then a field for one sentence, then the sentence that was kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.attempt import MOST_IN_CHALLENGE
from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.own_keys_field import OwnKeysField
from claimlight.wording import _
from claimlight.wording.challenges import how_text, see_differently_text


class ObjectionBox(QWidget):
    """Enter keeps the sentence, Esc leaves it; N and P are letters while it is written."""

    opened = Signal()
    """The field is there to be written in."""
    laid_out = Signal()
    """It has its place and size."""
    said = Signal(str)
    """A sentence is to be kept."""
    taken_back = Signal()
    left = Signal()
    """The field was left, with or without a sentence: the keyboard is free."""

    def __init__(self, words: str, reader: str, look: Look, *, draft: str | None = None) -> None:
        """`words` were kept before, `reader` says who reads them, `draft` is being written."""
        super().__init__()
        self._words = words
        self._button = Button(see_differently_text(), look)
        self._sentence = Paragraph(_("You: “{words}”").format(words=words), look, Type.PARAGRAPH)
        self._reader = Paragraph(reader, look, Type.SMALL, "ink2")
        self.field = _Field(look)
        self._how = Paragraph(how_text(), look, Type.SMALL, "ink2")
        self._change = Button(_("Change it"), look)
        self._back = Button(_("Take it back"), look, kind="flat")
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        for button in (self._button, self._change, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(4))
        for widget in (self.field, self._how, self._sentence, self._reader):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._button.clicked.connect(lambda: self.write(""))
        self._change.clicked.connect(lambda: self.write(self._words))
        self._back.clicked.connect(self.taken_back)
        self.field.returnPressed.connect(self._keep)
        self.field.escaped.connect(self._leave)
        self._show(writing=draft is not None)
        if draft is not None:
            self.field.setText(draft)

    @property
    def draft(self) -> str | None:
        """What is being written; None where nothing is."""
        return None if self.field.isHidden() else self.field.text()

    def write(self, words: str) -> None:
        self.field.setText(words)
        self._show(writing=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.laid_out.emit()

    def _show(self, *, writing: bool) -> None:
        kept = bool(self._words) and not writing
        for field in (self.field, self._how):
            field.setVisible(writing)
        for shown in (self._sentence, self._change, self._back):
            shown.setVisible(kept)
        self._reader.setVisible(writing or kept)
        self._button.setVisible(not self._words and not writing)

    def _keep(self) -> None:
        words = self.field.text().strip()
        self._show(writing=False)
        if words:
            self.said.emit(words)
        self.left.emit()

    def _leave(self) -> None:
        self._show(writing=False)
        self.left.emit()


class _Field(OwnKeysField):
    """One sentence of up to 300 code points; Qt would count UTF-16."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(see_differently_text())
        self.setAccessibleDescription(how_text())
        self.setPlaceholderText(_("Because …"))
        self.setFont(look.font(Type.TEXT))
        self.textEdited.connect(self._shorten)

    def _shorten(self, words: str) -> None:
        if len(words) > MOST_IN_CHALLENGE:
            at = self.cursorPosition()
            self.setText(words[:MOST_IN_CHALLENGE])
            self.setCursorPosition(at)
