"""A long offer goes on in the next line where there is no room for it; the button keeps its words."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimlight.ui.flow import Flow
from claimlight.ui.look import Look
from claimlight.ui.wrapping_button import WrappingButton

LONG = "Also right: “the company had not cut back the trees for three years” as a figure & more"


def offers(qtbot: QtBot, width: int) -> tuple[QWidget, WrappingButton, WrappingButton]:
    look = Look()
    place = QWidget()
    qtbot.addWidget(place)
    flow = Flow(place)
    long, short = WrappingButton(LONG, look), WrappingButton("Take this answer out", look)
    for button in (long, short):
        flow.addWidget(button)
    place.resize(width, place.heightForWidth(width))
    place.show()
    return place, long, short


def test_where_there_is_room_it_is_one_line(qtbot: QtBot) -> None:
    _place, long, short = offers(qtbot, 1200)
    assert (long.size(), long.y()) == (long.sizeHint(), short.y())
    assert long.accessibleName() == LONG


def test_where_there_is_none_it_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    place, long, short = offers(qtbot, 300)
    assert place.minimumSizeHint().width() <= 300, "it never makes the page wider"
    assert long.width() == 300
    assert long.height() >= long.sizeHint().height() + 2 * long.fontMetrics().lineSpacing()
    lines = long._lines(300)
    assert " ".join(lines).replace("&&", "&") == LONG
    assert all(long.fontMetrics().horizontalAdvance(line) < 300 for line in lines)
    assert short.y() >= long.geometry().bottom()
    assert short.size() == short.sizeHint()
