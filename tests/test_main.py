"""Where a start is sent: the window, the self-test, or a command that never loads Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimlight import __version__
from claimlight.__main__ import first_word, wants_app


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
