"""The tour through a reading room: what is said beside which of its parts."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from claimlight.session.reading import ReadingSession
from claimlight.ui.commands import Commands
from claimlight.ui.margin_notes import MarginNotes
from claimlight.ui.page import Page
from claimlight.ui.room_bar import RoomBar
from claimlight.ui.room_panes import RoomPanes
from claimlight.ui.strip_state import strip_state
from claimlight.ui.task_strip import TaskStrip
from claimlight.ui.tour import Step
from claimlight.wording import _

_TOP_OF_LIST = 130


def tour_steps(
    session: ReadingSession,
    page: Page,
    notes: MarginNotes,
    bar: RoomBar,
    panes: RoomPanes,
    strip: TaskStrip,
    commands: Commands,
) -> tuple[Step, ...]:
    """From the worked example to the check; the lesson has an example. Places are in pixels of the room of them all."""
    shown, first, pane = session.examples[0].main.span, session.labels[0], panes.pane

    def in_room(widget: QWidget, rect: QRect) -> QRect:
        """`rect` of `widget` in the room's pixels; all of the bar where the widget is not seen."""
        seen, place = (widget, rect) if widget.isVisible() else (bar, bar.rect())
        room = bar.parentWidget()
        assert room is not None, "the bar lies in the room"
        return QRect(seen.mapTo(room, place.topLeft()), place.size())

    return (
        Step(
            _("Somebody says here that something is so. That is a claim, and it is marked as one."),
            lambda: in_room(page.viewport(), notes.rect_about(shown) or page.rect_of(shown)),  # covers no word
        ),
        Step(
            _("Now you: sweep over the words of another claim. Then press {key}, or choose {label}.").format(
                key=commands.shown("label-0") or _("its button"), label=first.name
            ),
            lambda: in_room(bar, bar.labels.geometry()),
            waits=True,
        ),
        Step(
            _("Your highlights are listed here. A mistake does no harm: {key} takes back the last step.").format(
                key=commands.shown("undo") or _("Undo")
            ),
            lambda: in_room(pane, pane.rect().adjusted(0, 0, 0, _TOP_OF_LIST - pane.height())),
        ),
        Step(
            _last_words(session),
            lambda: in_room(strip.primary, strip.primary.rect()),
        ),
    )


def _last_words(session: ReadingSession) -> str:
    """What the button at the end of the strip does, as the lesson was given out."""
    if session.hands_in or session.key is None:
        return _("When you have found all you can, choose “{button}”.").format(button=strip_state(session).button)
    if session.checks_left > 1:
        return _(
            "When you have found all you can, check your work. First you get hints. "
            "The last check shows the answers and your points."
        )
    return _("When you have found all you can, check your work. Then you see the answers and your points.")
