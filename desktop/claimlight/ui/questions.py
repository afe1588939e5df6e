"""Who says it, how good the evidence is, what it answers: asked by small cards, answered by hand or key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from claimlight.core.article import Span
from claimlight.core.sayings import SOURCE, STATUS, asked_links
from claimlight.ui.announcing import Announce
from claimlight.ui.evidence_picker import EvidencePicker
from claimlight.ui.ledger_cells import speaker_name
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.link_picker import Choice, LinkPicker
from claimlight.ui.look import Look
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page
from claimlight.ui.source_picker import SourcePicker
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.session.marked import Marked


class Questions(QObject):
    """The cards open beside `over` a place on the screen; what is chosen goes to the session at once."""

    def __init__(
        self, session: Marked, over: QWidget, page: Page, marking: Marking, look: Look, announce: Announce
    ) -> None:
        super().__init__(over)
        self._session = session
        self._page = page
        self._marking = marking
        self._announce = announce
        self._look = look
        self._picking = ""
        self.cells = marking.listed.cells
        self.source = SourcePicker(over, look)
        self.evidence = EvidencePicker(over, look, self.cells.evidence)
        self.link = LinkPicker(over, look)
        self.source.chosen.connect(self._say_who)
        self.source.select_wanted.connect(self._begin_picking)
        self.evidence.chosen.connect(self._rate)
        self.link.chosen.connect(self._link_or_unlink)

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self.source, self.evidence, self.link):
            part.set_look(look)

    def leave(self) -> None:
        """Nothing is asked any more."""
        self._end_picking()
        for part in (self.source, self.evidence, self.link):
            part.leave()

    def _row(self, id: str) -> LedgerRow:
        return self._marking.listed.row(id)

    def _set(self, id: str, name: str, value: str) -> None:
        if id in self._session.annotations and self._session.set_attribute(id, name, (value,) if value else ()):
            self._announce(self._row(id).spoken())

    # Who says it

    def ask_who(self, id: str, place: QRect) -> None:
        annotation = self._session.annotations[id]
        said = annotation.attribute(SOURCE)
        self.source.ask(id, self._row(id).words, self._nearest(annotation.span), said[0] if said else "", place)

    def _nearest(self, span: Span) -> Sequence[str]:
        """The article's names, the nearest first, and those that were said before."""
        from claimlight.core.names import names_around, nearest

        text = self._session.article.text
        found = nearest(names_around(text, span), span, text)
        said = {name for each in self._session.annotations.values() for name in each.attribute(SOURCE)}
        own = sorted(name for name in said if name not in found and speaker_name(name) == name)
        return (*found, *own)

    def _say_who(self, id: str, source: str) -> None:
        self._set(id, SOURCE, source)

    def _begin_picking(self, id: str) -> None:
        self._picking = id
        self._marking.set_picking(True)
        self._page.setFocus()
        words = _("Select who says it on the page. With the keyboard, Enter takes the selection; Esc gives up.")
        self._page.say(words)
        self._announce(words)

    def take_picked(self, span: Span) -> None:
        """The name stands on the page at `span`."""
        id = self._picking
        if id:
            words = " ".join(self._session.article.text[span].split())
            self._end_picking()
            self._page.select(None)
            self._page.set_current(id)
            self._say_who(id, words)

    def give_up_picking(self) -> None:
        if self._picking:
            self._end_picking()
            self._announce(_("Nothing is taken"))

    def _end_picking(self) -> None:
        if self._picking:
            self._picking = ""
            self._page.say("")
            self._marking.set_picking(False)

    # Evidence

    def ask_evidence(self, id: str, place: QRect) -> None:
        said = self._session.annotations[id].attribute(STATUS)
        self.evidence.ask(id, said[0] if said else "", place)

    def _rate(self, id: str, value: str) -> None:
        self._set(id, STATUS, value)

    # Links

    def ask_link(self, id: str, place: QRect) -> None:
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
                _as_choice(row, row.id in linked)
                for row in self._marking.rows
                if row.id != id and known[row.id].label in kind.targets
            )
            if rows:
                made.append(Choice(kind.id, kind.name, rows, linked))
        return sorted(made, key=lambda choice: choice.kind not in asked)

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


def _as_choice(row: LedgerRow, linked: bool) -> LedgerRow:
    note = _("Linked. Choosing it again takes the link back.") if linked else ""
    return LedgerRow(row.id, row.mark, row.words, row.paragraph, note)
