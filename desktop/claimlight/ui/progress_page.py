"""*My progress*: how sure we can be of each label, too little or too much, and every attempt with both checks."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph, scrolling
from claimlight.ui.first_to_last import FirstToLast
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import set_margins
from claimlight.ui.person_button import PersonButton
from claimlight.ui.progress_section import ProgressSection
from claimlight.ui.progress_words import lead, lessons_table, style_table, sureness_table
from claimlight.ui.style_chart import StyleChart
from claimlight.ui.sureness_chart import SurenessChart
from claimlight.ui.words_table import WordsTable
from claimlight.wording import _
from claimlight.work.progress import Result, report

_AT_ONCE_MS, _SLICE_MS = 80, 12
"""How long looking at lessons may keep the first paint waiting, and afterwards each event."""
_LAST_PICTURE = 5
"""The column of the table of lessons that is a picture."""


class ProgressPage(QWidget):
    """Only the own work of the person at work. `results` are worked out bit by bit, so that the window stays alive."""

    left = Signal()
    filled = Signal()

    def __init__(
        self,
        results: Iterator[Result],
        look: Look,
        next_person: QAction,
        person: str = "",
        *,
        at_once_ms: int = _AT_ONCE_MS,
    ) -> None:
        """`at_once_ms` is how long the first sight of the page may wait for results."""
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._results = results
        self._found: list[Result] = []
        self._back = Button(_("Shelf"), look, kind="flat", icon=Icon.BACK)
        self._person = PersonButton(next_person, look, show_name=True)
        self._person.set_person(person)
        self._title = Caption(_("My progress"), look, Type.PAGE_TITLE)
        self._lead = Paragraph(_("Looking at your lessons…"), look, Type.PARAGRAPH)
        self.choose = Button(_("Choose a lesson"), look, kind="primary")
        self.sureness = ProgressSection(
            _("How sure we can be"),
            _(
                "The dot is our best guess, the band is how unsure it still is. "
                "Secure means: all of it is past the line."
            ),
            SurenessChart(look),
            WordsTable(_("How sure we can be"), (3, 4, 2, 4), look),
            look,
        )
        self.style_part = ProgressSection(
            _("Too little or too much"),
            _("Each lesson hangs on the line. Above it: marks that found nothing. Below it: answers not found."),
            StyleChart(look),
            WordsTable(_("Too little or too much"), (4, 2, 2, 3), look),
            look,
        )
        self._lessons = Caption(_("Lessons"), look, Type.POINTS)
        self._note = Paragraph(
            _("The pictures count a lesson once, the first time: after that you know its answers."),
            look, Type.SECONDARY, "ink2",
        )  # fmt: skip
        self.lessons = WordsTable(_("Lessons"), (7, 3, 2, 2, 4, 5), look)
        self._parts = (self.sureness, self.style_part, self._lessons, self._note, self.lessons)
        self._build()
        self.set_look(look)
        QTimer.singleShot(0, self, lambda: self._work(at_once_ms))

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self._back, self._person, self._title, self._lead, self.choose, *self._parts):
            part.set_look(look)
        self._space()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page scrolls by keys, but in a table, where they walk the cells."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _look_at(self, table: QWidget, rect: QRect) -> None:
        middle = table.mapTo(self._content, rect.center())
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, rect.height())

    # Building

    def _build(self) -> None:
        bar = QFrame()
        bar.setObjectName("bar")
        self._bar_row = QHBoxLayout(bar)
        self._bar_row.addWidget(self._back)
        self._bar_row.addStretch(1)
        self._bar_row.addWidget(self._person)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._pictures = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pictures.addWidget(self.sureness, 1)
        self._pictures.addWidget(self.style_part, 1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._lead)
        self._column.addWidget(self.choose)
        self._column.addLayout(self._pictures)
        self._column.addWidget(self._lessons)
        self._column.addWidget(self._note)
        self._column.addWidget(self.lessons)
        self._column.addStretch(1)
        self._scroll = scrolling(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)
        self.choose.hide()
        self._reveal(False, *self._parts)
        for button in (self._back, self.choose):
            button.clicked.connect(self.left)
        for table in (self.lessons, self.sureness.table, self.style_part.table):
            table.cell_entered.connect(lambda rect, table=table: self._look_at(table, rect))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)

    def _space(self) -> None:
        px = self._look.px
        wide = self.width() > px(1000)
        side = self._look.side(self.width())
        set_margins(self._bar_row, self, px(12), px(9), px(16), px(9))
        set_margins(self._column, self, side, px(24), side, px(32))
        self._pictures.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._pictures.setSpacing(px(64) if wide else px(32))
        self._pictures.setContentsMargins(0, px(12), 0, px(20))
        self._column.setSpacing(px(8))
        self.lessons.hide_column(_LAST_PICTURE, not wide)

    # Filling

    def _work(self, allowed: int) -> None:
        """Look at lessons for as long as is `allowed` (ms), then let the window breathe."""
        clock = QElapsedTimer()
        clock.start()
        for result in self._results:
            self._found.append(result)
            if clock.elapsed() >= allowed:
                QTimer.singleShot(0, self, lambda: self._work(_SLICE_MS))
                return
        self._show()

    def _show(self) -> None:
        found = report(self._found)
        if found.results:
            self._lead.setText(lead(found))
            self.sureness.show_report(found, sureness_table(found))
            self.style_part.show_report(found, style_table(found))
            picture = FirstToLast(self._look, found.results)
            picture.setParent(self.lessons)
            self.lessons.show_rows(lessons_table(found))
            self.lessons.set_picture(_LAST_PICTURE, picture)
        else:
            self._lead.setText(
                _(
                    "Here you will see what you can be sure of and what to practise. "
                    "Finish your first lesson: mark what you find, then press “Check my work”."
                )
            )
            self.choose.show()
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(bool(found.styles), self.sureness, self.style_part)
        self._reveal(bool(found.results), self._lessons, self._note, self.lessons)
        self.filled.emit()

    def _reveal(self, shown: bool, *parts: QWidget) -> None:
        for part in parts:
            part.setVisible(shown)

    def focus_first(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
