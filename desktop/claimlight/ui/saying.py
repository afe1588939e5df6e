"""Who says what, while the page can be changed: every question about a highlight, asked and answered by hand or key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from claimlight.core.sayings import Column, kinds_between, usual_kind
from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.link_thread import LinkThread
from claimlight.ui.look import Look
from claimlight.ui.margin_card import MarginCard
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page
from claimlight.ui.questions import Questions
from claimlight.ui.side_pane import ListPane
from claimlight.ui.wiring import Wiring
from claimlight.wording import _

WHILE_SAYING = ("who", "evidence", "link")


class Saying(Questions):
    """Answers clicks, drags and keys of page and list; what is chosen goes to the session at once."""

    def __init__(
        self,
        session: ReadingSession,
        room: QWidget,
        page: Page,
        listing: ListPane,
        marking: Marking,
        commands: Commands,
        look: Look,
        announce: Announce,
    ) -> None:
        super().__init__(session, room, page, marking, look, announce)
        self._session: ReadingSession = session
        self._room = room
        self._list = listing
        self._commands = commands
        self._wiring = Wiring()
        self._held_from = QPoint()
        self._thread = LinkThread(room, look)
        self.card = MarginCard(page, look)
        self._card_shown = False
        self._giving_way = False
        self._askers: dict[Column, Callable[[str, QRect], None]] = {
            Column.WHO: self.ask_who,
            Column.EVIDENCE: self.ask_evidence,
            Column.ANSWERS: self.ask_link,
        }
        self._connect()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for part in (self._thread, self.card):
            part.set_look(look)

    def ask(self, id: str, column: Column, place: QRect | None = None) -> None:
        """Ask one question about a highlight, beside `place` on the screen: its cell, or its words on the page."""
        if id in self._session.annotations and not self._session.closed:
            self._marking.palette.hide()
            if self._page.current != id:
                self._page.go_to(id)
            self._askers[column](id, place or self._place_of(id, column))

    def show_card(self, shown: bool) -> None:
        """Whether the row in hand stands as a card in the margin: where the list is only a rail."""
        self._card_shown = shown
        self._show_card()

    def give_way(self, to_card: bool) -> None:
        """While a highlight's own card is open, the margin is for that one."""
        self._giving_way = to_card
        self._show_card()

    def stop(self) -> None:
        """The page can no longer be changed."""
        self.leave()
        self._thread.hide()
        self.show_card(False)
        self._page.set_linkable(False)
        self._list.set_linkable(False)
        for id in WHILE_SAYING:
            self._commands[id].setEnabled(False)
        self._wiring.cut()

    # Connections

    def _connect(self) -> None:
        columns = self.cells.columns
        wire = self._wiring.connect
        for view in (self._list.ledger.view, self._list.rail.view):
            wire(view.cell_opened, self.ask)
            wire(view.cell_reached, self._announce)
            wire(view.dragged, self._drag)
            wire(view.dropped, self._drop)
        wire(self._page.current_changed, lambda _id: self._show_card())
        wire(self._session.changed, lambda _change: self._show_card())
        self.card.wanted.connect(self.ask)
        wire(self._page.link_dragged, self._drag)
        wire(self._page.link_dropped, self._drop)
        wire(self._page.picked, self.take_picked)
        wire(self._marking.palette.source_wanted, self._ask_about_selection)
        wire(self._commands["pen-down"].triggered, self.give_up_picking)
        for id, column in zip(WHILE_SAYING, (Column.WHO, Column.EVIDENCE, Column.ANSWERS), strict=True):
            wire(self._commands[id].triggered, lambda _checked=False, column=column: self._ask_about_held(column))
            self._commands[id].setEnabled(column in columns)
        self._page.set_linkable(Column.ANSWERS in columns)
        self._list.set_linkable(Column.ANSWERS in columns)

    def _show_card(self) -> None:
        annotation = self._session.annotations.get(self._page.current)
        if self._card_shown and not self._giving_way and annotation is not None:
            self.card.show_row(self._row(annotation.id), annotation.span)
        else:
            self.card.put_away()

    def _ask_about_held(self, column: Column) -> None:
        id = self._page.current
        if id in self._session.annotations:
            self.ask(id, column)
        elif column is Column.WHO and self._page.selection() is not None:
            self._ask_about_selection()
        else:
            self._announce(_("Go to a highlight first, with Tab"))

    def _ask_about_selection(self) -> None:
        """*Who says it?* beside selected words marks them first."""
        id = self._marking.mark_for_source()
        if id:
            self._page.set_current(id)
            self.ask(id, Column.WHO)

    def _place_of(self, id: str, column: Column) -> QRect:
        """The cell where it is seen, else the words on the page."""
        focus = self._room.window().focusWidget()
        view = self._list.shown
        if view.isVisible() and (focus is view or self._page.current != id) and not self._list.folded:
            return view.rect_of(id, column)
        rect = self._page.rect_of(self._session.annotations[id].span)
        return QRect(self._page.viewport().mapToGlobal(rect.topLeft()), rect.size())

    # Dragging one highlight onto another

    def _drag(self, id: str, at: QPoint) -> None:
        if id not in self._session.annotations:
            return
        if not self._thread.isVisible():
            self._held_from = at
        found = self._link_for(id, self._target_at(at))
        target, words = QRect(), ""
        if found is not None:
            target = self._rect_at(self._target_at(at), at)
            words = self._relation(found[1])
        self._thread.draw(self._row(id).mark, self._held_from, at, target, words)

    def _drop(self, id: str, at: QPoint) -> None:
        self._thread.hide()
        found = self._link_for(id, self._target_at(at))
        if found is not None and self._session.link(*found):
            self._announce(self._row(found[0]).spoken())

    def _target_at(self, at: QPoint) -> str:
        in_list = self._list.shown.id_at(at)
        if in_list:
            return in_list
        on_page = self._page.viewport().mapFromGlobal(at)
        inside = self._page.isVisible() and self._page.viewport().rect().contains(on_page)
        mark = self._page.mark_at(on_page) if inside else None
        return mark.id if mark is not None else ""

    def _link_for(self, id: str, other: str) -> tuple[str, str, str] | None:
        """(from, kind, to): a claim that is put on a denial is what the denial denies."""
        known, book = self._session.annotations, self._session.lesson.codebook
        if id not in known or other not in known or id == other:
            return None
        for one, two in ((id, other), (other, id)):
            kind = usual_kind(book, known[one].label, known[two].label)
            if kind:
                return one, kind, two
        kinds = kinds_between(book, known[id].label, known[other].label)
        return (id, kinds[0].id, other) if kinds else None

    def _rect_at(self, id: str, at: QPoint) -> QRect:
        if self._list.shown.id_at(at) == id:
            return self._list.shown.rect_of(id)
        rect = self._page.rect_of(self._session.annotations[id].span)
        return QRect(self._page.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _relation(self, kind: str) -> str:
        names = {known.id: known.name for known in self._session.lesson.codebook.links}
        return _(names[kind])
