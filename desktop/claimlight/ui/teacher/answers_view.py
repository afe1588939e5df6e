"""*Mark the answers*: the student's own page and pen, and beside it what is said about the answer in hand."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.history import Change
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.controls import scrolling
from claimlight.ui.finding import Finding
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.look import Look
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page
from claimlight.ui.side_pane import Shape, panel_width, shape_for
from claimlight.ui.teacher.item_panel import ItemPanel
from claimlight.ui.wiring import Wiring

_MAKING = ("mark", "extend")


class AnswersView(QWidget):
    """For one state of the text; another text is another view."""

    place_wanted = Signal()

    def __init__(self, session: AuthoringSession, commands: Commands, look: Look, announce: Announce) -> None:
        super().__init__()
        self._session = session
        self._commands = commands
        self._look = look
        self._announce = announce
        self._wiring = Wiring()
        self.page = Page(session.article, session.lesson.codebook.labels, look)
        self.marking = Marking(session, self.page, commands, look, announce)
        self.labels = LabelBar(session.labels, self.marking.label_actions, session.lesson.codebook.rules, look)
        self._finding = Finding(self.page, lambda bar: self._left.insertWidget(0, bar), look)
        self.panel = ItemPanel(session, look)
        self._build()
        self._connect()

    def begin(self, place: int = 0, current: str = "") -> None:
        """Give the keyboard to the page, at `place` (code points), with `current` in hand."""
        self.page.move_caret(min(place, len(self._session.article.text.text)))
        self.page.scroll_to(min(place, len(self._session.article.text.text)))
        if current in self._session.annotations:
            self.panel.show_answer(current)
        self.page.setFocus()

    def end(self) -> None:
        """Nothing can be marked here any more; what was being written is kept."""
        self.panel.explanation.keep()
        self.marking.stop()
        self._wiring.cut()
        for id in ("find", "note", "other-pane"):
            self._commands[id].setEnabled(False)

    def go_to(self, id: str) -> None:
        """Bring an answer into view and take it in hand."""
        if id in self._session.annotations:
            self.page.go_to(id)
            self.panel.show_answer(id)

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self.page, self.marking, self._finding, self.panel):
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
        column.addWidget(self.upper, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        row.addWidget(self.side)
        self._fit()

    def _connect(self) -> None:
        wire = self._wiring.connect
        wire(self.marking.current_changed, self._take)
        wire(self.marking.note_wanted, self._write)
        wire(self._session.changed, self._follow)
        self._commands.serve(self.page, *self.marking.label_actions)
        for id, slot in (
            ("find", self._finding.open),
            ("note", lambda: self._write(self.page.current or self.panel.id)),
            ("other-pane", self._other_pane),
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
            self.panel.explanation.setFocus()

    def _follow(self, change: Change) -> None:
        """What was just marked is what one says something about."""
        made = next((edit.id for edit in change.edits if edit.before is None and edit.after is not None), "")
        if made and change.gesture in _MAKING:
            self.panel.show_answer(made)
        else:
            self.panel.refresh()

    def _other_pane(self) -> None:
        """Page → panel → label bar → page."""
        focus = self.window().focusWidget()
        if focus is self.page:
            self.panel.explanation.setFocus()
        elif focus is not None and self.side.isAncestorOf(focus):
            self.labels.buttons[0].setFocus()
        else:
            self.page.setFocus()

    def _fit(self) -> None:
        width = self.width() or self.sizeHint().width()
        shape = shape_for(width, self._look.scale)
        self.page.set_card_room(shape is not Shape.PANEL)
        wide = panel_width(width, self._look)
        self.side.setFixedWidth(min(wide, round(width * 0.45)) if shape is not Shape.PANEL else wide)
