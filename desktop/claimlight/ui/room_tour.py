"""The tour through a reading room: what is said beside which of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from claimlight.ui.tour import Step
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.ui.reading_room import ReadingRoom

_TOP_OF_LIST = 130


def tour_steps(room: ReadingRoom) -> tuple[Step, ...]:
    """From the worked example to the check; the lesson has an example."""
    example = room.session.examples[0]
    first = room.session.labels[0]
    page, bar, pane, strip = room.page, room.bar, room.panes.pane, room.strip
    return (
        Step(
            _("Somebody says here that something is so. That is a claim, and it is marked as one."),
            lambda: _in_room(room, page.viewport(), page.rect_of(example.main.span)),
        ),
        Step(
            _("Now you: sweep over the words of another claim. Then press {key}, or choose {label}.").format(
                key=room.marking.label_actions[0].shortcut().toString(), label=first.name
            ),
            lambda: _in_room(room, bar, bar.labels.geometry()),
            waits=True,
        ),
        Step(
            _("Your highlights are listed here. A mistake does no harm: Ctrl+Z takes back the last step."),
            lambda: _in_room(room, pane, pane.rect().adjusted(0, 0, 0, _TOP_OF_LIST - pane.height())),
        ),
        Step(
            _("When you have found all you can, check your work. Then you see the answers and your points."),
            lambda: _in_room(room, strip.primary, strip.primary.rect()),
        ),
    )


def _in_room(room: ReadingRoom, widget: QWidget, rect: QRect) -> QRect:
    """`rect` of `widget` in the room's pixels; the strip's where the widget is not seen."""
    seen = widget if widget.isVisible() else room.strip
    place = rect if widget.isVisible() else room.strip.rect()
    return QRect(seen.mapTo(room, place.topLeft()), place.size())
