"""A viewport of our own making, for what scrolls.

The first question for a widget that Qt has made itself has the binding load every kind of widget there is, to find out
which kind it is: 8 ms and 2 MB, in every start.
"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea, *, clear: bool = False) -> None:
    """Give `area`, which has just been made, a viewport like the one it has; `clear` lets what is behind show."""
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(not clear)
    viewport.setMouseTracking(area.hasMouseTracking())
    area.setViewport(viewport)
