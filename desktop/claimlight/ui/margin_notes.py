"""Notes in the page's margin, each beside the words it is about; they move with them and never cover a word."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QFrame, QVBoxLayout

from claimlight.core.article import Span
from claimlight.ui.article_view import ArticleView
from claimlight.ui.controls import Paragraph
from claimlight.ui.look import Look, Type

_GAP = 16
_WIDEST, _NARROWEST = 240, 140


@dataclass(frozen=True, slots=True)
class Note:
    """A few words about `span`, under a heading or without one."""

    span: Span
    heading: str
    words: str


class MarginNotes(QObject):
    """Keeps its notes beside their paragraphs. Where the margin is too narrow they are left out."""

    def __init__(self, page: ArticleView, look: Look) -> None:
        super().__init__(page)
        self._page = page
        self._look = look
        self._notes: list[tuple[Note, _NoteView]] = []
        page.arranged.connect(self._place)
        page.verticalScrollBar().valueChanged.connect(self._place)

    def show_notes(self, notes: Sequence[Note]) -> None:
        for _note, view in self._notes:
            view.hide()
            view.deleteLater()
        in_order = sorted(notes, key=lambda note: note.span)
        self._notes = [(note, _NoteView(note, self._look, self._page)) for note in in_order]
        self._place()

    def rect_about(self, span: Span) -> QRect | None:
        """Where the note about `span` stands, in the viewport's pixels; None where there is none in the margin."""
        beside = (view for note, view in self._notes if note.span == span and not view.isHidden())
        return next((view.geometry() for view in beside), None)

    def set_look(self, look: Look) -> None:
        self._look = look
        for _note, view in self._notes:
            view.set_look(look)
        self._place()

    def _place(self) -> None:
        left, room = self._page.margin_beside()
        px = self._look.px
        width = min(px(_WIDEST), room - px(_GAP) - px(8))
        fits = width >= px(_NARROWEST)
        lowest = -100_000
        for note, view in self._notes:
            view.setVisible(fits)
            if not fits:
                continue
            view.setFixedWidth(width)
            height = view.heightForWidth(width)
            top = max(self._page.rect_of(note.span).top(), lowest)
            x = left - px(_GAP) - width if self._page.isRightToLeft() else left + px(_GAP)
            view.setGeometry(x, top, width, height)
            lowest = top + height + px(8)


class _NoteView(QFrame):
    def __init__(self, note: Note, look: Look, page: ArticleView) -> None:
        super().__init__(page.viewport())
        self.setObjectName("note")
        self.setAccessibleName(" ".join(part for part in (note.heading, note.words) if part))
        self._heading = Paragraph(note.heading, look, Type.SECONDARY_HEADING)
        self._words = Paragraph(note.words, look, Type.SECONDARY)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._heading.setVisible(bool(note.heading))
        self._column.addWidget(self._words)
        self.set_look(look)
        self.show()

    def set_look(self, look: Look) -> None:
        px = look.px
        self.setStyleSheet(
            f"QFrame#note {{ background: {look.theme.nowsoft}; border: none;"
            f" border-left: {px(3)}px solid {look.theme.nowline}; }}"
        )
        self._column.setContentsMargins(px(12), px(8), px(8), px(8))
        self._column.setSpacing(px(2))
        for widget in (self._heading, self._words):
            widget.set_look(look)
