"""Who takes part: a student or several at a real window, a teacher at another, on data folders of their own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import classroom
from account_robot import Account
from claimlight.files.places import lessons
from claimlight.store.classbook import Classbook
from class_robot import ClassTeacher
from robots import Student
from teacher_robot import Teacher


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


@pytest.fixture
def account(qapp: object, tmp_path: Path, three_lessons: Path) -> Iterator[Account]:
    """The same, on an account that several students share."""
    account = Account(tmp_path / "data", shipped=three_lessons)
    yield account
    account.leaves()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Classbook]:
    """What their teacher keeps, on a computer without a window."""
    with classroom.teacher(tmp_path / "teacher") as book:
        yield book


@pytest.fixture
def teacher(qapp: object, tmp_path: Path, three_lessons: Path) -> Iterator[Teacher]:
    teacher = Teacher(tmp_path / "desk", shipped=three_lessons)
    yield teacher
    teacher.leaves()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def class_teacher(
    qapp: object, tmp_path: Path, three_lessons: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ClassTeacher]:
    """A teacher with classes, who has this stick and no other drive, whatever this computer has."""
    monkeypatch.setattr("claimlight.session.stick_watch.drives", lambda: ())
    monkeypatch.setattr("claimlight.ui.teacher.place_page.drives", lambda: ())
    teacher = ClassTeacher(tmp_path / "desk", shipped=three_lessons)
    teacher.stick = stick
    yield teacher
    teacher.leaves()
