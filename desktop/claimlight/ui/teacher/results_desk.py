"""A page of results with all that belongs to it: statistics, other teachers' answers, other classes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from claimlight.core.errors import ClaimlightError
from claimlight.store.classbook import Classbook
from claimlight.ui.teacher.results_page import ResultsPage
from claimlight.ui.teacher.results_statistics import BesideSection, StatisticsSection
from claimlight.ui.teacher.results_students import StudentsSection
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.work.class_results import FEWEST, class_work
from claimlight.work.class_statistics import beside, statistics
from claimlight.work.class_styles import class_styles
from claimlight.work.known_facts import how_many
from claimlight.work.second_keys import add_key, remove_key, several_keys

AskForKey = Callable[[QWidget], Path | None]


def ask_for_key(parent: QWidget) -> Path | None:
    """Ask for a colleague's answers with the system's own dialog."""
    kinds = _("Answers ({kinds})").format(kinds="*.claimlesson *.json")
    name, _filter = QFileDialog.getOpenFileName(parent, _("Choose a colleague’s answers"), "", kinds)
    return Path(name) if name else None


def results_page(
    window: Window, classbook: Classbook, class_id: str, lesson_hash: str, ask: AskForKey = ask_for_key
) -> ResultsPage:
    """The results of one class and lesson. Raises WorkError where there is nothing to grade by."""
    work = class_work(classbook, class_id, lesson_hash)
    window.faces.load_for(work.text.article.language)
    page = ResultsPage(work, window.look, window.announce)
    if not work.enough:
        return page
    others = [
        (other.id, other.name)
        for other in classbook.classes.all()
        if other.id != class_id and how_many(classbook, other.id, work.lesson) >= FEWEST
    ]
    next_to = BesideSection(page.numbers(), others, window.look)
    numbers = StatisticsSection(
        page.numbers(), lambda: statistics(work), lambda: several_keys(classbook, work.lesson), window.look
    )
    students = StudentsSection(lambda: class_styles(classbook, class_id, work), window.look)
    page.discussing.connect(students.fold_away)
    page.add_section(students)
    page.add_section(next_to)
    page.add_section(numbers)

    def attempt(what: Callable[[], object]) -> None:
        try:
            what()
        except ClaimlightError as error:
            window.tell_error(error)
            return
        numbers.show_keys()

    def add() -> None:
        file = ask(window)
        if file is not None:
            attempt(partial(add_key, classbook, work.lesson, file))

    def show_other(id: str) -> None:
        other = class_work(classbook, id, lesson_hash)
        next_to.show_beside(beside(work, other), work.class_name, other.class_name)

    numbers.key_wanted.connect(add)
    numbers.key_removed.connect(lambda id: attempt(partial(remove_key, classbook, id)))
    next_to.wanted.connect(show_other)
    return page
