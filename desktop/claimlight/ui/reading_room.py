"""The reading room: the article, the labels to mark it with, the list of what was marked, and the check."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.controls import Button, IconButton
from claimlight.ui.find_bar import FindBar
from claimlight.ui.highlight_card import HighlightCard
from claimlight.ui.hints_shown import StillHidden, hint_notes, spoken_hints
from claimlight.ui.icons import Icon
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.ledger_list import LedgerRow
from claimlight.ui.look import Look
from claimlight.ui.margin_notes import MarginNotes, Note
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page
from claimlight.ui.person_button import PersonButton
from claimlight.ui.remarks import Remarks
from claimlight.ui.saying import Saying
from claimlight.ui.side_pane import ListPane, Shape, panel_width, shape_for
from claimlight.ui.tab_strip import TabStrip
from claimlight.ui.task_strip import TaskStrip
from claimlight.ui.tour import Step, Tour
from claimlight.ui.wiring import Wiring
from claimlight.wording import _
from claimlight.wording.lesson import cost_of_extras, task_of

if TYPE_CHECKING:
    from claimlight.grading.receipt import Grade
    from claimlight.ui.reveal import Reveal

_SETTLED_MS = 1500
"""How long the page must stand still before the place is remembered."""

_BRIEF_BELOW, _BARE_BELOW = 400, 320
"""Heights of the room, divided by the text scale, below which the strip says only the task, or not even that."""

FEW = 3
"""A check with fewer highlights asks first."""


class ReadingRoom(QWidget):
    """One open lesson. The window owns the commands; the room answers those that belong to an article."""

    shelf_wanted = Signal()
    look_wanted = Signal(QWidget)
    """*Aa* was pressed: open the text menu under this widget."""
    tour_done = Signal()
    """The tour was walked to its end, or skipped."""
    question = Signal(str, object)
    """Ask in words; the answers are pairs of caption and callable."""

    def __init__(
        self,
        session: ReadingSession,
        commands: Commands,
        look: Look,
        announce: Announce,
        person: str = "",
    ) -> None:
        super().__init__()
        self.session = session
        self._commands = commands
        self._look = look
        self._announce = announce
        self._wiring = Wiring()
        self._unfolded = False
        self._hints_shown = False
        self._shape = Shape.PANEL
        self._reveal: Reveal | None = None
        self.tour: Tour | None = None
        self.page = Page(session.article, session.lesson.codebook.labels, look)
        self.marking = Marking(session, self.page, commands, look, announce)
        self.list = ListPane(look, empty_list(), self.marking.listed.cells.columns)
        self.strip = TaskStrip(look, _("Check my work"))
        self.find_bar = FindBar(look)
        self.notes = MarginNotes(self.page, look)
        self.notes.show_notes(example_notes(session))
        self.saying = Saying(session, self, self.page, self.list, self.marking, commands, look, announce)
        self.remarks = Remarks(session, self, self.list, self.marking, look, announce, person)
        self.card = HighlightCard(look, self.page.viewport())
        self._person = PersonButton(commands["next-person"], look)
        self._person.set_person(person)
        self._build()
        self._connect()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.remember_place)
        self.page.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._show_state()

    # Life

    def begin(self) -> None:
        """Show the page where reading stopped, and the answers where they are out."""
        if self.session.closed:
            grade = self.session.grade()
            if grade is not None:
                self._show_answers(grade)
                return
        if self.session.checks_left < self.session.lesson.checks:
            self._show_hints()
        place = min(self.session.reading_position(), len(self.session.article.text.text))
        self.page.move_caret(place)
        self.page.scroll_to(place)
        self.page.setFocus()

    def show_tour(self) -> None:
        """Walk somebody who has never been here through their first highlight."""
        self.tour = Tour(self._tour_steps(), self._look, self, self._announce)
        self.tour.done.connect(self.tour_done)
        self.tour.done.connect(self.page.setFocus)
        self.session.changed.connect(self.tour.deed_done)
        self.page.verticalScrollBar().valueChanged.connect(self.tour.place)
        self.tour.begin()

    def _tour_steps(self) -> tuple[Step, ...]:
        example = self.session.examples[0]
        first = self.session.labels[0]
        return (
            Step(
                _("Somebody says here that something is so. That is a claim, and it is marked as one."),
                lambda: self._in_room(self.page.viewport(), self.page.rect_of(example.main.span)),
            ),
            Step(
                _("Now you: sweep over the words of another claim. Then press {key}, or choose {label}.").format(
                    key=self.marking.label_actions[0].shortcut().toString(), label=first.name
                ),
                lambda: self._in_room(self._bar, self._label_bar.geometry()),
                waits=True,
            ),
            Step(
                _("Your highlights are listed here. A mistake does no harm: Ctrl+Z takes back the last step."),
                lambda: self._in_room(self._pane, self._pane.rect().adjusted(0, 0, 0, -self._pane.height() + 130)),
            ),
            Step(
                _("When you have found all you can, check your work. Then you see the answers and your points."),
                lambda: self._in_room(self.strip, self.strip.primary.geometry()),
            ),
        )

    def _in_room(self, widget: QWidget, rect: QRect) -> QRect:
        """`rect` of `widget` in the room's pixels; the strip's where the widget is not seen."""
        seen = widget if widget.isVisible() else self.strip
        place = rect if widget.isVisible() else self.strip.rect()
        return QRect(seen.mapTo(self, place.topLeft()), place.size())

    def end(self) -> None:
        """Leave the lesson; everything is on disk already but the place, and a note that is being written."""
        self.card.put_away()
        self.remember_place()
        self.marking.stop()
        self.saying.stop()
        self.remarks.stop()
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
        self.card.put_away()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._back, self._label_bar, self._text, self._find, self._help, self._person):
            widget.set_look(look)
        parts = (self.page, self.marking, self.list, self.saying, self.remarks, self.find_bar, self.card, self.notes)
        for part in (*parts, self._tabs, self.strip, self.still_hidden):
            part.set_look(look)
        if self._reveal is not None:
            self._reveal.set_look(look)
            self._legend.set_look(look)
        self._bar.setFixedHeight(self._bar_height())
        self._fit()
        if self.tour is not None:
            self.tour.set_look(look)

    # Building

    def _build(self) -> None:
        look, session = self._look, self.session
        self._back = Button(_("Shelf"), look, kind="flat", icon=Icon.BACK)
        self._label_bar = LabelBar(session.labels, self.marking.label_actions, session.lesson.codebook.rules, look)
        self._text = IconButton(Icon.LETTERS, _("Text and colours"), look)
        self._find = IconButton(Icon.SEARCH, _("Find in the article"), look)
        self._help = IconButton(Icon.HELP, _("Everything by keyboard"), look)
        self._bar = QFrame()
        self._bar.setObjectName("bar")
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.setContentsMargins(12, 0, 16, 0)
        self._bar_row.addWidget(self._back)
        self._bar_middle = QVBoxLayout()
        self._bar_middle.addStretch(1)
        self._bar_middle.addWidget(self._label_bar)
        self._bar_middle.addStretch(1)
        self._bar_row.addLayout(self._bar_middle, 1)
        for widget in (self._text, self._find, self._help, self._person):
            self._bar_row.addWidget(widget)
        self._bar.setFixedHeight(self._bar_height())
        self._tabs = TabStrip(look)
        self._tab = 0
        self._left = QVBoxLayout()
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(0)
        self._left.addWidget(self.find_bar)
        self._left.addWidget(self.page, 1)
        self._pane = QStackedWidget()
        self.still_hidden = StillHidden(look)
        with_hints = QWidget()
        self._side = QVBoxLayout(with_hints)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(0)
        self._side.addWidget(self.still_hidden)
        self._side.addWidget(self.list, 1)
        self._pane.addWidget(with_hints)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addLayout(self._left, 1)
        self._middle.addWidget(self._pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(self._middle, 1)
        column.addWidget(self._tabs)
        column.addWidget(self.strip)
        self.find_bar.hide()
        self.list.set_rows(self.marking.listed.arranged())

    def _bar_height(self) -> int:
        """As high as the labels need where they take more than one line."""
        beside = (self._back, self._text, self._find, self._help, self._person)
        widths = [widget.sizeHint().width() + self._bar_row.spacing() for widget in beside if not widget.isHidden()]
        margins = self._bar_row.contentsMargins()
        labels = self._label_bar if not self._label_bar.isHidden() else None
        room = max(self._look.px(120), self.width() - sum(widths) - margins.left() - margins.right())
        high = labels.heightForWidth(room) + self._look.px(16) if labels is not None else 0
        return max(self._look.px(56), high)

    def _connect(self) -> None:
        page, commands = self.page, self._commands
        self._back.clicked.connect(self.shelf_wanted)
        self._text.clicked.connect(lambda: self.look_wanted.emit(self._text))
        self._find.clicked.connect(commands["find"].trigger)
        self._help.clicked.connect(commands["keys"].trigger)
        self.strip.primary.clicked.connect(commands["check"].trigger)
        self.marking.rows_changed.connect(self._show_rows)
        self.marking.current_changed.connect(self.list.set_current)
        self.marking.note_wanted.connect(self.open_card)
        self.list.current_changed.connect(self._go_from_list)
        self.list.activated.connect(self.open_card)
        self.list.remove.connect(self.marking.remove)
        self.list.ledger.view_chosen.connect(self.marking.arrange)
        self.list.unfold_wanted.connect(self.unfold)
        self.card.note_changed.connect(self._keep_note)
        self.card.cell_wanted.connect(self.saying.ask)
        self.card.remove_wanted.connect(self.marking.remove)
        self.card.closed.connect(page.setFocus)
        self.session.checked.connect(self._show_answers)
        self.session.hinted.connect(self._hear_hints)
        self.still_hidden.put_away.connect(self._hide_hints)
        self.session.failed.connect(lambda _error: self.strip.set_saved(_("Not saved"), well=False))
        self.session.changed.connect(lambda _change: self._show_saved())
        self._tabs.switched.connect(self._switch)
        self.find_bar.searched.connect(lambda words: self._find_words(words, stay=True))
        self.find_bar.next_wanted.connect(lambda: self._find_words(self.find_bar.field.text()))
        self.find_bar.previous_wanted.connect(lambda: self._find_words(self.find_bar.field.text(), forward=False))
        self.find_bar.closed.connect(page.setFocus)
        for listing in (page, self.list):
            for action in (*commands.single(), *self.marking.label_actions):
                listing.addAction(action)
        for id, slot in (
            ("check", self.check),
            ("find", self._open_find),
            ("other-pane", self.go_to_other_pane),
            ("note", lambda: self.open_card(page.current)),
        ):
            self._wiring.connect(commands[id].triggered, slot)

    # What is shown

    def _show_state(self) -> None:
        lesson = self.session.lesson
        key = self.session.key
        cost = cost_of_extras(key.rate, lesson.allowance) if key is not None else ""
        left = self.session.checks_left
        once_more = left and left < lesson.checks
        task = _("Use the hints, then check once more. Your first marks are kept.") if once_more else task_of(lesson)
        self.strip.set_task(task, cost)
        self.strip.set_checks_left(left if lesson.checks > 1 else None)
        self.strip.primary.setText(_("Check for the last time") if once_more and left == 1 else _("Check my work"))
        self._show_saved()
        self._commands["check"].setEnabled(key is not None and not self.session.closed)
        self._commands["again"].setEnabled(self.session.closed)
        self._commands["note"].setEnabled(not self.session.closed)
        for id in ("find", "other-pane"):
            self._commands[id].setEnabled(True)
        self._fit()

    def _show_saved(self) -> None:
        self.strip.set_saved(_("All changes saved"))

    def _show_rows(self, rows: tuple[LedgerRow, ...]) -> None:
        self.list.set_rows(rows)
        self._tabs.set_count(len(rows))
        if not self.page.current:
            self.card.hide()

    def _go_from_list(self, id: str) -> None:
        if id and id != self.page.current:
            self.page.go_to(id)

    def open_card(self, id: str) -> None:
        """Show what can be said about a highlight: its note, and the way to remove it."""
        annotation = self.session.annotations.get(id)
        if annotation is None or self.session.closed:
            return
        if self._shape is Shape.TAB:
            self._switch(0)
        self.page.go_to(id)
        row = next(row for row in self.marking.rows if row.id == id)
        self.marking.palette.hide()
        self.card.show_for(row, self.page.rect_of(annotation.span), self.page.last_line_start(annotation.span))

    def _keep_note(self, id: str, note: str) -> None:
        if id in self.session.annotations:
            self.session.set_note(id, note)

    def unfold(self) -> None:
        """Show the whole list in a narrow window, until the window changes."""
        self._unfolded = True
        self._fit()
        self.list.focus_list()

    def go_to_other_pane(self) -> None:
        """Page → list → label bar → page."""
        if self._shape is Shape.TAB and self._reveal is None:
            self._switch(1 - self._tab)
        elif self._reveal is not None:
            self._reveal.go_to_other_pane()
        elif self.page.hasFocus() and self.list.isVisible():
            self.list.focus_list()
        elif self.list.holds_focus() and self._label_bar.isVisible():
            self._label_bar.buttons[0].setFocus()
        else:
            self.page.setFocus()

    def _switch(self, tab: int) -> None:
        """Page or list, where only one fits; the keyboard goes along."""
        self._tab = tab
        self._tabs.set_current(tab)
        self._fit()
        if tab == 0:
            self.page.setFocus()
        elif self._reveal is not None:
            self._reveal.panel.focus_list()
        else:
            self.list.focus_list()

    def _open_find(self) -> None:
        selected = self.page.selection()
        self.find_bar.open(self.session.article.text[selected] if selected and len(selected) < 80 else "")

    def _find_words(self, words: str, *, forward: bool = True, stay: bool = False) -> None:
        places = self.page.places_of(words)
        self.page.find(words, forward=forward, stay=stay)
        here = self.page.selection()
        self.find_bar.set_found(places.index(here) + 1 if here in places else 0, len(places))

    # The check

    def check(self) -> None:
        """Grade the work; with very few highlights ask first whether that is all."""
        if self.session.closed or self.session.key is None:
            return
        self.card.put_away()
        if len(self.session.annotations) < FEW:
            answers: tuple[tuple[str, Callable[[], object]], ...] = (
                (_("Keep reading"), self.page.setFocus),
                (_("That is all I found"), lambda: self.session.check(confirmed_few=True)),
            )
            last = self.session.checks_left == 1
            after = _("After this check the answers are shown.") if last else _("With so few there will be no hints.")
            self.question.emit(_("Check already? {after}").format(after=after), answers)
            return
        self.session.check()

    def _show_hints(self) -> None:
        """What the check taught, beside the words it is about."""
        hints = self.session.hints()
        self._show_state()
        if hints is None:
            self._take_hints_away()
            return
        self._hints_shown = True
        self.still_hidden.show_hints(hints, self.session.lesson.codebook)
        self.notes.show_notes([*example_notes(self.session), *hint_notes(self.session, hints)])
        self._fit()

    def _hear_hints(self) -> None:
        self._show_hints()
        self._announce(spoken_hints(self.session, self.session.hints()))
        self.page.setFocus()

    def _hide_hints(self) -> None:
        self._take_hints_away()
        self.page.setFocus()

    def _take_hints_away(self) -> None:
        self._hints_shown = False
        self.still_hidden.hide()
        self.notes.show_notes(example_notes(self.session))

    def _show_answers(self, grade: Grade) -> None:
        from claimlight.ui.legend import Legend
        from claimlight.ui.reveal import Reveal

        self.marking.stop()
        if self.tour is not None:
            self.tour.skip.click()
        self.saying.stop()
        self.card.hide()
        self.find_bar.hide()
        self._take_hints_away()
        self.page.set_fixed()
        self._legend = Legend(self._look)
        self._label_bar.hide()
        self._bar_middle.insertWidget(1, self._legend)
        self._reveal = Reveal(self.session, grade, self.page, self._commands, self._look, self._announce)
        self._reveal.panel.again.clicked.connect(self._commands["again"].trigger)
        self._reveal.panel.shelf.clicked.connect(self.shelf_wanted)
        self._pane.addWidget(self._reveal.panel)
        self._pane.setCurrentWidget(self._reveal.panel)
        self._left.addWidget(self._reveal.dock)
        self._tabs.show_points()
        self.strip.hide()
        self._show_state()
        self._reveal.begin()

    # Fitting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.put_away()
        if self._reveal is not None:
            self._reveal.dock.updateGeometry()
        if event.size().width() != event.oldSize().width():
            self._unfolded = False
            self._fit()
        self._spare_height()

    def _fit(self) -> None:
        """Panel, rail or tab, by the window's width divided by the text scale."""
        self._shape = shape_for(self.width(), self._look.scale)
        tabbed = self._shape is Shape.TAB
        folded = self._shape is Shape.RAIL and not self._unfolded and self._reveal is None
        self._tabs.setVisible(tabbed)
        self.list.fold(folded)
        # Above the page where the list is folded; a widget is in one layout at a time.
        place = self._left if folded else self._side
        if place.indexOf(self.still_hidden) < 0:
            place.insertWidget(0, self.still_hidden)
        self.still_hidden.set_compact(folded or tabbed)
        self.still_hidden.setVisible(self._hints_shown)
        self._back.setText("" if self._shape is not Shape.PANEL else _("Shelf"))
        self._back.setAccessibleName(_("Shelf"))
        for widget in (self._text, self._find, self._help):
            widget.setVisible(not tabbed)
        self._person.spare_room(tabbed)
        self._bar.setFixedHeight(self._bar_height())
        self._spare_height()
        self.page.set_card_room(self._shape is Shape.RAIL)
        self.saying.show_card(folded)
        on_list = tabbed and self._tab == 1
        self._left_visible(not on_list)
        self._pane.setVisible(on_list or not tabbed)
        self.list.set_compact(tabbed)
        self._middle.setStretch(0, 0 if on_list else 1)
        self._middle.setStretch(1, 1 if on_list else 0)
        if tabbed:
            self._pane.setMaximumWidth(16777215)
            self._pane.setMinimumWidth(0)
        else:
            self._pane.setFixedWidth(self.list.rail.width() if folded else panel_width(self.width(), self._look))

    def _spare_height(self) -> None:
        """In a low window the strip says less."""
        high = self.height() / max(1.0, self._look.scale)
        self.strip.set_brief(high < _BRIEF_BELOW, bare=high < _BARE_BELOW)

    def _left_visible(self, shown: bool) -> None:
        self.page.setVisible(shown)
        if self._reveal is not None:
            self._reveal.show_dock(shown)


def empty_list() -> str:
    """What the list says while nothing is in it."""
    how = _("Select words in the article and choose a label. Each highlight is listed here.")
    quick = _(
        "A double-click takes a word, three clicks a sentence. A right-click on a highlight changes or removes it."
    )
    return f"{how} {quick}"


def example_notes(session: ReadingSession) -> list[Note]:
    """What is said beside a worked example."""
    return [Note(item.main.span, _("An example"), item.explanation) for item in session.examples]
