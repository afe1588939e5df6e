"""The language in which everything is said, and the direction in which it is laid out; the first frame needs it.

So it does without `QtCore.Qt` where it can: importing that name, or asking for the direction, makes 95 enums, in 16 ms.
"""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from claimlight.files.catalogues import RIGHT_TO_LEFT, SYSTEM, catalogue, language_for
from claimlight.store.settings_file import SettingsFile
from claimlight.wording import speak

SECTION, NAME = "look", "language"
"""Where settings remember what was chosen."""


def spoken_for(chosen: str) -> str:
    """The language that the choice comes to: one of ours, or what the system speaks."""
    return language_for(chosen, QLocale.system().name() if chosen == SYSTEM else "")


def begin_speaking(language: str) -> None:
    """Say everything in `language`, and lay everything out in its direction."""
    speak(catalogue(language))
    mirrored = language in RIGHT_TO_LEFT
    if QApplication.isRightToLeft() != mirrored:
        _lay_out(mirrored)


def _lay_out(mirrored: bool) -> None:
    from PySide6.QtCore import Qt

    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)


def speak_at_start(settings: SettingsFile) -> None:
    """As this computer did last, for the first frame."""
    begin_speaking(spoken_for(settings.get(SECTION, NAME, SYSTEM)))
