"""*Set lessons*: which ones, when they may see the answers, and until when; and what is set already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.core.lesson import Mode
from claimlight.store.class_lessons import SetLesson
from claimlight.ui.controls import Button, Caption, Paragraph, hairline
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.answer_times import AnswerTimes, mode_name
from claimlight.ui.teacher.days import Days, shown
from claimlight.ui.tick_box import TickBox
from claimlight.wording import _


@dataclass(frozen=True, slots=True)
class Choice:
    """A lesson that can be set: where it is kept, and what it is called."""

    key: str
    title: str
    own: bool


class SetPage(ColumnSheet):
    """`chosen` gives the keys of what was ticked, the mode, and the day it is due, or ""."""

    chosen = Signal(object, object, str)
    let_go = Signal(str)
    taken_back = Signal(str)
    due_changed = Signal(str, str)

    def __init__(
        self, name: str, already: Sequence[SetLesson], choices: Sequence[Choice], today: date, look: Look
    ) -> None:
        super().__init__(look, title=_("Set lessons"), back=name, width=760, gap=8)
        self._already = tuple(self.wear(_SetRow(lesson, today, look)) for lesson in already)
        if already:
            self._head(_("Set already"))
        for row in self._already:
            self.column.addWidget(row)
            row.let_go.connect(self.let_go)
            row.taken_back.connect(self.taken_back)
            row.due_changed.connect(self.due_changed)
        if already:
            self.column.addWidget(hairline())
        self.boxes: dict[str, TickBox] = {}
        for own, words in ((True, _("My lessons")), (False, _("Lessons that came along"))):
            those = [choice for choice in choices if choice.own is own]
            if those:
                self._head(words)
            for choice in those:
                box = TickBox(choice.title.replace("&", "&&"))
                box.toggled.connect(self._tell)
                self.boxes[choice.key] = box
                self.column.addWidget(box)
        self.times = self.wear(AnswerTimes(look))
        self.due = self.wear(Days(_("When is it due?"), look))
        self.due.offer_due(today)
        self.set = Button(_("Set the lessons"), look, kind="primary")
        self.set.clicked.connect(lambda: self.chosen.emit(self.ticked, self.times.mode, self.due.day))
        self.column.addWidget(self.times)
        words = _(
            "What came along lies on every computer with its answers. Students are shown only your copy, but who looks "
            "for the answers can find them. For a test, set a lesson of your own."
        )
        self.known = self.wear(Paragraph(words, look, Type.PARAGRAPH))
        self.column.addWidget(self.known)
        self.times.changed.connect(self._tell)
        self._own = {choice.key for choice in choices if choice.own}
        self._head(_("When is it due?"))
        days = Flow()
        days.addWidget(self.due)
        self.column.addLayout(days)
        self._buttons = self.row_of(self.set)
        self.column.addLayout(self._buttons)
        self.column.addStretch(1)
        self._tell()
        self.set_look(look)

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def begin(self) -> None:
        next(iter(self.boxes.values()), self.back).setFocus()

    def space(self) -> None:
        super().space()
        for box in self.boxes.values():
            box.setFont(self._look.font(Type.TEXT))
            box.setMinimumHeight(self._look.px(32))
        self._buttons.setContentsMargins(0, self._look.px(12), 0, 0)

    def _head(self, words: str) -> None:
        self.column.addWidget(self.wear(Caption(words, self._look, Type.HEADING)))

    def _tell(self) -> None:
        came_along = any(key not in self._own for key in self.ticked)
        self.known.setVisible(came_along and self.times.mode is not Mode.PRACTICE)
        self.set.setEnabled(bool(self.ticked))
        self.set.setToolTip("" if self.ticked else _("Tick a lesson first."))


class _SetRow(QWidget):
    """One lesson that is set: how, until when, and what can be done with it."""

    let_go = Signal(str)
    taken_back = Signal(str)
    due_changed = Signal(str, str)

    def __init__(self, lesson: SetLesson, today: date, look: Look) -> None:
        super().__init__()
        title = Paragraph(lesson.title, look, Type.CARD_TITLE)
        self._facts = Paragraph(self._facts_of(lesson), look, Type.SECONDARY, "ink2")
        self.due = Days(_("When is “{lesson}” due?").format(lesson=lesson.title), look)
        self.due.offer_due(today)
        self.due.set_day(lesson.due)
        self.due.activated.connect(lambda _at: self.due_changed.emit(lesson.id, self.due.day))
        self.answers = Button(_("Let them see the answers"), look)
        if lesson.mode != Mode.HOMEWORK:
            self.answers.hide()
        self.answers.clicked.connect(lambda: self.let_go.emit(lesson.id))
        self.back = Button(_("Take back"), look, kind="flat")
        self.back.setAccessibleName(_("Take back “{lesson}”").format(lesson=lesson.title))
        self.back.clicked.connect(lambda: self.taken_back.emit(lesson.id))
        self._worn = (title, self._facts, self.due, self.answers, self.back)
        self._column = QVBoxLayout(self)
        self._row = Flow()
        self._column.addWidget(title)
        self._column.addWidget(self._facts)
        for part in (self.due, self.answers, self.back):
            self._row.addWidget(part)
        self._column.addLayout(self._row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        for part in self._worn:
            part.set_look(look)
        self._row.set_gaps(look.px(12), look.px(6))
        self._column.setContentsMargins(0, 0, 0, look.px(10))
        self._column.setSpacing(look.px(2))

    def _facts_of(self, lesson: SetLesson) -> str:
        said = _("Answers: {when}").format(when=mode_name(lesson.mode))
        if lesson.let_go:
            day = shown(date.fromisoformat(lesson.let_go[:10]))
            return _("{facts}. They may see them since {day}.").format(facts=said, day=day)
        return said
