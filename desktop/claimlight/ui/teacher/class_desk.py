"""The teacher's classes in the window: which page of a class leads to which."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.session.teaching import Teaching
from claimlight.ui.sheet import Sheet
from claimlight.ui.window import Window
from claimlight.wording import _

Found = TypeVar("Found")


class ClassDesk(QObject):
    """Pages about classes, owned by the teacher's desk. Another page of a class is one more method here.

    Each asks the classbook with `_ask`, which tells what goes wrong, and shows its page with `_show`.
    """

    lessons_wanted = Signal()
    shelf_wanted = Signal()

    def __init__(self, window: Window, teaching: Teaching, enter: Callable[[], None]) -> None:
        """`enter` makes way: whatever else of the teacher's is open ends."""
        super().__init__(window)
        self._window = window
        self._teaching = teaching
        self._enter = enter
        self._page: Sheet | None = None

    def show_classes(self) -> None:
        """*My classes*."""
        from claimlight.ui.teacher.class_list import ClassList
        from claimlight.work.classes import listed_classes

        found = self._ask(lambda: listed_classes(self._teaching.classbook))
        if found is None:
            return
        page = ClassList(self._window.look)
        page.set_classes(found)
        page.opened.connect(self.show_class)
        page.new_wanted.connect(self.show_new)
        page.lessons_wanted.connect(self.lessons_wanted)
        page.left.connect(self.shelf_wanted)
        self._show(page, _("My classes"))
        page.begin()

    def show_new(self) -> None:
        """*New class*."""
        from claimlight.ui.teacher.new_class import NewClass

        page = NewClass(self._window.look)
        page.made.connect(self._make)
        page.left.connect(self.show_classes)
        self._show(page, _("New class"))
        page.begin()

    def show_class(self, class_id: str) -> None:
        """One class: its students and what they handed in."""
        from claimlight.ui.teacher.class_page import ClassPage
        from claimlight.work.teaching import find_class

        found = self._ask(lambda: find_class(self._teaching.classbook, class_id))
        if found is None:
            return
        page = ClassPage(found.students, self._window.look)
        page.left.connect(self.show_classes)
        page.lesson_opened.connect(lambda lesson_hash: self.show_results(class_id, lesson_hash))
        self._show(page, found.students.name)
        page.begin()

    def show_results(self, class_id: str, lesson_hash: str) -> None:
        """What a class made of one lesson, on its page."""
        from claimlight.ui.teacher.results_desk import results_page

        page = self._ask(lambda: results_page(self._window, self._teaching.classbook, class_id, lesson_hash))
        if page is None:
            return
        page.left.connect(lambda: self.show_class(class_id))
        self._show(page, _("Results: {lesson}").format(lesson=page.work.lesson.title))
        page.begin()

    def back(self) -> bool:
        """One step back, as the page's own way back leads. False where another's page, or the first one, is open."""
        from claimlight.ui.teacher.class_list import ClassList

        page = self._page
        if page is None or page is not self._window.pages.currentWidget() or isinstance(page, ClassList):
            return False
        page.left.emit()
        return True

    def _make(self, name: str, roster: str) -> None:
        from claimlight.work.teaching import make_class

        made = self._ask(lambda: make_class(self._teaching.classbook, " ".join(name.split()), roster.splitlines()))
        if made is not None:
            self.show_class(made.students.id)

    def _ask(self, what: Callable[[], Found]) -> Found | None:
        """What comes of it; None where it went wrong, which is told."""
        try:
            return what()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return None

    def _show(self, page: Sheet, title: str) -> None:
        """The page takes the window. No title names a student: it is seen on a projector and in the task bar."""
        self._enter()
        self._window.hush()
        self._page = page
        self._window.show_page(page, title)
