"""A lesson with a plain-language version: each version is a page of its own."""

from pathlib import Path

import pytest

from claimlight.files.places import lessons
from claimlight.ui.cards import LessonCard
from lesson_maker import built_lesson
from robots import Student

DOG = "lost-dog"


@pytest.fixture
def reader(qapp: object, tmp_path: Path):  # type: ignore[no-untyped-def] # a generator of one student
    student = Student(tmp_path / "data", shipped=lessons())
    student.opens(DOG)
    yield student
    student.leaves()


def some_words(student: Student, at: int) -> str:
    """The first words of a paragraph."""
    block = student.text.blocks[at]
    return student.text[block.span][:20].rsplit(" ", 1)[0]


def test_each_version_keeps_its_own_marks(reader: Student) -> None:
    assert reader.session.article.name == "article"
    full = some_words(reader, 1)
    reader.highlights(full, as_="claim")
    reader.presses("Ctrl+Shift+L")
    assert reader.session.article.name == "plain"
    assert reader.marked() == []
    assert reader.sees("This is the plain-language version. Your highlight stays with the other version")
    assert reader.command("plain").isChecked()
    plain = some_words(reader, 0)
    reader.highlights(plain, as_="claim")
    reader.clicks("The full article")
    assert reader.marked() == [("claim", full)]
    assert not reader.command("plain").isChecked()
    reader.clicks("Plain language")
    assert reader.kept() == [("claim", plain)]


def test_without_marks_a_change_is_only_spoken(reader: Student) -> None:
    reader.presses("Ctrl+Shift+L")
    assert reader.heard_last() == "This is the plain-language version."
    assert not reader.sees("This is the plain-language version.")
    assert reader.focused() is reader.page


def test_the_shelf_goes_on_with_the_version_read_last(reader: Student) -> None:
    reader.highlights(some_words(reader, 1), as_="claim")
    reader.presses("Ctrl+Shift+L")
    for at in (0, 1):
        reader.highlights(some_words(reader, at), as_="claim")
    reader.presses("Ctrl+W")
    card = next(card.card for card in reader.all(LessonCard) if card.card.highlights)
    assert card.highlights == 2
    reader.restarts()
    reader.opens(DOG)
    assert reader.session.article.name == "plain"


def test_the_check_takes_the_answers_of_its_own_version(reader: Student) -> None:
    reader.presses("Ctrl+Shift+L")
    key = reader.session.key
    assert key is not None
    for item in key.items:
        reader.session.highlight(item.main.span, item.label)
    while not reader.session.closed:
        reader.session.check(confirmed_few=True)
    grade = reader.session.grade()
    assert grade is not None
    assert {verdict.item for verdict in grade.items} == {item.id for item in key.items}
    assert {str(verdict.outcome) for verdict in grade.items} == {"exact"}
    reader.presses("Ctrl+Shift+L")
    assert reader.session.article.name == "article"
    assert not reader.session.closed
    reader.presses("Ctrl+W")
    reader.opens(DOG)
    reader.presses("Ctrl+Shift+L")
    assert reader.session.closed
    assert reader.session.article.name == "plain"


def test_a_lesson_of_one_version_offers_no_other(reader: Student, tmp_path: Path) -> None:
    lesson = built_lesson(tmp_path / "one")
    reader.restarts(lesson)
    assert not reader.command("plain").isEnabled()
    assert not reader.can_press("Plain language")
