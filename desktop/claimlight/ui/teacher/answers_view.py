"""*Mark the answers*: the student's own page and pen, and beside it what is said about the answer in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.article import Span
from claimlight.core.history import Change
from claimlight.core.lesson import Item
from claimlight.core.moves import snapped
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.controls import hairline, scrolling
from claimlight.ui.finding import Finding
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.look import Look
from claimlight.ui.marking import Marking
from claimlight.ui.side_pane import Shape, panel_width, shape_for
from claimlight.ui.teacher.answer_page import MAY, AnswerPage
from claimlight.ui.teacher.check_list import CheckList
from claimlight.ui.teacher.fields import Segments
from claimlight.ui.teacher.item_panel import ItemPanel
from claimlight.ui.teacher.item_sayings import ItemSayings
from claimlight.ui.teacher.live_check import LiveCheck
from claimlight.ui.wiring import Wiring
from claimlight.wording import _
from claimlight.work.answer_limits import limits_of
from claimlight.work.draft import span_of
from claimlight.work.draft_check import Found

if TYPE_CHECKING:
    from claimlight.ui.teacher.proposals import Proposals

_MAKING = ("mark", "extend", "accept")


class AnswersView(QWidget):
    """For one state of the text; another text is another view."""

    sheet_wanted = Signal()
    """What the lesson says about itself is to be looked at."""
    proposed = Signal(int)
    """So many proposals of the draft helper are open; -1 while nobody has asked."""

    def __init__(
        self, session: AuthoringSession, commands: Commands, look: Look, announce: Announce, check: LiveCheck
    ) -> None:
        super().__init__()
        self._session = session
        self._commands = commands
        self._look = look
        self._announce = announce
        self._wiring = Wiring()
        self.page = AnswerPage(session.article, session.lesson.codebook.labels, look)
        self.marking = Marking(session, self.page, commands, look, announce)
        self.labels = LabelBar(session.labels, self.marking.label_actions, session.lesson.codebook.rules, look)
        self._finding = Finding(self.page, lambda bar: self._left.insertWidget(0, bar), look)
        self.panel = ItemPanel(session, look, announce)
        self.sayings = ItemSayings(session, self, self.page, self.marking, look, announce)
        self.proposals: Proposals | None = None
        self._check = check
        self.list = CheckList(look)
        self._build()
        self._connect()
        self._show_found()

    def begin(self, place: int = 0, current: str = "") -> None:
        """Give the keyboard to the page, at `place` (code points), with `current` in hand."""
        self.page.move_caret(min(place, len(self._session.article.text.text)))
        self.page.scroll_to(min(place, len(self._session.article.text.text)))
        if current in self._session.annotations:
            self.panel.show_answer(current)
        self.page.setFocus()

    def end(self) -> None:
        """Nothing can be marked here any more; what was being written is kept."""
        self.panel.keep()
        self.sayings.leave()
        self.marking.stop()
        if self.proposals is not None:
            self.proposals.end()
        self._wiring.cut()
        for id in ("find", "note", "other-pane", "who", "evidence", "link"):
            self._commands[id].setEnabled(False)

    def go_to(self, id: str) -> None:
        """Bring an answer into view and take it in hand."""
        if id in self._session.annotations:
            self._show_side(False)
            self.page.go_to(id)
            self.panel.show_answer(id)

    def look_at_doubts(self) -> None:
        """The first answer in doubt and the list, which asks about it."""
        doubtful = self._session.in_doubt()
        if doubtful:
            self.go_to(doubtful[0])
        self._show_side(True)
        if self.list.rows:
            self.list.rows[0].words.setFocus()

    def suggest(self) -> None:
        """Have the draft helper propose answers; where it does already, put its proposals away."""
        from claimlight.ui.teacher.proposals import Proposals

        if self.proposals is None:
            self.proposals = Proposals(self._session, self.page, self._commands, self._look, self._announce)
            self.proposals.told.connect(self.proposed)
        if self.proposals.open:
            self.proposals.leave_all()
        else:
            self._show_side(False)
            self.proposals.ask()

    def set_look(self, look: Look) -> None:
        self._look = look
        if self.proposals is not None:
            self.proposals.set_look(look)
        for part in (self.page, self.marking, self._finding, self.panel, self.sayings, self.list, self.tabs):
            part.set_look(look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._left = QVBoxLayout()
        self._left.setSpacing(0)
        self._left.addWidget(self.page, 1)
        self.side = QFrame()
        self.side.setObjectName("panel")
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.upper = scrolling(self.panel)
        column.addWidget(self.upper, 3)
        column.addWidget(hairline("total"))
        column.addWidget(scrolling(self.list), 2)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        row.addWidget(self.side)
        self.tabs = Segments(_("What is shown"), (_("Article"), _("Answer")), self._look)
        self.tabs.set_current(0)
        self.tabs.chosen.connect(lambda _number: self._fit())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()

    def _connect(self) -> None:
        wire = self._wiring.connect
        wire(self.marking.current_changed, self._take)
        wire(self.marking.note_wanted, self._write)
        wire(self._session.changed, self._follow)
        more = self.panel.more
        more.selection_wanted.connect(self._hand_selection)
        more.source_wanted.connect(lambda id: self.sayings.ask_source(id, _rect(more.source)))
        more.evidence_wanted.connect(lambda id: self.sayings.ask_status(id, _rect(more.evidence)))
        more.link_wanted.connect(lambda id: self.sayings.ask_answered(id, _rect(more.link)))
        wire(self._check.changed, self._show_found)
        self.panel.writing.connect(self._hear_writing)
        self.list.chosen.connect(self._go_to_found)
        self.list.confirmed.connect(self._session.confirm)
        self.list.found_again.connect(self._mark_anew)
        self.list.removed.connect(self._remove)
        self.panel.shown.connect(self._show_limits)
        self.page.limit_moved.connect(self._move_limit)
        wire(self.page.picked, self.sayings.take_picked)
        wire(self._commands["pen-down"].triggered, self.sayings.give_up_picking)
        self._commands.serve(self.page, *self.marking.label_actions)
        for id, slot in (
            ("find", self._finding.open),
            ("note", lambda: self._write(self.page.current or self.panel.id)),
            ("other-pane", self._other_pane),
            ("who", lambda: self._ask(self.sayings.ask_source)),
            ("evidence", lambda: self._ask(self.sayings.ask_status)),
            ("link", lambda: self._ask(self.sayings.ask_answered)),
        ):
            wire(self._commands[id].triggered, slot)
            self._commands[id].setEnabled(True)

    def _take(self, id: str) -> None:
        """An empty id keeps the last: who writes in the panel has left the page."""
        if id:
            self.panel.show_answer(id)

    def _write(self, id: str) -> None:
        """Enter, or the note's key: on to the explanation."""
        if id:
            self.panel.show_answer(id)
            self._show_side(True)
            self.panel.explanation.setFocus()

    def _follow(self, change: Change) -> None:
        """What was just marked is what one says something about."""
        made = next((edit.id for edit in change.edits if edit.before is None and edit.after is not None), "")
        if made and change.gesture in _MAKING:
            self.panel.show_answer(made)
        else:
            self.panel.refresh()

    # Check my lesson

    def _hear_writing(self, id: str, words: str) -> None:
        if self.panel.explanation.hasFocus():  # else it is only shown
            self._check.hear_writing(id, words)

    def _show_found(self) -> None:
        self.list.show_found(self._check.current(), self._session.article.text)

    def _go_to_found(self, found: Found) -> None:
        """To the answer; where the place is another one, to those words; else the lesson as a whole is meant."""
        entry = self._session.entry(found.id)
        if found.span is not None and (entry is None or span_of(entry) != found.span):
            self._show_side(False)
            self.page.select(found.span)
            self.page.ensureCursorVisible()
            self.page.setFocus()
        elif entry is not None:
            self.go_to(found.id)
            self.page.setFocus()
        else:
            self.sheet_wanted.emit()

    def _mark_anew(self, id: str) -> None:
        span = self.page.selection()
        exact = snapped(self._session.article.text, span) if span is not None else None
        if exact is None:
            self._announce(_("Select the right words on the page first"))
        elif id in self._session.draft.lost:
            self._session.find_again(id, exact)
        elif self._session.move_ends(id, exact) or self._session.annotations[id].span == exact:
            self._session.confirm(id)

    def _remove(self, id: str) -> None:
        if id in self._session.draft.lost:
            self._session.drop_lost(id)
        else:
            self.marking.remove(id)

    def _ask(self, ask: Callable[[str, QRect], None]) -> None:
        """A key on the page: about the answer in hand, beside its words."""
        id = self.page.current or self.panel.id
        annotation = self._session.annotations.get(id)
        rect = self.page.rect_of(annotation.span) if annotation is not None else QRect()
        ask(id, QRect(self.page.viewport().mapToGlobal(rect.topLeft()), rect.size()))

    def _hand_selection(self) -> None:
        self.panel.more.selection = self.page.selection()

    def _show_limits(self, id: str) -> None:
        """The handles of the answer that the panel is about."""
        entry = self._session.entry(id)
        if not isinstance(entry, Item):
            self.page.show_limits(None)
            return
        label = self._session.lesson.codebook.label(entry.label)
        limits = limits_of(entry, self._session.article.text, self._session.article.language)
        self.page.show_limits(limits, label.colour if label is not None else "ink")

    def _move_limit(self, kind: str, span: Span) -> None:
        moved = self._session.set_may_have if kind == MAY else self._session.set_must_have
        if moved(self.panel.id, (span,)):
            words = " ".join(self._session.article.text[span].split())
            said = _("May have: {words}") if kind == MAY else _("Must have: {words}")
            self._announce(said.format(words=words))
        else:
            self._show_limits(self.panel.id)

    def _other_pane(self) -> None:
        """Page → panel → label bar → page."""
        focus = self.window().focusWidget()
        if focus is self.page:
            self._show_side(True)
            self.panel.explanation.setFocus()
        elif focus is not None and self.side.isAncestorOf(focus):
            self.labels.buttons[0].setFocus()
        else:
            self._show_side(False)
            self.page.setFocus()

    def _show_side(self, side: bool) -> None:
        """Where only one of page and panel fits."""
        self.tabs.set_current(int(side))
        self._fit()

    def _fit(self) -> None:
        width = self.width() or self.sizeHint().width()
        shape = shape_for(width, self._look.scale)
        tabbed = shape is Shape.TAB
        self.tabs.setVisible(tabbed)
        self.page.setVisible(not tabbed or self.tabs.current == 0)
        self.side.setVisible(not tabbed or self.tabs.current == 1)
        self.page.set_card_room(shape is not Shape.PANEL)
        wide = panel_width(width, self._look)
        self.side.setFixedWidth(width if tabbed else min(wide, round(width * 0.45)))


def _rect(widget: QWidget) -> QRect:
    """Where `widget` stands on the screen."""
    return QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())
