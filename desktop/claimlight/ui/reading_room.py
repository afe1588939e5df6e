"""The reading room: the article, the labels to mark it with, the list of what was marked, and the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.card_on_page import CardOnPage
from claimlight.ui.checking import Checking
from claimlight.ui.commands import Commands
from claimlight.ui.finding import Finding
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.look import Look
from claimlight.ui.margin_notes import MarginNotes
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page
from claimlight.ui.person_button import PersonButton
from claimlight.ui.reading_aids import ReadingAids
from claimlight.ui.remarks import Remarks
from claimlight.ui.room_bar import RoomBar
from claimlight.ui.room_panes import RoomPanes
from claimlight.ui.saying import Saying
from claimlight.ui.side_pane import ListPane, Shape
from claimlight.ui.task_strip import TaskStrip
from claimlight.ui.wiring import Wiring
from claimlight.wording import _
from claimlight.wording.handing_in import answers_come_text, closed_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimlight.core.decision import Decision
    from claimlight.grading.receipt import Grade
    from claimlight.ui.highlight_card import HighlightCard
    from claimlight.ui.legend import Legend
    from claimlight.ui.reveal import Reveal
    from claimlight.ui.teacher_note import TeacherNote
    from claimlight.ui.tour import Tour

_SETTLED_MS = 1500
"""How long the page must stand still before the place is remembered."""

_BRIEF_BELOW, _BARE_BELOW = 400, 320
"""Heights of the room, divided by the text scale, below which the strip says only the task, or not even that."""


class ReadingRoom(QWidget):
    """One open lesson. The window owns the commands; the room answers those that belong to an article."""

    shelf_wanted = Signal()
    look_wanted = Signal(QWidget)
    """*Aa* was pressed: open the text menu under this widget."""
    tour_done = Signal()
    """The tour was walked to its end, or skipped."""
    name_wanted = Signal()
    """The work is to be handed in, and nobody knows yet whose it is."""
    question = Signal(str, object)
    """Ask in words; the answers are pairs of caption and callable."""

    def __init__(
        self, session: ReadingSession, commands: Commands, look: Look, announce: Announce, person: str = ""
    ) -> None:
        super().__init__()
        self.session = session
        self._commands = commands
        self._look = look
        self._announce = announce
        self._wiring = Wiring()
        self._reveal: Reveal | None = None
        self._legend: Legend | None = None
        self.tour: Tour | None = None
        self._note: TeacherNote | None = None
        self.page = Page(session.article, session.lesson.codebook.labels, look)
        self.marking = Marking(session, self.page, commands, look, announce)
        self.list = ListPane(look, empty_list(), self.marking.listed.cells.columns)
        self.strip = TaskStrip(look, _("Check my work"))
        self.notes = MarginNotes(self.page, look)
        self.saying = Saying(session, self, self.page, self.list, self.marking, commands, look, announce)
        self.remarks = Remarks(session, self, self.list, self.marking, look, announce, person)
        self.aids = ReadingAids(session, self, self.page, commands, look, announce)
        self._card = CardOnPage(session, self.page, self.marking, look)
        labels = LabelBar(session.labels, self.marking.label_actions, session.lesson.codebook.rules, look)
        self.bar = RoomBar(labels, PersonButton(commands["next-person"], look), look)
        self.set_person(person)
        self.panes = RoomPanes(self.page, self.list, look)
        self._finding = Finding(self.page, self.panes.put_over_page, look)
        self.checking = Checking(
            session, self.page, self.marking, self.notes, self.panes, self.strip, commands, announce
        )
        self._build()
        self._connect()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.remember_place)
        self.page.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.checking.show_state()
        for id in ("find", "other-pane"):
            commands[id].setEnabled(True)
        self._fit()

    @property
    def card(self) -> HighlightCard:
        """The card of a highlight; whoever looks at it has it made."""
        return self._card.card

    # Life

    def begin(self) -> None:
        """Show the page where reading stopped, and the answers where they are out."""
        if self.session.closed:
            grade = self.session.grade()
            if grade is not None:
                self.show_answers(grade)
                return
            self._close_page()
        elif self.session.checks_left < self.session.lesson.checks:
            self.checking.show_hints()
        place = min(self.session.reading_position(), len(self.session.article.text.text))
        self.page.move_caret(place)
        self.page.scroll_to(place)
        self.page.setFocus()

    def show_tour(self) -> None:
        """Walk somebody who has never been here through their first highlight."""
        from claimlight.ui.room_tour import tour_steps
        from claimlight.ui.tour import Tour

        steps = tour_steps(self.session, self.page, self.notes, self.bar, self.panes, self.strip, self._commands)
        self.tour = Tour(steps, self._look, self, self._announce)
        self.tour.done.connect(self.tour_done)
        self.marking.escaped.connect(self.tour.leave)
        self.tour.done.connect(self.page.setFocus)
        self.session.changed.connect(self.tour.deed_done)
        self.page.verticalScrollBar().valueChanged.connect(self.tour.place)
        QWidget.setTabOrder(self.page, self.tour.skip)
        QWidget.setTabOrder(self.tour.skip, self.tour.next)
        self.page.bring_into_view(self.session.examples[0].main.span)
        self.tour.begin()

    def end(self) -> None:
        """Leave the lesson; everything is on disk already but the place, and a note that is being written."""
        self._card.put_away()
        self.remember_place()
        self.marking.stop()
        self.saying.stop()
        self.remarks.stop()
        self.aids.stop()
        self.checking.stop()
        if self._reveal is not None:
            self._reveal.end()
        self._wiring.cut()
        self.session.deleteLater()  # what listens to it would otherwise keep the lesson for ever
        for id in ("check", "again", "find", "note", "other-pane"):
            self._commands[id].setEnabled(False)

    def remember_place(self) -> None:
        self._settled.stop()
        if not self.session.closed:
            self.session.set_reading_position(self.page.top_position())

    def _scrolled(self) -> None:
        self._settled.start()
        self._card.put_away()

    def set_look(self, look: Look) -> None:
        self._look = look
        parts = (
            self.page,
            self.marking,
            self.list,
            self.saying,
            self.remarks,
            self._finding,
            self._card,
            self.notes,
            self.aids,
        )
        for part in (self.bar, *parts, self.panes, self.strip, self._reveal, self._legend, self._note):
            if part is not None:
                part.set_look(look)
        self._fit()
        if self.tour is not None:
            self.tour.set_look(look)

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.panes, 1)
        column.addWidget(self.strip)
        self.list.set_rows(self.marking.listed.arranged())

    def _connect(self) -> None:
        page, commands, bar = self.page, self._commands, self.bar
        bar.back.clicked.connect(self.shelf_wanted)
        bar.text.clicked.connect(lambda: self.look_wanted.emit(bar.text_place))
        bar.search.clicked.connect(commands["find"].trigger)
        bar.help.clicked.connect(commands["keys"].trigger)
        self.strip.primary.clicked.connect(self._press_primary)
        self.marking.rows_changed.connect(self._show_rows)
        self.marking.current_changed.connect(self.list.set_current)
        self.marking.note_wanted.connect(self.open_card)
        self.list.current_changed.connect(self._go_from_list)
        self.list.activated.connect(self.open_card)
        self.list.remove.connect(self.marking.remove)
        self.list.ledger.view_chosen.connect(self.marking.arrange)
        self.list.unfold_wanted.connect(self.unfold)
        self._card.cell_wanted.connect(self.saying.ask)
        self._card.appeared.connect(self.saying.give_way)
        self.checking.question.connect(self.question)
        self.checking.fit_wanted.connect(self._fit)
        self.session.checked.connect(self.show_answers)
        self.session.finished.connect(self._hear_finished)
        self.session.failed.connect(lambda _error: self.checking.show_saved(False))
        self.session.changed.connect(lambda _change: self.checking.show_saved())
        bar.search.follow(commands["find"])
        bar.help.follow(commands["keys"])
        self.panes.tabs.follow(commands["other-pane"])
        for listing in (page, self.list):
            commands.serve(listing, *self.marking.label_actions)
        for id, slot in (
            ("check", self.check),
            ("find", self._finding.open),
            ("other-pane", self.go_to_other_pane),
            ("note", lambda: self.open_card(page.current)),
        ):
            self._wiring.connect(commands[id].triggered, slot)

    # The list and the card

    def _show_rows(self, rows: tuple[LedgerRow, ...]) -> None:
        self.list.set_rows(rows)
        self.panes.tabs.set_count(len(rows))
        if not self.page.current:
            self._card.hide()

    def _go_from_list(self, id: str) -> None:
        if id and id != self.page.current:
            self.page.go_to(id)

    def open_card(self, id: str) -> None:
        """Show what can be said about a highlight: its note, and the way to remove it."""
        if id in self.session.annotations and not self.session.closed:
            if self.panes.shape is Shape.TAB:
                self.panes.switch(0)
            self._card.open(id)

    def unfold(self) -> None:
        """Show the whole list in a narrow window, until the window changes."""
        self.panes.unfolded = True
        self._fit()
        self.list.focus_list()

    def go_to_other_pane(self) -> None:
        """Page → list → label bar → page."""
        if self.panes.shape is Shape.TAB and self._reveal is None:
            self.panes.switch_over()
        elif self._reveal is not None:
            self._reveal.go_to_other_pane()
        elif self.page.hasFocus() and self.list.isVisible():
            self.list.focus_list()
        elif self.list.holds_focus() and self.bar.labels.isVisible():
            self.bar.labels.buttons[0].setFocus()
        else:
            self.page.setFocus()

    # The check

    def check(self) -> None:
        """Grade the work, or close it for the hand-in; see Checking."""
        if not self.session.closed and (self.session.hands_in or self.session.key is not None):
            self._card.put_away()
            if self.session.hands_in and not self._person:
                self.name_wanted.emit()
                return
            self.checking.check()

    def set_person(self, name: str) -> None:
        """Whose work this is, as is known now."""
        self._person = name
        self.bar.person.set_person(name)

    def _press_primary(self) -> None:
        if self.session.waiting:
            self.shelf_wanted.emit()
        else:
            self._commands["check"].trigger()

    def _hear_finished(self) -> None:
        self._close_page()
        self._announce(" ".join((closed_text(), answers_come_text(self.session.attempt.mode))))
        self.strip.primary.setFocus()

    def _close_page(self) -> None:
        """Nothing can be marked or said any more."""
        self.marking.close()
        if self.tour is not None:
            self.tour.skip.click()
        self.saying.stop()
        self.remarks.close()
        self._card.hide()
        self._finding.hide()
        self.checking.take_hints_away()
        self.page.set_fixed()
        self.checking.show_state()

    def show_answers(self, grade: Grade, said: Sequence[Decision] = ()) -> None:
        """The points and, as far as they are out, the answers; `said` is what the teacher decided and said."""
        from claimlight.ui.legend import Legend
        from claimlight.ui.reveal import Reveal
        from claimlight.ui.trap_cards import traps_left

        self._close_page()
        self._legend = Legend(self._look, traps=bool(traps_left(self.session, grade)))
        self.bar.replace_labels(self._legend)
        self._reveal = Reveal(self.session, grade, self.page, self._commands, self._look, self._announce, said)
        self._reveal.panel.again.clicked.connect(self._commands["again"].trigger)
        self._reveal.panel.again.setVisible(not self.session.hands_in)
        self._reveal.panel.shelf.clicked.connect(self.shelf_wanted)
        self.panes.show_answers(self._reveal)
        self.panes.tabs.hold(None)
        self.strip.take_back()
        self.strip.hide()
        self.checking.show_state()
        self._fit()
        self._reveal.begin()

    # Fitting

    @property
    def look(self) -> Look:
        return self._look

    def show_note(self, note: TeacherNote) -> None:
        """What the teacher says about the whole work stands over the page."""
        self._note = note
        self.panes.put_over_page(note)

    @property
    def reveal(self) -> Reveal | None:
        """The answers, once they are shown."""
        return self._reveal

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.put_away()
        if self._reveal is not None:
            self._reveal.dock.updateGeometry()
        if event.size().width() != event.oldSize().width():
            self.panes.unfolded = False
            self._fit()
        else:
            self.bar.fit(self.panes.shape, self.width(), self.height())
            self._spare_height()

    def _fit(self) -> None:
        """Everything to the window's width, divided by the text scale."""
        shape = self.panes.fit(self.width(), self._look)
        self.bar.fit(shape, self.width(), self.height())
        self.page.set_card_room(shape is Shape.RAIL)
        self.saying.show_card(self.panes.folded)
        self._spare_height()

    def _spare_height(self) -> None:
        """In a low window the strip says less; where there are tabs, too, its button stands among them."""
        high = self.height() / max(1.0, self._look.scale)
        self.strip.set_brief(high < _BRIEF_BELOW, bare=high < _BARE_BELOW)
        if self._reveal is not None:
            return
        lent = high < _BARE_BELOW and self.panes.shape is Shape.TAB
        self.panes.tabs.hold(self.strip.primary if lent else None)
        if not lent:
            self.strip.take_back()
        self.strip.setVisible(not lent)


def empty_list() -> str:
    """What the list says while nothing is in it."""
    how = _("Select words in the article and choose a label. Each highlight is listed here.")
    quick = _(
        "A double-click takes a word, three clicks a sentence. A right-click on a highlight changes or removes it."
    )
    return f"{how} {quick}"
