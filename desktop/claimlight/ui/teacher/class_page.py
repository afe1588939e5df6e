"""One class: what came, who is missing, and the table of its students by its lessons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QBoxLayout, QMenu

from claimlight.ui.controls import Button, Caption, IconButton, Paragraph
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.choice_box import ChoiceBox
from claimlight.ui.teacher.class_legend import ClassLegend
from claimlight.ui.teacher.class_model import BY_NAME, MISSING_FIRST
from claimlight.ui.teacher.class_view import ClassView, Place
from claimlight.ui.teacher.job_card import JobCard
from claimlight.ui.teacher.over_card import OverCard
from claimlight.ui.teacher.who_card import WhoCard
from claimlight.wording import _
from claimlight.wording.class_table import count_text, missing_names
from claimlight.work.class_table import ClassTable, Stand
from claimlight.work.classes import is_over

_FOLD_BELOW = 1080
"""Width ÷ text scale under which what the bar offers folds into "…"."""
_STACK_BELOW = 760


class ClassPage(ColumnSheet):
    """The bar leads to what can be done with the class. Files that are dropped on the page are collected."""

    lesson_opened = Signal(str)
    """The head of a lesson's column was clicked: its hash."""
    work_opened = Signal(str, str)
    """A cell was clicked: whose it is, and the lesson's hash."""
    set_wanted = Signal()
    stick_wanted = Signal()
    back_wanted = Signal()
    collect_wanted = Signal()
    dropped = Signal(object)
    """Files and folders (a tuple of Path)."""

    def __init__(self, table: ClassTable, today: date, look: Look) -> None:
        super().__init__(look, title=table.file.name, back=_("Classes"), width=1200, gap=10)
        self.class_id = table.file.id
        self._today = today
        self.setAcceptDrops(True)
        self.set = Button(_("Set lessons…"), look)
        self.stick = Button(_("Prepare a stick…"), look)
        self.give_back = Button(_("Give back"), look)
        self.collect = self.wear(Button(_("Collect"), look, kind="primary"))
        self.more = self.wear(IconButton(Icon.MORE, _("More for this class"), look))
        self.menu = QMenu(self)
        self.more.clicked.connect(lambda: self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self._folded: list[tuple[Button, QAction]] = []
        for button, signal in (
            (self.set, self.set_wanted),
            (self.stick, self.stick_wanted),
            (self.give_back, self.back_wanted),
        ):
            self.bar.addWidget(self.wear(button))
            button.clicked.connect(signal)
            self._folded.append((button, self.add_command(button.text(), signal.emit)))
        self.bar.addWidget(self.collect)
        self.collect.clicked.connect(self.collect_wanted)
        self.bar.addWidget(self.more)
        self._count = self.wear(Caption("", look, Type.SCORE))
        self._missing = self.wear(Paragraph("", look, Type.PARAGRAPH, "ink2", lines=2))
        self._lesson = self.wear(Paragraph("", look, Type.SECONDARY, "ink2", lines=2))
        self.order = self.wear(ChoiceBox(_("In which order?"), look, width=220))
        self.order.activated.connect(self._sort)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._count)
        self._head.addWidget(self._missing, 2)
        self._head.addWidget(self._lesson, 2)
        self._head.addWidget(self.order)
        self.job = self.wear(JobCard(look))
        self.over = self.wear(OverCard(look))
        self.who = self.wear(WhoCard(look))
        words = _(
            "Three steps: set a lesson, prepare a stick with it for your students’ computers, and collect from the "
            "stick what they hand in. Files and folders can also be dropped here."
        )
        self._empty = self.wear(Paragraph(words, look, Type.PARAGRAPH, "ink2"))
        self.view = self.wear(ClassView(look))
        self.view.lesson_opened.connect(self.lesson_opened)
        self.view.work_opened.connect(self.work_opened)
        self.legend = self.wear(ClassLegend(look))
        self.column.addLayout(self._head)
        for part in (self.job, self.over, self.who, self._empty):
            self.column.addWidget(part)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.legend)
        self.show_table(table)
        self.set_look(look)

    def add_command(self, words: str, slot: Callable[[], object]) -> QAction:
        """One more line of the menu "…"."""
        action = self.menu.addAction(words)
        action.triggered.connect(lambda: slot())
        return action

    def show_table(self, table: ClassTable) -> None:
        """The table as it is now."""
        self.table = table
        self.view.show_table(table)
        self._fill_order(table)
        self._tell(table)
        self.over.show_end(table.file.ends, over=is_over(table.file, self._today))
        self.who.ask(table.strangers, table.file.roster)
        anything = bool(table.lessons)
        self._empty.setVisible(not anything)
        self.legend.setVisible(anything)
        self.order.setVisible(anything)
        self.give_back.setEnabled(any(cell.work is not None for row in table.rows for cell in row.cells))

    def go_back_to(self, place: Place) -> None:
        """The table is where it was left."""
        self.view.go_to(place)
        self.order.setCurrentIndex(max(0, self.order.findData(place.order)))
        QTimer.singleShot(0, self, lambda: self.view.go_to(place))  # once the page has its height

    def begin(self) -> None:
        """The keyboard goes to the table, or to the first step."""
        model = self.view.rows
        first = self.set if self.set.isVisible() else self.more
        (self.view if model is not None and model.columnCount() else first).setFocus()

    def space(self) -> None:
        super().space()
        px, width = self._look.px, self.width()
        folds = width < px(_FOLD_BELOW)
        for button, action in self._folded:
            button.setVisible(not folds)
            action.setVisible(folds)
        stacks = width < px(_STACK_BELOW)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if stacks else QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(px(4 if stacks else 16))
        self.back.setText("" if width < px(_STACK_BELOW) else _("Classes"))
        self.back.setAccessibleName(_("Classes"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _tell(self, table: ClassTable) -> None:
        current = table.current
        shown = current is not None and bool(table.rows)
        for part in (self._count, self._missing, self._lesson):
            part.setVisible(shown)
        if current is None or not table.rows:
            return
        lesson = table.lessons[current]
        over = any(row.cells[current].stand is Stand.MISSING for row in table.rows)
        self._count.setText(count_text(table.arrived(current), len(table.rows)))
        self._missing.setText(missing_names(table.missing(current), over=over))
        self._lesson.setText(self._due_text(lesson.title, lesson.due))

    def _due_text(self, title: str, due: str) -> str:
        """ "“Harrowmere told its taps are safe”, due on Tuesday"; a day that is not near is a date."""
        if not due:
            return _("“{lesson}”").format(lesson=title)
        day = date.fromisoformat(due)
        near = 0 <= (day - self._today).days < 7
        shown = QLocale().toString(QDate(day.year, day.month, day.day), "dddd" if near else "d MMMM")
        return _("“{lesson}”, due on {day}").format(lesson=title, day=shown)

    def _fill_order(self, table: ClassTable) -> None:
        model = self.view.rows
        chosen = MISSING_FIRST if model is None else model.order
        self.order.clear()
        self.order.addItem(_("Missing first"), MISSING_FIRST)
        self.order.addItem(_("By name"), BY_NAME)
        for number, lesson in enumerate(table.lessons):
            self.order.addItem(_("By points: {lesson}").format(lesson=lesson.title), number)
        self.order.setCurrentIndex(max(0, self.order.findData(chosen)))

    def _sort(self) -> None:
        model = self.view.rows
        if model is not None:
            model.sort_by(int(self.order.currentData()))


def _dropped(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
