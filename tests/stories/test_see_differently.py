"""*I see it differently*: one sentence on any card, kept in the file, changed or taken back, and never a point."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import open_lesson
from claimlight.ui.review_card import ReviewDock
from lesson_maker import given_out
from robot_hands import settle
from robots import Student

WORDS = "Because he saw the boats himself."


def marks_three(reader: Student) -> None:
    reader.highlights("up to 900 homes", as_="unverified-figure")
    reader.highlights("about 50 boats", as_="claim")
    reader.highlights("people stood in their doorways", as_="claim")


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("storm-damage")
    marks_three(student)
    student.checks()
    return student


def kept(reader: Student) -> list[tuple[str, str, str]]:
    """(item, highlight, words) as they are in the file."""
    found = reader.session._workbook.challenges(reader.session.attempt)
    return [(each.item, each.highlight, each.words) for each in found]


def dock(reader: Student) -> ReviewDock:
    (found,) = reader.all(ReviewDock)
    return found


def test_a_sentence_is_kept_shown_and_costs_nothing(reader: Student) -> None:
    before = reader.session.grade()
    reader.clicks_row(reader.points, "about 50 boats")
    reader.clicks("I see it differently")
    assert reader.sees("Only you see this.")
    assert reader.sees("One sentence. Enter keeps it, Esc leaves it.")
    reader.types(WORDS)
    reader.presses("Return")
    assert reader.sees(f"You: “{WORDS}”")
    assert reader.sees("Only you see this.")
    assert reader.heard_last() == "Kept. Only you see this. It costs nothing."
    assert dock(reader).hasFocus(), "N goes on"
    ((item, highlight, words),) = kept(reader)
    assert (bool(item) != bool(highlight), words) == (True, WORDS)
    assert reader.session.grade() == before
    reader.presses("N")
    assert not reader.sees(WORDS)
    reader.presses("P")
    assert reader.sees(WORDS)


def test_n_and_p_are_letters_while_one_writes_and_escape_leaves(reader: Student) -> None:
    card = dock(reader).accessibleName()
    reader.clicks("I see it differently")
    reader.types("np 12 sd")
    assert dock(reader).accessibleName() == card
    assert reader.all(QLineEdit)[-1].text() == "np 12 sd"
    reader.presses("Esc")
    assert not reader.sees("np 12 sd")
    assert kept(reader) == []
    assert reader.can_press("I see it differently")
    assert dock(reader).hasFocus()
    reader.clicks("I see it differently")
    reader.presses("Return")
    assert kept(reader) == [], "nothing was said"


def test_it_is_there_after_a_restart_and_can_be_changed_and_taken_back(reader: Student) -> None:
    reader.clicks("I see it differently")
    reader.types("No.")
    reader.presses("Return")
    reader.restarts()
    reader.opens("storm-damage")
    assert reader.sees("You: “No.”")
    reader.clicks("Change it")
    reader.types(" It is a wish.")
    reader.presses("Return")
    assert [words for _item, _highlight, words in kept(reader)] == ["No. It is a wish."]
    reader.clicks("Take it back")
    assert kept(reader) == []
    assert reader.heard_last() == "Taken back"
    assert reader.can_press("I see it differently")


def test_every_card_takes_one(reader: Student) -> None:
    for _card in reader.point_rows():
        reader.clicks("I see it differently")
        reader.types("So.")
        reader.presses("Return", "N")
    assert len(kept(reader)) == len(reader.point_rows())
    assert len({(item, highlight) for item, highlight, _words in kept(reader)}) == len(reader.point_rows())


def test_going_on_keeps_what_was_being_written(reader: Student) -> None:
    reader.clicks("I see it differently")
    reader.types("Half a sen")
    reader.clicks("Next mark")
    assert [words for _item, _highlight, words in kept(reader)] == ["Half a sen"]
    reader.clicks("I see it differently")
    reader.types("and another")
    reader.clicks("Back to the shelf")
    reader.opens("storm-damage")
    assert [words for _item, _highlight, words in kept(reader)] == ["Half a sen", "and another"]


def test_it_is_one_sentence_of_300_signs(reader: Student) -> None:
    reader.clicks("I see it differently")
    field = reader.all(QLineEdit)[-1]
    field.insert("🙂" * 310)
    field.textEdited.emit(field.text())
    assert field.text() == "🙂" * 300
    reader.presses("Return")
    assert [words for _item, _highlight, words in kept(reader)] == ["🙂" * 300]


def test_larger_text_in_the_middle_of_a_sentence_loses_nothing(reader: Student) -> None:
    reader.clicks("I see it differently")
    reader.types("In the mid")
    reader.presses("Ctrl++", "Ctrl++")
    reader.types("dle.")
    reader.presses("Return")
    assert [words for _item, _highlight, words in kept(reader)] == ["In the middle."]


def test_by_keyboard_alone(reader: Student) -> None:
    reader.tabs_to("I see it differently")
    reader.presses("Return")
    reader.types(WORDS)
    reader.presses("Return")
    assert reader.sees(f"You: “{WORDS}”")
    reader.tabs_to("Take it back")
    reader.presses("Space")
    assert kept(reader) == []


def test_in_homework_it_goes_to_the_teacher(student: Student, three_lessons: Path) -> None:
    student.presses("Ctrl+Shift+N")
    student.types("Mila")
    student.presses("Return")
    student.start.desk.open_file(given_out(three_lessons / "storm-damage", Mode.HOMEWORK))
    marks_three(student)
    student.clicks("Finish and hand in")
    key = open_lesson(three_lessons / "storm-damage").texts[0].key
    assert key is not None
    student.session.release(key)
    settle()
    student.clicks("I see it differently")
    assert student.sees("Your teacher reads this with your work.")
    assert not student.sees("Only you see this.")
