"""How soon a class's results are on the screen: from the classbook to a painted page, for a class and for a year.

All of it is measured twice: in a new classbook, and in one with a million annotations of the years before.

Each lesson was collected as real files; nothing is graded when its results are opened. The floor is the same article on
the same page, painted without a class. Times are of the processor: nothing here waits for a disk, and what else the
machine does is no matter.
"""

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench.table import Row
from bench.years_before import classes_before, fill
from claimlight.app.start import make_application
from claimlight.files.places import assets, lessons
from claimlight.store.classbook import Classbook, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.ui.article_view import ArticleView
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.results_desk import results_page
from claimlight.ui.teacher.results_page import ResultsPage
from claimlight.ui.teacher.results_statistics import StatisticsSection
from claimlight.ui.window import Window
from claimlight.work.class_results import class_work
from claimlight.work.class_table import class_table
from claimlight.work.classes import listed_classes
from claimlight.work.teaching import OneClass, make_class
from class_of_works import hands_in, names

CLASSES = (40, 400)
LESSONS = 12
ANNOTATIONS = 1_000_000
BUDGET_MS = 200
ROUNDS = 2


def measure(folder: Path | None = None) -> Iterator[Row]:
    application = make_application()
    with tempfile.TemporaryDirectory(dir=folder or Path.cwd()) as path, open_data_folder(Path(path, "data")) as data:
        book = open_classbook(data)
        classes = [_collected(book, Path(path, str(size)), size) for size in CLASSES]
        for size, (to, hashes) in zip(CLASSES, classes, strict=True):
            yield from _of_class(application, book, to, hashes, f"{size} works")
        before = classes_before(book, classes, ANNOTATIONS)
        book.close()
        fill(book.file, before)
        began = time.perf_counter()
        book = open_classbook(data)
        yield Row("a classbook of a million annotations opened", 1000 * (time.perf_counter() - began), "ms")
        yield Row("its list of classes", _timed(partial(listed_classes, book)), "ms", limit=BUDGET_MS)
        for size, (to, hashes) in zip(CLASSES, classes, strict=True):
            yield from _of_class(application, book, to, hashes, f"{size} works among a million annotations")
        book.close()


def _of_class(application: QApplication, book: Classbook, to: OneClass, hashes: list[str], works: str) -> Iterator[Row]:
    faces = Faces(assets() / "fonts")
    faces.load(Face.SERIF, Face.SANS)
    window = Window(Look(), faces)
    window.fit_out()
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    gc.freeze()  # as the program does after its start
    opened: list[float] = []
    bare: list[float] = []
    unfolded: list[float] = []
    for hash in hashes * ROUNDS:
        article = class_work(book, to.students.id, hash).text.article
        bare.append(_timed(partial(_painted, window, lambda shown=article: ArticleView(shown, (), Look()))))
        opened.append(_timed(partial(_painted, window, partial(results_page, window, book, to.students.id, hash))))
        page = window.pages.currentWidget()
        assert isinstance(page, ResultsPage), "just shown"
        unfolded.append(_timed(partial(_unfold, page.findChildren(StatisticsSection)[0])))
    tables = [_timed(partial(_painted, window, partial(_table, book, to))) for _round in range(ROUNDS * 2)]
    window.close()
    window.deleteLater()
    yield Row(f"table of {LESSONS} lessons by {works} painted", median(tables), "ms", limit=BUDGET_MS)
    yield Row(
        f"heat map and lists of {works} painted, {LESSONS} lessons", median(opened), "ms", median(bare), limit=BUDGET_MS
    )
    yield Row(f"the slowest of {works}", max(opened), "ms", limit=BUDGET_MS)
    yield Row(f"statistics of {works} unfolded", median(unfolded), "ms", limit=BUDGET_MS)


def _table(book: Classbook, to: OneClass) -> QWidget:
    """The class's own page, from the classbook."""
    today = date.today()
    return ClassPage(class_table(book, to.students.id, today), today, Look())


def _collected(book: Classbook, place: Path, size: int) -> tuple[OneClass, list[str]]:
    to = make_class(book, f"{size}", names(size), asks_sure=True)
    folders = sorted(each for each in lessons().iterdir() if (each / "lesson.toml").is_file())[:LESSONS]
    return to, [hands_in(book, to, place / each.name, each, size).hash for each in folders]


def _timed(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    spent = 1000 * (time.process_time() - began)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the page before goes, as in a running program
    return spent


def _painted(window: Window, make: Callable[[], QWidget]) -> None:
    page = make()
    window.show_page(page)
    QApplication.processEvents()
    page.repaint()
    QApplication.processEvents()


def _unfold(section: StatisticsSection) -> None:
    section.toggle()
    QApplication.processEvents()
