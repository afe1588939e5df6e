"""The self-test, as somebody runs it on a machine without a screen."""

import os
import subprocess
import sys
from pathlib import Path

import claimlight


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    without_screen = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    without_screen |= {"PYTHONPATH": str(Path(claimlight.__file__).parents[1])} | environ
    command = [sys.executable, "-m", "claimlight", *words]
    return subprocess.run(command, env=without_screen, capture_output=True, text=True, check=False, timeout=120)


def test_it_works_through_the_first_lesson_and_prints_the_grade(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = run("self-test", "--screenshot", str(picture), XDG_DATA_HOME=str(tmp_path / "home"))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "Class 6B has news about lunch"
    assert lines[-2:] == ["6 of 6 points. Secure.", "Handed in to a folder and collected: the same points."]
    assert all(line.startswith("  ") for line in lines[1:-2])
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000
    assert not (tmp_path / "home").exists(), "it leaves nothing in anybody's data folder"


def test_a_picture_without_a_self_test_is_refused(tmp_path: Path) -> None:
    done = run("--screenshot", str(tmp_path / "window.png"), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "--screenshot goes with self-test" in done.stderr
    assert done.stderr.count("\n") == 1
