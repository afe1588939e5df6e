"""Faults are written down on this machine, in files that do not grow without end."""

import faulthandler
import logging
from pathlib import Path

from claimlight.store.log import set_up_log
from store.processes import start_python


def test_what_claimlight_says_is_in_the_log_until_it_is_closed(tmp_path: Path) -> None:
    with set_up_log(tmp_path):
        logging.getLogger("claimlight.store").warning("backup failed: %s", "disk-full")
        assert faulthandler.is_enabled()
    logging.getLogger("claimlight.store").warning("after the end")
    written = (tmp_path / "logs" / "claimlight.log").read_text(encoding="utf-8")
    assert "WARNING claimlight.store backup failed: disk-full" in written
    assert "after the end" not in written


def test_old_logs_go(tmp_path: Path) -> None:
    with set_up_log(tmp_path):
        for _ in range(300):
            logging.getLogger("claimlight").info("x" * 10_000)
    files = list((tmp_path / "logs").glob("claimlight.log*"))
    assert len(files) == 4
    assert all(file.stat().st_size <= 500_000 for file in files)


def test_where_nothing_can_be_written_nothing_is_logged(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file")
    with set_up_log(tmp_path):
        logging.getLogger("claimlight").warning("to nowhere")
    assert (tmp_path / "logs").read_text() == "a file"


def test_a_crash_leaves_its_trace(tmp_path: Path) -> None:
    script = (
        "import faulthandler, sys; from pathlib import Path; from claimlight.store.log import set_up_log\n"
        "log = set_up_log(Path(sys.argv[1])); faulthandler._sigabrt()"
    )
    crashing = start_python(script, tmp_path)
    crashing.communicate(timeout=60)
    assert crashing.returncode != 0
    assert "Fatal Python error: Aborted" in (tmp_path / "logs" / "crashes.log").read_text()
