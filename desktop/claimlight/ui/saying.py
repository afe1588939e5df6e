"""Who says what, while the page can be changed: every question about a highlight, asked and answered by hand or key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from claimlight.core.article import Span
from claimlight.core.sayings import SOURCE, STATUS, Column, asked_links, kinds_between, usual_kind
from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.evidence_picker import EvidencePicker
from claimlight.ui.ledger_cells import speaker_name
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.link_picker import Choice, LinkPicker
from claimlight.ui.link_thread import LinkThread
from claimlight.ui.look import Look
from claimlight.ui.margin_card import MarginCard
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page
from claimlight.ui.side_pane import ListPane
from claimlight.ui.source_picker import SourcePicker
from claimlight.ui.wiring import Wiring
from claimlight.wording import _

WHILE_SAYING = ("who", "evidence", "link")


class Saying(QObject):
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
        super().__init__(room)
        self._session = session
        self._room = room
        self._page = page
        self._list = listing
        self._marking = marking
        self._commands = commands
        self._announce = announce
        self._look = look
        self._wiring = Wiring()
        self._picking = ""
        self._held_from = QPoint()
        self.cells = marking.listed.cells
        self.source = SourcePicker(room, look)
        self.evidence = EvidencePicker(room, look, self.cells.evidence)
        self.link = LinkPicker(room, look)
        self._thread = LinkThread(room, look)
        self.card = MarginCard(page, look)
        self._card_shown = False
        self._giving_way = False
        self._askers: dict[Column, Callable[[str, QRect], None]] = {
            Column.WHO: self._ask_who,
            Column.EVIDENCE: self._ask_evidence,
            Column.ANSWERS: self._ask_link,
        }
        self._connect()

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self.source, self.evidence, self.link, self._thread, self.card):
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
        self._end_picking()
        for part in (self.source, self.evidence, self.link):
            part.leave()
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
        self.source.chosen.connect(self._say_who)
        self.source.select_wanted.connect(self._begin_picking)
        self.evidence.chosen.connect(self._rate)
        self.link.chosen.connect(self._link_or_unlink)
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
        wire(self._page.picked, self._picked)
        wire(self._marking.palette.source_wanted, self._ask_about_selection)
        wire(self._commands["pen-down"].triggered, self._give_up_picking)
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

    def _row(self, id: str) -> LedgerRow:
        return self._marking.listed.row(id)

    # Who says it

    def _ask_who(self, id: str, place: QRect) -> None:
        annotation = self._session.annotations[id]
        said = annotation.attribute(SOURCE)
        self.source.ask(id, self._row(id).words, self._nearest(annotation.span), said[0] if said else "", place)

    def _nearest(self, span: Span) -> Sequence[str]:
        """The article's names, and those that this reader has said before."""
        from claimlight.core.names import names_around, nearest

        text = self._session.article.text
        found = nearest(names_around(text, span), span, text)
        said = {each.attribute(SOURCE)[0] for each in self._session.annotations.values() if each.attribute(SOURCE)}
        own = sorted(name for name in said if name not in found and speaker_name(name) == name)
        return (*found, *own)

    def _say_who(self, id: str, source: str) -> None:
        if id in self._session.annotations and self._session.set_attribute(id, SOURCE, (source,) if source else ()):
            self._announce(self._row(id).spoken())

    def _begin_picking(self, id: str) -> None:
        self._picking = id
        self._marking.set_picking(True)
        self._page.setFocus()
        self._page.say(_("Select who says it on the page. With the keyboard, Enter takes the selection; Esc gives up."))
        self._announce(_("Select who says it on the page. With the keyboard, Enter takes the selection; Esc gives up."))

    def _picked(self, span: Span) -> None:
        id = self._picking
        if id:
            words = " ".join(self._session.article.text[span].split())
            self._end_picking()
            self._page.select(None)
            self._page.set_current(id)
            self._say_who(id, words)

    def _give_up_picking(self) -> None:
        if self._picking:
            self._end_picking()
            self._announce(_("Nothing is taken"))

    def _end_picking(self) -> None:
        self._picking = ""
        self._page.say("")
        self._marking.set_picking(False)

    # Evidence

    def _ask_evidence(self, id: str, place: QRect) -> None:
        said = self._session.annotations[id].attribute(STATUS)
        self.evidence.ask(id, said[0] if said else "", place)

    def _rate(self, id: str, value: str) -> None:
        if id in self._session.annotations and self._session.set_attribute(id, STATUS, (value,) if value else ()):
            self._announce(self._row(id).spoken())

    # Links

    def _ask_link(self, id: str, place: QRect) -> None:
        choices = self._choices(id)
        if choices:
            self.link.ask(id, self._row(id).words, choices, place)
        else:
            self._announce(_("There is no other highlight that it could answer"))

    def _choices(self, id: str) -> list[Choice]:
        """What it may say about the others: first what the lesson asks, then what the label guide allows besides."""
        known, book = self._session.annotations, self._session.lesson.codebook
        asked = asked_links(self._session.lesson.ask)
        made = []
        for kind in book.links:
            if known[id].label not in kind.sources:
                continue
            linked = frozenset(link.target for link in known[id].links if link.type == kind.id)
            rows = tuple(
                self._as_choice(row, row.id in linked)
                for row in self._marking.rows
                if row.id != id and known[row.id].label in kind.targets
            )
            if rows:
                made.append(Choice(kind.id, kind.name, rows, linked))
        return sorted(made, key=lambda choice: choice.kind not in asked)

    def _as_choice(self, row: LedgerRow, linked: bool) -> LedgerRow:
        note = _("Linked. Choosing it again takes the link back.") if linked else ""
        return LedgerRow(row.id, row.mark, row.words, row.paragraph, note)

    def _link_or_unlink(self, id: str, kind: str, target: str) -> None:
        known = self._session.annotations
        if id not in known or target not in known:
            return
        there = next((link for link in known[id].links if (link.type, link.target) == (kind, target)), None)
        if there is not None:
            if self._session.unlink(id, there.id):
                self._announce(_("The link is gone"))
        elif self._session.link(id, kind, target):
            self._announce(self._row(id).spoken())

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
