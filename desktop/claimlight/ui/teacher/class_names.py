"""The names on a class's list in the window: changed, moved, deleted, and who else may open the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from claimlight.handin.identity import PublicKeys
from claimlight.ui.sheet import Sheet
from claimlight.ui.teacher.class_asking import ClassAsking
from claimlight.wording import _, ngettext
from claimlight.work import class_changes

if TYPE_CHECKING:
    from claimlight.files.rosters.roster import Roster
    from claimlight.files.rosters.table import RosterTable

AskForFile = Callable[[QWidget], Path | None]
Show = Callable[[Sheet, str], None]
"""A page takes the window, under a title."""
Preview = Callable[["Sequence[RosterTable]", "Callable[[Roster], object]", Callable[[], object]], None]
"""A class list that was read is looked over: the list, what takes it, and the way back."""


def ask_for_key(parent: QWidget) -> Path | None:
    """Ask for a school's key, or another teacher's class file, with the system's own dialog."""
    name, _filter = QFileDialog.getOpenFileName(
        parent, _("Who else may open the work?"), "", _("Keys and classes (*.claimschool *.claimclass)")
    )
    return Path(name) if name else None


class ClassNames(QObject):
    """The page of names; each change is in the class's file at once, and the page is shown anew."""

    class_wanted = Signal(str)
    files_wanted = Signal(str)

    def __init__(self, asking: ClassAsking, show: Show, preview: Preview) -> None:
        super().__init__(asking.window)
        self._asking = asking
        self._show_page = show
        self._preview = preview
        self.ask_for_key: AskForFile = ask_for_key

    def show(self, class_id: str) -> None:
        """The names on the class's list."""
        from claimlight.ui.teacher.names_page import NamesPage

        found = self._asking.ask(lambda: (self._asking.one(class_id), self._asking.book.classes.all()))
        if found is None:
            return
        one, everything = found
        others = [(each.id, each.name) for each in everything if each.id != class_id]
        page = NamesPage(one.students, others, self._asking.teaching.today(), self._asking.window.look)
        change, book = class_changes, self._asking.book
        again = self._names_changed
        page.added.connect(lambda names: again(class_id, lambda: change.add_names(book, class_id, names)))
        page.renamed.connect(lambda old, new: again(class_id, lambda: change.rename_student(book, class_id, old, new)))
        page.removed.connect(lambda names: self._ask_to_remove(class_id, names))
        page.moved.connect(lambda names, to: self._move(class_id, names, to))
        page.class_renamed.connect(lambda name: again(class_id, lambda: change.rename_class(book, class_id, name)))
        page.end_changed.connect(lambda day: self._asking.change(lambda: change.set_end(book, class_id, day)))
        page.asked.connect(
            lambda time, sure: self._asking.change(lambda: change.set_asked(book, class_id, time=time, sure=sure))
        )
        page.files_wanted.connect(lambda: self.files_wanted.emit(class_id))
        page.key_wanted.connect(lambda: self._add_reader(class_id))
        page.from_file.show()
        page.roster_wanted.connect(lambda: self._names_from_file(class_id))
        page.data_wanted.connect(lambda name: self._save_data(class_id, name))
        page.forget_wanted.connect(lambda name: self._ask_to_forget(class_id, name))
        page.left.connect(lambda: self.class_wanted.emit(class_id))
        self._show_page(page, _("Names – {name}").format(name=one.students.name))
        page.begin()

    def _names_from_file(self, class_id: str) -> None:
        """Further names for a class that is there, or school numbers for those on its list."""
        from claimlight.work.rosters import open_roster

        file = self._asking.old_file(self._asking.window, _("The class list"))
        tables = None if file is None else self._asking.ask(lambda: open_roster(file))
        if tables is None:
            return

        def take(roster: Roster) -> None:
            names = [entry.name for entry in roster.entries]
            ids = {entry.name: entry.school_id for entry in roster.entries if entry.school_id}
            book = self._asking.book
            self._names_changed(class_id, lambda: class_changes.add_names(book, class_id, names, ids))

        self._preview(tables, take, lambda: self.show(class_id))

    def _save_data(self, class_id: str, name: str) -> None:
        from claimlight.ui.teacher.class_files import save_student

        saved = save_student(
            self._asking.book, class_id, name, self._asking.ask, self._asking.window, new_file=self._asking.new_file
        )
        if saved is not None:
            self._asking.window.tell(_("Saved: {file}.").format(file=saved.name))

    def _ask_to_forget(self, class_id: str, name: str) -> None:
        from claimlight.ui.teacher.class_files import forget_student_here

        def forget() -> None:
            words = forget_student_here(self._asking.book, class_id, name, self._asking.ask)
            if words is not None:
                self.show(class_id)
                self._asking.window.tell(words)

        words = _("Delete {name} for good? Work, marks and comments go, here and from every backup.")
        answers = ((_("Keep {name}").format(name=name), lambda: None), (_("Delete for good"), forget))
        self._asking.window.ask(words.format(name=name), answers)

    def _names_changed(self, class_id: str, change: Callable[[], object]) -> None:
        if self._asking.change(change):
            self.show(class_id)

    def _ask_to_remove(self, class_id: str, names: Sequence[str]) -> None:
        words = ngettext(
            "Take {name} off the list? What they handed in stays.",
            "Take {n} names off the list? What they handed in stays.",
            len(names),
        ).format(name=names[0], n=len(names))

        def remove() -> None:
            with self._asking.book.at_once():
                for name in names:
                    class_changes.remove_student(self._asking.book, class_id, name)

        self._asking.window.ask(
            words,
            (
                (_("Leave it"), lambda: None),
                (_("Take off the list"), lambda: self._names_changed(class_id, remove)),
            ),
        )

    def _move(self, class_id: str, names: Sequence[str], to: str) -> None:
        def move() -> None:
            with self._asking.book.at_once():
                for name in names:
                    class_changes.move_student(self._asking.book, class_id, name, to)

        self._names_changed(class_id, move)

    def _add_reader(self, class_id: str) -> None:
        from claimlight.work.class_readers import read_reader

        path = self.ask_for_key(self._asking.window)
        if path is None:
            return
        book = self._asking.book

        def add() -> None:
            to = self._asking.one(class_id).students
            known = zip(to.readers[1:], to.signers[1:], strict=True)
            others = [PublicKeys(verify, seal) for seal, verify in known]
            class_changes.set_readers(book, class_id, [*others, read_reader(path)])

        self._names_changed(class_id, add)
