"""Reading aloud in the room: its bar, its keys, and the sentence that is followed on the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout

from claimlight.core.article import Span
from claimlight.session.reading_aloud import ReadingAloud
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.controls import Button, Caption, IconButton
from claimlight.ui.icons import Icon
from claimlight.ui.lines import Line
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.mirror import set_margins
from claimlight.ui.page import Page
from claimlight.ui.room_panes import RoomPanes
from claimlight.ui.wiring import Wiring
from claimlight.wording import _

IDS = ("aloud", "aloud-back", "aloud-next", "aloud-stop")


class Aloud(QObject):
    """There only where there is a voice. The page can be marked and read on while it speaks."""

    def __init__(
        self, reader: ReadingAloud, page: Page, panes: RoomPanes, commands: Commands, look: Look, announce: Announce
    ) -> None:
        super().__init__(page)
        self.reader = reader
        self._page = page
        self._look = look
        self._announce = announce
        self._commands = commands
        self._wiring = Wiring()
        self._shown = Span(0, 0)
        self.bar = AloudBar(look)
        panes.put_over_page(self.bar)
        page.paint_also(self._paint, under_marks=True)
        reader.changed.connect(self._follow)
        reader.failed.connect(lambda: announce(_("The computer’s voice could not be heard. Reading has stopped.")))
        for id, slot, button in (
            ("aloud", self.press, self.bar.pause),
            ("aloud-back", lambda: self._step(-1), self.bar.back),
            ("aloud-next", lambda: self._step(1), self.bar.next),
            ("aloud-stop", self._stop, self.bar.stop),
        ):
            commands[id].setVisible(True)
            self._wiring.connect(commands[id].triggered, slot)
            button.clicked.connect(commands[id].trigger)
        self._allow()

    def press(self) -> None:
        """Begin at the caret, pause, or go on."""
        reader = self.reader
        if reader.sentence is None:
            reader.begin(self._page.caret)
        elif reader.paused:
            reader.go_on()
        else:
            reader.pause()

    def end(self) -> None:
        self.reader.stop()
        self._wiring.cut()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.bar.set_look(look)

    def _step(self, by: int) -> None:
        if self.reader.sentence is not None:
            self.reader.step(by)

    def _stop(self) -> None:
        had = self.bar.isAncestorOf(self._page.window().focusWidget() or self._page)
        self.reader.stop()
        if had:
            self._page.setFocus()
        self._announce(_("Reading has stopped."))

    def _allow(self) -> None:
        reading = self.reader.sentence is not None
        for id in IDS:
            self._commands[id].setEnabled(reading or id == "aloud")

    def _follow(self) -> None:
        reader, page = self.reader, self._page
        self._allow()
        sentence = reader.sentence
        page.refresh(self._shown)
        self._shown = sentence.span if sentence is not None else Span(0, 0)
        page.refresh(self._shown)
        self.bar.setVisible(sentence is not None)
        if sentence is not None:
            self.bar.show_place(reader.number, reader.count, paused=reader.paused)
            page.bring_into_view(sentence.span)

    def _paint(self, painter: QPainter, line: Line) -> None:
        if not self._shown:
            return
        units, rect = self._page.in_units(self._shown), line.rect
        for left, right in line.stretches(units.start, units.end):
            painter.fillRect(
                QRectF(left - 2, rect.top(), right - left + 4, rect.height()), self._look.colour("nowsoft")
            )


class AloudBar(QFrame):
    """Sentence before, pause, sentence after, stop."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAccessibleName(_("Reading aloud"))
        self.back = IconButton(Icon.UP, _("Sentence before"), look)
        self.pause = Button(_("Pause"), look)
        self.next = IconButton(Icon.DOWN, _("Next sentence"), look)
        self.stop = Button(_("Stop"), look, kind="flat")
        self._place = Caption("", look, Type.SECONDARY, "second")
        self._row = QHBoxLayout(self)
        for widget in (self.back, self.pause, self.next, self.stop):
            self._row.addWidget(widget)
        self._row.addWidget(self._place, 1)
        self.set_look(look)
        self.hide()

    def show_place(self, number: int, count: int, *, paused: bool) -> None:
        self._place.setText(_("Sentence {n} of {all}").format(n=number, all=count))
        self.pause.setText(_("Go on") if paused else _("Pause"))

    def set_look(self, look: Look) -> None:
        for widget in (self.back, self.pause, self.next, self.stop, self._place):
            widget.set_look(look)
        self._place.setFont(tabular(look.font(Type.SECONDARY)))
        set_margins(self._row, self, look.px(24), look.px(6), look.px(16), look.px(6))
        self._row.setSpacing(look.px(8))
