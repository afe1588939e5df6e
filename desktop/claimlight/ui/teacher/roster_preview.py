"""A class list that was read, to be looked over: which class, what each column holds, and every name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QVBoxLayout, QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.files.rosters.columns import Column
from claimlight.files.rosters.roster import Roster, roster_of
from claimlight.files.rosters.table import RosterTable
from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.search_field import Choice
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.sentences import Sentences
from claimlight.ui.words_table import WordsTable
from claimlight.wording import _, ngettext
from claimlight.wording.errors import say
from claimlight.wording.rosters import say_column, say_roster_remark

_EDITING = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)
_AS_SHOWN = (Column.NAME, Column.ID)


class RosterPreview(ColumnSheet):
    """`taken` gives the Roster. A cell is corrected where it stands: double click, F2, or just write."""

    taken = Signal(object)

    def __init__(self, tables: Sequence[RosterTable], look: Look, *, back: str = "") -> None:
        super().__init__(look, title=_("Is this your class?"), back=back or _("Back"), width=760)
        self._tables = tuple(tables)
        self._roster: Roster | None = None
        self.columns: list[QComboBox] = []
        self.group = Choice(_("Class"), "", look)
        self.group.clear()
        for table in self._tables:
            self.group.addItem(table.title or _("Everybody"))
        self._pickers = QWidget()
        self._flow = Flow(across=20, down=10)
        self._pickers.setLayout(self._flow)
        self.told = self.wear(Sentences(look))
        self.names = self.wear(WordsTable(_("Names"), (3, 2), look))
        self.names.setEditTriggers(_EDITING)
        self._how = self.wear(Paragraph(_("A name is wrong? Double-click it and write."), look, Type.SMALL, "ink2"))
        self.take = Button("", look, kind="primary")
        self.take.clicked.connect(lambda: self.taken.emit(self._roster))
        self.group.currentIndexChanged.connect(self._choose)
        self.names.itemChanged.connect(lambda _item: self._corrected())
        self.column.addWidget(self.wear(self.group))
        self.group.setVisible(len(self._tables) > 1)  # where it has a parent: else it were a window
        self.column.addWidget(self._pickers)
        self.column.addWidget(self.told)
        self.column.addWidget(self._how)
        self.column.addWidget(self.names)
        self.column.addLayout(self.row_of(self.take))
        self.column.addStretch(1)
        self._choose(0)
        self.set_look(look)

    def begin(self) -> None:
        (self.take if self.take.isEnabled() else self.names).setFocus()

    def _choose(self, number: int) -> None:
        """Show the list of another class."""
        table = self._tables[number]
        self.doff([each for each in self.columns if isinstance(each, Choice)])
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.columns = []
        for place, kind in enumerate(table.columns):
            head = table.head[place] if table.head else _("Column {n}").format(n=place + 1)
            self._flow.addWidget(self._picker(head, kind))
        self._pickers.setVisible(len(table.columns) > 1)
        self._read()

    def _picker(self, head: str, kind: Column) -> QWidget:
        choice = Choice(_("What “{column}” holds").format(column=head), "", self._look)
        choice.clear()
        for each in Column:
            choice.addItem(say_column(each), each)
        choice.setCurrentIndex(list(Column).index(kind))
        choice.currentIndexChanged.connect(lambda _n: self._read())
        self.columns.append(self.wear(choice))
        picker = QWidget()
        column = QVBoxLayout(picker)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Caption(head, self._look, Type.SMALL_ACTION, "second"))
        column.addWidget(choice)
        return picker

    def _read(self) -> None:
        """The list as the columns say now."""
        table = self._tables[max(0, self.group.currentIndex())]
        self._look_over(table, [Column(str(each.currentData())) for each in self.columns])

    def _corrected(self) -> None:
        """The list as it stands in the table now."""
        cells = [[self.names.item(row, column) for column in (0, 1)] for row in range(self.names.rowCount())]
        rows = tuple(tuple("" if cell is None else cell.text() for cell in row) for row in cells)
        self._look_over(RosterTable(rows, _AS_SHOWN), _AS_SHOWN)

    def _look_over(self, table: RosterTable, columns: Sequence[Column]) -> None:
        try:
            self._roster = roster_of(table, columns)
        except ClaimlightError as error:
            self._roster = None
            self.told.say([say(error)])
        else:
            self.told.say([say_roster_remark(each.code, each.params) for each in self._roster.told])
        entries = self._roster.entries if self._roster else ()
        blocked = self.names.blockSignals(True)
        self.names.show_rows(((_("Name"), _("School number")), *((each.name, each.school_id) for each in entries)))
        self.names.blockSignals(blocked)
        self.names.setVisible(bool(entries))
        self._how.setVisible(bool(entries))
        self.take.setEnabled(bool(entries))
        count = len(entries)
        self.take.setText(ngettext("Take this name", "Take these {n} names", count).format(n=count))
        self.take.setAccessibleName(self.take.text())
