"""*Who is working?*: who worked here before, the names of the class, or a new name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph, hairline, scrolling
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.people_list import Name, Names, PersonCard
from claimlight.ui.search_field import SearchField
from claimlight.ui.wordmark import Wordmark
from claimlight.wording import _, ngettext

__all__ = ["Name", "People"]


class People(QWidget):
    """`chosen` gives the id of a known name; `named` a new one, typed in."""

    chosen = Signal(str)
    named = Signal(str)

    def __init__(self, before: Sequence[Name], classes: Sequence[tuple[str, Sequence[Name]]], look: Look) -> None:
        """`before` worked here; `classes` are pairs of a class's name and the names in it."""
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._names = (*before, *(name for _title, names in classes for name in names))
        self._classes = tuple(classes)
        self._wordmark = Wordmark(look)
        self._title = Caption(_("Who is working?"), look, Type.PAGE_TITLE)
        self.field = SearchField(_("Type your name"), look)
        self._before = Caption(_("Worked here before"), look, Type.HEADING)
        self.cards = tuple(PersonCard(who, look) for who in before)
        self._headings = tuple(self._heading(title, len(names)) for title, names in classes)
        self.lists = tuple(Names(title, look) for title, _names in classes)
        self.new = Button(_("My name isn’t here"), look, icon=Icon.PLUS)
        self._warning = Paragraph(
            _("Anyone using this computer account could open your work."), look, Type.SECONDARY, "ink2", at_end=True
        )
        self._hint = Paragraph("", look, Type.SECONDARY, "ink2")
        self._connect()
        self._build()
        self._filter()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._wordmark, self._title, self.field, self._before, self.new, self._warning, self._hint):
            widget.set_look(look)
        for card in self.cards:
            card.set_look(look)
        for caption, count in self._headings:
            caption.set_look(look)
            count.set_look(look)
        for names in self.lists:
            names.set_look(look)
        self._space()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed anywhere begins the name."""
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _heading(self, title: str, count: int) -> tuple[Caption, Caption]:
        words = ngettext("{n} name", "{n} names", count).format(n=count)
        return Caption(title, self._look, Type.HEADING), Caption(words, self._look, Type.SMALL, "third")

    def _connect(self) -> None:
        for card in self.cards:
            card.clicked.connect(self._choose_card)
        for names in self.lists:
            names.chosen.connect(self.chosen)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._enter)
        self.field.left_downwards.connect(self._go_down)
        self.new.clicked.connect(self._new_name)

    def _build(self) -> None:
        content = QWidget()
        whole = QVBoxLayout(content)
        self._name_row = QHBoxLayout()
        self._name_row.addWidget(self._wordmark)
        self._name_row.addStretch(1)
        whole.addLayout(self._name_row)
        self._column = QVBoxLayout()
        whole.addLayout(self._column)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.field)
        self._column.addLayout(self._head)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._before)
        self._grid = QGridLayout()
        self._column.addLayout(self._grid)
        for card in self.cards:
            card.setParent(content)  # before it is shown: it would be a window of its own
        for (title, count), names in zip(self._headings, self.lists, strict=True):
            row = QHBoxLayout()
            row.addWidget(title)
            row.addWidget(count)
            row.addStretch(1)
            self._column.addLayout(row)
            inset = QHBoxLayout()
            inset.setContentsMargins(-4, 0, 0, 0)
            inset.addWidget(names)
            self._column.addLayout(inset)
        self._column.addWidget(hairline())
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.new)
        self._foot.addWidget(self._warning, 1)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        scroll = scrolling(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _space(self) -> None:
        px = self._look.px
        side = max(px(24), (self.width() - px(1000)) // 2)
        roomy = self.height() > px(700)
        edge = self._look.side(self.width())
        self._name_row.setContentsMargins(edge, self._look.name_top, edge, 0)
        self._column.setContentsMargins(side, px(36 if roomy else 16), side, px(20))
        self._column.setSpacing(px(16 if roomy else 10))
        self._grid.setSpacing(px(16))
        narrow = self.width() < px(700)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._place_cards()

    def _place_cards(self) -> None:
        columns = max(1, min(3, self.width() // self._look.px(300)))
        shown = [card for card in self.cards if not card.isHidden()]
        for card in self.cards:
            self._grid.removeWidget(card)
        for n, card in enumerate(shown):
            self._grid.addWidget(card, n // columns, n % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _filter(self) -> None:
        typed = self.field.text().strip().casefold()
        for card in self.cards:
            card.setVisible(typed in card.who.name.casefold())
        self._before.setVisible(any(not card.isHidden() for card in self.cards))
        for (heading, count), names, (_title, everyone) in zip(self._headings, self.lists, self._classes, strict=True):
            names.set_names([name for name in everyone if typed in name.name.casefold()])
            for widget in (heading, count, names):
                widget.setVisible(bool(names.count))
        known = any(typed in name.name.casefold() for name in self._names)
        self._hint.setText(
            ""
            if known or not typed
            else _("Nobody of that name has worked here. Press Enter to start as {name}.").format(
                name=self.field.text().strip()
            )
        )
        self._hint.setVisible(bool(self._hint.text()))
        self._place_cards()

    def _enter(self) -> None:
        """A known name, written out, is chosen; a name that nothing matches is new; else the first match is offered."""
        typed = self.field.text().strip()
        if not typed:
            return
        exact = [name for name in self._names if name.name.casefold() == typed.casefold()]
        if len(exact) == 1:
            self.chosen.emit(exact[0].id)
        elif any(typed.casefold() in name.name.casefold() for name in self._names):
            self._go_down()
        else:
            self.named.emit(typed)

    def _go_down(self) -> None:
        card = next((card for card in self.cards if not card.isHidden()), None)
        names = next((names for names in self.lists if names.count), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.TabFocusReason)
        elif names is not None:
            names.first()
            names.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_card(self) -> None:
        card = self.sender()
        assert isinstance(card, PersonCard)
        self.chosen.emit(card.who.id)

    def _new_name(self) -> None:
        """The typed name, even if a namesake is here; without one, the field asks for it."""
        typed = self.field.text().strip()
        if typed:
            self.named.emit(typed)
            return
        self._hint.setText(_("Type your name above, then press Enter."))
        self._hint.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
