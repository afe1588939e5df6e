"""Words that the lesson explains: by pointing, by a key, and as a list, without a step in the way of marking."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from claimlight.files.lesson_folder import build_folder
from claimlight.ui.glossary import Glossary
from claimlight.ui.words_explained import WordsExplained
from lesson_maker import built_lesson, write_lesson
from robot_hands import wait_until
from robots import Student

GLOSSARY = """
[[glossary]]
term = "fares"
meaning = "the money for a ride"

[[glossary]]
term = "nobody counted"
meaning = "there is no number"

[[glossary]]
term = "tram"
meaning = "a train in the street"
"""


@pytest.fixture
def reader(qapp: object, tmp_path: Path) -> Iterator[Student]:
    lesson = write_lesson(tmp_path / "words")
    with (lesson / "lesson.toml").open("a", encoding="utf-8") as sheet:
        sheet.write(GLOSSARY)
    build_folder(lesson)
    student = Student(tmp_path / "data", path=lesson)
    yield student
    student.leaves()


def glossary(student: Student) -> Glossary:
    found = student.room.aids.glossary
    assert found is not None
    return found


def points_at(student: Student, words: str) -> None:
    span = student.span(words)
    student.places(span)
    QTest.mouseMove(student.page.viewport(), student.page.rect_of(span).center())


def test_g_walks_from_word_to_word_and_says_them(reader: Student) -> None:
    reader.presses("Ctrl+Home", "G")
    assert reader.heard_last() == "Fares: the money for a ride"
    assert reader.sees("the money for a ride")
    reader.presses("G")
    assert reader.heard_last() == "Fares: the money for a ride", "in the next paragraph"
    reader.presses("G")
    assert reader.heard_last() == "Nobody counted: there is no number"
    reader.presses("Esc")
    assert glossary(reader).shown is None


def test_pointing_shows_the_meaning_and_marking_takes_it_away(reader: Student) -> None:
    points_at(reader, "Nobody counted")
    wait_until(lambda: glossary(reader).shown is not None, "the card")
    assert reader.sees("there is no number")
    made = reader.highlights("Nobody counted them", as_="claim")
    assert glossary(reader).shown is None
    assert made.quote.exact == "Nobody counted them"


def test_nothing_comes_while_words_are_selected(reader: Student) -> None:
    reader.drags("Some 400 people")
    reader.presses("G")
    assert reader.heard_last() == "No word of the selection is explained."
    assert reader.page.selection() == reader.span("Some 400 people")


def test_the_list_leads_to_the_first_place(reader: Student) -> None:
    reader.clicks("Words explained")
    (shown,) = reader.all(WordsExplained)
    rows = [shown.words.item(n).text() for n in range(shown.words.count())]
    assert rows[0] == "fares: the money for a ride"
    assert rows[2] == "tram: a train in the street", "a word that is not in this text is explained, too"
    reader.presses("Down", "Return")
    assert not shown.isVisible()
    assert reader.page.caret == reader.span("Nobody counted").start
    assert reader.focused() is reader.page
    assert reader.sees("there is no number")


def test_esc_gives_the_keyboard_back(reader: Student) -> None:
    reader.page.setFocus()
    reader.command("words").trigger()
    reader.presses("Esc")
    assert not reader.all(WordsExplained)
    assert reader.focused() is reader.page


def test_a_page_without_such_words_has_no_key_for_them(reader: Student) -> None:
    reader.leaves()
    plain = built_lesson(reader.folder.parent / "plain", id="4b7f54a0-4a4b-4d0d-9a37-0c1f2f6f2a12", slug="none")
    reader.starts(plain)
    assert not reader.command("words").isEnabled()
    assert not reader.command("explain").isEnabled()
