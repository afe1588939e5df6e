"""The hints between two checks: notes in the margin, and what is still hidden above the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.article import Span
from claimlight.core.codebook import Codebook
from claimlight.grading.hints import Hints
from claimlight.session.reading import ReadingSession
from claimlight.ui.controls import Button, Caption, Paragraph, clear, hairline
from claimlight.ui.flow import Flow
from claimlight.ui.label_guide import TagView
from claimlight.ui.look import Look, Type
from claimlight.ui.margin_notes import Note
from claimlight.ui.row_hints import RowHint
from claimlight.ui.tags import mark_of
from claimlight.wording import _
from claimlight.wording.hints import (
    look_here_text,
    look_text,
    margin_text,
    next_hidden_text,
    over_marked_text,
    still_hidden_text,
)


def row_hints(session: ReadingSession, hints: Hints) -> dict[str, RowHint]:
    """The hint of each highlight that has one, by its id."""
    checked = {each.id: each for each in session.last_checked}
    return {
        hint.highlight: RowHint(
            look_text(hint.look), margin_text(hint.look), checked[hint.highlight].span, checked[hint.highlight].label
        )
        for hint in hints.highlights
    }


def hint_notes(session: ReadingSession, hints: Hints) -> list[Note]:
    """Each hint beside the words or the paragraph it is about; what was mended or removed since needs none."""
    text, codebook = session.article.text, session.lesson.codebook
    notes = []
    if hints.next is not None:
        here = text.blocks[hints.next.paragraph - 1].span
        notes.append(Note(here, look_here_text(), next_hidden_text(hints.next, codebook)))
    for id, hint in row_hints(session, hints).items():
        marked = session.annotations.get(id)
        if marked is not None and hint.is_about(marked):
            notes.append(Note(marked.span, "", hint.beside))
    for paragraph in hints.over_marked:
        block = text.blocks[paragraph - 1]
        notes.append(Note(Span(block.start, block.end), "", over_marked_text()))
    return notes


def spoken_hints(session: ReadingSession, hints: Hints | None) -> str:
    """The same for the ear, in one breath."""
    if hints is None:
        return _("Checked. There are too few highlights for hints.")
    codebook = session.lesson.codebook
    counts = ", ".join(still_hidden_text(label, count, codebook) for label, count in hints.hidden)
    hidden = _("Checked. Still hidden: {counts}.").format(counts=counts)
    return f"{hidden} {_where(hints, codebook)}".strip()


class StillHidden(QFrame):
    """How many of each label are still hidden; it can be put away, and comes back with the lesson."""

    put_away = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._look = look
        self._shown: tuple[Hints, Codebook] | None = None
        self._title = Paragraph(_("After your first check"), look, Type.LARGE_HEADING)
        self.hide_hints = Button(_("Hide hints"), look, kind="flat")
        self.hide_hints.clicked.connect(self.put_away)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.hide_hints)
        self._hidden = Caption(_("Still hidden"), look, Type.TEXT)
        self._of = Caption("", look, Type.SECONDARY, "second")
        line = QHBoxLayout()
        line.addWidget(self._hidden)
        line.addStretch(1)
        line.addWidget(self._of)
        self._counts = QWidget()
        self._flow = Flow(self._counts, across=look.px(16), down=look.px(6))
        self._next = Paragraph("", look, Type.SECONDARY)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addLayout(line)
        self._column.addWidget(self._counts)
        self._column.addWidget(self._next)
        self._column.addWidget(hairline())
        self.set_look(look)
        self.hide()

    def show_hints(self, hints: Hints, codebook: Codebook) -> None:
        self._shown = (hints, codebook)
        self._of.setText(_("of {n} in the article").format(n=hints.total))
        self._next.setText(_where(hints, codebook))
        self._next.setVisible(hints.next is not None)
        self._fill()
        self.show()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._title, self.hide_hints, self._hidden, self._of, self._next):
            widget.set_look(look)
        self._column.setContentsMargins(look.px(20), look.px(12), look.px(16), 0)
        self._column.setSpacing(look.px(8))
        self._fill()

    def _fill(self) -> None:
        clear(self._flow)
        if self._shown is None:
            return
        hints, codebook = self._shown
        for id, count in hints.hidden:
            label = codebook.label(id)
            if label is not None:
                self._flow.addWidget(_count(TagView(mark_of(label), self._look), self._words(id, count), self._look))

    def _words(self, label: str, count: int) -> Caption:
        assert self._shown is not None, "counts are of the hints that are shown"
        return Caption(still_hidden_text(label, count, self._shown[1]), self._look, Type.HEADING)


def _where(hints: Hints, codebook: Codebook) -> str:
    if hints.next is None:
        return ""
    look = next_hidden_text(hints.next, codebook)
    return _("Look in paragraph {n}. {look}").format(n=hints.next.paragraph, look=look)


def _count(tag: QWidget, words: Caption, look: Look) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    row.addWidget(tag)
    row.addWidget(words)
    return box
