"""Handing in from the window: one button on the shelf, whatever happens to the stick, and what comes back."""

import shutil
from pathlib import Path

import pytest

from account_robot import CANTEEN, STORM, Account
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

ALL = "Hand in (2 people, 3 lessons)"


@pytest.fixture
def to(book: Classbook) -> OneClass:
    return class_with(book, ("Mila", "Jonas", "Cem"))


@pytest.fixture
def drop(tmp_path: Path, to: OneClass) -> DropFolder:
    return stick(tmp_path / "stick", to)


def works(drop: DropFolder) -> list[Path]:
    return sorted((drop.path / WORK).glob("*.claimwork"))


def does(account: Account, file: Path, marks: tuple[tuple[str, str], ...] = STORM) -> None:
    """Open a lesson file, mark three times, finish, and go back to the shelf."""
    account.opens_file(file)
    account.finishes(marks)
    account.presses("Ctrl+W")


def bar(account: Account) -> StickBar | None:
    return next(iter(account.all(StickBar)), None)


@pytest.fixture
def pair(account: Account, three_lessons: Path, book: Classbook, tmp_path: Path, to: OneClass) -> Account:
    """Mila and Jonas on one account: three lessons of theirs are finished."""
    homework = given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, to=to)
    account.is_now("Mila")
    does(account, homework)
    does(account, given(book, three_lessons / "canteen-survey", Mode.PRACTICE, tmp_path, to=to), CANTEEN)
    account.is_now("Jonas")
    does(account, homework)
    return account


def test_one_button_hands_in_for_everybody_and_says_that_the_stick_may_go(pair: Account, drop: DropFolder) -> None:
    assert bar(pair) is None
    pair.puts_in(drop.path.parent)
    assert pair.bar_says() == "Your class’s stick is here Mila: 2 lessons. Jonas: 1 lesson."
    assert pair.hears("Your class’s stick is here. Hand in (2 people, 3 lessons)")
    pair.hands_in(ALL)
    assert pair.bar_says() == "Copied and checked ✓ You may remove the stick. Your teacher has not opened it yet."
    assert len(works(drop)) == 3
    assert pair.statuses() == ["Handed in. Your teacher has not opened it yet."]
    pair.takes_out(drop.path.parent)
    assert bar(pair) is None
    pair.puts_in(drop.path.parent)
    assert bar(pair) is None, "nothing waits any more"


@pytest.mark.parametrize("height", [600, 800])
def test_the_card_that_was_handed_in_stays_in_sight(pair: Account, drop: DropFolder, height: int) -> None:
    pair.window.resize(1024, height)
    pair.puts_in(drop.path.parent)
    pair.hands_in(ALL)
    [card] = [one for one in pair.all(LessonCard) if one.card.state is ShelfState.HANDED_IN]
    wait_until(lambda: card.visibleRegion().boundingRect() == card.rect(), "all of the card is to be seen")


def test_by_keyboard_alone(pair: Account, drop: DropFolder) -> None:
    pair.puts_in(drop.path.parent)
    pair.tabs_to("Hand in (2 people, 3 lessons)")
    pair.presses("Return")
    wait_until(lambda: "Copied and checked" in pair.bar_says(), "the end")
    assert pair.focused() is bar(pair).close_button
    pair.presses("Return")
    assert bar(pair) is None


def test_the_bar_stands_in_the_reading_room_too(pair: Account, drop: DropFolder) -> None:
    pair.opens("significant-losses")
    pair.puts_in(drop.path.parent)
    assert pair.can_press("Hand in (2 people, 3 lessons)")
    pair.presses("Ctrl+Shift+P")
    assert bar(pair) is None, "not over My progress"


def test_a_stick_that_is_pulled_midway_loses_nothing(pair: Account, drop: DropFolder, tmp_path: Path, book) -> None:
    away = tmp_path / "pulled"

    def pull(done: int, _count: int) -> None:
        if done == 1:
            shutil.move(drop.path, away)

    travelling = pair.start.desk.hand_in().travelling
    travelling.went_on.connect(pull)
    pair.puts_in(drop.path.parent)
    pair.hands_in(ALL)
    assert "The folder is not there any more. Your work is safe. Put the stick in again." in pair.bar_says()
    assert pair.hears("Your work is safe")
    travelling.went_on.disconnect(pull)
    shutil.move(away, drop.path)
    pair.waits_for_a_look()
    assert len(works(drop)) == 1
    pair.hands_in("Hand in (2 people, 2 lessons)")
    assert len(works(drop)) == 3
    report = collect(book, drop.path, "7b")
    assert (report.new, report.known, report.aside) == (3, 0, [])


def test_a_folder_that_cannot_be_written_is_told_and_tried_again(pair: Account, drop: DropFolder) -> None:
    shutil.rmtree(drop.path / WORK)
    (drop.path / WORK).write_bytes(b"a file stands in the folder's place")
    pair.puts_in(drop.path.parent)
    pair.hands_in(ALL)
    assert "Your work is safe" in pair.bar_says()
    (drop.path / WORK).unlink()
    pair.hands_in("Try again")
    assert "Copied and checked" in pair.bar_says()


def test_slips_marks_and_answers_come_back_with_the_stick(pair: Account, drop: DropFolder, book: Classbook) -> None:
    pair.puts_in(drop.path.parent)
    pair.hands_in(ALL)
    pair.takes_out(drop.path.parent)
    assert collect(book, drop.path, "7b").new == 3
    pair.puts_in(drop.path.parent)
    assert pair.sees("Your teacher has what was handed in.")
    assert pair.statuses() == ["Your teacher has it."]
    pair.takes_out(drop.path.parent)
    assert give_back(book, drop, "7b") == 3
    pair.puts_in(drop.path.parent)
    assert pair.sees("Marks came back for 3 lessons.")
    (status,) = pair.statuses()
    assert status.startswith("Marked: ")
    assert status.endswith(" points")
    assert not list((drop.path / MARKS).glob(".*")), "nothing is left behind"


def test_a_class_file_is_taken_in_once_and_asks_which_name(account: Account, to: OneClass, tmp_path: Path) -> None:
    file = tmp_path / "7b.claimclass"
    file.write_bytes(to.file)
    account.drops(file)
    wait_until(lambda: account.all(RosterCard), "the list")
    assert account.sees("You are in class “7b”.")
    account.presses("Down", "Return")
    assert account.start.desk._study.person.name == "Jonas"
    account.start.desk.open_file(file)
    wait_until(lambda: account.sees("You are in class “7b” already."), "the sentence")
    assert len(account.start.desk._study.classes()) == 1
    account.restarts()
    assert account.sees("Who is working?")
    assert account.sees("7b")
    account.types("Mila")
    account.presses("Return")
    assert account.start.desk._study.person.name == "Mila"


def test_who_is_not_on_the_list_says_so(account: Account, to: OneClass, tmp_path: Path) -> None:
    file = tmp_path / "7b.claimclass"
    file.write_bytes(to.file)
    account.start.desk.open_file(file)
    wait_until(lambda: account.all(RosterCard), "the list")
    account.clicks("I am not on the list")
    assert not account.all(RosterCard)
    assert account.start.desk._study.person.name == ""


def test_lessons_come_along_with_a_class(
    account: Account, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    from claimlight.work.teaching import prepare_stick

    raw = given(book, three_lessons / "storm-damage", Mode.HOMEWORK, tmp_path, to=to).read_bytes()
    prepare_stick(drop.path.parent, to, [raw])
    account.puts_in(drop.path.parent)
    account.clicks("Join class “7b”")
    wait_until(lambda: account.all(RosterCard), "the list")
    account.clicks("I am not on the list")
    before = len(account.start.desk.entries())
    assert any(entry.lesson.mode is Mode.HOMEWORK for entry in account.start.desk.entries())
    account.waits_for_a_look()
    account.start.desk.hand_in().travelling.take_class_file(drop.path / "class.claimclass")
    wait_until(lambda: account.sees("already"), "the sentence")
    assert len(account.start.desk.entries()) == before


def test_somebody_without_a_name_is_asked_once(
    account: Account, book: Classbook, to: OneClass, drop: DropFolder, three_lessons: Path, tmp_path: Path
) -> None:
    does(account, given(book, three_lessons / "storm-damage", Mode.PRACTICE, tmp_path, to=to))
    account.puts_in(drop.path.parent)
    account.clicks("Hand in (1 person, 1 lesson)")
    assert account.all(RosterCard)
    account.presses("Return")
    wait_until(lambda: "Copied and checked" in account.bar_says(), "the end")
    collect(book, drop.path, "7b")
    assert [row.student for row in results(book, "7b").rows if row.work] == ["Cem"]


def test_a_folder_is_chosen_by_hand_and_remembered(pair: Account, drop: DropFolder, tmp_path: Path) -> None:
    chosen: list[Path] = [tmp_path]
    pair.window.ask_for_folder = lambda _parent, _folder: chosen[-1]
    pair.command("hand-in").trigger()
    wait_until(lambda: pair.sees("is not prepared for handing in"), "the sentence")
    chosen.append(drop.path.parent)
    pair.command("hand-in").trigger()
    wait_until(lambda: "Copied and checked" in pair.bar_says(), "the end")
    assert "stick" not in pair.bar_says()
    assert len(works(drop)) == 3
    pair.restarts()
    pair.is_now("Mila")
    travelling = pair.start.desk.hand_in().travelling
    wait_until(lambda: travelling.watch.seen, "the folder that is remembered")
