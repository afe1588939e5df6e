"""Notes beside the draft helper's proposals: why, as what, and the two ways to decide."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from claimlight.core.article import Span
from claimlight.ui.article_view import ArticleView
from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.wording import _

_GAP = 14
_WIDEST, _NARROWEST = 230, 150


@dataclass(frozen=True, slots=True)
class ProposalNote:
    """`reason` is why `span` is proposed, `asked` what as: "Claim?"."""

    id: str
    span: Span
    reason: str
    asked: str


class ProposalNotes(QObject):
    """The note in hand stands beside its words, or below them where the margin is too narrow.

    Others stand in the margin as far as they fit beside theirs; each comes in hand in its turn.
    """

    accepted = Signal(str)
    left = Signal(str)

    def __init__(self, page: ArticleView, look: Look, keys: tuple[str, str]) -> None:
        """`keys` accept and leave; "" where there is none."""
        super().__init__(page)
        self._keys = keys
        self._page = page
        self._look = look
        self._notes: tuple[ProposalNote, ...] = ()
        self._current = ""
        self.views: dict[str, ProposalView] = {}
        page.arranged.connect(self._place)
        page.verticalScrollBar().valueChanged.connect(self._place)

    def show_notes(self, notes: Sequence[ProposalNote], current: str) -> None:
        """These, in the order of the page, and the one with id `current` in hand."""
        self._notes, self._current = tuple(notes), current
        for id in self.views.keys() - {note.id for note in notes}:
            view = self.views.pop(id)
            view.hide()
            view.deleteLater()
        self._place()

    def bring_into_view(self, span: Span) -> None:
        """The words, and where the note in hand stands over the page, room for it below them."""
        self._page.bring_into_view(span)
        view = self.views.get(self._current)
        if view is None or not view.floating:
            return
        rect, view_height = self._page.rect_of(span), self._page.viewport().height()
        lacking = rect.bottom() + self._look.px(8) + view.height() - view_height
        if lacking > 0 and rect.top() < view.height() + self._look.px(4):
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + min(lacking, rect.top()))

    def set_look(self, look: Look) -> None:
        self._look = look
        for view in self.views.values():
            view.set_look(look)
        self._place()

    def _place(self) -> None:
        if not self._notes:
            return
        beside, room = self._page.margin_beside()
        px = self._look.px
        width = min(px(_WIDEST), room - px(_GAP) - px(4))
        fits = width >= px(_NARROWEST)
        x = beside - px(_GAP) - width if self._page.isRightToLeft() else beside + px(_GAP)
        taken: list[tuple[int, int]] = []
        for note in sorted(self._seen(), key=lambda note: (note.id != self._current, note.span)):
            in_hand = note.id == self._current
            view = self._view(note)
            rect = self._page.rect_of(note.span)
            wide = width if fits else min(px(_WIDEST + 80), self._page.viewport().width() - px(8))
            view.set_floating(not fits)
            height = view.heightForWidth(wide)
            top = rect.top() if fits else self._over_or_under(rect, height)
            free = all(top >= low or top + height <= high for high, low in taken)
            view.setVisible(in_hand or (fits and free))
            if in_hand or (fits and free):
                left = x if fits else max(0, min(rect.left(), self._page.viewport().width() - wide - px(4)))
                view.setGeometry(left, top, wide, height)
                view.raise_()
                taken.append((top, top + height + px(6)))
        seen = {note.id for note in self._seen()}
        for id, view in self.views.items():
            if id not in seen:
                view.hide()

    def _over_or_under(self, rect: QRect, height: int) -> int:
        """Below the words where there is room for a note, else above them."""
        below = rect.bottom() + self._look.px(4)
        over = rect.top() - height - self._look.px(4)
        return over if below + height > self._page.viewport().height() and over >= 0 else below

    def _seen(self) -> list[ProposalNote]:
        """Those whose words begin within what is seen of the page."""
        first = self._page.position_at(QPoint(0, 0)) - 400
        last = self._page.position_at(QPoint(self._page.viewport().width(), self._page.viewport().height()))
        return [note for note in self._notes if first <= note.span.start <= last]

    def _view(self, note: ProposalNote) -> "ProposalView":
        view = self.views.get(note.id)
        if view is None:
            view = self.views[note.id] = ProposalView(note, self._look, self._page)
            for button, key in zip((view.accept, view.leave), self._keys, strict=True):
                button.setToolTip(_("Key: {key}").format(key=key) if key else "")
            view.accept.clicked.connect(lambda: self.accepted.emit(note.id))
            view.leave.clicked.connect(lambda: self.left.emit(note.id))
        return view


class ProposalView(QFrame):
    """One note."""

    def __init__(self, note: ProposalNote, look: Look, page: ArticleView) -> None:
        super().__init__(page.viewport())
        self.setObjectName("proposal")
        self.setAccessibleName(f"{note.reason} {note.asked}")
        self.floating = False
        self._reason = Paragraph(note.reason, look, Type.SECONDARY, "ink2")
        self._asked = Paragraph(note.asked, look, Type.SECONDARY_HEADING)
        self.accept = Button(_("Accept"), look)
        self.leave = Button(_("Leave"), look, kind="flat")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._reason)
        self._column.addWidget(self._asked)
        self._row = QHBoxLayout()
        self._row.addWidget(self.accept)
        self._row.addWidget(self.leave)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self.set_look(look)

    def set_floating(self, floating: bool) -> None:
        """Over the page, with a ground and an edge of its own."""
        if floating != self.floating:
            self.floating = floating
            self._dress()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._reason, self._asked, self.accept, self.leave):
            widget.set_look(look)
        self._dress()

    def _dress(self) -> None:
        px, theme = self._look.px, self._look.theme
        edge = f"border: 1px solid {theme.ink3};" if self.floating else "border: none;"
        self.setStyleSheet(f"QFrame#proposal {{ background: {theme.page}; {edge} }}")
        aside = px(10) if self.floating else 0
        self._column.setContentsMargins(aside, px(4), aside, px(4))
        self._column.setSpacing(px(3))
        self._row.setSpacing(px(6))
