"""The names of a class: put on the list, renamed, moved to another class, taken off; and when the class ends."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QPlainTextEdit

from claimlight.handin.class_file import ClassFile
from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.own_viewport import give_viewport
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.teacher.days import Days
from claimlight.ui.tick_box import TickBox
from claimlight.wording import _, ngettext


class NamesPage(ColumnSheet):
    """The names in the list are chosen by click and arrows; the buttons act on what is chosen."""

    added = Signal(object)
    renamed = Signal(str, str)
    moved = Signal(object, str)
    removed = Signal(object)
    class_renamed = Signal(str)
    end_changed = Signal(str)
    asked = Signal(bool, bool)
    """Whether time, and how sure they were, is handed in, too."""
    files_wanted = Signal()
    key_wanted = Signal()
    roster_wanted = Signal()
    """Names from a file are wanted."""
    data_wanted = Signal(str)
    """All that is kept of this student, as a file."""
    forget_wanted = Signal(str)
    """This student is to be deleted with all that is kept of them."""

    def __init__(self, one: ClassFile, others: Sequence[tuple[str, str]], today: date, look: Look) -> None:
        """`others`: id and name of the classes that a student can be moved to."""
        super().__init__(look, title=_("Names"), back=one.name, width=760, gap=8)
        self._class = one
        self.name = QLineEdit(one.name)
        self.name.setAccessibleName(_("What is the class called?"))
        self.name.editingFinished.connect(self._rename_class)
        self.ends = self.wear(Days(_("When does the class end?"), look))
        self.ends.offer_end(today)
        self.ends.set_day(one.ends)
        self.ends.activated.connect(lambda _at: self.end_changed.emit(self.ends.day))
        self.sure = TickBox(_("How sure they were of each mark"))
        self.sure.setChecked(one.asks_sure)
        self.time = TickBox(_("When they worked, by day and time"))
        self.time.setChecked(one.asks_time)
        for box in (self.sure, self.time):
            box.clicked.connect(lambda: self.asked.emit(self.time.isChecked(), self.sure.isChecked()))
        self.files = Button(_("Save the class file…"), look)
        self.files.clicked.connect(self.files_wanted)
        self.key = Button(_("A second teacher or the school…"), look)
        self.key.clicked.connect(self.key_wanted)
        self.list = QListWidget()
        give_viewport(self.list)
        self.list.setAccessibleName(_("Names"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.addItems(sorted(one.roster, key=str.casefold))
        self.list.itemSelectionChanged.connect(self._tell)
        self.rename = Button(_("Rename"), look)
        self.move_away = Button(_("Move to another class"), look)
        self.remove = Button(_("Take off the list"), look)
        self.save_data = Button(_("Save what is kept…"), look)
        self.forget = Button(_("Delete for good…"), look)
        self.save_data.clicked.connect(lambda: self.data_wanted.emit(self.chosen[0]))
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self.chosen[0]))
        self.field = QLineEdit()
        self.field.setAccessibleName(_("The student’s name"))
        self.field.returnPressed.connect(self._rename)
        self.field.hide()
        self.classes = QMenu(self)
        for id, name in others:
            action = self.classes.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, id=id: self.moved.emit(self.chosen, id))
        self.rename.clicked.connect(self._ask_name)
        self.move_away.clicked.connect(
            lambda: self.classes.popup(self.move_away.mapToGlobal(self.move_away.rect().bottomLeft()))
        )
        self.remove.clicked.connect(lambda: self.removed.emit(self.chosen))
        self.more = QPlainTextEdit()
        self.more.setAccessibleName(_("Further names, one a line"))
        self.more.setPlaceholderText(_("Further names, one a line"))
        self.more.setTabChangesFocus(True)
        self.more.textChanged.connect(self._tell)
        self.add = Button(_("Put them on the list"), look)
        self.add.clicked.connect(lambda: self.added.emit(tuple(self.more.toPlainText().splitlines())))
        self.from_file = Button(_("From a file…"), look)
        self.from_file.clicked.connect(self.roster_wanted)
        self.from_file.hide()
        self._fill(one)
        self._tell()
        self.set_look(look)

    def _fill(self, one: ClassFile) -> None:
        look = self._look
        count = ngettext("{n} student", "{n} students", len(one.roster)).format(n=len(one.roster))
        self.column.addWidget(self.wear(Caption(count, look, Type.HEADING)))
        self.column.addWidget(self.list)
        self.column.addLayout(self.row_of(self.rename, self.move_away, self.remove, self.save_data, self.forget))
        self.column.addWidget(self.field)
        stays = _("What a student handed in stays until the end of term, and is back when the name is.")
        self.column.addWidget(self.wear(Paragraph(stays, look, Type.SMALL, "ink2")))
        self.column.addWidget(self.more)
        self.column.addLayout(self.row_of(self.add, self.from_file))
        self.column.addWidget(self.wear(Caption(_("What is the class called?"), look, Type.HEADING)))
        self.column.addWidget(self.name)
        self.column.addWidget(self.wear(Caption(_("When does the class end?"), look, Type.HEADING)))
        row = Flow()
        row.addWidget(self.ends)
        self.column.addLayout(row)
        self.column.addWidget(self.wear(Caption(_("What is handed in with the marks?"), look, Type.HEADING)))
        self.column.addWidget(self.sure)
        self.column.addWidget(self.time)
        words = _("Students’ computers follow once they have met the class’s folder, or its file, again.")
        self.column.addWidget(self.wear(Paragraph(words, look, Type.SMALL, "ink2")))
        self.column.addWidget(self.wear(Caption(_("For students and colleagues"), look, Type.HEADING)))
        self.column.addLayout(self.row_of(self.files, self.key))
        readers = len(one.also)
        if readers:
            words = ngettext(
                "{n} other can open what is handed in.", "{n} others can open what is handed in.", readers
            ).format(n=readers)
            self.column.addWidget(self.wear(Paragraph(words, look, Type.SMALL, "ink2")))

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.list.selectedItems())

    def begin(self) -> None:
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.more.setFocus()

    def space(self) -> None:
        super().space()
        px = self._look.px
        self.list.setFont(self._look.font(Type.TEXT))
        self.list.setFixedHeight(px(260))
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, px(32)))
        self.more.setFixedHeight(px(88))
        for box in (self.sure, self.time):
            box.setFont(self._look.font(Type.TEXT))
            box.setMinimumHeight(px(32))
        for field in (self.more, self.name, self.field):
            field.setFont(self._look.font(Type.TEXT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self.chosen:
            self.removed.emit(self.chosen)
        elif event.key() == Qt.Key.Key_F2 and self.list.hasFocus() and self.rename.isEnabled():
            self._ask_name()
        elif event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._end_renaming()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        chosen = len(self.list.selectedItems())
        for button in (self.rename, self.save_data, self.forget):
            button.setEnabled(chosen == 1)
        self.remove.setEnabled(chosen > 0)
        self.move_away.setEnabled(chosen > 0 and not self.classes.isEmpty())
        self.add.setEnabled(bool(self.more.toPlainText().strip()))

    def _ask_name(self) -> None:
        self.field.setText(self.chosen[0])
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _end_renaming(self) -> None:
        self.field.hide()
        self.list.setFocus()

    def _rename(self) -> None:
        before, name = self.chosen[0], " ".join(self.field.text().split())
        self._end_renaming()
        if name and name != before:
            self.renamed.emit(before, name)

    def _rename_class(self) -> None:
        name = " ".join(self.name.text().split())
        if name and name != self._class.name:
            self.class_renamed.emit(name)
