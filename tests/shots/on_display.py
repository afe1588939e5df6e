"""Drive the program as a person would, on a real X display: the mouse and keys of xdotool, the pictures of ImageMagick.

A second window without a screen, of the same size, is told the same and asked where words and buttons lie. What counts
in the end is what the workbook holds after the program has gone.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from claimlight.core.attempt import AttemptState
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.ui.cards import LessonCard
from claimlight.ui.first_minute import FirstMinute
from claimlight.ui.label_button import LabelButton
from claimlight.ui.palette import Palette
from shots.forms import Form
from shots.stage import Stage

SCREEN = "1360x900x24"
PATIENCE = 20.0
SLUG = "storm-damage"

SWEPT = ("up to 900 homes", "unverified-figure", "3")
CHOSEN = ("about 50 boats", "unverified-figure")
FOUND = ("That is simply not true", "denial", "2")
BY_KEYS = ("Crews trimmed every tree in May, she said.", "claim", "1")
EXPECTED = sorted([SWEPT[:2], CHOSEN, FOUND[:2], BY_KEYS[:2]])


def work_through(pictures: Path) -> int:
    """Work through a lesson on a display of its own; 0 where the workbook holds just what was done."""
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="claimlight-display-") as folder:
        data = Path(folder) / "data"
        with a_display() as display, Stage(Path(folder) / "twin", Form()) as twin:
            program = subprocess.Popen(
                [sys.executable, "-P", "-m", "claimlight", "--data-dir", str(data)],
                env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            )
            try:
                Hand(display, data, pictures, twin).work()
                code = program.wait(PATIENCE)
            finally:
                program.kill()
        found, closed = what_is_kept(data)
    print(f"The program ended with {code}. In the workbook: {found}; closed by the check: {closed}.")
    print(f"Pictures in {pictures}")
    return 0 if code == 0 and closed and found == EXPECTED else 1


def what_is_kept(data: Path) -> tuple[list[tuple[str, str]], bool]:
    """The words and labels of the one attempt, and whether the check has closed it."""
    with open_data_folder(data) as folder:
        workbook = open_workbook(folder)
        try:
            [attempt] = workbook.attempts(workbook.last_person())
            words = sorted((each.quote.exact, each.label) for each in workbook.annotations(attempt))
            return words, attempt.state is AttemptState.CLOSED and bool(workbook.checks(attempt))
        finally:
            workbook.close()


class Hand:
    """Mouse and keyboard on the display; `twin` knows where everything lies."""

    def __init__(self, display: str, data: Path, pictures: Path, twin: Stage) -> None:
        self._environ = {**os.environ, "DISPLAY": display}
        self._data = data
        self._pictures = pictures
        self._twin = twin
        self._window = ""

    def work(self) -> None:
        """The whole story, from the first window to leaving it."""
        self._take_place()
        self.picture("0-first-minute")
        self.click(self._more_button())
        self._twin.first(FirstMinute).more.click()
        self._twin.settle()
        self.picture("1-shelf")
        self.click(self._card())
        self._until(lambda: bool(self._windows("Storm Ilse")))
        self._twin.opens(SLUG)
        self.picture("2-lesson")
        self.sweep(SWEPT[0])
        self.picture("3-selected")
        self.kept(lambda: self.keys(SWEPT[2]))
        self.sweep(CHOSEN[0])
        self._twin.selects(CHOSEN[0])
        self.kept(lambda: self.click(self._palette_button(2)))
        self.picture("4-marked")
        self.find(FOUND[0])
        self.kept(lambda: self.keys(FOUND[2]))
        self.keys("Right", "Right", "Right", "ctrl+Down", "ctrl+Up")
        self.find("Crews")
        self.keys("s")
        self.picture("5-sentence-by-keys")
        self.kept(lambda: self.keys(BY_KEYS[2]))
        self.keys("shift+Tab", "Tab")
        self.picture("6-tab-lifts")
        self.kept(lambda: self.keys("ctrl+Return"))
        self.picture("7-hints")
        self.kept(lambda: self.keys("ctrl+Return"))
        self.picture("8-answers")
        self.keys("n", "n", "n", "p")
        self.picture("9-after-n-n-n-p")
        self.keys("F1")
        self.picture("10-keyboard-card")
        self.keys("Escape", "ctrl+q")

    def click(self, point: QPoint) -> None:
        self._move(point)
        self._do("click", "1")

    def sweep(self, words: str) -> None:
        """Press on the first letter of `words`, drag to the last, let go."""
        first, last = self._twin.point_at(words), self._twin.point_at(words, end=True)
        self._move(first)
        self._do("mousedown", "1")
        self._move((first + last) / 2)
        self._move(last)
        self._do("mouseup", "1")

    def find(self, words: str) -> None:
        self.keys("ctrl+f")
        self._do("type", "--delay", "5", words)
        self.keys("Escape")

    def keys(self, *keys: str) -> None:
        for key in keys:
            self._do("key", key)
            time.sleep(0.15)  # a person's pace

    def kept(self, gesture: Callable[[], object]) -> None:
        """Do `gesture`, and wait until something is on disk; what it is, is looked at in the end."""
        before = self._state_of_disk()
        gesture()
        self._until(lambda: self._state_of_disk() != before)

    def picture(self, name: str) -> None:
        """The whole screen, once nothing moves on it any more (the caret stands still, or is not there)."""
        file = self._pictures / f"display-{name}.png"
        before = b""
        end = time.monotonic() + 5  # a blinking caret never comes to rest
        while time.monotonic() < end:
            subprocess.run(["import", "-window", "root", str(file)], env=self._environ, check=True)
            if file.read_bytes() == before:
                return
            before = file.read_bytes()
            time.sleep(0.4)

    def _take_place(self) -> None:
        """Give the window the keyboard, and the size of the twin's."""
        self._until(lambda: bool(self._windows("Claimlight")))
        window = self._windows("Claimlight")[0]
        size = self._twin.form
        self._do("windowactivate", "--sync", window) if shutil.which("openbox") else self._do("windowfocus", window)
        self._do("windowsize", "--sync", window, str(size.width), str(size.height))
        self._window = window
        self._until((self._data / "workbook.db").exists)  # the page comes right after the store

    def _more_button(self) -> QPoint:
        return _middle(self._twin.first(FirstMinute).more, self._twin.window)

    def _card(self) -> QPoint:
        cards = self._twin.window.findChildren(LessonCard)
        return _middle(next(card for card in cards if card.card.key.endswith(SLUG)), self._twin.window)

    def _palette_button(self, number: int) -> QPoint:
        buttons = self._twin.first(Palette).findChildren(LabelButton)
        return _middle(buttons[number], self._twin.window)

    def _move(self, point: QPoint) -> None:
        self._do("mousemove", "--window", self._window, str(point.x()), str(point.y()))

    def _windows(self, name: str) -> Sequence[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name],
            env=self._environ,
            capture_output=True,
            text=True,
            check=False,  # 1 where there is none
        )
        return found.stdout.split()

    def _do(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environ, capture_output=True, text=True, check=True)
        return done.stdout

    def _state_of_disk(self) -> tuple[tuple[str, int, int], ...]:
        files = sorted(self._data.glob("*.db*"))
        return tuple((file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files if file.exists())

    def _until(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not ready():
            if time.monotonic() > end:
                self.picture("too-late")
                raise TimeoutError("the program did not do what was asked; see the last picture")
            time.sleep(0.05)


@contextmanager
def a_display() -> Iterator[str]:
    """An X server of our own, with a window manager where there is one."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        display = f":{answer.readline().strip()}"
    manager = None
    if shutil.which("openbox"):
        quiet = subprocess.DEVNULL
        manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}, stdout=quiet, stderr=quiet)
    try:
        yield display
    finally:
        for process in filter(None, (manager, server)):
            process.terminate()
            process.wait()


def _middle(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())
