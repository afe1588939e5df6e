"""After the first check each hint about a highlight stands on its row, too, is spoken, and goes when it is mended."""

import pytest

from claimlight.ui.margin_notes import _NoteView
from robots import Student

WIDE = "Too wide. Some of these words are not part of it."
NARROW = "Too narrow. Key words stand beside it."
LABEL = "The right words. Would another label fit better?"


@pytest.fixture
def reader(student: Student) -> Student:
    """After a first check of the lesson that counts words."""
    student.opens("significant-losses")
    student.highlights("more than 7,000", as_="unverified-figure")
    student.highlights("1,351 Russian soldiers had been killed", as_="claim")
    student.highlights("dismissed the images of the dead", as_="denial")
    student.checks_once()
    return student


def hints(reader: Student) -> list[str]:
    """The hint of each row that has one, as a screen reader reads it."""
    return [row.split(". Hint: ")[1] for row in reader.list_rows() if ". Hint: " in row]


def beside(reader: Student) -> list[str]:
    return [note.accessibleName() for note in reader.all(_NoteView)]


def test_a_hint_stands_on_its_row_and_in_the_margin(reader: Student) -> None:
    assert len(hints(reader)) >= 2
    assert LABEL in hints(reader)
    assert NARROW in hints(reader)
    assert "Right words. Try another label." in beside(reader)
    assert "One stops too soon." in beside(reader)


def test_it_is_spoken_when_the_highlight_is_entered(reader: Student) -> None:
    reader.goes_to(reader.highlight_on("1,351 Russian soldiers had been killed"))
    assert reader.heard_last().endswith(f". Hint: {LABEL}")


def test_what_is_mended_has_no_hint_any_more_and_undo_brings_it_back(reader: Student) -> None:
    mark = reader.highlight_on("1,351 Russian soldiers had been killed")
    reader.goes_to(mark)
    reader.presses(reader.key_of("unverified-figure"))
    assert LABEL not in hints(reader)
    assert "Right words. Try another label." not in beside(reader)
    assert NARROW in hints(reader), "the others stay"
    reader.presses("Ctrl+Z")
    assert LABEL in hints(reader)
    assert "Right words. Try another label." in beside(reader)


def test_a_note_changes_nothing_about_a_hint_and_removing_takes_it_along(reader: Student) -> None:
    mark = reader.highlight_on("1,351 Russian soldiers had been killed")
    before = hints(reader)
    reader.session.set_note(mark.id, "Who counted?")
    assert hints(reader) == before
    reader.goes_to(mark)
    reader.presses("Del")
    assert LABEL not in hints(reader)
    assert "Right words. Try another label." not in beside(reader)


def test_hints_come_back_with_the_lesson_and_go_together(reader: Student) -> None:
    mark = reader.highlight_on("1,351 Russian soldiers had been killed")
    reader.goes_to(mark)
    reader.presses(reader.key_of("unverified-figure"))
    before = hints(reader)
    reader.restarts()
    reader.opens("significant-losses")
    assert hints(reader) == before, "what was mended before stays mended"
    reader.clicks("Hide hints")
    assert hints(reader) == []
    assert not any("One" in note for note in beside(reader))


def test_a_narrow_window_shows_the_hint_of_the_row_in_hand(reader: Student) -> None:
    reader.window.resize(1024, 600)
    reader.goes_to(reader.highlight_on("1,351 Russian soldiers had been killed"))
    assert reader.room.saying.card.isVisible()
    assert reader.sees(LABEL)
