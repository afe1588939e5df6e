"""The first window: one sentence that marks itself, three lessons to choose from, one click to be reading."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from claimlight.ui.card_grid import CardGrid, neighbour
from claimlight.ui.cards import CardShape, LessonCard
from claimlight.ui.controls import Button, Caption, MarkedLabel, Paragraph, scrolling
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.marked_text import Piece
from claimlight.ui.person_button import PersonButton
from claimlight.ui.shelf_card import ShelfCard
from claimlight.ui.tags import CLAIM, DENIAL, FIGURE, Mark
from claimlight.ui.wordmark import Wordmark
from claimlight.wording import _


class FirstMinute(QWidget):
    """Up to three cards; `chosen` says which lesson to open."""

    chosen = Signal(str)
    more_wanted = Signal()

    def __init__(
        self,
        cards: Sequence[ShelfCard],
        look: Look,
        open_file: QAction,
        teach: QAction,
        *,
        more: str = "",
        person: PersonButton | None = None,
    ) -> None:
        """`more` tells of the harder lessons ("11 harder ones, up to grade 12"); without it there are none.

        `person` is who is at work, where several people are known here.
        """
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._wordmark = Wordmark(look)
        self.person = person
        self._lead = MarkedLabel(lead_sentence(), look, Type.LEAD)
        self.cards = tuple(LessonCard(card, CardShape.FIRST, look, primary=n == 0) for n, card in enumerate(cards[:3]))
        self._grid = CardGrid(self.cards, look, narrowest=286, most=3)
        self.more = Button(_("More lessons"), look, icon=Icon.FORWARD, icon_last=True)
        self._more_text = Caption(more, look, Type.SECONDARY, "second")
        self.open_file = Button(open_file.text().replace("&", ""), look, kind="link")
        self.teach = Button(teach.text().replace("&", ""), look, kind="link")
        self._promise = Paragraph(
            _("Works without the internet. Your work stays on this laptop until you hand it in."),
            look,
            Type.SECONDARY,
            "ink2",
        )
        self.more.clicked.connect(self.more_wanted)
        self.open_file.clicked.connect(open_file.trigger)
        self.teach.clicked.connect(teach.trigger)
        for card in self.cards:
            card.clicked.connect(self._choose)
            card.moved.connect(self._move)
        self._build()
        self.more.setVisible(bool(more))  # not before it has a parent: it would be a window of its own
        self._space()

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._wordmark, self._lead, self._grid, self.more, self._more_text, self.open_file, self.teach):
            widget.set_look(look)
        self._promise.set_look(look)
        if self.person is not None:
            self.person.set_look(look)
        self._space()

    def focus_cards(self) -> None:
        if self.cards:
            self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _build(self) -> None:
        content = QWidget()
        self._content = content
        self._column = QVBoxLayout(content)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._wordmark)
        head.addStretch(1)
        if self.person is not None:
            head.addWidget(self.person, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._air = QSpacerItem(0, 0)
        self._column.addItem(self._air)
        self._column.addWidget(self._lead)
        self._column.addWidget(self._grid)
        self._foot_row = QHBoxLayout()
        self._foot_row.addWidget(self.more)
        self._foot_row.addWidget(self._more_text)
        self._foot_row.addStretch(1)
        self._foot_row.addWidget(self.teach)
        self._foot_row.addWidget(self.open_file)
        self._column.addLayout(self._foot_row)
        self._column.addWidget(self._promise)
        self._column.addStretch(1)
        self._scroll = scrolling(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _space(self) -> None:
        px = self._look.px
        side = self._look.side(self.width())
        roomy = self.height() > px(700)
        self._column.setContentsMargins(side, self._look.name_top, side, px(16))
        self._column.setSpacing(px(20 if roomy else 12))
        self._air.changeSize(0, px(12 if roomy else 0))
        self._column.invalidate()
        self._foot_row.setSpacing(px(12))
        self._fit_foot(self.width() - 2 * side)
        self._lead.setMaximumWidth(px(940))
        self._grid.set_card_height(max(px(290), min(px(428), self.height() - self._around(side))))

    def _fit_foot(self, room: int) -> None:
        """How many more lessons there are is said where there is room for it."""
        if not self._more_text.text():
            return
        foot = (self.more, self._more_text, self.teach, self.open_file)
        wish = sum(part.sizeHint().width() + self._foot_row.spacing() for part in foot)
        self._more_text.setVisible(wish <= room)
        self.more.setToolTip("" if wish <= room else self._more_text.text())

    def _around(self, side: int) -> int:
        """The height that everything but the cards takes."""
        margins = self._column.contentsMargins()
        lead = self._lead.heightForWidth(min(self._lead.maximumWidth(), self.width() - 2 * side))
        promise = self._promise.heightForWidth(self.width() - 2 * side)
        person = 0 if self.person is None else self.person.sizeHint().height()
        rest = max(person, self._wordmark.sizeHint().height()) + lead + self._foot_row.sizeHint().height() + promise
        return rest + self._air.sizeHint().height() + 5 * self._column.spacing() + margins.top() + margins.bottom()

    def _choose(self) -> None:
        card = self.sender()
        assert isinstance(card, LessonCard)
        self.chosen.emit(card.card.key)

    def _move(self, key: int) -> None:
        card = self.sender()
        assert isinstance(card, LessonCard)
        there = neighbour(self.cards, card, key, self._content)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(there, 0, 24)


def lead_sentence() -> tuple[Piece, ...]:
    """ "Read like a reporter. …", with the three words as their labels would mark them."""
    words: dict[str, tuple[str, Mark]] = {
        "{claim}": (_("claim"), CLAIM),
        "{deny}": (_("deny"), DENIAL),
        "{figures}": (_("figures"), FIGURE),
    }
    sentence = _(
        "Read like a reporter. Find what people {claim}, what they {deny}, and the {figures} that nobody has verified."
    )
    pieces: list[Piece] = []
    while sentence:
        at, place = min(((sentence.find(place), place) for place in words if place in sentence), default=(-1, ""))
        if at < 0:
            break
        pieces += [Piece(sentence[:at]), Piece(*words[place])]
        sentence = sentence[at + len(place) :]
    return (*pieces, Piece(sentence))
