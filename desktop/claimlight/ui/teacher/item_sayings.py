"""Who says it, how good the evidence is, what it answers: asked with the students' own cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from claimlight.core.article import Span
from claimlight.core.lesson import Item
from claimlight.core.sayings import SOURCE, STATUS
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.announcing import Announce
from claimlight.ui.evidence_picker import EvidencePicker
from claimlight.ui.ledger_cells import speaker_name
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.link_picker import Choice, LinkPicker
from claimlight.ui.look import Look
from claimlight.ui.marking import Marking
from claimlight.ui.source_picker import SourcePicker
from claimlight.wording import _


class ItemSayings(QObject):
    """The cards open beside what was asked about; what is chosen goes to the session at once."""

    def __init__(
        self, session: AuthoringSession, over: QWidget, marking: Marking, look: Look, announce: Announce
    ) -> None:
        super().__init__(over)
        self._session = session
        self._marking = marking
        self._announce = announce
        values = next((kind.values for kind in session.lesson.codebook.attributes if kind.id == STATUS), ())
        self.source = SourcePicker(over, look)
        self.source.on_page.hide()
        self.evidence = EvidencePicker(over, look, values)
        self.link = LinkPicker(over, look)
        self.source.chosen.connect(lambda id, name: self._say(id, SOURCE, name))
        self.evidence.chosen.connect(lambda id, value: self._say(id, STATUS, value))
        self.link.chosen.connect(self._link_or_unlink)

    def set_look(self, look: Look) -> None:
        for part in (self.source, self.evidence, self.link):
            part.set_look(look)

    def leave(self) -> None:
        for part in (self.source, self.evidence, self.link):
            part.leave()

    def ask_source(self, id: str, place: QRect) -> None:
        item = self._item(id)
        if item is not None:
            said = item.attribute(SOURCE)
            row = self._marking.listed.row(id)
            self.source.ask(id, row.words, self._names(item.main.span), said[0] if said else "", place)

    def ask_evidence(self, id: str, place: QRect) -> None:
        item = self._item(id)
        if item is not None:
            said = item.attribute(STATUS)
            self.evidence.ask(id, said[0] if said else "", place)

    def ask_link(self, id: str, place: QRect) -> None:
        item = self._item(id)
        choices = self._choices(item) if item is not None else []
        if choices:
            self.link.ask(id, self._marking.listed.row(id).words, choices, place)
        else:
            self._announce(_("There is no other answer that it could answer"))

    def _item(self, id: str) -> Item | None:
        entry = self._session.entry(id)
        if not isinstance(entry, Item):
            self._announce(_("Go to an answer first, with Tab"))
            return None
        return entry

    def _names(self, span: Span) -> Sequence[str]:
        """The article's names, the nearest first, and those that were said of other answers."""
        from claimlight.core.names import names_around, nearest

        text = self._session.article.text
        found = nearest(names_around(text, span), span, text)
        said = {name for each in self._session.annotations.values() for name in each.attribute(SOURCE)}
        return (*found, *sorted(name for name in said if name not in found and speaker_name(name) == name))

    def _say(self, id: str, name: str, value: str) -> None:
        if id in self._session.annotations and self._session.set_attribute(id, name, (value,) if value else ()):
            self._announce(_("Noted: {words}").format(words=value) if value else _("Taken back"))

    def _choices(self, item: Item) -> list[Choice]:
        """What the label guide lets it say about the other answers."""
        known = self._session.annotations
        made = []
        for kind in self._session.lesson.codebook.links:
            if item.label not in kind.sources:
                continue
            linked = frozenset(link.item for link in item.links if link.type == kind.id)
            rows = tuple(
                LedgerRow(row.id, row.mark, row.words, row.paragraph, self._note(row.id in linked))
                for row in self._marking.rows
                if row.id != item.id and known[row.id].label in kind.targets
            )
            if rows:
                made.append(Choice(kind.id, kind.name, rows, linked))
        return made

    def _note(self, linked: bool) -> str:
        return _("Linked. Choosing it again takes the link back.") if linked else ""

    def _link_or_unlink(self, id: str, kind: str, target: str) -> None:
        known = self._session.annotations
        if id not in known or target not in known:
            return
        there = next((link for link in known[id].links if (link.type, link.target) == (kind, target)), None)
        if there is not None:
            if self._session.unlink(id, there.id):
                self._announce(_("The link is gone"))
        elif self._session.link(id, kind, target):
            self._announce(_("Linked"))
