"""The same keys of the same places under several keyboard layouts, on a real X display: the work kept must be the same.

Needs Xvfb, xdotool and setxkbmap. Keys are pressed by their place (X11 key codes), so that the server makes of them
what the layout makes of them.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from claimlight.core.annotation import Annotation
from claimlight.core.errors import ClaimlightError
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from shots.on_display import a_display

LAYOUTS = ("us", "fr", "de", "ara", "ru")
LESSON = "lessons/storm-damage"
ESC, TAB, SHIFT, CONTROL = 9, 23, 50, 37
PLACES = {"3": 12, "S": 39, "[": 34, "]": 35}
"""Where these stand on a US keyboard."""
Z_KEY = {"fr": 25, "de": 29}
"""A layout that has the letter has it where it likes."""
Z = 52
_PATIENCE = 20.0


def compare(layouts: Sequence[str] = LAYOUTS) -> int:
    """Mark a sentence, move its start back and its end on, undo the last, under each layout; 0 where all agree."""
    found = {layout: _kept_under(layout) for layout in layouts}
    for layout, kept in found.items():
        print(f"{layout:>4}: {kept}")
    same = len(set(found.values())) == 1 and all(found.values())
    print("The same work under every layout." if same else "These should all be the same.")
    return 0 if same else 1


def _kept_under(layout: str) -> tuple[tuple[str, str], ...]:
    with tempfile.TemporaryDirectory(prefix="claimlight-layout-") as folder, a_display() as display:
        data = Path(folder) / "data"
        environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        program = subprocess.Popen(
            [sys.executable, "-P", "-m", "claimlight", "--data-dir", str(data), LESSON], env=environ
        )
        try:
            _Keys(environ).mark(layout)
        finally:
            program.terminate()
            program.wait(_PATIENCE)
        return tuple((each.label, each.quote.exact) for each in _annotations(data))


class _Keys:
    """The keyboard of one display."""

    def __init__(self, environ: dict[str, str]) -> None:
        self._environ = environ

    def mark(self, layout: str) -> None:
        self._wait_for_window()
        subprocess.run(["setxkbmap", layout], env=self._environ, check=True)
        time.sleep(1)
        self._do("mousemove", "400", "420", "click", "1")
        self._press(ESC, PLACES["S"], PLACES["3"])
        self._press(TAB, holding=SHIFT)
        self._press(PLACES["["], holding=SHIFT)
        self._press(PLACES["["], PLACES["]"])
        self._press(Z_KEY.get(layout, Z), holding=CONTROL)

    def _press(self, *places: int, holding: int = 0) -> None:
        if holding:
            self._do("keydown", str(holding))
        for place in places:
            self._do("key", str(place))
        if holding:
            self._do("keyup", str(holding))

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environ, check=True)
        time.sleep(0.2)  # a person's pace

    def _wait_for_window(self) -> None:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            search = ["xdotool", "search", "--onlyvisible", "--name", "Storm Ilse"]
            if subprocess.run(search, env=self._environ, capture_output=True, check=False).stdout.strip():
                return
            time.sleep(0.2)
        raise TimeoutError("the lesson did not open")


def _annotations(data: Path) -> list[Annotation]:
    try:
        with open_data_folder(data) as folder:
            workbook = open_workbook(folder)
            try:
                [attempt] = workbook.attempts(workbook.last_person())
                return sorted(workbook.annotations(attempt), key=lambda each: each.span.start)
            finally:
                workbook.close()
    except (ClaimlightError, ValueError) as error:
        print(f"Nothing was kept: {error}")
        return []
