"""Handing in from the window: one button on the shelf, whatever happens to the stick, and what comes back."""

import shutil
from pathlib import Path

import pytest

from claimlight.core.lesson import Mode
from claimlight.handin.drop_folder import MARKS, WORK, DropFolder
from claimlight.store.classbook import Classbook
from claimlight.ui.cards import LessonCard
from claimlight.ui.roster_card import RosterCard
from claimlight.ui.shelf_card import ShelfState
from claimlight.ui.stick_bar import StickBar
from claimlight.work.collect import collect
from claimlight.work.give_back import give_back
from claimlight.work.results import results
from claimlight.work.teaching import OneClass
from classroom import class_with, given, stick
from robot_hands import wait_until
from robots import Student

STORM = (
    ("up to 900 homes", "unverified-figure"),
    ("about 50 boats", "claim"),
    ("people stood in their doorways", "claim"),
)
CANTEEN = (
    ("half of us throw part of our lunch away every day", "claim"),
    ("two of her cooks left last year", "claim"),
    ("The line is slow because there is only one checkout", "claim"),
)


@pytest.fixture
def to(book: Classbook) -> OneClass:
    return class_with(book, ("Mila", "Jonas", "Cem"))


@pytest.fixture
def drop(tmp_path: Path, to: OneClass) -> DropFolder:
    return stick(tmp_path / "stick", to)


def works(drop: DropFolder) -> list[Path]:
    return sorted((drop.path / WORK).glob("*.claimwork"))


def works_as(student: Student, name: str) -> None:
    student.presses("Ctrl+Shift+N")
    student.types(name)
    student.presses("Return")


def does(student: Student, file: Path, marks: tuple[tuple[str, str], ...] = STORM) -> None:
    """Open a lesson file, mark three times, and finish."""
    student.start.desk.open_file(file)
    if student.can_press("Skip the tour"):
        student.clicks("Skip the tour")
    for words, label in marks:
        student.highlights(words, as_=label)
    if student.session.hands_in:
        student.presses("Ctrl+Return")
    else:
        student.checks()
    assert student.session.closed
    student.presses("Ctrl+W")


def bar(student: Student) -> StickBar | None:
    return next(iter(student.all(StickBar)), None)


def said(student: Student) -> str:
    found = bar(student)
    return found.accessibleName() if found is not None else ""


def statuses(student: Student) -> list[str]:
    return [card.card.status for card in student.all(LessonCard) if card.card.status]


@pytest.fixture
def pair(student: Student, three_lessons: Path, book: Classbook, tmp_path: Path, to: OneClass) -> Student:
    """Mila and Jonas on one account: three lessons of theirs are finished."""
    homework = given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, to=to)
    works_as(student, "Mila")
    does(student, homework)
    does(student, given(book, three_lessons / "canteen-survey", Mode.PRACTICE, tmp_path, to=to), CANTEEN)
    works_as(student, "Jonas")
    does(student, homework)
    return student


def hands_in(student: Student, words: str = "Hand in (2 people, 3 lessons)") -> None:
    student.clicks(words)
    wait_until(lambda: "Copying" not in said(student), "an end of the copying")
    student.waits_for_a_look()


def test_one_button_hands_in_for_everybody_and_says_that_the_stick_may_go(pair: Student, drop: DropFolder) -> None:
    assert bar(pair) is None
    pair.puts_in(drop.path.parent)
    assert said(pair) == "Your class’s stick is here Mila: 2 lessons. Jonas: 1 lesson."
    assert pair.hears("Your class’s stick is here. Hand in (2 people, 3 lessons)")
    hands_in(pair)
    assert said(pair) == "Copied and checked ✓ You may remove the stick. Your teacher has not opened it yet."
    assert len(works(drop)) == 3
    assert statuses(pair) == ["Handed in. Your teacher has not opened it yet."]
    pair.takes_out(drop.path.parent)
    assert bar(pair) is None
    pair.puts_in(drop.path.parent)
    assert bar(pair) is None, "nothing waits any more"


@pytest.mark.parametrize("height", [600, 800])
def test_the_card_that_was_handed_in_stays_in_sight(pair: Student, drop: DropFolder, height: int) -> None:
    pair.window.resize(1024, height)
    pair.puts_in(drop.path.parent)
    hands_in(pair)
    [card] = [one for one in pair.all(LessonCard) if one.card.state is ShelfState.HANDED_IN]
    wait_until(lambda: card.visibleRegion().boundingRect() == card.rect(), "all of the card is to be seen")


def test_by_keyboard_alone(pair: Student, drop: DropFolder) -> None:
    pair.puts_in(drop.path.parent)
    pair.tabs_to("Hand in (2 people, 3 lessons)")
    pair.presses("Return")
    wait_until(lambda: "Copied and checked" in said(pair), "the end")
    assert pair.focused() is bar(pair).close_button
    pair.presses("Return")
    assert bar(pair) is None


def test_the_bar_stands_in_the_reading_room_too(pair: Student, drop: DropFolder) -> None:
    pair.opens("significant-losses")
    pair.puts_in(drop.path.parent)
    assert pair.can_press("Hand in (2 people, 3 lessons)")
    pair.presses("Ctrl+Shift+P")
    assert bar(pair) is None, "not over My progress"


def test_a_stick_that_is_pulled_midway_loses_nothing(pair: Student, drop: DropFolder, tmp_path: Path, book) -> None:
    away = tmp_path / "pulled"

    def pull(done: int, _count: int) -> None:
        if done == 1:
            shutil.move(drop.path, away)

    travelling = pair.start.desk.hand_in().travelling
    travelling.went_on.connect(pull)
    pair.puts_in(drop.path.parent)
    hands_in(pair)
    assert "The folder is not there any more. Your work is safe. Put the stick in again." in said(pair)
    assert pair.hears("Your work is safe")
    travelling.went_on.disconnect(pull)
    shutil.move(away, drop.path)
    pair.waits_for_a_look()
    assert len(works(drop)) == 1
    hands_in(pair, "Hand in (2 people, 2 lessons)")
    assert len(works(drop)) == 3
    report = collect(book, drop.path, "7b")
    assert (report.new, report.known, report.aside) == (3, 0, [])


def test_a_folder_that_cannot_be_written_is_told_and_tried_again(pair: Student, drop: DropFolder) -> None:
    shutil.rmtree(drop.path / WORK)
    (drop.path / WORK).write_bytes(b"a file stands in the folder's place")
    pair.puts_in(drop.path.parent)
    hands_in(pair)
    assert "Your work is safe" in said(pair)
    (drop.path / WORK).unlink()
    hands_in(pair, "Try again")
    assert "Copied and checked" in said(pair)


def test_slips_marks_and_answers_come_back_with_the_stick(pair: Student, drop: DropFolder, book: Classbook) -> None:
    pair.puts_in(drop.path.parent)
    hands_in(pair)
    pair.takes_out(drop.path.parent)
    assert collect(book, drop.path, "7b").new == 3
    pair.puts_in(drop.path.parent)
    assert pair.sees("Your teacher has what was handed in.")
    assert statuses(pair) == ["Your teacher has it."]
    pair.takes_out(drop.path.parent)
    assert give_back(book, drop, "7b") == 3
    pair.puts_in(drop.path.parent)
    assert pair.sees("Marks came back for 3 lessons.")
    (status,) = statuses(pair)
    assert status.startswith("Marked: ")
    assert status.endswith(" points")
    assert not list((drop.path / MARKS).glob(".*")), "nothing is left behind"


def test_a_class_file_is_taken_in_once_and_asks_which_name(student: Student, to: OneClass, tmp_path: Path) -> None:
    file = tmp_path / "7b.claimclass"
    file.write_bytes(to.file)
    student.drops(file)
    wait_until(lambda: student.all(RosterCard), "the list")
    assert student.sees("You are in class “7b”.")
    student.presses("Down", "Return")
    assert student.start.desk._study.person.name == "Jonas"
    student.start.desk.open_file(file)
    wait_until(lambda: student.sees("You are in class “7b” already."), "the sentence")
    assert len(student.start.desk._study.classes()) == 1
    student.restarts()
    assert student.sees("Who is working?")
    assert student.sees("7b")
    student.types("Mila")
    student.presses("Return")
    assert student.start.desk._study.person.name == "Mila"


def test_who_is_not_on_the_list_says_so(student: Student, to: OneClass, tmp_path: Path) -> None:
    file = tmp_path / "7b.claimclass"
    file.write_bytes(to.file)
    student.start.desk.open_file(file)
    wait_until(lambda: student.all(RosterCard), "the list")
    student.clicks("I am not on the list")
    assert not student.all(RosterCard)
    assert student.start.desk._study.person.name == ""


def test_lessons_come_along_with_a_class(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    from claimlight.work.teaching import prepare_stick

    raw = given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, to=to).read_bytes()
    prepare_stick(drop.path.parent, to, [raw])
    student.puts_in(drop.path.parent)
    student.clicks("Join class “7b”")
    wait_until(lambda: student.all(RosterCard), "the list")
    student.clicks("I am not on the list")
    before = len(student.start.desk.entries())
    assert any(entry.lesson.mode is Mode.HOMEWORK for entry in student.start.desk.entries())
    student.waits_for_a_look()
    student.start.desk.hand_in().travelling.take_class_file(drop.path / "class.claimclass")
    wait_until(lambda: student.sees("already"), "the sentence")
    assert len(student.start.desk.entries()) == before


def test_somebody_without_a_name_is_asked_once(
    student: Student, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    does(student, given(book, three_lessons / "storm-damage", Mode.PRACTICE, tmp_path, to=to))
    student.puts_in(drop.path.parent)
    student.clicks("Hand in (1 person, 1 lesson)")
    assert student.all(RosterCard)
    student.presses("Return")
    wait_until(lambda: "Copied and checked" in said(student), "the end")
    collect(book, drop.path, "7b")
    assert [row.student for row in results(book, "7b").rows if row.work] == ["Cem"]


def test_a_folder_is_chosen_by_hand_and_remembered(pair: Student, drop: DropFolder, tmp_path: Path) -> None:
    chosen: list[Path] = [tmp_path]
    pair.window.ask_for_folder = lambda _parent, _folder: chosen[-1]
    pair.command("hand-in").trigger()
    wait_until(lambda: pair.sees("is not prepared for handing in"), "the sentence")
    chosen.append(drop.path.parent)
    pair.command("hand-in").trigger()
    wait_until(lambda: "Copied and checked" in said(pair), "the end")
    assert "stick" not in said(pair)
    assert len(works(drop)) == 3
    pair.restarts()
    works_as(pair, "Mila")
    travelling = pair.start.desk.hand_in().travelling
    wait_until(lambda: travelling.watch.seen, "the folder that is remembered")
