"""The teacher's classes in the window: which page of a class leads to which."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimlight.core.lesson import Mode
from claimlight.session.teaching import Teaching
from claimlight.ui.sheet import Sheet
from claimlight.ui.teacher.class_asking import ClassAsking
from claimlight.ui.teacher.class_ends import ClassEnds
from claimlight.ui.teacher.class_names import ClassNames
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.class_travel import ClassTravel
from claimlight.ui.teacher.class_view import Place
from claimlight.ui.window import Window
from claimlight.wording import _, ngettext
from claimlight.work import class_changes
from claimlight.work.teaching import OneClass, find_class, make_class

if TYPE_CHECKING:
    from claimlight.files.rosters.roster import Roster
    from claimlight.files.rosters.table import RosterTable

Shipped = Callable[[], Sequence[tuple[str, Path]]]
Way = Callable[[], None]
_OWN = "own:"


class ClassDesk(QObject):
    """Pages about classes, owned by the teacher's desk. Another page of a class is one more method here.

    `asking` asks the classbook and tells what goes wrong; `names` and `ends` have pages of their own.
    """

    lessons_wanted = Signal()
    lesson_wanted = Signal(str)
    """A lesson of one's own, by the id of its draft."""
    shelf_wanted = Signal()

    def __init__(self, window: Window, teaching: Teaching, enter: Callable[[], None], shipped: Shipped) -> None:
        """`enter` makes way: whatever else of the teacher's is open ends."""
        super().__init__(window)
        self._window = window
        self._teaching = teaching
        self._enter = enter
        self._shipped = shipped
        self._page: Sheet | None = None
        self.asking = ClassAsking(window, teaching)
        self.names = ClassNames(self.asking, self._show, self.show_roster_preview)
        self.names.class_wanted.connect(self.show_class)
        self.names.files_wanted.connect(self._save_files)
        self.ends = ClassEnds(self.asking, self._show, lambda parent: self.travel.ask_for_folder(parent))
        self.ends.class_wanted.connect(self.show_class)
        self.ends.classes_wanted.connect(self.show_classes)
        self._places: dict[str, Place] = {}
        """Where the teacher was in each class's table."""
        self.travel = ClassTravel(window, teaching, self)
        self.travel.page_made.connect(self._show_place)
        self.travel.class_wanted.connect(self.show_class)
        self.travel.aside_wanted.connect(self.show_aside)
        self.travel.changed.connect(self._refresh)

    def show_classes(self) -> None:
        """*My classes*."""
        from claimlight.ui.teacher.class_list import ClassList
        from claimlight.work.classes import listed_classes

        found = self.asking.ask(lambda: listed_classes(self._teaching.classbook))
        if found is None:
            return
        page = ClassList(self._window.look)
        page.set_classes(found)
        page.opened.connect(self.show_class)
        page.new_wanted.connect(lambda: self.with_keys(self.show_new, self.show_classes))
        page.lessons_wanted.connect(self.lessons_wanted)
        page.copy_wanted.connect(self.ends.keep_copy_of_all)
        page.bring_wanted.connect(self.ends.bring_back)
        page.keys_wanted.connect(self.show_keys)
        page.left.connect(self.shelf_wanted)
        self._show(page, _("My classes"))
        page.begin()

    def show_keys(self) -> None:
        """*Your keys*: the passphrase, and the paper."""
        from claimlight.ui.teacher.keys_desk import KeysDesk

        self._enter()
        KeysDesk(self._window, self._teaching.classbook, self.show_classes).open()

    def show_new(self, name: str = "", ends: str | None = None, roster: Roster | None = None) -> None:
        """*New class*, perhaps with what was said of it before a list was read."""
        from claimlight.ui.teacher.new_class import NewClass

        page = NewClass(self._teaching.today(), self._window.look)
        entries = roster.entries if roster is not None else ()
        page.show_known(name, ends, [entry.name for entry in entries])
        ids = {entry.name: entry.school_id for entry in entries}
        page.made.connect(lambda called, names, day: self._make(page.roster.toPlainText(), called, names, day, ids))
        page.roster_wanted.connect(lambda: self._list_from_file(page.name.text(), page.ends.day))
        page.from_file.show()
        page.left.connect(self.show_classes)
        self._show(page, _("New class"))
        page.begin()

    def show_class(self, class_id: str) -> None:
        """One class: its students and what they handed in."""
        self.with_keys(lambda: self._show_class(class_id), self.show_classes)

    def _show_class(self, class_id: str) -> None:
        from claimlight.work.class_table import class_table

        table = self.asking.ask(lambda: class_table(self._teaching.classbook, class_id, self._teaching.today()))
        if table is None:
            return
        page = ClassPage(table, self._teaching.today(), self._window.look)
        travel = self.travel
        page.left.connect(self.show_classes)
        page.lesson_opened.connect(lambda lesson_hash: self.show_results(class_id, lesson_hash))
        page.work_opened.connect(lambda person, lesson: self._open_work(page, person, lesson))
        page.set_wanted.connect(lambda: self.show_set(class_id))
        page.stick_wanted.connect(lambda: travel.prepare(class_id))
        page.back_wanted.connect(lambda: travel.give_back(class_id))
        page.collect_wanted.connect(lambda: travel.collect(class_id))
        page.dropped.connect(lambda paths: travel.collect_from(class_id, paths))
        page.over.export_wanted.connect(lambda: self.show_export(class_id))
        page.over.end_wanted.connect(lambda: self.show_end(class_id))
        page.who.said.connect(lambda person, name: self._say_who(class_id, person, name))
        page.who.nobody.connect(lambda person: self._say_who(class_id, person, None))
        page.add_command(_("Names and end of the class…"), lambda: self.show_names(class_id))
        page.add_command(_("Collect from another place…"), lambda: travel.ask_where_to_collect(class_id))
        page.add_command(_("What was set aside…"), lambda: travel.see_aside(class_id))
        page.add_command(_("Save the class file and its lessons…"), lambda: self._save_files(class_id))
        page.add_command(_("Export marks…"), lambda: self.show_export(class_id))
        page.add_command(_("End of term…"), lambda: self.show_end(class_id))
        for lesson in table.lessons:
            words = _("Give back “{lesson}”").format(lesson=lesson.title.replace("&", "&&"))
            page.add_command(words, partial(travel.give_back, class_id, lesson.id))
        place = self._places.get(class_id)
        self._show(page, table.file.name)
        travel.attach(page)
        page.begin()
        if place is not None:
            page.go_back_to(place)

    def show_set(self, class_id: str) -> None:
        """*Set lessons*."""
        from claimlight.ui.teacher.set_page import Choice, SetPage

        found = self.asking.ask(lambda: (self.asking.one(class_id), self._teaching.lessons()))
        if found is None:
            return
        one, own = found
        already = self._teaching.classbook.class_lessons.all(class_id)
        choices = [Choice(_OWN + lesson.id, lesson.title, own=True) for lesson in own]
        choices += [Choice(str(folder), title, own=False) for title, folder in self._shipped()]
        name = one.students.name
        page = SetPage(name, already, choices, self._teaching.today(), self._window.look)
        page.chosen.connect(lambda keys, mode, due: self._set(class_id, keys, mode, due))
        page.let_go.connect(lambda lesson: self.travel.let_go(class_id, lesson))
        page.taken_back.connect(lambda lesson: self._take_lesson_back(class_id, lesson))
        page.due_changed.connect(lambda lesson, due: self._set_due(class_id, lesson, due))
        page.left.connect(lambda: self.show_class(class_id))
        self._show(page, _("Set lessons – {name}").format(name=name))
        page.begin()

    def show_names(self, class_id: str) -> None:
        """The names on the class's list."""
        self.names.show(class_id)

    def show_export(self, class_id: str, back: Way | None = None) -> None:
        """*Export marks*; `back` leads where it was asked for, if not on the class's page."""
        self.ends.show_export(class_id, back)

    def show_end(self, class_id: str) -> None:
        """*End of term*."""
        self.ends.show_end(class_id)

    def show_results(self, class_id: str, lesson_hash: str, text: str = "") -> None:
        """What a class made of one lesson, on its page; `text` is one of the lesson's, "" the one with works."""
        from claimlight.ui.teacher.results_desk import results_page

        page = self.asking.ask(
            lambda: results_page(self._window, self._teaching.classbook, class_id, lesson_hash, text)
        )
        if page is None:
            return
        page.left.connect(lambda: self.show_class(class_id))
        shown = page.work.text.article.name
        page.text_wanted.connect(lambda name: self.show_results(class_id, lesson_hash, name))
        page.change_wanted.connect(lambda: self._change_from_results(class_id, lesson_hash, shown))
        again = partial(self.show_results, class_id, lesson_hash, shown)
        page.export_wanted.connect(lambda: self.show_export(class_id, again))
        self._show(page, _("Results: {lesson}").format(lesson=page.work.lesson.title))
        page.begin()

    def show_aside(self, class_id: str) -> None:
        """What was set aside when the class was collected, as `travel` has it."""
        from claimlight.ui.teacher.aside_page import AsidePage

        one = self.asking.ask(lambda: self.asking.one(class_id))
        if one is None:
            return
        page = AsidePage(one.students.name, self.travel.aside.get(class_id, ()), self._window.look)
        page.left.connect(lambda: self.show_class(class_id))
        self._show(page, _("Set aside – {name}").format(name=one.students.name))
        page.begin()

    def show_student(self, class_id: str, person: str, lesson_hash: str, text: str = "article") -> None:
        """One student's work at one lesson, and from there the next student's."""
        from claimlight.ui.teacher.one_student import OneStudent

        teaching = self._teaching
        title = self._class_name(class_id)
        student = self.student = OneStudent(
            self._window, teaching.classbook, class_id, teaching.new_id, lambda page: self._show(page, title)
        )
        student.left.connect(lambda: self.show_class(class_id))
        student.change_wanted.connect(lambda person: self._change_from_student(class_id, person, lesson_hash, text))
        student.open(person, lesson_hash, text)

    def show_change_answers(
        self, class_id: str, lesson_hash: str, text: str = "article", *, back: str = "", left: Way | None = None
    ) -> None:
        """*Change the answers later*: what students see differently, and what a change would do to every mark.

        `left` leads to where one came from, and `back` is the word for it; to the class where nothing is said.
        """
        from claimlight.ui.teacher.change_answers import ChangeAnswers

        teaching = self._teaching
        changing = self.changing = ChangeAnswers(
            self._window, teaching.classbook, class_id, teaching.new_id, self._show, back or _("Class")
        )
        changing.left.connect(left or (lambda: self.show_class(class_id)))
        changing.lesson_wanted.connect(self.lesson_wanted)
        changing.open(lesson_hash, text)

    def _change_from_results(self, class_id: str, lesson_hash: str, text: str) -> None:
        again = partial(self.show_results, class_id, lesson_hash, text)
        self.show_change_answers(class_id, lesson_hash, text, back=_("Results"), left=again)

    def _change_from_student(self, class_id: str, person: str, lesson_hash: str, text: str) -> None:
        """The way back is to the same student; no name is on the page."""

        def left() -> None:
            self.show_student(class_id, person, lesson_hash, text)

        self.show_change_answers(class_id, lesson_hash, text, back=_("Student"), left=left)

    def _class_name(self, class_id: str) -> str:
        return next((known.name for known in self._teaching.classbook.classes.all() if known.id == class_id), "")

    def show_roster_preview(
        self, tables: Sequence[RosterTable], taken: Callable[[Roster], object], left: Callable[[], object]
    ) -> None:
        """A class list that was read, to be looked over."""
        from claimlight.ui.teacher.roster_preview import RosterPreview

        page = RosterPreview(tables, self._window.look)
        page.taken.connect(taken)
        page.left.connect(left)
        self._show(page, _("Is this your class?"))
        page.begin()

    def back(self) -> bool:
        """One step back, as the page's own way back leads. False where another's page, or the first one, is open."""
        from claimlight.ui.teacher.class_list import ClassList

        page = self._page
        if page is None or page is not self._window.pages.currentWidget() or isinstance(page, ClassList):
            return False
        page.left.emit()
        return True

    # What the pages ask for

    def _make(self, said: str, name: str, roster: Sequence[str], ends: str, school_ids: Mapping[str, str]) -> None:
        """A pasted list is shown once more where there is anything in it to say or to choose."""
        from claimlight.work.rosters import looked_over, pasted

        table = self.asking.ask(lambda: pasted(said, _("The list"))) if roster and not school_ids else None
        if table is not None and not looked_over(table):
            self._look_over([table], name, ends)
            return
        book, words = self._teaching.classbook, " ".join(name.split())
        made = self.asking.ask(lambda: make_class(book, words, roster, ends=ends, school_ids=school_ids))
        if made is not None:
            self.show_class(made.students.id)

    def _list_from_file(self, name: str, ends: str) -> None:
        """The names of a class that is being made come from a file."""
        from claimlight.work.rosters import open_roster

        file = self.asking.old_file(self._window, _("The class list"))
        tables = None if file is None else self.asking.ask(lambda: open_roster(file))
        if tables is not None:
            self._look_over(tables, name, ends)

    def _look_over(self, tables: Sequence[RosterTable], name: str, ends: str) -> None:
        again = partial(self.show_new, name, ends)
        self.show_roster_preview(tables, again, again)

    def _open_work(self, page: ClassPage, person: str, lesson_hash: str) -> None:
        """The work has been looked at from now on."""
        work = page.view.work_of(person, lesson_hash)
        if work is not None:
            self.asking.change(lambda: self._teaching.classbook.class_work.see(page.class_id, work.id))
        self.show_student(page.class_id, person, lesson_hash, work.text if work is not None else "article")

    def _say_who(self, class_id: str, person: str, name: str | None) -> None:
        self.asking.change(lambda: class_changes.say_who(self._teaching.classbook, class_id, person, name))
        self._refresh(class_id)

    def _set(self, class_id: str, keys: Sequence[str], mode: Mode, due: str) -> None:
        setting = class_changes.Setting(mode, due)
        book = self._teaching.classbook

        def set_all() -> int:
            for key in keys:
                class_changes.set_lesson(book, class_id, self._source(key), setting)
            return len(keys)

        count = self.asking.ask(set_all)
        if count is None:
            return
        self.show_class(class_id)
        words = ngettext("{n} lesson is set.", "{n} lessons are set.", count).format(n=count)
        self._window.tell(
            words,
            answers=(
                (_("Prepare a stick…"), lambda: self.travel.prepare(class_id)),
                (_("Save the files…"), lambda: self._save_files(class_id)),
            ),
        )

    def _source(self, key: str) -> Path | dict[str, bytes]:
        if not key.startswith(_OWN):
            return Path(key)
        from claimlight.work.draft import draft_of
        from claimlight.work.draft_files import members_of
        from claimlight.work.give_out import explained

        return members_of(explained(draft_of(self._teaching.classbook.parts(key.removeprefix(_OWN)))))

    def _set_due(self, class_id: str, lesson: str, due: str) -> None:
        self.asking.change(lambda: class_changes.set_due(self._teaching.classbook, class_id, lesson, due))

    def _take_lesson_back(self, class_id: str, lesson: str) -> None:
        self.asking.change(lambda: class_changes.take_lesson_back(self._teaching.classbook, class_id, lesson))
        self.show_set(class_id)

    def _save_files(self, class_id: str) -> None:
        from claimlight.work.class_folder import save_files

        folder = self.travel.ask_for_folder(self._window)
        if folder is None:
            return
        saved = self.asking.ask(lambda: save_files(self._teaching.classbook, class_id, folder))
        if saved is not None:
            words = ngettext("{n} file is saved in “{folder}”.", "{n} files are saved in “{folder}”.", len(saved))
            self._window.tell(words.format(n=len(saved), folder=folder.name))

    # Helpers

    def _class(self, class_id: str) -> OneClass:
        return find_class(self._teaching.classbook, class_id)

    def _refresh(self, class_id: str) -> None:
        """The class's page, where it is open, shows what there is now."""
        from claimlight.work.class_table import class_table

        page = self._window.pages.currentWidget()
        if isinstance(page, ClassPage) and page.class_id == class_id:
            table = self.asking.ask(lambda: class_table(self._teaching.classbook, class_id, self._teaching.today()))
            if table is not None:
                page.show_table(table)

    def with_keys(self, then: Callable[[], object], back: Callable[[], object]) -> None:
        """Ask first what has to be asked before the teacher's keys are needed; nothing, where they are open."""
        from claimlight.ui.teacher.keys_gate import KeysGate
        from claimlight.work.teacher_keys import Safety, safety

        found = self.asking.ask(lambda: safety(self._teaching.classbook))
        if found is Safety.OPEN:
            then()
        elif found is not None:
            self._enter()
            KeysGate(self._window, self._teaching.classbook, then, back).open()

    def _show_place(self, page: Sheet, class_id: str) -> None:
        page.left.connect(lambda: self.show_class(class_id))
        self._show(page, _("Which stick?"))
        page.begin()  # type: ignore[attr-defined]

    def _remember_place(self) -> None:
        page = self._window.pages.currentWidget()
        place = page.view.place if isinstance(page, ClassPage) else None
        if isinstance(page, ClassPage) and place is not None:
            self._places[page.class_id] = place

    def _show(self, page: Sheet, title: str) -> None:
        """The page takes the window. No title names a student: it is seen on a projector and in the task bar."""
        self._remember_place()
        self._enter()
        self._window.hush()
        self._page = page
        self._window.show_page(page, title)
