"""What the person at work has chosen about hands: other keys, clicks instead of drags, nothing that moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.ui.commands import LABEL_KEYS
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from claimlight.ui.key_page import KeyPage

_SWITCHES = ("by-sentence", "keep-still")
_AS_THE_SYSTEM = -1
_EFFECTS = (
    *(Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo),
    *(Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox),
)
"""What Qt would let slide or fade where the system does: with us it never does."""


class Reach(QObject):
    """Wears these settings, keeps them for the person at work, and opens the page where keys are changed.

    `somebody` tells whether it is known who that is; what is chosen before is worn and not kept.
    """

    def __init__(self, window: Window, study: Study, somebody: Callable[[], bool]) -> None:
        super().__init__(window)
        self._somebody = somebody
        self._window = window
        self._study = study
        self._page: KeyPage | None = None
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, False)
        commands = window.commands
        commands["change-keys"].triggered.connect(self.change_keys)
        commands["keep-still"].toggled.connect(self._keep_still)
        for id in _SWITCHES:
            commands[id].triggered.connect(lambda on, id=id: self._keep_switch(id, on))

    def wear_settings(self) -> None:
        """Put on what the person at work has chosen."""
        commands = self._window.commands
        chosen = self._study.setting("keys", "")
        if chosen or commands.chosen_keys:
            from claimlight.ui.key_choices import keys_from_text

            commands.set_keys(keys_from_text(chosen))
        for id in _SWITCHES:
            commands[id].setChecked(bool(self._study.setting(id, "")))

    def change_keys(self) -> None:
        """Open the page of all commands and their keys; when it closes, the keyboard goes back."""
        from claimlight.ui.key_page import KeyPage

        window = self._window
        if self._page is not None:
            self._page.deleteLater()
        before = window.focusWidget()
        self._page = KeyPage(
            window.commands,
            window.menuBar(),
            window.commands.label_names() or [_("Label {n}").format(n=n) for n in LABEL_KEYS[:3]],
            window.look,
            window,
            keep=self._keep_keys,
            announce=window.announce,
        )
        if before is not None:
            self._page.closed.connect(before.setFocus)
        self._page.open()

    def _keep_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> str:
        from claimlight.ui.key_choices import keys_as_text

        try:
            self._keep("keys", keys_as_text(chosen))
        except ClaimlightError as error:
            return say(error)
        self._window.commands.set_keys(chosen)
        return ""

    def _keep_switch(self, id: str, on: bool) -> None:
        try:
            self._keep(id, "yes" if on else "")
        except ClaimlightError as error:
            self._window.commands[id].setChecked(not on)
            self._window.tell_error(error)
            return
        sentences = {
            ("by-sentence", True): _("A click takes a whole sentence now; then choose a label."),
            ("by-sentence", False): _("A click only puts the caret there again."),
            ("keep-still", True): _("Nothing moves by itself now."),
            ("keep-still", False): _("The caret blinks as your system has it."),
        }
        self._window.announce(sentences[id, on])

    def _keep(self, name: str, value: str) -> None:
        if self._somebody():
            self._study.set_setting(name, value)

    def _keep_still(self, still: bool) -> None:
        """Qt's one switch for every caret, in fields and, by way of it, on our own page."""
        QApplication.styleHints().setCursorFlashTime(0 if still else _AS_THE_SYSTEM)
