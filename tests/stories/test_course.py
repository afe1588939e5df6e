"""The lessons stand on the shelf as a course, in its order, under the title of each group."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.files.places import lessons
from claimlight.ui.controls import Caption
from robots import Student, titles

FIRST = ["canteen-survey", "lost-dog", "stadium-crowd", "factory-smell"]


@pytest.fixture
def student(qapp: object, tmp_path: Path) -> Iterator[Student]:
    for slug in (*FIRST, "piscine-fermee", "stadium-crowd-b"):
        shutil.copytree(lessons() / slug, tmp_path / "lessons" / slug)
    shutil.copy(lessons() / "course.toml", tmp_path / "lessons")
    student = Student(tmp_path / "data", shipped=tmp_path / "lessons")
    yield student
    student.leaves()


def test_the_course_stands_in_its_order_and_other_languages_apart(student: Student) -> None:
    assert student.sees("1 harder one, grade 7 · 1 in another language")
    student.clicks("More lessons")
    named = titles(student.shipped or lessons())
    assert student.cards() == [named[slug] for slug in (*FIRST, "piscine-fermee")]
    assert shown(student) == ["The course", "In other languages"]


def test_what_is_begun_leaves_the_course_for_its_own_group(student: Student) -> None:
    student.opens("lost-dog")
    student.highlights(student.text.sentences[0].span, as_="claim")
    student.clicks("Shelf")
    assert shown(student) == ["Continue", "The course", "In other languages"]


def shown(student: Student) -> list[str]:
    known = ("Continue", "New", "The course", "In other languages", "Tests before and after")
    return [caption.text() for caption in student.all(Caption) if caption.text() in known]
