"""The program with a window: its start, its failures, its self-test."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from claimlight.core.errors import StoreError
from claimlight.store.data_folder import DataFolder, open_data_folder, usual_data_folder
from claimlight.store.portable import keep_beside, this_program, usual_folder
from claimlight.wording.errors import say

if TYPE_CHECKING:
    from claimlight.app.wiped_home import WipedHome


def main(words: list[str]) -> int:
    """Open the window, or run the self-test. Gives the exit code: 2 where nothing can be opened."""
    from claimlight.app.arguments import parsed
    from claimlight.app.binding import load_binding

    asked = parsed(words)
    gc.disable()  # until `tidy_up`: what a start makes stays, and looking it over takes an eighth of the start
    load_binding()
    if asked.self_test:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from claimlight.app.self_test import self_test

        return self_test(asked.screenshot)
    program = this_program()
    try:
        beside = keep_beside(program) if asked.portable and program is not None else None
    except StoreError as error:
        sys.stderr.write(f"{say(error)}\n")
        return 2
    data_dir = asked.data_dir or beside or usual_folder(program)
    return open_window(data_dir, asked.path, usual=data_dir == usual_data_folder(), program=program)


def open_window(data_dir: Path, path: Path | None, *, usual: bool = False, program: Path | None = None) -> int:
    """Run the window on a data folder until it is closed; hand `path` to the window that has the folder already.

    `usual`: nobody has chosen the folder; it may be one that is wiped at logout. `program` is the folder of a program
    that was unpacked; work could be kept in it.
    """
    folder: DataFolder | StoreError
    try:
        folder = open_data_folder(data_dir)
    except StoreError as error:
        if error.code == "data-folder-in-use":
            return _hand_over(data_dir, path, error)
        folder = error
    from claimlight.app.start import Start, make_application

    application = make_application()
    start = Start(
        application,
        data_dir,
        folder,
        path,
        wiped=lambda: _wiped_home(data_dir) if usual else None,
        program=program if usual else None,
    )

    def tidy_up() -> None:
        """Collect garbage again, here, and leave out what the start has made: most of it stays until the end."""
        from claimlight.app.garbage import collect_here

        gc.freeze()
        collect_here(application)

    start.usable.connect(tidy_up)
    if sys.platform == "darwin":
        from claimlight.app.file_opening import FileOpening

        FileOpening(application).asked.connect(start.open_path)
    code = application.exec()
    start.end()
    return code


def _wiped_home(usual: Path) -> WipedHome | None:
    """Asked only once the window has been painted."""
    from claimlight.app.wiped_home import wiped_home

    return wiped_home(usual)


def _hand_over(data_dir: Path, path: Path | None, error: StoreError) -> int:
    from claimlight.ui.handover import hand_over

    if hand_over(data_dir, str(path.absolute()) if path is not None else ""):
        return 0
    sys.stderr.write(f"{say(error)}\n")
    return 2
