"""*My classes*: every class of the teacher's, the one begun first first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from claimlight.ui.controls import Button, Caption, Paragraph, clear, paint_card
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.places_switch import Place, PlacesSwitch
from claimlight.wording import _, ngettext
from claimlight.work.classes import ListedClass


class ClassList(ColumnSheet):
    """Every class is a card: a click opens it."""

    opened = Signal(str)
    new_wanted = Signal()
    lessons_wanted = Signal()
    keys_wanted = Signal()
    copy_wanted = Signal()
    bring_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, back=_("Shelf"))
        self.cards: tuple[ClassCard, ...] = ()
        self.switch = self.wear(PlacesSwitch(look, Place.CLASSES))
        self.switch.lessons_wanted.connect(self.lessons_wanted)
        self.bar.insertWidget(1, self.switch)
        self.new = self.wear(Button(_("New class"), look, kind="primary"))
        self.new.clicked.connect(self.new_wanted)
        self.bar.addWidget(self.new)
        words = _(
            "A class is a list of names and a small file for your students’ computers. They hand their work in to it, "
            "on a stick or in a shared folder; you collect it, see what the class missed, and give it back."
        )
        self._empty = self.wear(Paragraph(words, look, Type.PARAGRAPH, "ink2"))
        self._list = QVBoxLayout()
        self.column.addWidget(self._empty)
        self.column.addLayout(self._list, 1)
        self.keys = self.wear(Button(_("Your keys…"), look, kind="link"))
        self.keys.clicked.connect(self.keys_wanted)
        self.copy = self.wear(Button(_("Keep a copy…"), look, kind="link"))
        self.copy.clicked.connect(self.copy_wanted)
        self.bring = self.wear(Button(_("Bring a class back…"), look, kind="link"))
        self.bring.clicked.connect(self.bring_wanted)
        self.column.addLayout(self.row_of(self.keys, self.copy, self.bring))
        self.set_look(look)

    def set_classes(self, classes: Sequence[ListedClass]) -> None:
        self.doff(self.cards)
        clear(self._list)
        self.cards = tuple(self.wear(self._card(one)) for one in classes)
        for card in self.cards:
            self._list.addWidget(card)
        self._list.addStretch(1)
        self._empty.setVisible(not classes)
        self.copy.setVisible(bool(classes))

    def begin(self) -> None:
        """The keyboard goes to the first class, or to *New class*."""
        (self.cards[0].open if self.cards else self.new).setFocus()

    def space(self) -> None:
        super().space()
        self._list.setSpacing(self._look.px(10))

    def _card(self, one: ListedClass) -> "ClassCard":
        card = ClassCard(one, self._look)
        card.open.clicked.connect(lambda: self.opened.emit(one.id))
        return card


class ClassCard(QFrame):
    """The name of a class, and what is in it."""

    def __init__(self, one: ListedClass, look: Look) -> None:
        super().__init__()
        self._look = look
        self.open = Button(one.name, look, kind="link")
        self.open.setAccessibleName(_("Open “{name}”").format(name=one.name))
        students = ngettext("{n} student", "{n} students", one.students).format(n=one.students)
        lessons = ngettext("{n} lesson", "{n} lessons", one.lessons).format(n=one.lessons) if one.lessons else ""
        about = "  ·  ".join(part for part in (students, lessons) if part)
        self._about = Caption(about, look, Type.SECONDARY, "second")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.open)
        self._column.addWidget(self._about)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.open.set_look(look)
        self._about.set_look(look)
        self.open.setFont(look.font(Type.CARD_TITLE))
        self._column.setContentsMargins(look.px(20), look.px(12), look.px(12), look.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect().toRectF(), self._look)
        painter.end()
