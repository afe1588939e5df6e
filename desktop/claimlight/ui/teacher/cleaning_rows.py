"""One proposal of the cleaning review as a row: what it is, its words, and *Accept* or *Leave*."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.article import Span, Text
from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.wording import _
from claimlight.wording.cleaning import say_becomes, say_kind
from claimlight.work.cleaning import Proposal

_AROUND = 18
"""Code points that are shown on either side of a change of single characters."""


class ProposalRow(QWidget):
    """`decided` gives True for accepted, False for left, None for undone; `entered` that it has the keyboard."""

    decided = Signal(object)
    entered = Signal()

    def __init__(self, proposal: Proposal, text: Text, look: Look) -> None:
        super().__init__()
        kind = say_kind(proposal.kind, len(proposal.changes))
        change = proposal.changes[0]
        words = text[change.span] if change.whole_block else _around(text, change.span)
        self._title = Caption(kind, look, Type.HEADING)
        self._state = Caption("", look, Type.SECONDARY, "second")
        self.undo = Button(_("Undo"), look, kind="link")
        self.undo.setAccessibleName(_("Undo: {kind}").format(kind=kind))
        self._words = Paragraph(" ".join(words.split()), look, Type.QUOTE, lines=2)
        self._becomes = Paragraph(say_becomes(proposal.kind), look, Type.SECONDARY, "ink2")
        self.accept = Button(_("Accept"), look)
        self.accept.setAccessibleName(_("Accept: {kind}").format(kind=kind))
        self.leave = Button(_("Leave"), look, kind="flat")
        self.leave.setAccessibleName(_("Leave: {kind}").format(kind=kind))
        self.accept.clicked.connect(lambda: self.decided.emit(True))
        self.leave.clicked.connect(lambda: self.decided.emit(False))
        self.undo.clicked.connect(lambda: self.decided.emit(None))
        for button in (self.accept, self.leave, self.undo):
            button.installEventFilter(self)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._state)
        head.addWidget(self.undo)
        ways = QHBoxLayout()
        ways.addWidget(self.accept)
        ways.addWidget(self.leave)
        ways.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._words)
        self._column.addWidget(self._becomes)
        self._column.addLayout(ways)
        self.show_decided(None)
        self.set_look(look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return False

    def show_decided(self, yes: bool | None) -> None:
        for asked in (self.accept, self.leave, self._becomes):
            asked.setVisible(yes is None)
        for said in (self._state, self.undo):
            said.setVisible(yes is not None)
        self._state.setText(_("accepted") if yes else _("left"))

    def set_look(self, look: Look) -> None:
        for widget in (self._title, self._state, self._words, self._becomes):
            widget.set_look(look)
        for button in (self.undo, self.accept, self.leave):
            button.set_look(look)
        self._column.setContentsMargins(look.px(20), look.px(10), look.px(20), look.px(10))
        self._column.setSpacing(look.px(4))


def _around(text: Text, span: Span) -> str:
    """A little of what stands on either side, on the same line."""
    start = max(0, span.start - _AROUND, text.text.rfind("\n", 0, span.start) + 1)
    end = text.text.find("\n", span.end)
    end = min(len(text.text) if end < 0 else end, span.end + _AROUND)
    before, after = text.text[start : span.start], text.text[span.end : end]
    if start and not text.text[start - 1].isspace():
        before = before.partition(" ")[2] or before
    if end < len(text.text) and not text.text[end].isspace():
        after = after.rpartition(" ")[0] or after
    return before + text.text[span.start : span.end] + after
