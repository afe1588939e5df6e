"""*Change the answers*: what students see differently beside every mark that a change would touch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimlight.core.answer_change import AnswerChange
from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.ui.controls import Button, Caption, MarkedLabel, Paragraph, clear, hairline, scrolling
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type, tabular
from claimlight.ui.marked_text import Fate
from claimlight.ui.reveal_cards import around, pieces
from claimlight.ui.sheet import Sheet
from claimlight.ui.tags import Mark, mark_of
from claimlight.ui.tick_box import TickBox
from claimlight.wording import _, ngettext
from claimlight.wording.answer_changes import because_text, change_text, offer_text
from claimlight.wording.points import points_text, total_text
from claimlight.work.answers_history import Past
from claimlight.work.challenged import Challenged
from claimlight.work.regrade import Changing, Preview

_AT_FIRST = 40
"""So many marks are listed at once; the others when they are asked for."""
Tick = Callable[[str, bool], None]
_SIDE_BY_SIDE_FROM = 900
"""Width of the window, divided by the text scale, from which changes and marks stand beside each other."""


class ChangePage(Sheet):
    """Nothing is written before *Apply*."""

    tried = Signal(object)
    """An AnswerChange is to be among the changes, or, where it is already, no longer."""
    declined = Signal(object, str)
    """What is challenged (Challenged) stays as it is; its students read this sentence."""
    lesson_wanted = Signal()
    """The answers are to be edited in the lesson's own room."""
    edited_wanted = Signal()
    """The answers that the lesson has now are to be taken over."""
    applied = Signal(object)
    """The change is to be made; with the attempts that may go down."""

    def __init__(self, title: str, text: Text, codebook: Codebook, look: Look) -> None:
        super().__init__(look)
        self._text = text
        self._codebook = codebook
        self._lowered: set[str] = set()
        self._preview: Preview | None = None
        self._said: tuple[Sequence[Challenged], Sequence[AnswerChange], Sequence[Past], bool, bool] = (
            (),
            (),
            (),
            False,
            False,
        )
        self.back = self.wear(Button(_("Class"), look, kind="flat", icon=Icon.BACK))
        self.title = self.wear(Caption(title, look, Type.LARGE_HEADING))
        self.apply = self.wear(Button("", look, kind="primary"))
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.back.clicked.connect(self.left)
        self.apply.clicked.connect(lambda: self.applied.emit(frozenset(self._lowered)))

    def show_all(
        self,
        challenged: Sequence[Challenged],
        changes: Sequence[AnswerChange],
        preview: Preview,
        history: Sequence[Past],
        *,
        has_lesson: bool,
        has_edits: bool,
    ) -> None:
        """What is challenged, what is being changed, what that would do, and what was changed before."""
        self._preview = preview
        self._lowered &= {each.attempt for each in preview.changing if each.stays is not None}
        self._said = (challenged, changes, history, has_lesson, has_edits)
        self._fill()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def space(self) -> None:
        px = self._look.px
        self.bar.setContentsMargins(12, px(7), 12, px(7))
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
        parts = Flow(across=8, down=6)
        for widget in (self.back, self.title):
            parts.addWidget(widget)
        self.bar.addLayout(parts, 1)
        self.bar.addWidget(self.apply)
        left, right = QWidget(), QWidget()
        left.setLayout(self._left)
        right.setLayout(self._right)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(0)
        self._halves.addWidget(left, 6)
        self._halves.addWidget(right, 7)
        content = QWidget()
        content.setLayout(self._halves)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(scrolling(content), 1)
        self.space()

    def _fit(self) -> None:
        beside = self.width() / max(1.0, self._look.scale) >= _SIDE_BY_SIDE_FROM
        flow = QHBoxLayout.Direction.LeftToRight if beside else QHBoxLayout.Direction.TopToBottom
        self._halves.setDirection(flow)

    def _fill(self) -> None:
        if self._preview is None:
            return
        challenged, changes, history, has_lesson, has_edits = self._said
        clear(self._left)
        clear(self._right)
        self._fill_left(challenged, changes, has_lesson, has_edits)
        self._fill_right(self._preview, history)
        self._show_apply()

    def _fill_left(
        self, challenged: Sequence[Challenged], changes: Sequence[AnswerChange], has_lesson: bool, has_edits: bool
    ) -> None:
        look = self._look
        open_ones = [each for each in challenged if each.open]
        self._left.addWidget(Caption(_("What students see differently"), look, Type.CARD_TITLE))
        if not challenged:
            words = _("Nobody sees anything differently. You can still edit the answers in the lesson.")
            self._left.addWidget(Paragraph(words, look, Type.PARAGRAPH, "ink2"))
        for one in (*open_ones, *(each for each in challenged if not each.open)):
            card = ChallengeCard(one, changes, self._text, self._codebook, look)
            card.tried.connect(self.tried)
            card.declined.connect(lambda words, one=one: self.declined.emit(one, words))
            self._left.addWidget(card)
        ways = Flow(across=look.px(8), down=look.px(6))
        if has_lesson:
            edit = Button(_("Edit the answers in the lesson…"), look)
            edit.clicked.connect(self.lesson_wanted)
            ways.addWidget(edit)
        if has_edits:
            take = Button(_("Try the answers that the lesson has now"), look)
            take.clicked.connect(self.edited_wanted)
            ways.addWidget(take)
        self._left.addLayout(ways)
        self._left.addStretch(1)

    def _fill_right(self, preview: Preview, history: Sequence[Past]) -> None:
        look = self._look
        works, changing = len(preview.works.works), preview.changing
        said = ngettext("{n} of {all} mark would change", "{n} of {all} marks would change", works)
        self._right.addWidget(Caption(said.format(n=len(changing), all=works), look, Type.CARD_TITLE))
        for change in preview.changes:
            words = change_text(change, self._text, self._codebook)
            self._right.addWidget(Paragraph(words, look, Type.HEADING))
        if preview.changes and not changing:
            self._right.addWidget(Paragraph(_("Nobody's points are touched by this."), look, Type.PARAGRAPH))
        if not preview.changes:
            words = _("Choose a change on this page, and every mark that it would touch is listed here first.")
            self._right.addWidget(Paragraph(words, look, Type.PARAGRAPH, "ink2"))
        if changing:
            self._right.addWidget(MarksTable(changing, preview, self._lowered, self._text, self._tick, look))
            words = _("A mark that a student has seen never goes down unless you tick it.")
            self._right.addWidget(Paragraph(words, look, Type.SECONDARY, "ink2"))
        if history:
            self._right.addWidget(hairline())
            self._right.addWidget(Caption(_("Changed before"), look, Type.HEADING))
            for past in history:
                self._right.addWidget(Paragraph(_past_text(past, self._text, self._codebook), look, Type.PARAGRAPH))
        self._right.addStretch(1)

    def _tick(self, attempt: str, lowered: bool) -> None:
        (self._lowered.add if lowered else self._lowered.discard)(attempt)
        self._show_apply()

    def _show_apply(self) -> None:
        preview = self._preview
        assert preview is not None, "only what is shown can be applied"
        amount = sum(
            each.points(lowered=each.attempt in self._lowered) != each.before.points
            or each.shown.possible != each.before.possible
            for each in preview.changing
        )
        words = ngettext("Apply to {n} mark", "Apply to {n} marks", amount).format(n=amount)
        self.apply.setText(words)
        self.apply.setEnabled(bool(preview.changes))
        self.apply.setToolTip("" if preview.changes else _("Nothing is changed yet."))


class ChallengeCard(QFrame):
    """One challenged answer: the words, how often and why, and what the teacher can do. No name is on it."""

    tried = Signal(object)
    declined = Signal(str)

    def __init__(
        self, one: Challenged, changes: Collection[AnswerChange], text: Text, codebook: Codebook, look: Look
    ) -> None:
        super().__init__()
        self.setObjectName("floating")
        self._look = look
        label = codebook.label(one.label)
        mark = mark_of(label) if label is not None else Mark(_("trap"), "", "ink", "solid")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        column.setSpacing(look.px(8))
        place = _("{label} · ¶ {n}").format(label=mark.name, n=text.paragraph(one.span.start))
        column.addWidget(Caption(place, look, Type.SECONDARY, "second"))
        fate = Fate.MARKED if label is not None else Fate.EXTRA
        sentence = tuple(pieces(text, around(text, one.span), ((one.span, fate),), mark))
        column.addWidget(MarkedLabel(sentence, look, Type.QUOTE))
        many = ngettext("{n} student sees it differently", "{n} students see it differently", len(one.voices))
        column.addWidget(Caption(many.format(n=len(one.voices)), look, Type.HEADING))
        for words in dict.fromkeys(voice.challenge.words for voice in one.voices):
            column.addWidget(Paragraph(_("“{words}”").format(words=words), look, Type.PARAGRAPH))
        answers = dict.fromkeys(voice.answer for voice in one.voices if voice.answer)
        for answer in answers:
            column.addWidget(Paragraph(_("You answered: “{words}”").format(words=answer), look, Type.PARAGRAPH, "ink2"))
        self._add_ways(column, one, changes, text, codebook)

    def _add_ways(
        self,
        column: QVBoxLayout,
        one: Challenged,
        changes: Collection[AnswerChange],
        text: Text,
        codebook: Codebook,
    ) -> None:
        look = self._look
        ways = Flow(across=look.px(8), down=look.px(6))
        for offer in one.offers:
            button = Button(offer_text(offer, text, codebook), look)
            button.setCheckable(True)
            button.setChecked(offer in changes)
            if offer in changes:
                button.set_icon(Icon.TICK)
            button.clicked.connect(lambda _checked=False, offer=offer: self.tried.emit(offer))
            ways.addWidget(button)
        column.addLayout(ways)
        if not one.open:
            return
        self.words = QLineEdit()
        self.words.setFont(look.font(Type.TEXT))
        asked = _("Leave it as it is, and say why")
        self.words.setPlaceholderText(asked)
        self.words.setAccessibleName(asked)
        leave = Button(_("Answer"), look)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(leave)
        column.addLayout(row)
        self.words.returnPressed.connect(self._decline)
        leave.clicked.connect(self._decline)

    def _decline(self) -> None:
        words = " ".join(self.words.text().split())
        if words:
            self.declined.emit(words)
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)


class MarksTable(QWidget):
    """Every mark that would change: name, before, after, the difference, and why; a tick for those that would fall."""

    def __init__(
        self,
        changing: Sequence[Changing],
        preview: Preview,
        lowered: Collection[str],
        text: Text,
        tick: Tick,
        look: Look,
    ) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(14))
        self._grid.setVerticalSpacing(look.px(8))
        self._grid.setColumnStretch(4, 1)
        heads = (_("Name"), _("Before"), _("After"), _("Change"), _("Because"))
        for place, head in enumerate(heads):
            self._put(Caption(head, look, Type.SECONDARY, "second"), 0, place)
        self._grid.addWidget(hairline(), 1, 0, 1, 5)
        self._preview, self._lowered, self._text, self._tick = preview, lowered, text, tick
        self._add_lines(changing[:_AT_FIRST], 2)
        rest = changing[_AT_FIRST:]
        if rest:
            more = Button(_("Show all {n}").format(n=len(changing)), look)
            self._grid.addWidget(more, len(changing) + 3, 0, 1, 5, Qt.AlignmentFlag.AlignLeft)
            more.clicked.connect(more.hide)
            more.clicked.connect(lambda: self._add_lines(rest, 2 + _AT_FIRST))

    def _add_lines(self, changing: Sequence[Changing], line: int) -> None:
        for number, each in enumerate(changing, line):
            self._add(each, number)

    def _add(self, each: Changing, line: int) -> None:
        preview, text, lowered = self._preview, self._text, each.attempt in self._lowered
        look, before = self._look, each.before
        other = before.possible != each.shown.possible
        self._put(Caption(each.work.name, look, Type.HEADING), line, 0)
        self._put(
            _number(total_text(before.points, before.possible) if other else points_text(before.points), look), line, 1
        )
        after, change = _number("", look, bold=True), _number("", look)
        self._put(after, line, 2)
        self._put(change, line, 3)
        why = QVBoxLayout()
        why.setSpacing(look.px(2))
        why.addWidget(
            Paragraph(because_text(preview.because(each), preview.changes, text), look, Type.SECONDARY, "ink2")
        )
        self._grid.addLayout(why, line, 4)

        def show(ticked: bool) -> None:
            points = each.points(lowered=ticked)
            stays = each.stays is not None and not ticked
            said = total_text(points, each.shown.possible) if other else points_text(points)
            after.setText(_("stays {points}").format(points=said) if stays else said)
            more = points - before.points
            if stays:
                more = each.shown.points - before.points
            said = f"+{points_text(more)}" if more > 0 else points_text(more)
            change.setText("" if other else _("({points})").format(points=said) if stays else said)

        show(lowered)
        if each.stays is not None:
            box = TickBox(_("Lower it too"))
            box.setFont(look.font(Type.SECONDARY))
            box.setAccessibleName(_("Lower {name} too").format(name=each.work.name))
            box.setChecked(lowered)
            box.toggled.connect(show)
            box.toggled.connect(lambda ticked: self._tick(each.attempt, ticked))
            why.addWidget(box)

    def _put(self, widget: QWidget, line: int, place: int) -> None:
        end = Qt.AlignmentFlag.AlignRight if place in (1, 2, 3) else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(widget, line, place, end | Qt.AlignmentFlag.AlignTop)


def _number(words: str, look: Look, *, bold: bool = False) -> Caption:
    caption = Caption(words, look, Type.HEADING if bold else Type.TEXT)
    caption.setFont(tabular(look.font(Type.HEADING if bold else Type.TEXT)))
    return caption


def _past_text(past: Past, text: Text, codebook: Codebook) -> str:
    changes = "; ".join(change_text(each, text, codebook) for each in past.changes)
    said = ngettext("{day}: {changes} ({n} mark)", "{day}: {changes} ({n} marks)", past.works)
    return said.format(day=past.day, changes=changes, n=past.works)
