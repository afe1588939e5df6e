"""One challenged answer: the words, how often and why, and what the teacher can do. No name is on it."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from claimlight.core.answer_change import AnswerChange
from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.ui.controls import Button, Caption, MarkedLabel, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.marked_text import Fate
from claimlight.ui.reveal_cards import around, pieces
from claimlight.ui.tags import Mark, mark_of
from claimlight.ui.wrapping_button import WrappingButton
from claimlight.wording import _, ngettext
from claimlight.wording.answer_changes import offer_text
from claimlight.work.challenged import Challenged


class ChallengeCard(QFrame):
    """An offer that is tried bears a tick; tried once more, it is left."""

    tried = Signal(object)
    declined = Signal(str)

    def __init__(
        self, one: Challenged, changes: Collection[AnswerChange], text: Text, codebook: Codebook, look: Look
    ) -> None:
        super().__init__()
        self.setObjectName("floating")
        self.one = one
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
        column.addWidget(Paragraph(_many(one), look, Type.HEADING))
        for words in dict.fromkeys(voice.challenge.words for voice in one.voices):
            column.addWidget(Paragraph(_("“{words}”").format(words=words), look, Type.PARAGRAPH))
        answers = dict.fromkeys(voice.answer for voice in one.voices if voice.answer)
        for answer in answers:
            column.addWidget(Paragraph(_("You answered: “{words}”").format(words=answer), look, Type.PARAGRAPH, "ink2"))
        self._offers = {offer: WrappingButton(offer_text(offer, text, codebook), look) for offer in one.offers}
        self._add_ways(column)
        self.set_changes(changes)

    def set_changes(self, changes: Collection[AnswerChange]) -> None:
        """What is being tried on the page now."""
        for offer, button in self._offers.items():
            button.setChecked(offer in changes)
            button.set_icon(Icon.TICK if offer in changes else None)

    def take_focus(self) -> None:
        """The keyboard is in this card's first way."""
        next(iter(self._offers.values()), self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_ways(self, column: QVBoxLayout) -> None:
        look = self._look
        ways = Flow(across=look.px(8), down=look.px(6))
        for offer, button in self._offers.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, offer=offer: self.tried.emit(offer))
            ways.addWidget(button)
        column.addLayout(ways)
        if not self.one.open:
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


def _many(one: Challenged) -> str:
    """How many said something, and how many of them wait for a word."""
    voices, waiting = len(one.voices), len(one.open)
    if 0 < waiting < voices:
        said = ngettext(
            "{n} student sees it differently, {waiting} has no answer yet",
            "{n} students see it differently, {waiting} have no answer yet",
            voices,
        )
        return said.format(n=voices, waiting=waiting)
    return ngettext("{n} student sees it differently", "{n} students see it differently", voices).format(n=voices)
