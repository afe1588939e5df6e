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
from claimlight.work.known_facts import how_many, how_many_by_text
from claimlight.work.second_keys import add_key, remove_key, several_keys

_ARTICLE = "article"
AskForKey = Callable[[QWidget], Path | None]


def ask_for_key(parent: QWidget) -> Path | None:
    """Ask for a colleague's answers with the system's own dialog."""
    kinds = _("Answers ({kinds})").format(kinds="*.claimlesson *.json")
    name, _filter = QFileDialog.getOpenFileName(parent, _("Choose a colleague’s answers"), "", kinds)
    return Path(name) if name else None


def results_page(
    window: Window, classbook: Classbook, class_id: str, lesson_hash: str, text: str = "", ask: AskForKey = ask_for_key
) -> ResultsPage:
    """The results of one class and lesson, of this text of it, or of the one that there are works on.

    Raises WorkError where there is nothing to grade by.
    """
    work = class_work(classbook, class_id, lesson_hash, text or _ARTICLE)
    counts = how_many_by_text(classbook, class_id, work.lesson) if len(work.lesson.texts) > 1 else {}
    if not text and not work.works and any(counts.values()):
        work = class_work(classbook, class_id, lesson_hash, max(counts, key=lambda name: counts[name]))
    text = work.text.article.name
    window.faces.load_for(work.text.article.language)
    page = ResultsPage(work, window.look, window.announce)
    if any(count for name, count in counts.items() if name != _ARTICLE):
        page.offer_texts(counts, text)
    if not work.enough:
        return page
    others = [
        (other.id, other.name)
        for other in classbook.classes.all()
        if other.id != class_id and how_many(classbook, other.id, work.lesson, text) >= FEWEST
    ]
    next_to = BesideSection(page.numbers(), others, window.look)
    keys = partial(several_keys, classbook, work.lesson) if text == _ARTICLE else None
    numbers = StatisticsSection(page.numbers(), lambda: statistics(work), keys, window.look)
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
        other = class_work(classbook, id, lesson_hash, text)
        next_to.show_beside(beside(work, other), work.class_name, other.class_name)

    numbers.key_wanted.connect(add)
    numbers.key_removed.connect(lambda id: attempt(partial(remove_key, classbook, id)))
    next_to.wanted.connect(show_other)
    return page
