"""Rows of the answer's panel: a question over what was chosen, words with what can be done about them."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, IconButton, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.wording import _

SHARES = tuple(map(Fraction, ("1", "9/10", "3/4", "1/2", "1/4")))
"""The shares of the points that words which are also right are offered."""


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

    def __init__(
        self,
        caption: str,
        look: Look,
        take: Callable[[], object],
        usual: Callable[[], object],
        *,
        take_name: str = "",
        usual_name: str = "",
    ) -> None:
        """The names of the two buttons, where others are better than *Take the selection* and *Usual*."""
        super().__init__()
        self._name = caption
        self._caption = Caption(caption, look, Type.SECONDARY_ACTION, "second")
        self._words = Paragraph("", look, Type.QUOTE, lines=2)
        self.take = Button(take_name or _("Take the selection"), look, kind="link")
        self.usual = Button(usual_name or _("Usual"), look, kind="link")
        self.take.setAccessibleName(f"{caption}: {self.take.text()}")
        self.usual.setAccessibleName(f"{caption}: {self.usual.text()}")
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


class AlsoRight(QWidget):
    """Other words that are right too: under which label, for which share of the points, and a cross."""

    changed = Signal(str, object)
    """Another label ("" for the same) or another share (Fraction; None for the same) was chosen."""

    def __init__(self, words: str, share: Fraction, label: str, labels: Sequence[tuple[str, str]], look: Look) -> None:
        """`labels` are ids and names of what it can be marked as."""
        super().__init__()
        self._words = Paragraph(_("“{words}”").format(words=words), look, Type.QUOTE, lines=2)
        self.cross = IconButton(Icon.CLOSE, _("Take “{words}” back").format(words=words), look)
        names = dict(labels)
        self.share = Button(share_words(share), look, kind="link")
        self.label = Button(_("as {label}").format(label=names.get(label, label)), look, kind="link")
        self.share.setAccessibleName(f"{words}: {self.share.text()}")
        self.label.setAccessibleName(f"{words}: {self.label.text()}")
        self.shares, self.names = QMenu(self), QMenu(self)
        for each in SHARES:
            self.shares.addAction(share_words(each)).triggered.connect(partial(self._choose, "", each))
        for id, name in labels:
            self.names.addAction(name.replace("&", "&&")).triggered.connect(partial(self._choose, id, None))
        for button, menu in ((self.share, self.shares), (self.label, self.names)):
            button.clicked.connect(partial(self._open, menu, button))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._words, 1)
        head.addWidget(self.cross)
        self._choices = Flow()
        self._choices.addWidget(self.share)
        self._choices.addWidget(self.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._choices)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._words.set_look(look)
        self.cross.set_look(look)
        for button in (self.share, self.label):
            button.set_look(look)
            button.setFont(look.font(Type.SMALL_ACTION))
        self._choices.set_gaps(look.px(14), 2)

    def _choose(self, label: str, share: Fraction | None, _checked: bool = False) -> None:
        self.changed.emit(label, share)

    def _open(self, menu: QMenu, button: Button) -> None:
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def share_words(factor: Fraction) -> str:
    return _("all points") if factor == 1 else _("{share} of the points").format(share=factor)
