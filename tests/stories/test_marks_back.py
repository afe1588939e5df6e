"""Marks come back into the reading room: with the answers, without them, and on a computer of somebody else."""

from dataclasses import replace
from pathlib import Path

import pytest

from account_robot import STORM
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import read_lesson
from claimlight.grading.receipt import Fate
from claimlight.handin.drop_folder import ANSWERS, MARKS, DropFolder
from claimlight.handin.feedback import Comment, Override
from claimlight.store.classbook import Classbook
from claimlight.ui.cards import LessonCard
from claimlight.ui.points import PointsPanel
from claimlight.ui.review_card import ReviewDock
from claimlight.ui.teacher_note import TeacherNote
from claimlight.ui.words_question import WordsQuestion
from claimlight.wording.points import total_text
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.marks_back import shown_marks
from claimlight.work.teaching import OneClass, let_go
from classroom import class_with, given, stick
from robot_hands import wait_until
from robots import Student

COMMENT = Comment("Look once more at who says what.")


@pytest.fixture
def to(book: Classbook) -> OneClass:
    return class_with(book, ("Mila", "Jonas"))


@pytest.fixture
def drop(tmp_path: Path, to: OneClass) -> DropFolder:
    return stick(tmp_path / "stick", to)


def hands_in(student: Student, file: Path, drop: DropFolder) -> None:
    """Mila does the storm as it is in `file`, hands it in, and the stick is gone again."""
    student.is_now("Mila")
    student.opens_file(file)
    student.finishes(STORM)
    student.puts_in(drop.path.parent)
    student.clicks("Hand in (1 person, 1 lesson)")
    wait_until(lambda: student.sees("Copied and checked"), "the end")
    student.takes_out(drop.path.parent)


def comes_back(student: Student, book: Classbook, drop: DropFolder) -> None:
    collect(book, drop.path, "7b")
    item = "f1"

    def said(submission):  # type: ignore[no-untyped-def]
        return (Override(item, "1", "You said it in class."),), (
            COMMENT,
            Comment("This is a number.", highlight=submission.work[0].id),
        )

    assert give_back(book, drop, "7b", said=said) == 1
    student.puts_in(drop.path.parent)
    wait_until(lambda: student.sees("Marks came back for 1 lesson."), "the marks")


@pytest.mark.parametrize("mode", list(Mode))
def test_the_marked_work_opens_with_what_the_teacher_says(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path, mode: Mode
) -> None:
    hands_in(student, given(book, three_lessons / "storm-damage", mode, tmp_path, to=to), drop)
    if mode is not Mode.PRACTICE:
        assert student.session.waiting
    comes_back(student, book, drop)
    (note,) = student.all(TeacherNote)
    said = note.accessibleName()
    assert said.startswith("Your teacher has marked this: ")
    assert "Your teacher changed one answer: " in said
    assert "The reason: “You said it in class.”" in said
    assert "Your teacher: “Look once more at who says what.”" in said
    assert "Your teacher on “up to 900 homes”: “This is a number.”" in said
    assert student.hears("Your teacher has marked this: ")
    assert student.all(ReviewDock), "the points, one card at a time"
    assert student.all(PointsPanel)
    assert ("The answers stay with your teacher." in said) is (mode is Mode.ASSESSMENT)
    missed = [mark for mark in student.page._overlay if mark.id.startswith("item:")]
    assert bool(missed) is (mode is not Mode.ASSESSMENT), "what was missed is on the page, but for an assessment"
    assert len(student.painted()) >= 3
    student.clicks("Put this away")
    assert not student.all(TeacherNote)
    student.presses("Ctrl+W")
    assert any(card.card.status.startswith("Marked: ") for card in student.all(LessonCard))


def test_the_points_of_an_assessment_add_up_and_tell_no_answer(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    hands_in(student, given(book, three_lessons / "storm-damage", Mode.ASSESSMENT, tmp_path, to=to), drop)
    comes_back(student, book, drop)
    marks = student.start.desk._study.marks(student.session.attempt)
    key = read_lesson(three_lessons / "storm-damage").texts[0].key
    assert marks is not None
    assert key is not None
    for answer in key.items:
        assert answer.explanation not in marks.receipt
    told = shown_marks(marks)
    room = student.start.desk.lesson.room
    assert room is not None
    assert room.reveal is not None
    rows = [answer.row for answer in room.reveal._answers]
    assert len(rows) == len([item for item in key.items if not item.optional]) + len(
        [mark for mark in told.highlights if mark.fate is not Fate.MATCHED]
    )
    text = student.session.article.text
    marked = {" ".join(text[each.span].split()) for each in student.session.annotations.values()}
    assert {row.words for row in rows} <= {*marked, "Words that you did not mark"}
    assert student.sees(total_text(told.points, told.possible))
    shown = room.reveal._answers
    assert len({answer.mark for answer in shown}) < len(shown), "a mark of this work is in two rows"
    for number in range(len(shown)):
        room.reveal.show_answer(number)
        assert room.reveal._number == number, "who goes on comes to the end"
    missed = next(number for number, row in enumerate(rows) if row.words == "Words that you did not mark")
    room.reveal.show_answer(missed)
    assert "".join(piece.text for piece in shown[missed].card.sentence) == "The answers stay with your teacher."
    assert student.sees("An answer, missed")
    assert "You said it in class." in " ".join(" ".join(answer.card.teacher) for answer in room.reveal._answers)


def test_a_homework_reveals_what_the_teacher_lets_go(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    hands_in(student, given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, to=to), drop)
    assert student.session.waiting
    let_go(book, drop, student.session.attempt.lesson_hash)
    student.puts_in(drop.path.parent)
    wait_until(lambda: student.all(ReviewDock), "the answers")
    assert student.sees("The answers to 1 lesson may be seen now.")


def test_a_release_is_taken_by_hand_and_a_forged_one_is_refused(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    hands_in(student, given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, to=to), drop)
    let_go(book, drop, student.session.attempt.lesson_hash)
    (release,) = (drop.path / ANSWERS).iterdir()
    forged = tmp_path / "forged.claimrelease"
    forged.write_bytes(release.read_bytes().replace(b"said", b"sayd", 1))
    student.drops(forged)
    wait_until(lambda: student.sees("forged.claimrelease"), "the refusal")
    assert student.session.waiting
    student.drops(release)
    wait_until(lambda: student.all(ReviewDock), "the answers")


def test_marks_open_by_words_where_their_student_never_worked(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    file = given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, to=to)
    hands_in(student, file, drop)
    comes_back(student, book, drop)
    words = student.start.desk._study.words_of_marks()
    assert student.sees(f"These marks open on any computer with your five words: {words}")
    (marks,) = (drop.path / MARKS).iterdir()
    student.leaves()
    other = Student(tmp_path / "other", shipped=three_lessons)
    try:
        other.start.desk.open_file(file)
        other.presses("Ctrl+W")
        other.drops(marks)
        wait_until(lambda: other.all(WordsQuestion), "the question")
        other.types("these are not the words")
        other.presses("Return")
        wait_until(lambda: other.sees("These are not the words."), "what is wrong")
        other.types(words)
        other.presses("Return")
        wait_until(lambda: other.all(TeacherNote), "the note")
        assert other.all(ReviewDock)
        assert other.sees("Look once more at who says what.")
    finally:
        other.leaves()


@pytest.mark.parametrize("mode", list(Mode))
def test_marks_open_where_their_lesson_never_was(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path, mode: Mode
) -> None:
    hands_in(student, given(book, three_lessons / "storm-damage", mode, tmp_path, to=to), drop)
    comes_back(student, book, drop)
    words = student.start.desk._study.words_of_marks()
    (marks,) = (drop.path / MARKS).iterdir()
    student.leaves()
    nothing = tmp_path / "no lessons"
    nothing.mkdir()
    other = Student(tmp_path / "other", shipped=nothing)
    try:
        other.drops(marks)
        wait_until(lambda: other.all(WordsQuestion), "the question")
        other.types(words)
        other.presses("Return")
        wait_until(lambda: other.all(TeacherNote), "the note")
        assert other.sees("Look once more at who says what.")
        assert {each.quote.exact for each in other.session.annotations.values()} == {words for words, _label in STORM}
        assert len(other.painted()) >= 3
        assert other.all(ReviewDock)
        assert not other.can_press("Start again")
        desk = other.start.desk
        desk.lesson.tell_about()
        desk.lesson.show_what_came()
        desk.lesson.show_again()
        wait_until(lambda: other.sees("Look once more at who says what."), "the same marked page, made anew")
        other.presses("Ctrl+W")
        assert not [card for card in other.all(LessonCard) if card.card.status], "nothing of it is kept"
    finally:
        other.leaves()


def test_marks_of_before_say_which_lesson_they_need(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    """Marks that an older program made hold no lesson."""
    hands_in(student, given(book, three_lessons / "storm-damage", Mode.ASSESSMENT, tmp_path, to=to), drop)
    comes_back(student, book, drop)
    study = student.start.desk._study
    marks = study.marks(student.session.attempt)
    assert marks is not None
    with pytest.raises(LessonError, match="marks-without-lesson"):
        study.page_of_marks(replace(marks, lesson_file="", lesson_hash="another"))


def test_handed_in_work_is_for_the_teacher(student: Student, tmp_path: Path) -> None:
    work = tmp_path / "a.claimwork"
    work.write_bytes(b"{}")
    student.drops(work)
    wait_until(lambda: student.sees("a.claimwork is work that was handed in. Only your teacher can open it."), "it")
