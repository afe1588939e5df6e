"""Words that a teacher says open the answers to a homework; whom a lesson comes from is told."""

from pathlib import Path

import pytest

from account_robot import STORM
from claimlight.core.lesson import Mode
from claimlight.store.classbook import Classbook
from claimlight.ui.about_lesson import AboutLesson
from claimlight.ui.cards import LessonCard
from claimlight.ui.review_card import ReviewDock
from claimlight.ui.words_question import WordsQuestion
from classroom import given, teacher
from robot_hands import wait_until
from robots import Student

WORDS = "acorn bridge candle dolphin echo"


@pytest.fixture
def waiting(student: Student, book: Classbook, three_lessons: Path, tmp_path: Path) -> Student:
    """Mila's homework is closed, and there are words for its answers."""
    student.is_now("Mila")
    student.start.desk.open_file(given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, words=WORDS))
    for words, label in STORM:
        student.highlights(words, as_=label)
    assert not student.command("say-words").isEnabled()
    student.presses("Ctrl+Return")
    return student


def test_the_right_words_open_the_answers_and_wrong_ones_are_told(waiting: Student) -> None:
    waiting.clicks("I have the words")
    waiting.types("acorn bridge candle dolphin able")
    waiting.presses("Return")
    wait_until(lambda: waiting.sees("These are not the words."), "what is wrong")
    assert waiting.hears("These are not the words.")
    waiting.types(WORDS)
    waiting.presses("Return")
    wait_until(lambda: waiting.all(ReviewDock), "the answers")
    assert not waiting.all(WordsQuestion)
    assert waiting.point_rows()
    assert not waiting.command("say-words").isEnabled()
    waiting.presses("Ctrl+W")
    waiting.restarts()
    waiting.clicks(next(card for card in waiting.all(LessonCard) if card.card.given))
    assert waiting.all(ReviewDock), "they stay open"


def test_the_words_can_be_said_by_the_menu_and_left_with_esc(waiting: Student) -> None:
    waiting.command("say-words").trigger()
    assert waiting.all(WordsQuestion)
    waiting.presses("Esc")
    assert not waiting.all(WordsQuestion)
    assert waiting.session.waiting


def test_without_words_nobody_is_asked_for_them(
    student: Student, book: Classbook, three_lessons: Path, tmp_path: Path
) -> None:
    student.is_now("Mila")
    student.start.desk.open_file(given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path))
    student.room.session.finish()
    assert not student.can_press("I have the words")
    assert not student.command("say-words").isEnabled()


def test_about_this_lesson_says_who_made_it(
    student: Student, book: Classbook, three_lessons: Path, tmp_path: Path
) -> None:
    student.start.desk.open_file(given(book, three_lessons / "storm-damage", Mode.PRACTICE, tmp_path))
    student.command("about-lesson").trigger()
    (card,) = student.all(AboutLesson)
    assert student.sees("Author: ")
    assert student.sees("Licence: CC")
    assert student.sees("The author’s mark: ")
    assert student.focused() is card.close_button
    student.presses("Esc")
    assert not student.all(AboutLesson)
    student.presses("Ctrl+W")
    assert not student.command("about-lesson").isEnabled()


def test_a_lesson_from_another_computer_says_so_when_it_opens(
    student: Student, book: Classbook, three_lessons: Path, tmp_path: Path
) -> None:
    line = "This lesson comes from a different computer than before. Ask your teacher."
    folder = three_lessons / "storm-damage"
    student.start.desk.open_file(given(book, folder, Mode.PRACTICE, tmp_path))
    assert not student.sees(line)
    student.presses("Ctrl+W")
    with teacher(tmp_path / "another") as other:
        student.start.desk.open_file(given(other, folder, Mode.HOMEWORK, tmp_path))
    assert student.sees(line)
    student.clicks("Close this message")
    student.command("about-lesson").trigger()
    assert student.sees(line)
