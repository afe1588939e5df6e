"""A class as rows of a table: the whole class first, then its students, in the order that was chosen."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from claimlight.store.class_lessons import SetLesson
from claimlight.wording import _
from claimlight.wording.class_table import (
    count_text,
    late_text,
    missing_text,
    not_due_text,
    points_in_cell,
    standing_text,
)
from claimlight.work.class_table import Cell, ClassRow, ClassTable, Stand

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
MISSING_FIRST, BY_NAME = -2, -1
"""Orders that are no column's."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a cell: first, and in bold behind it; `marks` counts what the student sees differently."""

    first: str
    bold: str = ""
    marks: int = 0


def words_of(cell: Cell) -> Words:
    if cell.work is None:
        missing = cell.stand is Stand.MISSING
        return Words("", missing_text()) if missing else Words(not_due_text())
    return Words(points_in_cell(cell.points), late_text() if cell.late else "", cell.work.challenges)


def spoken(cell: Cell) -> str:
    """The same as it is read out."""
    if cell.work is None:
        words = words_of(cell)
        return words.first or words.bold
    return standing_text(
        cell.points,
        cell.possible,
        back=cell.stand is Stand.GIVEN_BACK,
        late=cell.late,
        new=cell.new,
        challenges=cell.work.challenges,
    )


class ClassModel(QAbstractTableModel):
    """Row 0 counts the whole class; the others are students."""

    def __init__(self, table: ClassTable) -> None:
        super().__init__()
        self.table = table
        self.order = MISSING_FIRST
        self.rows: tuple[ClassRow, ...] = ()
        self.sort_by(MISSING_FIRST)

    def sort_by(self, order: int) -> None:
        """MISSING_FIRST, BY_NAME, or the number of a lesson: its most points first."""
        self.layoutAboutToBeChanged.emit()
        self.order = order
        current = self.table.current
        self.rows = tuple(sorted(self.table.rows, key=_key(order, current)))
        self.layoutChanged.emit()

    def lesson(self, column: int) -> SetLesson:
        return self.table.lessons[column]

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.table.lessons)

    def cell(self, index: Index) -> Cell | None:
        """None in the row of the whole class."""
        return self.rows[index.row() - 1].cells[index.column()] if index.row() else None

    def name(self, row: int) -> str:
        return self.rows[row - 1].name if row else _("Whole class")

    def row_of(self, name: str) -> int:
        """Where this student is; the whole class's row where there is no such name."""
        return next((n for n, row in enumerate(self.rows, 1) if row.name == name), 0)

    def column_of(self, lesson_hash: str) -> int:
        """Where this lesson is; the lesson in hand where it is not there."""
        hashes = [lesson.hash for lesson in self.table.lessons]
        return hashes.index(lesson_hash) if lesson_hash in hashes else self.table.current or 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == CELL:
            return self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.lesson(section).title if orientation is Qt.Orientation.Horizontal else self.name(section)

    def _shown(self, index: Index) -> str:
        cell = self.cell(index)
        if cell is None:
            return count_text(self.table.arrived(index.column()), len(self.rows))
        words = words_of(cell)
        return ", ".join(part for part in (words.first, words.bold) if part)

    def _spoken(self, index: Index) -> str:
        cell = self.cell(index)
        said = _("{count}, see the results").format(count=self._shown(index)) if cell is None else spoken(cell)
        title = self.lesson(index.column()).title
        return _("{name}, {lesson}: {standing}").format(name=self.name(index.row()), lesson=title, standing=said)


def _key(order: int, current: int | None) -> Callable[[ClassRow], tuple[Fraction, str]]:
    def by_name(row: ClassRow) -> tuple[Fraction, str]:
        return Fraction(0), row.name.casefold()

    def missing_first(row: ClassRow) -> tuple[Fraction, str]:
        missing = sum(cell.work is None and cell.stand is Stand.MISSING for cell in row.cells)
        here = current is not None and row.cells[current].work is None
        return Fraction(-missing * 2 - here), row.name.casefold()

    def by_points(row: ClassRow) -> tuple[Fraction, str]:
        cell = row.cells[order]
        if cell.work is None or cell.points is None or not cell.possible:
            return Fraction(2), row.name.casefold()
        return -cell.points / cell.possible, row.name.casefold()

    return {MISSING_FIRST: missing_first, BY_NAME: by_name}.get(order, by_points)
