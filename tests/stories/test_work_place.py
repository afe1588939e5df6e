"""A program that was unpacked onto a stick asks at its first start where work is to be kept."""

from pathlib import Path

import pytest

from claimlight.app.work_place import ask_where
from claimlight.store.portable import MARKER, asks_where
from claimlight.store.stick import FOLDER
from robots import Student


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "claimlight-1.0.0"
    folder.mkdir()
    (folder / MARKER).touch()
    return folder


@pytest.fixture
def starts(student: Student, program: Path) -> list[bool]:
    """How often the program was started again."""
    again: list[bool] = []
    ask_where(program, student.window, student.start.settings, lambda: again.append(True))
    return again


def test_beside_the_program_it_starts_again_there(student: Student, program: Path, starts: list[bool]) -> None:
    assert student.sees("Where should your work be kept?")
    student.clicks("Beside the program")
    assert (program / FOLDER).is_dir()
    assert starts == [True]
    assert not student.window.isVisible()


def test_on_this_computer_it_does_not_ask_again(student: Student, program: Path, starts: list[bool]) -> None:
    student.clicks("On this computer")
    assert not student.sees("Where should your work be kept?")
    assert not asks_where(program, student.start.settings)
    assert starts == []


def test_where_nothing_can_be_written_the_window_stays(student: Student, program: Path, starts: list[bool]) -> None:
    (program / FOLDER).write_bytes(b"not a folder")
    student.clicks("Beside the program")
    assert student.sees("Nothing can be written to")
    assert starts == []
