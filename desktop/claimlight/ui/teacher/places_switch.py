"""The two places that *I teach* leads to: lessons and classes, side by side in the bar of both."""

from enum import IntEnum

from PySide6.QtCore import Signal

from claimlight.ui.look import Look
from claimlight.ui.teacher.fields import Segments
from claimlight.wording import _


class Place(IntEnum):
    LESSONS = 0
    CLASSES = 1


class PlacesSwitch(Segments):
    """Says which other place is wanted."""

    lessons_wanted = Signal()
    classes_wanted = Signal()

    def __init__(self, look: Look, here: Place) -> None:
        super().__init__(_("What to see"), (_("My lessons"), _("My classes")), look)
        self._here = here
        self.set_current(here)
        self.chosen.connect(self._go)

    def _go(self, place: int) -> None:
        self.set_current(self._here)  # this page stays as it is until it is gone
        if place != self._here:
            (self.lessons_wanted if place == Place.LESSONS else self.classes_wanted).emit()
