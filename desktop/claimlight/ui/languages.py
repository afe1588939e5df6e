"""The language of the interface: worn like a look, remembered for the person at work and for this computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.files.catalogues import SYSTEM
from claimlight.session.study import Study
from claimlight.store.settings_file import SettingsFile
from claimlight.ui.speaking import NAME, SECTION, begin_speaking, spoken_for
from claimlight.wording.errors import say


class Languages(QObject):
    """Speaks another language without a restart: says `changed`, and whoever shows words shows them anew."""

    changed = Signal()

    def __init__(self, study: Study, settings: SettingsFile, somebody: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._study = study
        self._settings = settings
        self._somebody = somebody
        self.chosen = settings.get(SECTION, NAME, SYSTEM)
        self._spoken = spoken_for(self.chosen)

    def wear_settings(self) -> None:
        """Speak as the person at work has chosen, or as this computer did last."""
        usual = self._settings.get(SECTION, NAME, SYSTEM)
        self._speak(self._study.setting(NAME, usual) if self._somebody() else usual)

    def choose(self, id: str) -> str:
        """Speak `id` (or "system") from now on, and remember it. Gives what could not be kept, in words."""
        self._speak(id)
        try:
            if self._somebody():
                self._study.set_setting(NAME, id)
            self._settings.put(SECTION, NAME, id)
        except ClaimlightError as error:
            return say(error)
        return ""

    def _speak(self, chosen: str) -> None:
        self.chosen = chosen
        language = spoken_for(chosen)
        if language != self._spoken:
            self._spoken = language
            begin_speaking(language)
            self.changed.emit()
