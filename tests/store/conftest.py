"""A lesson to work on, and a workbook in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.core.attempt import Attempt
from claimlight.core.identity import Clock, NewId
from claimlight.core.lesson import Lesson, Mode
from claimlight.store.data_folder import DataFolder, open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from store.student import Student, make_lesson


@pytest.fixture
def lesson() -> Lesson:
    return make_lesson()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    with open_data_folder(tmp_path / "data") as folder:
        yield folder


@pytest.fixture
def workbook(folder: DataFolder, ids: NewId, clock: Clock) -> Iterator[Workbook]:
    workbook = open_workbook(folder, new_id=ids, clock=clock)
    yield workbook
    workbook.close()


@pytest.fixture
def attempt(workbook: Workbook, lesson: Lesson) -> Attempt:
    workbook.keep_lesson(lesson, b"the lesson's file")
    return workbook.open_attempt(workbook.last_person(), lesson, "article", Mode.PRACTICE)


@pytest.fixture
def student(workbook: Workbook, attempt: Attempt, ids: NewId) -> Student:
    return Student(workbook, attempt, ids)
