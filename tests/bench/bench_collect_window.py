"""How long the window stands still while a class's work is collected in it, by the page of the class itself.

A timer of the window's thread goes off every few milliseconds; the longest time between two turns is how long somebody
who clicks or types could have waited. It counts from the click on *Collect* until the page has been painted with what
came. How much of that gap the program computed, in all its threads, stands beside it: the rest is the disk, and what
else the machine did. The median of several runs is told.
"""

import gc
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from bench.bench_collect import handed_in
from bench.collect_class import CLASS
from bench.table import Row
from claimlight.app.start import make_application
from claimlight.core.identity import new_id, now
from claimlight.files.places import assets
from claimlight.handin.drop_folder import SLIPS
from claimlight.session.teaching import Teaching
from claimlight.store.data_folder import open_data_folder
from claimlight.ui.faces import Face, Faces
from claimlight.ui.look import Look
from claimlight.ui.teacher.class_desk import ClassDesk
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.window import Window
from claimlight.work.teacher_keys import nobody_else
from claimlight.work.teaching import find_class

WORKS = 1_000
RUNS = 5
EVERY_MS = 2
BUDGET_MS = 100
QUIET = 50
"""So many turns after the last are waited for: what is painted late counts, too."""


def measure(folder: Path | None = None) -> Iterator[Row]:
    make_application()
    with tempfile.TemporaryDirectory(dir=folder or Path.cwd()) as path:
        stick = handed_in(Path(path), WORKS)
        gaps = [_collected(Path(path, "teacher"), Path(path, str(run)), stick) for run in range(RUNS)]
    yield Row(
        f"longest stand-still of the window, {WORKS:,} works collected in it",
        median(longest for longest, _busy in gaps),
        "ms",
        limit=BUDGET_MS,
    )
    yield Row("of which the program itself computed", median(busy for _longest, busy in gaps), "ms")


class Turns(QObject):
    """Counts how long the event loop was away, and how much of that the program computed."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.busy = 0.0
        self.count = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._turn)
        self._last = time.perf_counter(), time.process_time()
        self._timer.start()

    def _turn(self) -> None:
        wall, busy = time.perf_counter(), time.process_time()
        gap = 1000 * (wall - self._last[0])
        if gap > self.longest:
            self.longest, self.busy = gap, 1000 * (busy - self._last[1])
        self._last = wall, busy
        self.count += 1


def _collected(teacher: Path, place: Path, stick: Path) -> tuple[float, float]:
    """The longest gap of one collecting and what of it the program computed, in milliseconds."""
    shutil.copytree(teacher, place)
    shutil.rmtree(stick / SLIPS)
    (stick / SLIPS).mkdir()
    with open_data_folder(place) as folder:
        teaching = Teaching(folder, new_id, now)
        nobody_else(teaching.classbook)
        class_id = find_class(teaching.classbook, CLASS).students.id
        window = _window()
        gc.freeze()  # as the program does after its start
        desk = ClassDesk(window, teaching, lambda: None, lambda: ())
        desk.travel.ask_for_folder = lambda _parent: stick
        desk.show_class(class_id)
        page = window.pages.currentWidget()
        assert isinstance(page, ClassPage), "just shown"
        _run(lambda: False, Turns())
        turns = Turns()
        desk.travel.collect_from(class_id, (stick,))
        _run(lambda: desk.travel.errands.working, turns)
        longest = turns.longest, turns.busy
        assert page.view.rows is not None, "something was handed in"
        assert len(page.view.rows.rows) == WORKS, page.job.words
        window.close()
        window.deleteLater()
        teaching.close()
        QApplication.processEvents()
    shutil.rmtree(place)
    return longest


def _run(goes_on: Callable[[], bool], turns: Turns) -> None:
    """The event loop, as the program runs it, as long as it `goes_on`, and some turns more."""
    loop = QEventLoop()
    end = turns.count + QUIET

    def look() -> None:
        nonlocal end
        if goes_on():
            end = turns.count + QUIET
        elif turns.count >= end:
            loop.quit()

    watch = QTimer()
    watch.setInterval(10)
    watch.timeout.connect(look)
    watch.start()
    loop.exec()
    watch.stop()


def _window() -> Window:
    faces = Faces(assets() / "fonts")
    faces.load(Face.SERIF, Face.SANS)
    window = Window(Look(), faces)
    window.fit_out()
    window.resize(1280, 800)
    window.show()
    return window
