"""A student at a real window, on a data folder of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from robots import Student


@pytest.fixture
def student(qapp: object, tmp_path: Path) -> Iterator[Student]:
    student = Student(tmp_path / "data")
    yield student
    student.leaves()
