"""One part of *My progress*: its heading, a sentence, and a picture that can be read as a table instead."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.progress_words import Rows
from claimlight.ui.words_table import WordsTable
from claimlight.wording import _
from claimlight.work.progress import Report


class Chart(Protocol):
    """What a picture must do besides being a widget."""

    def show_report(self, report: Report) -> None: ...

    def set_look(self, look: Look) -> None: ...


class ProgressSection(QWidget):
    """`chart` is a widget too; `table` shows the same in words."""

    def __init__(self, title: str, sentence: str, chart: Chart, table: WordsTable, look: Look) -> None:
        super().__init__()
        assert isinstance(chart, QWidget), "a picture is a widget"
        self._chart, self.table = chart, table
        self._picture: QWidget = chart
        self._title = Paragraph(title, look, Type.POINTS)
        self._sentence = Paragraph(sentence, look, Type.SECONDARY, "ink2")
        self.switch = Button(_("As a table"), look, kind="link")
        self.switch.setAccessibleName(_("{title}: as a table").format(title=title))
        self.switch.clicked.connect(self._switch)
        self._name = title
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._picture)
        self._column.addWidget(self.table)
        self._column.addStretch(1)
        self.table.hide()
        self.set_look(look)

    def show_report(self, report: Report, rows: Rows) -> None:
        self._chart.show_report(report)
        self.table.show_rows(rows)

    def set_look(self, look: Look) -> None:
        for part in (self._title, self._sentence, self.switch, self._chart, self.table):
            part.set_look(look)
        self._column.setSpacing(look.px(8))

    def _switch(self) -> None:
        as_table = self.table.isHidden()
        self._picture.setVisible(not as_table)
        self.table.setVisible(as_table)
        words = _("As a picture") if as_table else _("As a table")
        self.switch.setText(words)
        spoken = _("{title}: as a picture") if as_table else _("{title}: as a table")
        self.switch.setAccessibleName(spoken.format(title=self._name))
