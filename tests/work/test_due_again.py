"""A comment or other points after the marks went back make them due again; what comes to nothing does not."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import build_folder
from claimlight.handin.drop_folder import DropFolder
from claimlight.store.classbook import Classbook
from claimlight.work.class_table import class_table
from claimlight.work.collect import collect
from claimlight.work.due_again import is_changed, is_due
from claimlight.work.give_back import give_back_beside
from claimlight.work.one_work import OneWork, decide, one_work, undo
from classroom import class_with, given, laptop, stick, teacher
from lesson_maker import write_lesson

ADAS = [("Fares will double by spring", "claim")]
NOBODY: tuple[Decision, ...] = ()


class Desk:
    def __init__(self, book: Classbook, drop: DropFolder) -> None:
        self.book, self.drop, self.id = book, drop, drop.class_file.id

    def gives_back(self) -> int:
        return give_back_beside(lambda what: what(self.book), self.drop, self.id, only_due=True)

    @property
    def changed(self) -> int:
        return class_table(self.book, self.id, date(2026, 1, 1)).changed

    def work(self, name: str) -> OneWork:
        one = next(each for each in self.book.classes.received(self.id) if each.name == name)
        return one_work(self.book, self.id, one.person, one.lesson_hash)

    def says(self, name: str, words: str) -> None:
        decide(self.book, self.work(name), Decision("", DecisionKind.COMMENT, words=words))

    def gives_points(self, name: str, points: Fraction) -> None:
        decide(self.book, self.work(name), Decision("", DecisionKind.POINTS, points=points, words="So it is."))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = write_lesson(tmp_path / "fares")
    build_folder(folder)
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        drop = stick(tmp_path / "stick", class_with(book))
        lesson = given(book, folder, Mode.HOMEWORK, tmp_path)
        for name in ("Ada", "Ben"):
            ours.does(name, lesson, ADAS)
        ours.hands_in(drop)
        collect(book, drop.path, "7b")
        yield Desk(book, drop)


def test_what_was_never_given_back_is_due_and_not_changed(desk: Desk) -> None:
    desk.says("Ada", "Well read.")
    assert desk.changed == 0
    assert all(is_due(each, NOBODY) and not is_changed(each, NOBODY) for each in desk.book.class_work.glances(desk.id))
    assert desk.gives_back() == 2
    assert (desk.changed, desk.gives_back()) == (0, 0)


def test_a_comment_makes_one_mark_due_again(desk: Desk) -> None:
    desk.gives_back()
    desk.says("Ada", "Well read.")
    assert desk.changed == 1
    assert desk.gives_back() == 1
    assert (desk.changed, desk.gives_back()) == (0, 0)


def test_a_comment_that_is_taken_back_is_no_change_but_one_that_was_read_is(desk: Desk) -> None:
    desk.gives_back()
    desk.says("Ada", "Well read.")
    undo(desk.book, desk.work("Ada"))
    assert desk.changed == 0
    desk.says("Ada", "Well read.")
    desk.gives_back()
    undo(desk.book, desk.work("Ada"))
    assert (desk.changed, desk.gives_back(), desk.changed) == (1, 1, 0)


def test_other_points_make_a_mark_due_again_and_so_does_another_reason_for_the_same(desk: Desk) -> None:
    desk.gives_back()
    desk.gives_points("Ben", Fraction(1, 2))
    assert (desk.changed, desk.gives_back()) == (1, 1)
    desk.gives_points("Ben", Fraction(1, 2))
    assert (desk.changed, desk.gives_back(), desk.changed) == (1, 1, 0)


def test_marks_that_went_back_before_that_was_kept_are_due_by_their_points_alone(desk: Desk) -> None:
    desk.gives_back()
    desk.book._db.execute("UPDATE given_back SET said = NULL")
    desk.says("Ada", "Well read.")
    assert desk.changed == 0
    desk.gives_points("Ada", Fraction(0))
    assert desk.changed == 1
