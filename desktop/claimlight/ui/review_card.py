"""The review card under the page: one verdict, the sentence with what was caught and missed, the points and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Caption, KeyButton, MarkedLabel, Paragraph, clear, hairline, scrolling
from claimlight.ui.focus import paint_inner_ring
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.legend import WordsKey
from claimlight.ui.look import Look, Type
from claimlight.ui.marked_text import Fate, Piece
from claimlight.ui.objection_box import ObjectionBox
from claimlight.ui.points import Outcome, outcome_name, paint_outcome_tag
from claimlight.ui.tags import Mark
from claimlight.wording import _

Below = Callable[[Look], QWidget]
STACK_BELOW = 540
"""The card's columns become one when its width ÷ text scale falls below this."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line such as "Who says it · Ilse Varnholt ✓"; `right` is None where it is only told."""

    name: str
    value: str
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """All that one card shows; every sentence comes ready from `wording`."""

    outcome: Outcome
    mark: Mark
    verdict: str
    """ "Denial, partly" """
    place: str
    """ "paragraph 5 · you were sure" """
    sentence: tuple[Piece, ...]
    points: str
    explanation: str
    legend: tuple[tuple[Fate, str], ...] = ()
    facts: tuple[Fact, ...] = ()
    sure: str = ""
    """ "You were sure of this one." """
    teacher: tuple[str, ...] = ()
    """What the teacher decided and said about it."""

    def spoken(self) -> str:
        """All that is to be read on it."""
        return ". ".join(part.removesuffix(".") for part in (self.place, self.sure, self.points, *self.teacher) if part)


class ReviewDock(QFrame):
    """Docked under the page. *Previous* and *Next* go through the cards."""

    previous_wanted = Signal()
    next_wanted = Signal()
    objected = Signal(str)
    """The student sees the verdict that is shown differently, in one sentence."""
    objection_taken_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dock")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._look = look
        self._card: ReviewCard | None = None
        self._stacked = False
        self._objection = ""
        self._reader = ""
        self._below: Below | None = None
        self._box: ObjectionBox | None = None
        self._sought: QWidget | None = None
        self._signs = _Signs(look)
        self._verdict = Caption("", look, Type.HEADING)
        self._place = Caption("", look, Type.SECONDARY, "second")
        self._count = Caption("", look, Type.SECONDARY, "second")
        self.previous = KeyButton(_("Previous mark"), "P", look, icon=Icon.BACK)
        self.next = KeyButton(_("Next mark"), "N", look, icon=Icon.FORWARD, icon_last=True, word=True)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self._build()

    def set_card(
        self,
        card: ReviewCard,
        number: int,
        of: int,
        *,
        objection: str = "",
        reader: str = "",
        below: Below | None = None,
    ) -> None:
        """Show `card`, the `number`th (from 1) of `of`, with what was said against it.

        `reader` says who reads that; without one, nothing can be said. `below` makes what a teacher may do there.
        """
        self._below = below
        self._card = card
        self._objection = objection
        self._reader = reader
        self._box = None
        self._signs.show_outcome(card.outcome, card.mark)
        self._verdict.setText(card.verdict)
        self._place.setText(card.place)
        self._count.setText(_("{n} of {all}").format(n=number, all=of))
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < of)
        self.setAccessibleName(card.verdict)
        self.setAccessibleDescription(f"{card.spoken()}. {card.explanation}")
        self._fill()
        self._fit_head()

    def follow(self, previous: QAction, next: QAction) -> None:
        """Show the keys of these commands."""
        self.previous.follow(previous)
        self.next.follow(next)
        self._fit_head()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._signs, self._verdict, self._place, self._count, self.previous, self.next):
            widget.set_look(look)
        self._space()
        self._fill()
        self._fit_head()
        self.updateGeometry()

    def show_objection(self) -> None:
        """Scroll to what was said."""
        self._seek(self._box)

    def bring_in_sight(self, widget: QWidget) -> None:
        """Scroll to a part of the card: to all of it, not to the caret in it alone."""
        top = widget.mapTo(self._body, QPoint(0, 0)).y()
        for edge in (top + widget.height(), top):
            self._scroll.ensureVisible(0, edge, 0, self._look.px(4))

    def _seek(self, widget: QWidget | None) -> None:
        """Scroll to `widget` when it has its place."""
        self._sought = widget

    def _scroll_to_sought(self) -> None:
        if self._sought is not None:
            self._scroll.ensureWidgetVisible(self._sought, 0, self._look.px(12))

    def keep_draft(self) -> None:
        """A sentence that is being written when the card goes is kept as far as it is."""
        draft = self._box.draft if self._box is not None else None
        self._box = None
        if draft and draft.strip():
            self.objected.emit(draft)

    def sizeHint(self) -> QSize:
        """A third of a tall window, so that few explanations have to be scrolled; never less than they need."""
        third = self.window().height() * 36 // 100
        return QSize(self._look.px(600), max(self._look.px(236), min(self._look.px(300), third)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_inner_ring(painter, QRectF(self.rect()), self._look)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() / max(1.0, self._look.scale) < STACK_BELOW
        if stacked != self._stacked:
            self._stacked = stacked
            self._fill()
        self._fit_head()

    def minimumSizeHint(self) -> QSize:
        """What makes room for the rest never keeps the window wide."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._needed((*self._always(), self._count))), hint.height())

    def _fit_head(self) -> None:
        """Where it is narrow, “Next mark” is an arrow with its key, and the place stands over the sentence."""
        place_before = self._place.isHidden()
        with_place = self._needed((*self._always(), self._count, self._place))
        self.next.show_word(with_place + self.next.room_for_word() <= self.width())
        self._place.setVisible(with_place <= self.width())
        if self._place.isHidden() != place_before:
            self._fill()

    def _always(self) -> tuple[QWidget, ...]:
        return (self._signs, self._verdict, self.previous, self.next)

    def _needed(self, parts: Sequence[QWidget]) -> int:
        """The width (px) of `parts` in the head, "Next mark" without its word."""
        px = self._look.px
        word = self.next.room_for_word() if self.next.shows_word else 0
        widths = (max(part.sizeHint().width(), part.minimumWidth()) for part in parts)  # the signs' size is fixed
        return sum(width + px(10) for width in widths) + px(2 * 24) - word

    def _build(self) -> None:
        self._head = QHBoxLayout()
        before: tuple[QWidget, ...] = (self._signs, self._verdict, self._place)
        after: tuple[QWidget, ...] = (self._count, self.previous, self.next)
        for widget in before:
            self._head.addWidget(widget)
        self._head.addStretch(1)
        for widget in after:
            self._head.addWidget(widget)
        self._body = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._scroll = scrolling(self._body)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll, 1)
        self._space()

    def _space(self) -> None:
        px = self._look.px
        self._head.setSpacing(px(10))
        self._column.setContentsMargins(px(24), px(14), px(24), px(8))
        self._column.setSpacing(px(8))
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(px(24))

    def _fill(self) -> None:
        box, writes = self._box, self._box is not None and self._box.field.hasFocus()
        self._sought = None
        clear(self._halves)
        self._box = self._objection_box(box.draft if box is not None else None)
        if self._card is None:
            return
        down = QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(down if self._stacked else QBoxLayout.Direction.LeftToRight)
        if self._stacked and self._below is not None:  # what a teacher may do is in sight at once
            self._halves.addWidget(self._below(self._look))
        self._halves.addLayout(self._words(self._card), 0 if self._stacked else 1)
        self._halves.addWidget(hairline("line" if self._stacked else "upright"))
        self._halves.addLayout(self._reasons(self._card), 0 if self._stacked else 1)
        if writes and self._box is not None:
            self._box.field.setFocus()

    def _objection_box(self, draft: str | None) -> ObjectionBox | None:
        if self._card is None or not self._reader:
            return None
        box = ObjectionBox(self._objection, self._reader, self._look, draft=draft)
        box.said.connect(self.objected)
        box.taken_back.connect(self.objection_taken_back)
        box.left.connect(self.setFocus)
        box.opened.connect(lambda: self._seek(box))
        box.laid_out.connect(self._scroll_to_sought)
        return box

    def _words(self, card: ReviewCard) -> QVBoxLayout:
        look, px = self._look, self._look.px
        column = QVBoxLayout()
        column.setSpacing(px(8))
        if self._place.isHidden():
            column.addWidget(Paragraph(card.place, look, Type.SECONDARY, "ink2"))
        column.addWidget(MarkedLabel(card.sentence, look, Type.SENTENCE))
        if card.legend:
            legend = QHBoxLayout()
            legend.setSpacing(px(16))
            for fate, words in card.legend:
                legend.addWidget(WordsKey(card.mark, fate, words, look))
            legend.addStretch(1)
            column.addLayout(legend)
        if card.facts:
            column.addSpacing(px(4))
            column.addLayout(self._facts(card.facts))
        column.addStretch(1)
        return column

    def _facts(self, facts: tuple[Fact, ...]) -> QGridLayout:
        look = self._look
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(4))
        for line, fact in enumerate(facts):
            grid.addWidget(Caption(fact.name, look, Type.SECONDARY, "second"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_FactView(fact, look), line, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _reasons(self, card: ReviewCard) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.px(4))
        if card.points:
            column.addWidget(Paragraph(card.points, self._look, Type.POINTS))
        if card.sure:
            column.addWidget(Paragraph(card.sure, self._look, Type.HEADING))
        for said in card.teacher:
            column.addWidget(Paragraph(said, self._look, Type.HEADING))
        if self._below is not None and not self._stacked:
            column.addWidget(self._below(self._look))
        column.addWidget(Paragraph(card.explanation, self._look, Type.PARAGRAPH))
        if self._box is not None:
            column.addWidget(self._box)
        column.addStretch(1)
        return column


class _Signs(QWidget):
    """The outcome's shape and the label's tag at the head of the card."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._what: tuple[Outcome, Mark] | None = None
        self.set_look(look)

    def show_outcome(self, outcome: Outcome, mark: Mark) -> None:
        self._what = (outcome, mark)
        self.setAccessibleName(outcome_name(outcome))
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(look.px(48), look.px(20))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._what is None:
            return
        outcome, mark = self._what
        px, rtl = self._look.px, self.isRightToLeft()
        painter = QPainter(self)
        shape, tag = QRectF(0, 0, px(20), px(20)), QRectF(px(30), px(1), px(18), px(18))
        if rtl:
            shape, tag = QRectF(px(28), 0, px(20), px(20)), QRectF(0, px(1), px(18), px(18))
        paint_icon(painter, outcome.value, shape, self._look.colour("ink"))
        paint_outcome_tag(painter, tag, mark, outcome, self._look)
        painter.end()


class _FactView(QWidget):
    """The value of a fact, and a tick behind it where it was right."""

    def __init__(self, fact: Fact, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        text = Paragraph(fact.value, look, Type.SECONDARY)
        row.addWidget(text, 0 if fact.right else 1)
        if fact.right:
            text.setAccessibleName(_("{answer}, right").format(answer=fact.value))
            row.addWidget(_Tick(look))
            row.addStretch(1)


class _Tick(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(16), look.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, Icon.TICK, QRectF(self.rect()), self._look.colour("ink"))
        painter.end()
