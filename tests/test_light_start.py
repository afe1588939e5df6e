"""What a start does without is not loaded: the benchmark measures it, these say what crept in."""

from pathlib import Path

from store.processes import start_python

HEAVY = (
    *("asyncio", "sqlite3", "sqlite_utils", "markdown", "msgspec", "regex", "logging.handlers", "hashlib", "json"),
    *("PySide6.QtNetwork", "claimlight.grading.grade", "claimlight.session.study", "claimlight.ui.controls"),
    *("claimlight.ui.commands", "claimlight.ui.stylesheet", "claimlight.ui.desk", "claimlight.ui.reading_room"),
    *("claimlight.app.wiped_home",),
)
TELL = f"print([name for name in {HEAVY!r} if name in sys.modules])"


def test_the_first_frame_needs_little() -> None:
    said, errors = start_python(f"import sys, claimlight.app.start; {TELL}").communicate(timeout=60)
    assert said == "[]\n", errors


def test_the_first_paint_needs_none_of_qts_many_enums(tmp_path: Path) -> None:
    script = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'; from pathlib import Path\n"
        "from PySide6 import QtCore\n"
        "from claimlight.app.start import Start, make_application\n"
        "from claimlight.store.data_folder import open_data_folder\n"
        "class FirstPaint(Start):\n"
        "    def _go_on(self): print('Qt' in vars(QtCore)); application.quit()\n"
        "application, folder = make_application(), Path(sys.argv[1])\n"
        "start = FirstPaint(application, folder, open_data_folder(folder)); application.exec(); start.end()"
    )
    said, errors = start_python(script, tmp_path).communicate(timeout=60)
    assert said == "False\n", errors


def test_a_workbook_that_is_up_to_date_opens_without_sqlite_utils(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from claimlight.store.data_folder import open_data_folder\n"
        "from claimlight.store.opening import open_workbook\n"
        "with open_data_folder(Path(sys.argv[1])) as folder: open_workbook(folder).close()\n"
        "print('sqlite_utils' in sys.modules)"
    )
    for expected in ("True\n", "False\n"):
        said, errors = start_python(script, tmp_path).communicate(timeout=60)
        assert said == expected, errors


def test_the_shelf_needs_no_reading_room(tmp_path: Path) -> None:
    script = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'; from pathlib import Path\n"
        "from claimlight.app.start import Start, make_application\n"
        "from claimlight.store.data_folder import open_data_folder\n"
        "application, folder = make_application(), Path(sys.argv[1])\n"
        "start = Start(application, folder, open_data_folder(folder))\n"
        "start.usable.connect(application.quit); application.exec()\n"
        "late = ['claimlight.ui.reading_room', 'claimlight.grading.prepare', 'PySide6.QtNetwork', 'logging.handlers']\n"
        "late += ['hashlib', 'uuid', 'claimlight.ui.find_bar']\n"
        "late += ['nacl', 'claimlight.handin', 'claimlight.store.travel', 'claimlight.work.authors']\n"
        "late += ['claimlight.store.finished', 'claimlight.store.export', 'claimlight.store.whole_copies']\n"
        "late += ['fsrs', 'claimlight.work.review', 'claimlight.ui.review_banner']\n"
        "print([name for name in late if name in sys.modules]); start.window.close(); start.end()"
    )
    start_python(script, tmp_path).communicate(timeout=60)  # the first start makes the workbook, with more
    said, errors = start_python(script, tmp_path).communicate(timeout=60)
    assert said == "[]\n", errors


def test_the_binding_leaves_importing_to_python() -> None:
    script = (
        "import builtins, linecache, sys; own = builtins.__import__\n"
        "from claimlight.app.binding import load_binding; load_binding()\n"
        "import PySide6.QtWidgets, claimlight.app.start\n"
        "print(builtins.__import__ is own, [file for file in linecache.cache if 'claimlight' in file])"
    )
    said, errors = start_python(script).communicate(timeout=60)
    assert said == "True []\n", errors


def test_garbage_is_collected_again_once_the_window_can_be_used(tmp_path: Path) -> None:
    script = (
        "import gc, os, sys; os.environ |= {'QT_QPA_PLATFORM': 'offscreen', 'CLAIMLIGHT_TRACE_START': '1'}\n"
        "from claimlight import app, start_trace; mark = start_trace.mark\n"
        "from claimlight.app import garbage; collect_here = garbage.collect_here\n"
        "start_trace.mark = lambda moment: (mark(moment), print(moment, gc.isenabled()))\n"
        "garbage.collect_here = lambda owner: print('collected here', collect_here(owner).isActive())\n"
        "code = app.main(['--data-dir', sys.argv[1]]); print(code, gc.isenabled(), gc.get_freeze_count() > 10_000)"
    )
    said, errors = start_python(script, tmp_path).communicate(timeout=60)
    assert said == "painted False\nusable False\ncollected here True\n0 False True\n", errors
