"""How soon a class's results are on the screen: from the classbook to a painted page, for a class and for a year.

Each lesson was collected as real files; nothing is graded when its results are opened. The floor is the same article on
the same page, painted without a class. Times are of the processor: nothing here waits for a disk, and what else the
machine does is no matter.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from bench.table import Row
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
from claimlight.work.teaching import OneClass, make_class
from class_of_works import hands_in, names

CLASSES = (40, 400)
LESSONS = 12
BUDGET_MS = 200
ROUNDS = 2


def measure(folder: Path | None = None) -> Iterator[Row]:
    application = make_application()
    with tempfile.TemporaryDirectory(dir=folder or Path.cwd()) as path, open_data_folder(Path(path, "data")) as data:
        book = open_classbook(data)
        for size in CLASSES:
            yield from _of_class(application, book, Path(path, str(size)), size)
        book.close()


def _of_class(application: QApplication, book: Classbook, place: Path, size: int) -> Iterator[Row]:
    to, hashes = _collected(book, place, size)
    faces = Faces(assets() / "fonts")
    faces.load(Face.SERIF, Face.SANS)
    window = Window(Look(), faces)
    window.fit_out()
    window.resize(1280, 800)
    window.show()
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
    n = f"{size} works"
    yield Row(f"table of {size} students by {LESSONS} lessons painted", median(tables), "ms", limit=BUDGET_MS)
    yield Row(
        f"heat map and lists of {n} painted, {LESSONS} lessons", median(opened), "ms", median(bare), limit=BUDGET_MS
    )
    yield Row(f"the slowest of {n}", max(opened), "ms")
    yield Row(f"statistics of {n} unfolded", median(unfolded), "ms", limit=BUDGET_MS)


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
    return 1000 * (time.process_time() - began)


def _painted(window: Window, make: Callable[[], QWidget]) -> None:
    page = make()
    window.show_page(page)
    QApplication.processEvents()
    page.repaint()
    QApplication.processEvents()


def _unfold(section: StatisticsSection) -> None:
    section.toggle()
    QApplication.processEvents()
