"""Where a start is sent: the window, the self-test, or a command that never loads Qt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimlight import __version__
from claimlight.__main__ import first_word, wants_app

DESKTOP = Path(__file__).parent.parent / "desktop"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "self-test",
        "self-test --screenshot page.png",
        "storm.claimlesson",
        "lessons/storm-damage",
        "./storm-damage",
        "--data-dir X",
        "--data-dir=X",
        "--data-dir grade self-test",
        "--data-dir build lessons/storm-damage",
    ],
)
def test_the_window_opens_for_no_word_a_path_and_the_self_test(words: str) -> None:
    assert wants_app(words.split())


@pytest.mark.parametrize(
    "words",
    [
        "build lessons/storm-damage",
        "check .",
        "grade a.claimlesson b.json",
        "--data-dir X backup -o all.zip",
        "--help",
        "--data-dir X --version",
        "chekc lessons/storm-damage",
    ],
)
def test_commands_need_no_window(words: str) -> None:
    assert not wants_app(words.split())


def test_a_lesson_folder_right_here_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / "storm-damage").mkdir()
    (tmp_path / "storm-damage" / "lesson.toml").touch()
    assert wants_app(["storm-damage"])
    assert not wants_app(["build"])


def test_the_first_word_is_no_option_and_no_data_folder() -> None:
    assert first_word(["--data-dir", "grade", "--now", "check", "x"]) == "check"
    assert first_word(["--data-dir"]) is None


def test_the_version_is_told_without_loading_anything_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "claimlight", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"claimlight {__version__}\n"
    assert not any(name in done.stderr for name in ("PySide6", "click", "sqlite", "markdown", "argparse"))


def start(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "importtime", "-m", "claimlight", *words]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False)


def test_without_a_display_the_window_says_so_and_loads_no_qt() -> None:
    done = start(PYTHONPATH=str(DESKTOP))
    assert done.returncode == 2
    assert "so the window cannot open; “claimlight self-test” works without one." in done.stderr
    assert "PySide6" not in done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there, so the pair is sound")
@pytest.mark.parametrize("words", [(), ("self-test",)])
def test_the_pair_that_crashes_is_refused_before_qt_is_loaded(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "pyside6_essentials-6.12.0.dist-info").mkdir()
    done = start(*words, PYTHONPATH=f"{tmp_path}{os.pathsep}{DESKTOP}", DISPLAY=":0")
    assert done.returncode == 2
    assert "PySide6 6.12.0 crashes on Python 3.11" in done.stderr
    assert "PySide6.QtCore" not in done.stderr
