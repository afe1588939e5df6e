"""A teacher makes a class, sets lessons, collects what was handed in and gives it back, on real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.ui.teacher.class_list import ClassList
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.lesson_list import LessonList
from claimlight.ui.teacher.new_class import NewClass
from teacher_robot import Teacher


@pytest.fixture
def teacher(qapp: object, tmp_path: Path, three_lessons: Path) -> Iterator[Teacher]:
    teacher = Teacher(tmp_path / "desk", shipped=three_lessons)
    yield teacher
    teacher.leaves()


def test_lessons_and_classes_are_two_places(teacher: Teacher) -> None:
    teacher.clicks("I teach")
    assert teacher.all(LessonList)
    teacher.clicks("My classes")
    assert teacher.all(ClassList)
    assert teacher.sees("A class is a list of names")
    teacher.clicks("My lessons")
    assert teacher.all(LessonList)


def test_a_class_is_made_of_a_pasted_list(teacher: Teacher) -> None:
    teacher.clicks("I teach")
    teacher.clicks("My classes")
    teacher.clicks("New class")
    page = teacher.all(NewClass)[0]
    page.name.setText("7b")
    page.roster.setPlainText("Ada\nBen\n")
    teacher.clicks("Make the class")
    assert teacher.all(ClassPage)
    assert teacher.sees("Ben")
    assert teacher.window.windowTitle() == "7b – Claimlight"
    teacher.presses("Ctrl+W")
    assert teacher.sees("2 students")
    teacher.clicks("Open “7b”")
    teacher.presses("Escape")
    assert teacher.all(ClassList)
