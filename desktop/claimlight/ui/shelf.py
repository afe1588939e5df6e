"""The shelf: every lesson on this laptop, by what there is to do with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.card_grid import CardGrid, neighbour
from claimlight.ui.cards import CardShape, LessonCard
from claimlight.ui.controls import Button, Caption, Paragraph, clear, scrolling
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.ui.person_button import PersonButton
from claimlight.ui.search_field import Choice, SearchField
from claimlight.ui.shelf_card import ShelfCard, ShelfState
from claimlight.ui.wordmark import Wordmark
from claimlight.wording import _, ngettext

if TYPE_CHECKING:
    from claimlight.ui.review_banner import ReviewBanner

_SHAPES = {
    ShelfState.CONTINUE: CardShape.WIDE,
    ShelfState.READY: CardShape.LINE,
    ShelfState.NEW: CardShape.PAGE,
    ShelfState.HANDED_IN: CardShape.LINE,
    ShelfState.MARKED: CardShape.LINE,
    ShelfState.OWN: CardShape.LINE,
    ShelfState.TEST: CardShape.PAGE,
}


def group_names() -> dict[ShelfState, str]:
    return {
        ShelfState.CONTINUE: _("Continue"),
        ShelfState.READY: _("Ready to hand in"),
        ShelfState.NEW: _("New"),
        ShelfState.HANDED_IN: _("Handed in"),
        ShelfState.MARKED: _("Marked"),
        ShelfState.OWN: _("Lessons of my own"),
        ShelfState.TEST: _("Tests before and after"),
    }


def grouped(cards: Sequence[ShelfCard]) -> Iterator[tuple[str, list[ShelfCard]]]:
    """The groups of the shelf with their headings; of what is new, what is set comes first, and the course last."""
    for state, name in group_names().items():
        mine = [card for card in cards if card.state is state]
        if state is not ShelfState.NEW:
            yield name, mine
            continue
        for given in dict.fromkeys(card.set_for for card in mine if card.set_for):
            yield given, [card for card in mine if card.set_for == given]
        others = [card for card in mine if not card.set_for]
        for course in dict.fromkeys(("", *(card.course for card in others))):
            yield course or name, [card for card in others if card.course == course]


class Shelf(QWidget):
    """`/` searches, arrows walk the cards, Enter opens. The actions are shared with the menus."""

    opened = Signal(str)

    def __init__(self, look: Look, open_file: QAction, next_person: QAction, progress: QAction, teach: QAction) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._cards: tuple[LessonCard, ...] = ()
        self._groups: list[tuple[Caption, CardGrid]] = []
        self._in_hand: LessonCard | None = None
        self._review: ReviewBanner | None = None
        self.person = PersonButton(next_person, look, show_name=True)
        self._wordmark = Wordmark(look)
        self._open_file = Button(open_file.text().replace("&", ""), look, kind="flat")
        self._open_file.clicked.connect(open_file.trigger)
        self._progress = Button(progress.text().replace("&", ""), look, kind="flat")
        self._progress.clicked.connect(progress.trigger)
        self._teach = Button(teach.text().replace("&", ""), look, kind="flat")
        self._teach.clicked.connect(teach.trigger)
        self._spare = (self._teach, self._open_file, self._progress, self._wordmark)
        self.search = SearchField(_("Search lessons"), look, key="/")
        self._level = Choice(_("Level"), _("All levels"), look)
        self._language = Choice(_("Language"), _("All languages"), look)
        self._count = Caption("", look, Type.SECONDARY, "second")
        self._tests_asked = False
        self._nothing = Paragraph(_("No lesson here fits this search."), look, Type.TEXT, "ink2")
        self._show_all = Button(_("Show all lessons"), look)
        self.tests = Button(_("Tests before and after"), look, kind="link")
        self._build()
        self.set_look(look)

    def set_person(self, name: str) -> None:
        self.person.set_person(name)

    def set_cards(self, cards: Sequence[ShelfCard]) -> None:
        """Fill the shelf. The filters keep their choice where it still exists."""
        offered = sum(card.state is not ShelfState.TEST for card in cards)
        self._level.set_choices(_in_order(card.level for card in cards))
        self._language.set_choices(_in_order(card.language_name for card in cards))
        self._count.setText(
            ngettext("{n} lesson on this laptop", "{n} lessons on this laptop", offered).format(n=offered)
        )
        self._fill(cards)
        self._filter()

    def show_review(self, banner: ReviewBanner) -> None:
        """Something is due again: say so over the cards."""
        self._review = banner
        self._list.insertWidget(0, banner)
        self._list.insertSpacing(0, self._look.px(12))
        QWidget.setTabOrder(self._language, banner.button)

    def set_look(self, look: Look) -> None:
        self._look = look
        px = look.px
        if self._review is not None:
            self._review.set_look(look)
        bar = (self._wordmark, self._progress, self._open_file, self._teach, self.person)
        for widget in (*bar, self.search, self._level, self._language):
            widget.set_look(look)
        for one in (self._count, self._nothing, self._show_all, self.tests):
            one.set_look(look)
        for heading, grid in self._groups:
            heading.set_look(look)
            grid.set_look(look)
        self._bar_row.setSpacing(px(16))
        self._tools.set_gaps(px(8), px(8))
        self._indent()

    def focus_cards(self) -> None:
        """Give the keyboard to the first card."""
        shown = self._shown()
        if shown:
            self._give(shown[0], Qt.FocusReason.OtherFocusReason)
        if self._review is not None:
            self._scroll.verticalScrollBar().setValue(0)  # what is due stands over the first card

    @property
    def place(self) -> tuple[str, int]:
        """The card that has the keyboard, and how far the shelf is scrolled."""
        key = next((card.card.key for card in self._shown() if card.hasFocus()), "")
        return key, self._scroll.verticalScrollBar().value()

    def go_to(self, place: tuple[str, int]) -> None:
        """Where another shelf was, as far as that is here, too."""
        key, scrolled = place
        card = next((card for card in self._shown() if card.card.key == key), None)
        if card is not None:
            self._give(card, Qt.FocusReason.OtherFocusReason)
        self._in_hand = None
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(scrolled))

    @property
    def said(self) -> dict[str, tuple[ShelfState, str]]:
        """The group of each card by its key, and its state in words."""
        return {one.card.key: (one.card.state, one.card.status) for one in self._cards}

    def focus_news(self, before: Mapping[str, tuple[ShelfState, str]]) -> bool:
        """Give the keyboard to the first card that says another thing than `before`; False where there is none."""
        for one in self._shown():
            if before.get(one.card.key, self.said[one.card.key]) != self.said[one.card.key]:
                self._give(one, Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "/":
            self._search(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._indent()

    def _build(self) -> None:
        bar = QFrame()
        bar.setObjectName("bar")
        self._bar_row = QHBoxLayout(bar)
        self._bar_row.addWidget(self._wordmark)
        self._bar_row.addStretch(1)
        self._bar_row.addWidget(self._progress)
        self._bar_row.addWidget(self._open_file)
        self._bar_row.addWidget(self._teach)
        self._bar_row.addWidget(self.person)
        tools = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        tools.setSizePolicy(policy)
        self._tools = Flow(tools)
        for widget in (self.search, self._level, self._language):
            self._tools.addWidget(widget)
        self._tool_row = QHBoxLayout()
        self._tool_row.addWidget(tools, 1)
        self._tool_row.addWidget(self._count)
        self._content = QWidget()
        whole = QVBoxLayout(self._content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._list = QVBoxLayout()
        whole.addLayout(self._tool_row)
        whole.addLayout(self._list, 1)
        self._list.setSpacing(0)
        self._scroll = scrolling(self._content)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._indent)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)
        self.search.textChanged.connect(self._filter)
        self.search.left_downwards.connect(self.focus_cards)
        self._level.currentIndexChanged.connect(self._filter)
        self._language.currentIndexChanged.connect(self._filter)
        self._show_all.clicked.connect(self._clear_filters)

    def _indent(self) -> None:
        """The same left edge for bar, tools and cards: 64 px of margin, less in a narrow window."""
        px = self._look.px
        side = self._look.side(self.width())
        self.person.spare_room(self.width() < px(700))
        self._bar_row.setContentsMargins(side, px(9), side, px(9))
        self._fit_bar(self.width() - 2 * side)
        scroll_bar = self._scroll.verticalScrollBar()
        bar = scroll_bar.sizeHint().width() if scroll_bar.maximum() else 0
        set_margins(self._tool_row, self, side, px(16), side - bar, px(8))
        set_margins(self._list, self, side, 0, side - bar, px(32))

    def _fit_bar(self, room: int) -> None:
        """In a narrow bar, what stands in the menus too makes room, the name of the program last of all."""
        needed = [part.sizeHint().width() + self._bar_row.spacing() for part in self._spare]
        left = room - self.person.sizeHint().width() - self._bar_row.spacing()
        for n, part in enumerate(self._spare):
            part.setVisible(sum(needed[n:]) <= left)

    def _fill(self, cards: Sequence[ShelfCard]) -> None:
        clear(self._list)
        self._nothing = Paragraph(_("No lesson here fits this search."), self._look, Type.TEXT, "ink2")
        self._show_all = Button(_("Show all lessons"), self._look)
        self._show_all.clicked.connect(self._clear_filters)
        self._groups = []
        made: list[LessonCard] = []
        for name, group in grouped(cards):
            mine = [LessonCard(card, _SHAPES[card.state], self._look) for card in group]
            for card in mine:
                card.clicked.connect(self._open)
                card.moved.connect(self._move)
            heading = Caption(name, self._look, Type.HEADING)
            grid = CardGrid(mine, self._look)
            self._groups.append((heading, grid))
            heading.setContentsMargins(0, self._look.px(20), 0, self._look.px(8))
            self._list.addWidget(heading)
            self._list.addWidget(grid)
            made += mine
        self.tests = Button(_("Tests before and after"), self._look, kind="link")
        self.tests.clicked.connect(self._ask_for_tests)
        self._list.addWidget(self.tests, 0, Qt.AlignmentFlag.AlignLeading)
        self._list.addWidget(self._nothing)
        self._list.addWidget(self._show_all)
        self._list.addStretch(1)
        self._cards = tuple(made)

    def _filter(self) -> None:
        words, level, language = self.search.text(), self._level.chosen, self._language.chosen
        for widget in self._cards:
            card = widget.card
            fits = card.found_by(words) and level in ("", card.level) and language in ("", card.language_name)
            widget.setVisible(fits and (card.state is not ShelfState.TEST or self._tests_asked or bool(words.strip())))
        for heading, grid in self._groups:
            heading.setVisible(bool(grid.shown))
            grid.setVisible(bool(grid.shown))
            grid.arrange()
        nothing = bool(self._cards) and not self._shown()
        tests = [widget for widget in self._cards if widget.card.state is ShelfState.TEST]
        self.tests.setVisible(bool(tests) and not self._tests_asked and not words.strip())
        self._nothing.setVisible(nothing)
        self._show_all.setVisible(nothing)
        self._rove(None)

    def _search(self, reason: Qt.FocusReason) -> None:
        self.search.setFocus(reason)
        self._in_hand = None
        self._scroll.ensureWidgetVisible(self.search, 0, 24)

    def _ask_for_tests(self) -> None:
        """Show the lessons that are kept for tests, and give the keyboard to the first."""
        self._tests_asked = True
        self._filter()
        test = next((card for card in self._shown() if card.card.state is ShelfState.TEST), None)
        if test is not None:
            self._give(test, Qt.FocusReason.OtherFocusReason)

    def _clear_filters(self) -> None:
        self.search.clear()
        self._level.setCurrentIndex(0)
        self._language.setCurrentIndex(0)

    def _shown(self) -> list[LessonCard]:
        return [card for _heading, grid in self._groups for card in grid.shown]

    def _open(self) -> None:
        card = self.sender()
        assert isinstance(card, LessonCard)
        self.opened.emit(card.card.key)

    def _move(self, key: int) -> None:
        card = self.sender()
        assert isinstance(card, LessonCard)
        there = neighbour(self._shown(), card, key, self._content)
        if there is not None:
            self._give(there, Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Up:
            self._search(Qt.FocusReason.TabFocusReason)

    def _give(self, card: LessonCard, reason: Qt.FocusReason) -> None:
        self._rove(card)
        self._in_hand = card
        card.setFocus(reason)
        self._scroll.ensureWidgetVisible(card, 0, 24)

    def _keep_in_sight(self) -> None:
        """The card that was given the keyboard, while the shelf still finds its height."""
        shown = self._shown()
        held = next((n for n, card in enumerate(shown) if card is self._in_hand), None)
        if held == 0:
            self._scroll.verticalScrollBar().setValue(0)
        if held is not None and (held or self._review is None):
            self._scroll.ensureWidgetVisible(shown[held], 0, 24)

    def _rove(self, here: LessonCard | None) -> None:
        """Only one card at a time is a stop for Tab; the arrows do the rest."""
        shown = self._shown()
        if here is None:
            here = next((card for card in shown if card.hasFocus()), shown[0] if shown else None)
        for card in self._cards:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is here else Qt.FocusPolicy.ClickFocus)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
