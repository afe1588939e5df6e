"""*My lessons*: the teacher's own, the one worked on last first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout

from claimlight.session.teaching import OwnLesson
from claimlight.ui.controls import Button, Caption, IconButton, Paragraph, clear, paint_card
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.places_switch import Place, PlacesSwitch
from claimlight.wording import _, ngettext


class LessonList(ColumnSheet):
    """Every lesson is a card: a click opens it, "…" renames, duplicates and deletes."""

    opened = Signal(str)
    new_wanted = Signal()
    renamed = Signal(str, str)
    duplicated = Signal(str)
    removed = Signal(str)
    classes_wanted = Signal()
    copy_wanted = Signal(str)
    """A copy of the lesson in this folder is wanted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, back=_("Shelf"))
        self.cards: tuple[OwnCard, ...] = ()
        self.switch = self.wear(PlacesSwitch(look, Place.LESSONS))
        self.switch.classes_wanted.connect(self.classes_wanted)
        self.bar.insertWidget(1, self.switch)
        self.new = self.wear(Button(_("New lesson"), look, kind="primary"))
        self.new.clicked.connect(self.new_wanted)
        self.copy = self.wear(Button("", look))
        self.shipped = QMenu(self)
        self.copy.clicked.connect(lambda: self.shipped.popup(self.copy.mapToGlobal(self.copy.rect().bottomLeft())))
        self.copy.hide()
        self.bar.addWidget(self.copy)
        self.bar.addWidget(self.new)
        words = _("Take an article, mark the answers with the students’ own pen, try it, and give it out.")
        self._empty = self.wear(Paragraph(words, look, Type.PARAGRAPH, "ink2"))
        self._list = QVBoxLayout()
        self.column.addWidget(self._empty)
        self.column.addLayout(self._list, 1)
        self.set_look(look)

    def set_lessons(self, lessons: Sequence[OwnLesson]) -> None:
        self.doff(self.cards)
        clear(self._list)
        self.cards = tuple(self.wear(self._card(lesson)) for lesson in lessons)
        for card in self.cards:
            self._list.addWidget(card)
        self._list.addStretch(1)
        self._empty.setVisible(not lessons)

    def set_shipped(self, lessons: Sequence[tuple[str, Path]]) -> None:
        """Title and folder of what can be copied."""
        self.shipped.clear()
        for title, folder in lessons:
            chosen = self.shipped.addAction(title.replace("&", "&&"))
            chosen.triggered.connect(lambda _checked=False, folder=folder: self.copy_wanted.emit(str(folder)))
        self.copy.setVisible(bool(lessons))
        self.space()

    def begin(self) -> None:
        """The keyboard goes to the lesson worked on last, or to *New lesson*."""
        (self.cards[0].open if self.cards else self.new).setFocus()

    def space(self) -> None:
        super().space()
        px = self._look.px
        self.copy.setText(_("Start from a lesson that came along") if self.width() >= px(760) else _("Start from…"))
        self._list.setSpacing(px(10))

    def _card(self, lesson: OwnLesson) -> "OwnCard":
        card = OwnCard(lesson, self._look)
        card.open.clicked.connect(lambda: self.opened.emit(lesson.id))
        card.renamed.connect(lambda title: self.renamed.emit(lesson.id, title))
        card.duplicated.connect(lambda: self.duplicated.emit(lesson.id))
        card.removed.connect(lambda: self.removed.emit(lesson.id))
        return card


class OwnCard(QFrame):
    """Title, what is in it, and what can be done with it."""

    renamed = Signal(str)
    duplicated = Signal()
    removed = Signal()

    def __init__(self, lesson: OwnLesson, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lesson = lesson
        self.open = Button(lesson.title, look, kind="link")
        self.open.setAccessibleName(_("Open “{lesson}”").format(lesson=lesson.title))
        answers = ngettext("{n} answer", "{n} answers", lesson.answers).format(n=lesson.answers)
        level = _("Grade {level}").format(level=lesson.level) if lesson.level else ""
        self._about = Caption("  ·  ".join(part for part in (answers, level) if part), look, Type.SECONDARY, "second")
        self.field = QLineEdit(lesson.title)
        self.field.setAccessibleName(_("The lesson’s title"))
        self.field.hide()
        self.field.editingFinished.connect(self._rename)
        self.more = IconButton(Icon.MORE, _("More for “{lesson}”").format(lesson=lesson.title), look)
        self._menu = QMenu(self)
        self._menu.addAction(_("Rename")).triggered.connect(self._ask_name)
        self._menu.addAction(_("Duplicate")).triggered.connect(self.duplicated)
        self._menu.addAction(_("Delete")).triggered.connect(self.removed)
        self.more.clicked.connect(lambda: self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        words = QVBoxLayout()
        words.addWidget(self.open)
        words.addWidget(self.field)
        words.addWidget(self._about)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.more)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self.open, self._about, self.more):
            widget.set_look(look)
        self.open.setFont(look.font(Type.CARD_TITLE))
        self.field.setFont(look.font(Type.CARD_TITLE))
        self._row.setContentsMargins(look.px(20), look.px(12), look.px(12), look.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect().toRectF(), self._look)
        painter.end()

    def _ask_name(self) -> None:
        self.open.hide()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _rename(self) -> None:
        title = " ".join(self.field.text().split())
        self.field.hide()
        self.open.show()
        self.open.setFocus()
        if title and title != self._lesson.title:
            self.renamed.emit(title)
