"""Facts of works, and other teachers' answers, in the classbook."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.files.places import lessons
from claimlight.store.classbook import Classbook
from claimlight.store.facts import SecondKey
from class_of_works import a_class
from classroom import teacher


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Classbook]:
    with teacher(tmp_path / "teacher") as classbook:
        yield classbook


def test_facts_go_with_the_work_that_they_are_about(book: Classbook, tmp_path: Path) -> None:
    to = a_class(book, tmp_path / "stick", lessons() / "storm-damage", 3)
    lesson = next(book.classes.received(to.students.id)).lesson
    first, *others = book.facts.of_lesson(to.students.id, lesson)
    assert first.facts
    assert book.facts.packed(to.students.id, first.id)
    book.facts.keep(to.students.id, "another key", 7, [(first.id, b"{}"), ("not here", b"{}")])
    again, *same = book.facts.of_lesson(to.students.id, lesson)
    assert (again.key_hash, again.grader, again.facts, same) == ("another key", 7, b"{}", others)
    with pytest.raises(ValueError, match="no work"):
        book.facts.packed(to.students.id, "not here")
    with pytest.raises(ValueError, match="no class"):
        book.facts.of_lesson("not here", lesson)


def test_other_teachers_answers_are_kept_by_lesson(book: Classbook) -> None:
    kept = SecondKey("1", "Noor", "[]")
    book.facts.add_second_key("hash", kept)
    assert book.facts.second_keys("hash") == (kept,)
    assert book.facts.second_keys("another") == ()
    book.facts.remove_second_key("1")
    assert book.facts.second_keys("hash") == ()
