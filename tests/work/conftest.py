"""A class at its edges: a teacher's book, a laptop that students share, a lesson, the command line of the teacher."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimlight.store.classbook import Classbook
from classroom import Laptop, laptop, teacher
from lesson_maker import built_lesson

Run = Callable[..., tuple[int, str, str]]
"""A command by its words: the exit code, what was printed, and what was said about it."""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Classbook]:
    with teacher(tmp_path / "teacher") as book:
        yield book


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Laptop]:
    with laptop(tmp_path / "laptop") as ours:
        yield ours


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Its folder, built."""
    return built_lesson(tmp_path / "fares")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line on the data of the teacher, or of whoever `at` names."""
    from claimlight.cli import main

    def run(*words: object, at: str = "teacher") -> tuple[int, str, str]:
        code = main(["--data-dir", str(tmp_path / at), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
