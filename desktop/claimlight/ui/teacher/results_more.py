"""What a bar offers beside the main thing: buttons, or, where there is no room for them, lines of a menu "…"."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from claimlight.ui.controls import Button, IconButton
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look
from claimlight.wording import _


class More(IconButton):
    """The button "…", seen while there is anything in its menu."""

    def __init__(self, look: Look) -> None:
        super().__init__(Icon.MORE, _("More for these results"), look)
        self.choices = QMenu(self)
        self._look = look
        self._buttons: list[Button] = []
        self._actions: list[QAction] = []
        self.clicked.connect(lambda: self.choices.popup(self.mapToGlobal(self.rect().bottomLeft())))

    def offer(self, words: str, chosen: SignalInstance) -> Button:
        """One more, whose button is to be put into the bar."""
        button = Button(words, self._look)
        button.clicked.connect(lambda: chosen.emit())
        action = self.choices.addAction(words)
        action.triggered.connect(lambda: chosen.emit())
        self._buttons.append(button)
        self._actions.append(action)
        return button

    def also(self, words: str, chosen: Callable[[], object], *, current: bool) -> None:
        """One more line of the menu alone, ticked where it is what is seen now."""
        action = self.choices.addAction(words)
        action.setCheckable(True)
        action.setChecked(current)
        action.triggered.connect(lambda _checked: chosen())

    def fold(self, folded: bool) -> None:
        """Into the menu, or out of it."""
        self.setVisible(folded)
        for button in self._buttons:
            button.setVisible(not folded)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._look = look
        for button in getattr(self, "_buttons", ()):
            button.set_look(look)
