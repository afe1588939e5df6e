"""*Change the answers*: what students see differently beside every mark that a change would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.core.answer_change import AnswerChange
from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.ui.controls import Button, Caption, Paragraph, clear, hairline, scrolling
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import Sheet
from claimlight.ui.teacher.challenge_card import ChallengeCard
from claimlight.ui.teacher.marks_table import MarksTable
from claimlight.ui.teacher.past_change import PastChange, day_of
from claimlight.wording import _, ngettext
from claimlight.wording.answer_changes import change_text
from claimlight.wording.marks_changed import held_text, other_total_text, touched_text
from claimlight.work.answers_history import Past
from claimlight.work.challenged import Challenged
from claimlight.work.regrade import Preview

_SIDE_BY_SIDE_FROM = 900
"""Width of the window, divided by the text scale, from which changes and marks stand beside each other."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the page. `has_lesson`: the lesson can be opened; `has_edits`: it has other answers by now."""

    challenged: Sequence[Challenged]
    changes: Sequence[AnswerChange]
    preview: Preview
    history: Sequence[Past]
    has_lesson: bool = False
    has_edits: bool = False
    going_back: Past | None = None
    """The change that is tried to be taken back."""

    @property
    def left(self) -> tuple[object, ...]:
        """What the left half is made of: as long as it is the same, its cards stay."""
        return tuple(self.challenged), self.has_lesson, self.has_edits


class ChangePage(Sheet):
    """Nothing is written before *Apply*. Marks and cards scroll each for themselves where they stand beside each
    other; else a line under the bar tells what the marks below would do."""

    tried = Signal(object)
    """An AnswerChange is to be among the changes, or, where it is already, no longer."""
    declined = Signal(object, str)
    """What is challenged (Challenged) stays as it is; its students read this sentence."""
    left_as_is = Signal()
    """Nothing is to be tried any more."""
    lesson_wanted = Signal()
    """The answers are to be edited in the lesson's own room."""
    edited_wanted = Signal()
    """The answers that the lesson has now are to be taken over."""
    back_wanted = Signal(int)
    """What this version of the answers changed is to be tried as it was before."""
    applied = Signal(object)
    """The change is to be made; with the attempts that may go down."""

    def __init__(self, lesson: str, back: str, text: Text, codebook: Codebook, look: Look) -> None:
        """`lesson` is its title, `back` the word for where one came from."""
        super().__init__(look)
        self._lesson = lesson
        self._text = text
        self._codebook = codebook
        self._lowered: set[str] = set()
        self._unfolded: set[int] = set()
        """The versions whose marks are looked at."""
        self._shown: Shown | None = None
        self._cards: list[ChallengeCard] = []
        self.back = self.wear(Button(back, look, kind="flat", icon=Icon.BACK))
        self.title = self.wear(Caption(_("Change the answers"), look, Type.LARGE_HEADING))
        self.leave = self.wear(Button(_("Leave as it is"), look, kind="flat"))
        self.apply = self.wear(Button("", look, kind="primary"))
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.back.clicked.connect(self.left)
        self.leave.clicked.connect(self._leave)
        self.see.clicked.connect(self._go_to_marks)
        self.apply.clicked.connect(lambda: self.applied.emit(frozenset(self._lowered)))

    def show_all(self, shown: Shown) -> None:
        """What is challenged, what is being changed, what that would do, and what was changed before.

        What has not changed stays where it is, with the keyboard.
        """
        before, self._shown = self._shown, shown
        self._lowered &= {each.attempt for each in shown.preview.changing if each.stays is not None}
        if before is not None and before.left == shown.left:
            for card in self._cards:
                card.set_changes(shown.changes)
        else:
            self._fill_left(shown)
        self._fill_right(shown)
        self._show_amounts()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        if self._shown is not None:
            self._fill_left(self._shown)
            self._fill_right(self._shown)
            self._show_amounts()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def space(self) -> None:
        px = self._look.px
        self.bar.setContentsMargins(12, px(7), 12, px(7))
        self.strip.setContentsMargins(px(24), px(4), px(12), px(4))
        for column in (self._left, self._right):
            column.setContentsMargins(px(24), px(20), px(24), px(24))
            column.setSpacing(px(12))

    def begin(self) -> None:
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self) -> None:
        bar = QFrame()
        bar.setObjectName("bar")
        self.bar = QHBoxLayout(bar)
        parts, ways = Flow(across=8, down=6), Flow(across=8, down=6)
        for widget in (self.back, self.title):
            parts.addWidget(widget)
        for widget in (self.leave, self.apply):
            ways.addWidget(widget)
        self.bar.addLayout(parts, 1)
        self.bar.addLayout(ways)
        self._sum = QFrame()
        self._sum.setObjectName("bar")
        self.strip = QHBoxLayout(self._sum)
        self.said = self.wear(Paragraph("", self._look, Type.SECONDARY))
        self.see = self.wear(Button(_("See the marks"), self._look, kind="link"))
        self.strip.addWidget(self.said, 1)
        self.strip.addWidget(self.see)
        left, self._marks = QWidget(), QWidget()
        left.setLayout(self._left)
        self._marks.setLayout(self._right)
        both = QWidget()
        self._both = QVBoxLayout(both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addWidget(left)
        self._both.addStretch(1)
        self.cards_area, self.marks_area = scrolling(both), scrolling(self._marks)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self.cards_area, 6)
        halves.addWidget(self.marks_area, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self._sum):
            column.addWidget(part)
        column.addLayout(halves, 1)
        self.space()

    @property
    def _beside(self) -> bool:
        return self.width() / max(1.0, self._look.scale) >= _SIDE_BY_SIDE_FROM

    def _fit(self) -> None:
        if self._beside and self.marks_area.widget() is None:
            self._both.removeWidget(self._marks)
            self.marks_area.setWidget(self._marks)
        elif not self._beside and self.marks_area.widget() is not None:
            self.marks_area.takeWidget()
            self._both.insertWidget(1, self._marks)
        self._marks.setAutoFillBackground(False)
        self._marks.show()
        self.marks_area.setVisible(self._beside)
        self._show_sum()

    def _fill_left(self, shown: Shown) -> None:
        look, at = self._look, self.cards_area.verticalScrollBar().value()
        held = self.focusWidget()
        in_hand = next((n for n, card in enumerate(self._cards) if held and card.isAncestorOf(held)), None)
        clear(self._left)
        self._left.addWidget(Paragraph(self._lesson, look, Type.SECONDARY, "ink2"))
        self._left.addWidget(Caption(_("What students see differently"), look, Type.CARD_TITLE))
        if not shown.challenged:
            words = _("Nobody sees anything differently. You can still edit the answers in the lesson.")
            self._left.addWidget(Paragraph(words, look, Type.PARAGRAPH, "ink2"))
        self._cards = []
        for one in sorted(shown.challenged, key=lambda each: not each.open):
            card = ChallengeCard(one, shown.changes, self._text, self._codebook, look)
            card.tried.connect(self.tried)
            card.declined.connect(lambda words, one=one: self.declined.emit(one, words))
            self._left.addWidget(card)
            self._cards.append(card)
        ways = Flow(across=look.px(8), down=look.px(6))
        if shown.has_lesson:
            edit = Button(_("Edit the answers in the lesson…"), look)
            edit.clicked.connect(self.lesson_wanted)
            ways.addWidget(edit)
        if shown.has_edits:
            take = Button(_("Try the answers that the lesson has now"), look)
            take.clicked.connect(self.edited_wanted)
            ways.addWidget(take)
        self._left.addLayout(ways)
        if in_hand is not None and self._cards:
            self._cards[min(in_hand, len(self._cards) - 1)].take_focus()
        self.cards_area.verticalScrollBar().setValue(at)

    def _fill_right(self, shown: Shown) -> None:
        look, preview = self._look, shown.preview
        clear(self._right)
        self._right.addWidget(Paragraph(_touched(preview), look, Type.CARD_TITLE))
        if shown.going_back is not None:
            words = _("Takes back what was changed on {day}.").format(day=day_of(shown.going_back))
            self._right.addWidget(Paragraph(words, look, Type.PARAGRAPH))
        for change in preview.changes:
            words = change_text(change, self._text, self._codebook)
            self._right.addWidget(Paragraph(words, look, Type.HEADING))
        if not preview.changes:
            words = _("Choose a change on this page, and every mark that it would touch is listed here first.")
            self._right.addWidget(Paragraph(words, look, Type.PARAGRAPH, "ink2"))
        elif not preview.touched:
            self._right.addWidget(Paragraph(_("Nobody's points are touched by this."), look, Type.PARAGRAPH))
        else:
            self._add_marks(preview)
        if shown.history:
            self._right.addWidget(hairline())
            self._right.addWidget(Caption(_("Changed before"), look, Type.HEADING))
            for past in shown.history:
                self._right.addWidget(self._past(past))
        self._right.addStretch(1)

    def _past(self, past: Past) -> PastChange:
        one = PastChange(past, self._text, self._codebook, self._look, open=past.number in self._unfolded)
        one.back_wanted.connect(self._take_back)
        one.unfolded.connect(lambda open: (self._unfolded.add if open else self._unfolded.discard)(past.number))
        return one

    def _add_marks(self, preview: Preview) -> None:
        look, one = self._look, preview.touched[0]
        if one.before.possible != one.shown.possible:
            words = other_total_text(one.before.possible, one.shown.possible)
            self._right.addWidget(Paragraph(words, look, Type.SECONDARY, "ink2"))
        held = sum(each.stays is not None for each in preview.touched)
        if held:
            self._right.addWidget(Paragraph(held_text(held), look, Type.PARAGRAPH))
        self._right.addWidget(MarksTable(preview, self._lowered, self._text, self._tick, look))

    # What is done on it

    def _tick(self, attempt: str, lowered: bool) -> None:
        (self._lowered.add if lowered else self._lowered.discard)(attempt)
        self._show_amounts()

    def _show_amounts(self) -> None:
        assert self._shown is not None, "only what is shown can be applied"
        preview = self._shown.preview
        amount = len(preview.moved(self._lowered))
        self.apply.setText(ngettext("Apply to {n} mark", "Apply to {n} marks", amount).format(n=amount))
        self.apply.setEnabled(bool(preview.changes))
        self.apply.setToolTip("" if preview.changes else _("Nothing is changed yet."))
        self.leave.setVisible(bool(preview.changes))
        self.said.setText(_touched(preview))
        self._show_sum()

    def _show_sum(self) -> None:
        shown = self._shown
        self._sum.setVisible(not self._beside and shown is not None and bool(shown.preview.changes))

    def _leave(self) -> None:
        self.left_as_is.emit()
        (self._cards[0].take_focus if self._cards else self.begin)()

    def _take_back(self, number: int) -> None:
        """What it would do is shown first, and the keyboard is on the way out of it."""
        self.back_wanted.emit(number)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_to_marks()

    def _go_to_marks(self) -> None:
        if self._beside:
            self.marks_area.verticalScrollBar().setValue(0)
        else:
            self.cards_area.verticalScrollBar().setValue(self._marks.y())


def _touched(preview: Preview) -> str:
    touched = preview.touched
    up = sum(each.rises > 0 for each in touched)
    return touched_text(len(touched), up, len(touched) - up, len(preview.works.works))
