"""Rows of the answer's panel: a question over what was chosen, words with what can be done about them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, IconButton, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.wording import _


class Chosen(QWidget):
    """A caption over a button that says what was chosen and opens the choice."""

    def __init__(self, caption: str, look: Look, ask: Callable[[], object]) -> None:
        super().__init__()
        self._caption = Caption(caption, look, Type.SMALL_ACTION, "second")
        self._name = caption
        self.button = Button("", look)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setMinimumWidth(0)
        self.button.clicked.connect(lambda: ask())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addWidget(self.button)

    def show_choice(self, words: str, empty: str) -> None:
        metrics = self.button.fontMetrics()
        room = max(60, self.button.width() - 28)
        self.button.setText(metrics.elidedText(words or empty, Qt.TextElideMode.ElideRight, room))
        self.button.setToolTip(words)
        self.button.setAccessibleName(f"{self._name}: {words or empty}")

    def set_look(self, look: Look) -> None:
        self._caption.set_look(look)
        self.button.set_look(look)


class Limit(QWidget):
    """ "Must have", its words, and two buttons: take what is selected on the page, or the usual."""

    def __init__(self, caption: str, look: Look, take: Callable[[], object], usual: Callable[[], object]) -> None:
        super().__init__()
        self._name = caption
        self._caption = Caption(caption, look, Type.SECONDARY_ACTION, "second")
        self._words = Paragraph("", look, Type.QUOTE, lines=2)
        self.take = Button(_("Take the selection"), look, kind="link")
        self.usual = Button(_("Usual"), look, kind="link")
        self.take.setAccessibleName(_("{what}: take the selection").format(what=caption))
        self.usual.setAccessibleName(_("{what}: the usual words").format(what=caption))
        self.take.clicked.connect(lambda: take())
        self.usual.clicked.connect(lambda: usual())
        self._buttons = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addWidget(self._words)
        self._ways = Flow(self._buttons)
        self._ways.addWidget(self.take)
        self._ways.addWidget(self.usual)
        column.addWidget(self._buttons)

    def show_words(self, words: str, *, own: bool) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(f"{self._name}: {words}")
        self._words.updateGeometry()
        self.usual.setVisible(own)

    def set_look(self, look: Look) -> None:
        for widget in (self._caption, self._words, self.take, self.usual):
            widget.set_look(look)
        for button in (self.take, self.usual):
            button.setFont(look.font(Type.SMALL_ACTION))
        self._ways.set_gaps(look.px(14), 2)


class Removable(QWidget):
    """Words with a cross after them."""

    def __init__(self, words: str, name: str, look: Look, remove: Callable[[], object]) -> None:
        super().__init__()
        self._words = Paragraph(words, look, Type.QUOTE, lines=2)
        self.cross = IconButton(Icon.CLOSE, name, look)
        self.cross.clicked.connect(lambda: remove())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.cross)

    def set_look(self, look: Look) -> None:
        self._words.set_look(look)
        self.cross.set_look(look)
