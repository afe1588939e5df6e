"""What the window wears: theme, face, size and spacing, as the person at work chose them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.session.study import Study
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.faces import Face
from claimlight.ui.look import LINE_SPACINGS, SCALES, Look
from claimlight.ui.theme import SYSTEM, theme_named
from claimlight.ui.window import Window
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from claimlight.ui.text_menu import TextMenu


class Wardrobe(QObject):
    """Puts looks on the window, and remembers them for the person at work and for this computer."""

    def __init__(self, window: Window, study: Study, settings: SettingsFile, scheme: Qt.ColorScheme) -> None:
        super().__init__(window)
        self._window = window
        self._study = study
        self._settings = settings
        self._scheme = scheme
        self._theme = SYSTEM
        self._text_menu: TextMenu | None = None
        self.for_nobody = False
        """While nobody has said who is working, a look is remembered for the computer only."""

    def wear_settings(self) -> None:
        """Put on what the person at work has chosen, or what this computer had last."""
        usual = self._settings.get("look", "theme", SYSTEM)
        study = self._study
        self._theme = study.setting("theme", usual)
        face = study.setting("face", Face.SERIF.value)
        scale, spacing = study.setting("scale", "1.0"), study.setting("spacing", "32")
        look = Look(
            theme=theme_named(self._theme, self._scheme),
            scale=_one_of(scale, SCALES, 1.0),
            face=next((known for known in Face if known.value == face), Face.SERIF),
            spacing=int(_one_of(spacing, LINE_SPACINGS, 32)),
        )
        if look != self._window.look:
            self._wear(look)

    def change_look(self, look: Look, theme: str = "") -> None:
        """Wear `look` and remember it for the person at work."""
        self._theme = theme or self._theme
        self._wear(look)
        if not self.for_nobody:
            self._keep(look)
        try:
            self._settings.put("look", "theme", self._theme)
        except ClaimlightError as error:
            # What a computer had last is no work that could be lost.
            self._window.announce(say(error))

    def change_theme(self, id: str) -> None:
        self.change_look(replace(self._window.look, theme=theme_named(id, self._scheme)), id)

    def resize_text(self, step: int) -> None:
        look = self._window.look
        at = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - look.scale))
        self.change_look(replace(look, scale=SCALES[max(0, min(len(SCALES) - 1, at + step))]))

    def take_usual_size(self) -> None:
        self.change_look(replace(self._window.look, scale=1.0))

    def open_text_menu(self, button: QWidget, language: str) -> None:
        """*Aa*, under its button; the sample words are in the article's language."""
        from claimlight.ui.text_menu import TextMenu

        if self._text_menu is not None:
            self._text_menu.deleteLater()
        self._text_menu = TextMenu(
            self._window.look, self._window, setting=self._theme, language=language, scheme=self._scheme
        )
        self._text_menu.look_changed.connect(self.change_look)
        self._text_menu.open_under(button)

    def _wear(self, look: Look) -> None:
        self._window.faces.load(look.face)
        self._window.set_look(look)
        if self._text_menu is not None:
            self._text_menu.set_look(look)

    def _keep(self, look: Look) -> None:
        try:
            for name, value in (
                ("theme", self._theme),
                ("face", look.face.value),
                ("scale", str(look.scale)),
                ("spacing", str(look.spacing)),
            ):
                self._study.set_setting(name, value)
        except ClaimlightError as error:
            self._window.tell_error(error)


def _one_of(text: str, allowed: tuple[float, ...] | tuple[int, ...], usual: float) -> float:
    """The number in `text` if it is one of `allowed`."""
    try:
        value = float(text)
    except ValueError:
        return usual
    return value if value in allowed else usual
