"""*Statistics*, folded until it is asked for, and *Beside another class*."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph, clear
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.progress_words import Rows
from claimlight.ui.teacher.results_charts import PictureOrTable, Share
from claimlight.ui.teacher.results_label_charts import LabelsChart, MindsChart
from claimlight.ui.teacher.results_numbers import Numbers
from claimlight.wording import _
from claimlight.work.class_statistics import Beside, Statistics
from claimlight.work.second_keys import SeveralKeys


class StatisticsSection(QWidget):
    """A button that unfolds; what it shows is worked out then."""

    key_wanted = Signal()
    """Another teacher's answers are to be added."""
    key_removed = Signal(str)

    def __init__(
        self,
        numbers: Numbers,
        found: Callable[[], Statistics],
        keys: Callable[[], SeveralKeys | None] | None,
        look: Look,
    ) -> None:
        """Without `keys` there are no other teachers' answers to this text."""
        super().__init__()
        self._numbers = numbers
        self._found = found
        self._keys = keys
        self._look = look
        self.fold = Button(_("Statistics"), look, icon=Icon.DOWN)
        self.fold.clicked.connect(self.toggle)
        self.unfolded = False
        self._body: QWidget | None = None
        self._worn: list[PictureOrTable | Paragraph | Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_look(look)

    def toggle(self) -> None:
        """Unfold or fold."""
        self.unfolded = not self.unfolded
        if self._body is None:
            self._build()
        else:
            self._body.setVisible(self.unfolded)
        self.fold.set_icon(Icon.UP if self.unfolded else Icon.DOWN)
        self.fold.setAccessibleDescription(_("shown") if self.unfolded else _("folded"))

    def show_keys(self) -> None:
        """Other teachers' answers were added or removed."""
        if self._body is None or self._keys is None:
            return
        found = self._keys()
        sentence, rows = self._numbers.keys(found, self._mean)
        self._teachers.show_rows(sentence, rows)
        self._teachers.table.setHidden(found is None)
        clear(self._removing)
        for one in found.colleagues if found is not None else ():
            button = Button(_("Remove {name}").format(name=one.name), self._look, kind="link")
            button.clicked.connect(lambda _checked=False, id=one.id: self.key_removed.emit(id))
            self._removing.addWidget(button)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.fold.set_look(look)
        for part in self._worn:
            part.set_look(look)
        self._column.setSpacing(look.px(14))
        if self._body is not None:
            self._parts.setSpacing(look.px(22))

    def _build(self) -> None:
        look, numbers, found = self._look, self._numbers, self._found()
        self._mean = found.mean
        self._body = QWidget()
        self._parts = QVBoxLayout(self._body)
        self._parts.setContentsMargins(0, 0, 0, 0)
        each = PictureOrTable(_("Each answer"), (30, 14, 20, 16, 14), look)
        each.show_rows(*_with_ends(numbers.analysis(found), _credit_ends()))
        labels = self._labels(found)
        split = self._split(found)
        self._add(each)
        self._add(Paragraph(numbers.reliability(found), look, Type.SECONDARY, "ink2"))
        self._add(labels)
        self._add(split)
        if found.first_to_last is not None:
            checks = PictureOrTable(_("First and last check"), (40, 30, 30), look)
            checks.show_rows(*_with_ends(numbers.first_to_last(found), _all_ends()))
            self._add(checks)
        self._build_keys()
        self._column.addWidget(self._body)
        self.set_look(look)
        self.show_keys()

    def _build_keys(self) -> None:
        if self._keys is None:
            return
        look = self._look
        self._teachers = PictureOrTable(_("Several teachers’ answers"), (40, 30, 30), look, picture=False)
        self._add(self._teachers)
        self._removing = Flow(across=12, down=6)
        self._parts.addLayout(self._removing)
        self.add_key = Button(_("Add a colleague’s answers…"), look)
        self.add_key.clicked.connect(self.key_wanted)
        self._worn.append(self.add_key)
        self._parts.addWidget(self.add_key, 0, Qt.AlignmentFlag.AlignLeading)

    def _labels(self, found: Statistics) -> PictureOrTable:
        title, (sentence, rows) = _("Which label for which"), self._numbers.confusion(found)
        chart = LabelsChart(title, self._look)
        chart.show_labels(*self._numbers.given_labels(found))
        labels = PictureOrTable(title, (24, *_columns(rows)), self._look, chart=chart)
        labels.show_rows(sentence, rows)
        return labels

    def _split(self, found: Statistics) -> PictureOrTable:
        title, (sentence, rows) = _("Where the class is of two minds"), self._numbers.split(found)
        chart = MindsChart(title, self._look)
        chart.show_minds(self._numbers.minds(found))
        split = PictureOrTable(title, (30, 30, 40), self._look, chart=chart, picture=len(rows) > 1)
        split.show_rows(sentence, rows)
        if len(rows) < 2:
            split.table.hide()
        return split

    def _add(self, part: PictureOrTable | Paragraph) -> None:
        self._worn.append(part)
        self._parts.addWidget(part)


class BesideSection(QWidget):
    """Another class that did the same lesson, answer by answer."""

    wanted = Signal(str)
    """The other class's id."""

    def __init__(self, numbers: Numbers, others: Sequence[tuple[str, str]], look: Look) -> None:
        """`others` are ids and names of the classes that can be shown."""
        super().__init__()
        self._numbers = numbers
        self._title = Caption(_("Beside another class"), look, Type.HEADING)
        self._none = Paragraph(
            _("No other class has handed in eight works of this lesson yet."), look, Type.SECONDARY, "ink2"
        )
        self.buttons = tuple(Button(name, look) for _id, name in others)
        self._shown: PictureOrTable | None = None
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._none)
        row = Flow(across=10, down=8)
        for button, (id, _name) in zip(self.buttons, others, strict=True):
            button.clicked.connect(lambda _checked=False, id=id: self.wanted.emit(id))
            row.addWidget(button)
        self._column.addLayout(row)
        if others:
            self._none.hide()
        self.set_look(look)

    def show_beside(self, found: Beside, here: str, there: str) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = PictureOrTable(_("{here} and {there}").format(here=here, there=there), (40, 30, 30), self._look)
        self._shown.show_rows(*_with_ends(self._numbers.beside(found, here, there), _all_ends()))
        self._column.addWidget(self._shown)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._title.set_look(look)
        self._none.set_look(look)
        for button in self.buttons:
            button.set_look(look)
        if self._shown is not None:
            self._shown.set_look(look)
        self._column.setSpacing(look.px(6))


def _with_ends(
    told: tuple[str, Rows, list[Share]], ends: tuple[str, str]
) -> tuple[str, Rows, list[Share], tuple[str, str]]:
    return (*told, ends)


def _credit_ends() -> tuple[str, str]:
    return _("mean credit 0"), _("mean credit 1")


def _all_ends() -> tuple[str, str]:
    return _("found by nobody"), _("by all")


def _columns(rows: Rows) -> tuple[int, ...]:
    """Equal columns for all but the first."""
    return tuple(18 for _head in rows[0][1:])
