"""What is ticked has a tick, in every theme and on both sides of its words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.look import Look
from claimlight.ui.stylesheet import dress
from claimlight.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, CREAM, DARK, PAPER, Theme
from claimlight.ui.tick_box import TickBox


def inside(box: TickBox) -> set[str]:
    """The colours within the frame of the box."""
    option = QStyleOptionButton()
    box.initStyleOption(option)
    frame = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box).adjusted(2, 2, -2, -2)
    image = box.grab(frame).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("theme", [PAPER, DARK, CREAM, CONTRAST_LIGHT, CONTRAST_DARK])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_ticked_box_has_a_tick_on_its_fill(qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayoutDirection(direction)
    box = TickBox("Lower it too")
    QVBoxLayout(window).addWidget(box)
    dress(window, Look(theme, scale=2))
    window.show()
    page, ink = theme.colour("page").name(), theme.colour("ink").name()
    assert ink not in inside(box)
    box.setChecked(True)
    assert {page, ink} <= inside(box)
