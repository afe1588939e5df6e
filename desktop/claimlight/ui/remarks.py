"""*More* at the foot of the list: what is in hand is shown there, and what is said there goes to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.ledger_cells import speaker_name
from claimlight.ui.look import Look
from claimlight.ui.marking import Marking
from claimlight.ui.more_fold import MoreFold
from claimlight.ui.side_pane import ListPane
from claimlight.ui.tags import mark_of
from claimlight.ui.wiring import Wiring
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.ui.contradiction_strip import Against
    from claimlight.ui.ledger_print import AskForPdf
    from claimlight.ui.ledger_table import Table
    from claimlight.ui.more import MoreBody


class Remarks(QObject):
    """Connects the fold with one lesson. It costs nothing until it is opened."""

    def __init__(
        self,
        session: ReadingSession,
        room: QWidget,
        listing: ListPane,
        marking: Marking,
        look: Look,
        announce: Announce,
        person: str = "",
    ) -> None:
        super().__init__(room)
        self._session = session
        self._room = room
        self._list = listing
        self._marking = marking
        self._announce = announce
        self._look = look
        self._person = person
        self._id = ""
        self.ask_for_pdf: AskForPdf | None = None
        """In place of the system's own dialog."""
        self.fold = MoreFold(look, self._body)
        listing.ledger.add_foot(self.fold)
        self.fold.toggled.connect(self._opened)
        self._wiring = Wiring()
        self._wiring.connect(marking.current_changed, self._take)
        self._wiring.connect(listing.current_changed, self._take)
        self._wiring.connect(session.changed, lambda _change: self._refresh())

    def set_look(self, look: Look) -> None:
        self._look = look
        self.fold.set_look(look)

    def stop(self) -> None:
        self._wiring.cut()

    def close(self) -> None:
        """The page can only be read: nothing more is said about it."""
        self.stop()
        self.fold.hide()

    def _body(self) -> MoreBody:
        from claimlight.ui.more import MoreBody

        body = MoreBody(self._look)
        body.sure_said.connect(self._say_sure)
        body.note_said.connect(self._say_note)
        body.attribute_said.connect(self._say)
        body.print_wanted.connect(self.print)
        body.copy_wanted.connect(self.copy)
        return body

    def _opened(self) -> None:
        self._refresh()
        view = self._list.ledger.view
        QTimer.singleShot(0, view, lambda: view.scrollTo(view.currentIndex()))

    def _take(self, id: str) -> None:
        """An empty id keeps the last: who types in a field has left the page."""
        if id:
            self._id = id
            self._refresh()

    def _refresh(self) -> None:
        body = self.fold.body
        if body is None or not self.fold.is_open:
            return
        annotation = self._session.annotations.get(self._id)
        words = self._marking.listed.row(self._id).words if annotation is not None else ""
        body.show_about(annotation, words)
        body.show_against(self._against())

    def _against(self) -> list[Against]:
        from claimlight.core.contradictions import contradictions
        from claimlight.ui.contradiction_strip import Against

        book = self._session.lesson.codebook
        kinds = {kind.id: kind.name for kind in book.links}
        marks = {label.id: mark_of(label) for label in book.labels}
        nobody = _("Somebody")
        return [
            Against(
                speaker_name(each.one) or nobody,
                speaker_name(each.other) or nobody,
                kinds.get(each.kind, each.kind),
                marks[each.label],
            )
            for each in contradictions(self._session.annotations)
        ]

    # What is said

    def _say_sure(self, sure: bool | None) -> None:
        if self._id in self._session.annotations:
            self._session.set_sure(self._id, sure)

    def _say_note(self, note: str) -> None:
        if self._id in self._session.annotations:
            self._session.set_note(self._id, note)

    def _say(self, name: str, values: tuple[str, ...]) -> None:
        if self._id in self._session.annotations:
            self._session.set_attribute(self._id, name, values)

    # Paper and clipboard

    def copy(self) -> None:
        from claimlight.ui.ledger_table import as_html, as_tabbed

        table = self._table()
        data = QMimeData()
        data.setText(as_tabbed(table))
        data.setHtml(as_html(table, direction=self._session.article.direction.value))
        QGuiApplication.clipboard().setMimeData(data)
        self._announce(_("Copied as a table"))

    def print(self) -> None:
        from claimlight.ui.ledger_print import ask_for_pdf, print_on_one_page

        title = self._session.lesson.title
        path = (self.ask_for_pdf or ask_for_pdf)(self._room, _("Who says what"))
        if path is None:
            return
        direction = self._session.article.direction.value
        done = print_on_one_page(path, title, self._person, self._table(), self._look, direction=direction)
        words = _("Printed to {file}") if done else _("{file} could not be written. Choose another place.")
        self._announce(words.format(file=path.name))

    def _table(self) -> Table:
        from claimlight.ui.ledger_table import table_of

        return table_of(self._marking.listed.arranged(), self._marking.listed.cells.columns)
