"""A student at a real window, on a data folder of their own, with three of the lessons that come along."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.files.places import lessons
from robots import Student


@pytest.fixture(scope="session")
def three_lessons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An easy one, a middle one, a hard one: the same, however many come along one day."""
    folder = tmp_path_factory.mktemp("lessons")
    for slug in ("canteen-survey", "storm-damage", "significant-losses"):
        shutil.copytree(lessons() / slug, folder / slug)
    return folder


@pytest.fixture
def student(qapp: object, tmp_path: Path, three_lessons: Path) -> Iterator[Student]:
    student = Student(tmp_path / "data", shipped=three_lessons)
    yield student
    student.leaves()
