"""Every lesson that comes along can be finished: opened, answered from its key, checked twice, revealed."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from claimlight.core.sayings import asked_links
from claimlight.files.course_file import read_course
from claimlight.files.places import lessons
from claimlight.ui.review_card import ReviewDock
from robots import Student

COURSE = read_course(lessons())
ASKED = {"source": "source", "evidence": "status"}


@pytest.fixture
def reader(qapp: object, tmp_path: Path) -> Iterator[Student]:
    """Somebody with all lessons."""
    student = Student(tmp_path / "data", shipped=lessons())
    yield student
    student.leaves()


@pytest.mark.parametrize("slug", COURSE.lessons if COURSE is not None else ())
def test_who_knows_the_answers_gets_every_point(reader: Student, slug: str) -> None:
    reader.start.desk.show_shelf()
    if reader.can_press("Tests before and after"):
        reader.clicks("Tests before and after")
    reader.opens(slug)
    answers_everything(reader)
    assert reader.marked() == reader.kept()
    assert set(reader.marked()) <= set(reader.painted())
    reader.checks_once()
    assert not reader.session.closed
    reader.checks_once()
    assert reader.session.closed
    assert reader.all(ReviewDock), "the answers are out"
    grade = reader.session.grade()
    assert grade is not None
    assert grade.score == Fraction(100)


def answers_everything(reader: Student) -> None:
    """Mark each answer that counts, and say all that the lesson asks about it."""
    session = reader.session
    assert session.key is not None
    made: dict[str, str] = {}
    required = [item for item in session.key.items if not item.optional and item.id not in session.lesson.example]
    for item in required:
        id = session.highlight(item.main.span, item.label)
        assert id is not None
        made[item.id] = id
        for asked in session.lesson.ask:
            if asked in ASKED and item.attribute(ASKED[asked]):
                session.set_attribute(id, ASKED[asked], item.attribute(ASKED[asked])[:1])
    for item in required:
        for link in item.links:
            if link.type in asked_links(session.lesson.ask) and link.item in made:
                session.link(made[item.id], link.type, made[link.item])
