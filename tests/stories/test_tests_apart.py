"""A lesson that is kept for a test before and after another one is not read by chance."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.files.places import lessons
from robots import Student

LESSON, TEST = "Champions, a bent goalpost and a very full field", "The swan, the Duchess and a very full river"


@pytest.fixture
def student(qapp: object, tmp_path: Path) -> Iterator[Student]:
    for slug in ("canteen-survey", "stadium-crowd", "stadium-crowd-b"):
        shutil.copytree(lessons() / slug, tmp_path / "lessons" / slug)
    student = Student(tmp_path / "data", shipped=tmp_path / "lessons")
    yield student
    student.leaves()


def test_it_is_not_offered_and_can_be_asked_for(student: Student) -> None:
    assert LESSON in student.cards()
    assert TEST not in student.cards(), "the first minute does not offer it"
    assert not student.can_press("More lessons"), "nor does it count as another lesson"
    student.start.desk.show_shelf()
    assert LESSON in student.cards()
    assert TEST not in student.cards()
    assert student.sees("2 lessons on this laptop")
    student.clicks("Tests before and after")
    assert student.cards()[-1] == TEST
    assert not student.can_press("Tests before and after")
    student.presses("Return")
    assert student.session.lesson.slug == "stadium-crowd-b"


def test_a_search_finds_it(student: Student) -> None:
    student.start.desk.show_shelf()
    student.types("/")
    student.types("duchess")
    assert student.cards() == [TEST]
    assert student.sees("Tests before and after")


def test_begun_work_stands_with_the_other_begun_work(student: Student) -> None:
    student.start.desk.show_shelf()
    student.clicks("Tests before and after")
    student.presses("Return")
    student.highlights(student.text.sentences[0].span, as_="claim")
    student.clicks("Shelf")
    assert TEST in student.cards()
    assert not student.can_press("Tests before and after")
