"""The highlights as rows of a list: values, and a model that replaces only what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from claimlight.core.sayings import Column
from claimlight.ui.ledger_cells import Cell
from claimlight.ui.tags import Mark
from claimlight.wording import _

UNIFORM_FROM = 200
"""From so many rows on all rows are equally high, so that adding one costs the same in a long list."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One highlight as the list shows it."""

    id: str
    mark: Mark
    words: str
    paragraph: int
    note: str = ""
    cells: tuple[Cell, ...] = ()
    heading: str = ""
    """Stands above the row where it begins a group."""
    hint: str = ""
    """What the check before said of it."""

    def cell(self, column: Column) -> Cell | None:
        return next((cell for cell in self.cells if cell.column is column), None)

    def spoken(self) -> str:
        """ "claim, Tap water in Harrowmere is safe, paragraph 1, said by Water Board" """
        words = _("{label}, {words}, paragraph {n}").format(label=self.mark.name, words=self.words, n=self.paragraph)
        for cell in self.cells:
            if cell.spoken:
                words = _("{highlight}, {more}").format(highlight=words, more=cell.spoken)
        if self.note:
            words = _("{highlight}, note: {note}").format(highlight=words, note=self.note)
        return _("{highlight}. Hint: {hint}").format(highlight=words, hint=self.hint) if self.hint else words


class LedgerModel(QStringListModel):
    """The rows, replaced by what changed between two versions of the list.

    Qt counts them in a list of its own: it asks for their number at every row that it lays out, which in Python would
    cost 2 ms for each highlight beside two thousand.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[LedgerRow, ...] = ()

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        old, new = self._rows, tuple(rows)
        changed = _changed_in_place(old, new)
        if changed is not None:
            self._rows = new
            for n in changed:
                self.dataChanged.emit(self.index(n), self.index(n))
            return
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone:
            self.removeRows(head, gone)
        self._rows = new
        if come:
            self.insertRows(head, come)

    def position(self, id: str) -> int:
        """Where the row with `id` stands; -1 if it is not there."""
        return next((n for n, row in enumerate(self._rows) if row.id == id), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.words
        return None


def _common(one: Sequence[LedgerRow], other: Sequence[LedgerRow]) -> int:
    """How many rows two versions share from the start, found by halving: comparing slices costs next to nothing."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _changed_in_place(old: Sequence[LedgerRow], new: Sequence[LedgerRow]) -> list[int] | None:
    """The numbers of the rows that say something else, where the same highlights stand in the same order."""
    if len(old) != len(new):
        return None
    changed = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a is not b and a != b]
    return changed if all(old[n].id == new[n].id for n in changed) else None
