"""What a class of forty made of a lesson, as its teacher sees it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from claimlight.files.places import lessons
from claimlight.ui.teacher.discuss_window import DiscussWindow
from claimlight.ui.teacher.results_charts import PictureOrTable
from claimlight.ui.teacher.results_label_charts import LabelsChart
from claimlight.ui.teacher.results_page import ResultsPage
from claimlight.ui.teacher.results_statistics import BesideSection, StatisticsSection
from claimlight.ui.teacher.results_students import StudentsSection
from claimlight.work.teaching import find_class
from class_of_works import a_class, hands_in
from shots import teacher_scenes
from shots.stage import Stage

CLASS = 40


def opened(stage: Stage, folder: Path, *, count: int = CLASS, slug: str = "storm-damage") -> ResultsPage:
    """The results of a class in which so many handed in."""
    desk = teacher_scenes.desk(stage)
    book = desk._teaching.classbook
    to = a_class(book, folder / "stick", lessons() / slug, 0, name="8B", listed=count + 2)
    lesson = hands_in(book, to, folder / "stick", lessons() / slug, count)
    desk.classes.show_results(to.students.id, lesson.hash)
    stage.settle()
    return stage.first(ResultsPage)


def results(stage: Stage, folder: Path) -> None:
    """The heat map, and beside it what was missed; an Arabic lesson where the layout is mirrored."""
    opened(stage, folder, slug="tayyarat-waraqiyya" if stage.form.mirrored else "storm-damage")


def passage(stage: Stage, folder: Path) -> None:
    """The answer that was missed most, in hand."""
    page = opened(stage, folder)
    page.go_to(page.missed.list.rows[0].id)


def few(stage: Stage, folder: Path) -> None:
    opened(stage, folder, count=5)


def discuss(stage: Stage, folder: Path) -> DiscussWindow:
    """The window for the projector, with the text alone."""
    page = opened(stage, folder)
    page.discuss_now()
    window = page.discussion
    assert window is not None, "just opened"
    window.resize(stage.form.width, stage.form.height)
    stage.settle()
    stage.picture_of = window
    return window


def discuss_text(stage: Stage, folder: Path) -> None:
    discuss(stage, folder)


def discuss_answers(stage: Stage, folder: Path) -> None:
    discuss(stage, folder).show_answers(True)


def discuss_last(stage: Stage, folder: Path) -> None:
    window = discuss(stage, folder)
    window.show_passage(2)
    window.show_answers(True)


def statistics(stage: Stage, folder: Path) -> None:
    """What stands behind the results, unfolded; and another class beside this one."""
    page = opened(stage, folder)
    page.tabs.buttons[1].click()
    section = stage.first(StatisticsSection)
    section.toggle()
    stage.settle()
    area = page.findChildren(QScrollArea)[-1]
    area.ensureWidgetVisible(section.add_key)
    bar = area.verticalScrollBar()
    bar.setValue(bar.minimum() + section.mapTo(area.widget(), QPoint(0, 0)).y())  # type: ignore[arg-type]


def labels(stage: Stage, folder: Path) -> None:
    """Which label was given for which, and where the class is of two minds."""
    page = opened(stage, folder)
    page.tabs.buttons[1].click()
    stage.first(StatisticsSection).toggle()
    stage.settle()
    show(page, next(one for one in page.findChildren(PictureOrTable) if isinstance(one.chart, LabelsChart)))


def plain_version(stage: Stage, folder: Path) -> None:
    """What those saw who worked on the plain version."""
    desk = teacher_scenes.desk(stage)
    page = opened(stage, folder, count=29)
    book, (to,) = desk._teaching.classbook, desk._teaching.classbook.classes.all()
    here = find_class(book, to.id)
    hands_in(book, here, folder / "stick", lessons() / "storm-damage", 11, text="plain", after=29)
    desk.classes.show_results(to.id, page.work.lesson.hash, "plain")
    stage.settle()


def students(stage: Stage, folder: Path) -> None:
    """Who marks too little, who too much."""
    page = opened(stage, folder)
    page.tabs.buttons[1].click()
    section = stage.first(StudentsSection)
    section.toggle()
    stage.settle()
    show(page, section)


def show(page: ResultsPage, section: QWidget) -> None:
    """Scroll the lists so that this section begins at their top."""
    area = next(each for each in page.findChildren(QScrollArea) if each.widget().isAncestorOf(section))
    area.verticalScrollBar().setValue(section.mapTo(area.widget(), QPoint(0, 0)).y())


def two_classes(stage: Stage, folder: Path) -> None:
    desk = teacher_scenes.desk(stage)
    book = desk._teaching.classbook
    a_class(book, folder / "other", lessons() / "storm-damage", 31, name="8A", seed=5)
    page = opened(stage, folder)
    page.tabs.buttons[1].click()
    section = stage.first(BesideSection)
    section.buttons[0].click()
    stage.settle()
    show(page, section)


SCENES: dict[str, Callable[[Stage, Path], None]] = {
    "results": results,
    "results-passage": passage,
    "results-few": few,
    "statistics": statistics,
    "statistics-labels": labels,
    "results-plain": plain_version,
    "students-styles": students,
    "two-classes": two_classes,
    "discuss-text": discuss_text,
    "discuss-answers": discuss_answers,
    "discuss-last": discuss_last,
}
