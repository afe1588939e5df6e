"""How fast the whole reading room is: one more highlight from the label's key to disk and screen, and opening.

The room stands in the real window, its highlights in a real workbook on a real disk. Beside each highlight, in turns,
the floor: a bare commit of one row, and a repaint of a bare overlay as large as the page. Ours counts as done when the
disk has it and all of it is painted: the words without their selection and their palette, the tags, the row in the
list. The least that one could do for it, a commit and one painted line, stands beside it without a budget.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from bench.articles import article_of_characters, article_of_words, marks_on
from bench.bare_commit import FILLING, BareCommits
from bench.bare_overlay import BareOverlay
from bench.bench_page import p99, shown
from bench.lessons import highlight_on, lesson_of
from bench.table import Row
from claimlight.core.article import Article, Span, overlap
from claimlight.core.attempt import Attempt
from claimlight.core.history import Change, Edit
from claimlight.core.identity import new_id
from claimlight.core.lesson import Lesson, Mode
from claimlight.core.sayings import CONFLICTS, FIGURE, SOURCE
from claimlight.files.places import assets
from claimlight.session.reading import ReadingSession
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.reading_room import ReadingRoom
from claimlight.ui.window import Window
from shots.forms import FORMS
from shots.stage import Stage

SIZE = (1280, 800)
"""So large that the list stands beside the page, which then has the size of the bare overlay (see bench_page).

The screen that Qt makes up has 800 pixels: a window that fits on it would hide the list behind a tab.
"""
ROUNDS = 200
OPENINGS = 5
PASSES = 3
"""Of the event loop: what was asked for, what timers ask for, what those have painted."""
SEEN = 12
"""So many sentences stand on the first page."""


def measure() -> Iterator[Row]:
    """On the disk we are on: temporary files are often in memory only."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as path, ExitStack() as stack:
        folder = stack.enter_context(open_data_folder(Path(path)))
        workbook = stack.enter_context(closing(open_workbook(folder)))
        bare = stack.enter_context(closing(BareCommits(Path(path) / "bare.db")))
        bench = _Bench(workbook, bare)
        yield from bench.marking("6,000 characters, 30 highlights", article_of_characters(6_000), 30)
        yield from bench.marking("100,000 words, 2,000 highlights", article_of_words(100_000), 2_000)
        yield from bench.saying("100,000 words, 2,000 highlights", article_of_words(100_000), 2_000)
        yield bench.opening("100,000 words", article_of_words(100_000), 0, limit=100)
        yield bench.opening("100,000 words, 2,000 highlights", article_of_words(100_000), 2_000)
        yield from_the_shelf(Path(path))
    assert app is not None


def from_the_shelf(folder: Path) -> Row:
    """From the press on a card to the painted page, each lesson for its first time: its file is kept as well.

    Lessons that say first what they are about are left out: there the reader decides how long it takes.
    """
    times = []
    with Stage(folder / "desk", FORMS["light"]) as stage:
        for entry in stage.desk.entries():
            if entry.lesson.content_note:
                continue
            stage.settle()
            began = time.perf_counter()
            stage.desk.open_key(entry.key)
            stage.room.page.viewport().repaint()
            times.append(_ms(began))
    return Row("from the shelf to a readable page", median(times), "ms", limit=150)


class _Bench:
    """One window and one workbook for all the rooms."""

    def __init__(self, workbook: Workbook, bare: BareCommits) -> None:
        self._workbook = workbook
        self._bare = bare
        faces = Faces(assets() / "fonts")
        faces.load(Face.SERIF, Face.SANS)
        self._window = Window(Look(), faces)
        self._window.fit_out()
        self._window.resize(*SIZE)
        self._window.show()

    def marking(self, what: str, article: Article, count: int) -> Iterator[Row]:
        """From the label's key to the disk and the screen."""
        room = self._opened(lesson_of(article), self._attempt(article, count))
        overlay = shown(BareOverlay(article, [mark.span for mark in marks_on(article, count)]))
        page = overlay.viewport()
        ours, floors, least = [], [], []
        for span in _free_words(article, count):
            least.append(_timed(lambda span=span: (self._bare.commit(article.text[span]), overlay.add(span))))
            floors.append(_timed(lambda span=span: (self._bare.commit(article.text[span]), page.update())))
            room.page.select(span)
            _settle()
            before = len(room.session.annotations)
            ours.append(_timed(room.marking.label_actions[0].trigger))
            assert len(room.session.annotations) == before + 1, "the highlight was kept"
            room.session.undo()
            _settle()
        room.end()
        overlay.close()
        yield Row(f"highlight to disk and screen, {what}", median(ours), "ms", median(floors), max_ratio=1.5)
        yield Row(f"the same, 99 of 100, {what}", p99(ours), "ms", p99(floors), limit=16)
        yield Row(f"the same beside one painted line, {what}", median(ours), "ms", median(least))

    def saying(self, what: str, article: Article, count: int) -> Iterator[Row]:
        """From a name that is chosen, and from a link, to the disk and the screen, with every column of the list."""
        lesson = replace(lesson_of(article), ask=("source", "evidence", "answers", "figures"))
        room = self._opened(lesson, self._attempt(article, count))
        session = room.session
        ids = [each.id for each in session.in_order()]
        figures = [each.id for each in session.in_order() if each.label == FIGURE]
        ours = []
        for n in range(ROUNDS):
            one, other = figures[n % (len(figures) // 2)], figures[-1 - n % (len(figures) // 2)]
            ours.append(_timed(lambda n=n: session.set_attribute(ids[n % SEEN], SOURCE, (f"Speaker {n}",))))
            ours.append(_timed(lambda one=one, other=other: session.link(one, CONFLICTS, other)))
            session.undo()
            _settle()
        room.end()
        yield Row(f"who says it, and a link, to disk and screen, {what}", median(ours), "ms")
        yield Row(f"the same, 99 of 100, {what}", p99(ours), "ms", limit=16)

    def opening(self, what: str, article: Article, count: int, limit: float | None = None) -> Row:
        """From the lesson in memory and the work on disk to the first paint of the room."""
        lesson, attempt = lesson_of(article), self._attempt(article, count)
        times = []
        for _ in range(OPENINGS):
            began = time.perf_counter()
            room = self._opened(lesson, attempt)
            times.append(_ms(began))
            room.end()
        return Row(f"open the reading room, {what}", median(times), "ms", limit=limit)

    def _opened(self, lesson: Lesson, attempt: Attempt) -> ReadingRoom:
        session = ReadingSession(self._workbook, lesson, attempt, new_id)
        window = self._window
        room = ReadingRoom(session, window.commands, window.look, lambda _words: None)
        window.show_page(room, lesson.title)
        room.begin()
        QApplication.processEvents()
        return room

    def _attempt(self, article: Article, count: int) -> Attempt:
        """An attempt with `count` highlights, each made by a gesture of its own, after the log has its full length."""
        lesson, workbook = lesson_of(article), self._workbook
        workbook.keep_lesson(lesson, b"")
        person = workbook.add_person()
        filling = workbook.open_attempt(person, lesson, "article", Mode.PRACTICE)
        for _ in range(FILLING):
            workbook.record(filling, _highlight(article, Span(0, 9), "claim"))
        attempt = workbook.start_again(filling)
        for mark in marks_on(article, count) if count else ():
            workbook.record(attempt, _highlight(article, mark.span, mark.label))
        return attempt


def _highlight(article: Article, span: Span, label: str) -> Change:
    return Change(new_id(), "highlight", (Edit(None, highlight_on(article, span, label)),))


def _free_words(article: Article, count: int) -> Iterator[Span]:
    """Words on the first page that no highlight with the first label touches."""
    taken = [mark.span for mark in marks_on(article, count) if mark.label == "claim"]
    words = [word for sentence in article.text.sentences[:SEEN] for word in sentence.tokens]
    free = [word for word in words if not any(overlap(word, span) for span in taken)]
    for n in range(ROUNDS):
        yield free[n * 7 % len(free)]


def _timed(action: Callable[[], object]) -> float:
    """Until all of it is painted: the page, and the list, which Qt arranges by a timer and paints after that."""
    began = time.perf_counter()
    action()
    _settle()
    return _ms(began)


def _settle() -> None:
    """Leave nothing to do: what one thing put off would be counted with the next, the floor perhaps."""
    for _ in range(PASSES):
        QApplication.processEvents()


def _ms(began: float) -> float:
    return (time.perf_counter() - began) * 1000
