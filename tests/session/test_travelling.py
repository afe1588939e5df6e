"""Folders are looked for and copied to beside the window: one that hangs holds nobody up."""

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimlight.core.identity import now
from claimlight.core.lesson import Mode
from claimlight.handin.drop_folder import WORK, DropFolder
from claimlight.session.travelling import Travelling
from claimlight.store.classbook import Classbook
from claimlight.work.teaching import OneClass
from classroom import Laptop, class_with, given, laptop, stick, teacher
from lesson_maker import built_lesson
from robot_hands import looks, wait_until

ADAS = [("Fares will double by spring", "claim"), ("That is not true", "denial")]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Classbook]:
    with teacher(tmp_path / "teacher") as book:
        yield book


@pytest.fixture
def to(book: Classbook) -> OneClass:
    return class_with(book)


@pytest.fixture
def drop(tmp_path: Path, to: OneClass) -> DropFolder:
    return stick(tmp_path / "stick", to)


@pytest.fixture
def ours(tmp_path: Path, book: Classbook) -> Iterator[Laptop]:
    """Ada and Ben have finished one lesson."""
    folder = built_lesson(tmp_path / "fares")
    file = given(book, folder, Mode.PRACTICE, tmp_path)
    with laptop(tmp_path / "laptop") as ours:
        ours.does("Ada", file, ADAS)
        ours.does("Ben", file, ADAS[:1])
        yield ours


def seen(travelling: Travelling) -> None:
    travelling.watch.look()
    wait_until(lambda: not looks(travelling.watch) and not travelling.working, "an end of the look")


def test_a_drive_that_hangs_hides_no_folder_that_was_chosen(
    qtbot: QtBot, ours: Laptop, drop: DropFolder, tmp_path: Path
) -> None:
    gate = threading.Event()

    def hanging() -> Iterable[Path]:
        gate.wait()
        return ()

    travelling = Travelling(ours.workbook, now, hanging)
    travelling.watch.watch_folder(drop.path)
    travelling.watch.look()
    wait_until(lambda: travelling.watch.seen, "the chosen folder")
    assert looks(travelling.watch), "the drive still hangs"
    travelling.watch.look()
    gate.set()
    wait_until(lambda: not looks(travelling.watch), "an end")


def test_an_offer_says_who_has_what_to_hand_in(qtbot: QtBot, ours: Laptop, drop: DropFolder) -> None:
    travelling = Travelling(ours.workbook, now, lambda: (drop.path.parent,))
    assert travelling.offer(ours.person("Ada")) is None
    seen(travelling)
    offer = travelling.offer(ours.person("Ada"))
    assert offer is not None
    assert [each.person.name for each in offer.todo] == ["Ada", "Ben"]
    assert (offer.known, offer.to.name, offer.seen.on_drive) == (False, "7b", True)


def test_a_damaged_marker_offers_nothing(qtbot: QtBot, ours: Laptop, drop: DropFolder) -> None:
    (drop.path / "class.claimclass").write_bytes(b"{}")
    travelling = Travelling(ours.workbook, now, lambda: (drop.path.parent,))
    seen(travelling)
    assert travelling.watch.seen
    assert travelling.offer(ours.person("Ada")) is None


def test_each_work_is_noted_before_the_next_is_copied(qtbot: QtBot, ours: Laptop, drop: DropFolder) -> None:
    travelling = Travelling(ours.workbook, now, lambda: (drop.path.parent,))
    noted: list[tuple[int, int]] = []

    def count(_done: int, _count: int) -> None:
        kept = sum(len(ours.workbook.travel.handed_in(ours.person(name))) for name in ("Ada", "Ben"))
        noted.append((kept, len(list((drop.path / WORK).glob("*.claimwork")))))

    travelling.went_on.connect(count)
    seen(travelling)
    offer = travelling.offer(ours.person("Ada"))
    assert offer is not None
    with qtbot.waitSignal(travelling.handed_in):
        assert travelling.hand_in(offer)
        assert not travelling.hand_in(offer), "not twice at once"
    assert noted == [(1, 1), (2, 2)]
    seen(travelling)
    again = travelling.offer(ours.person("Ada"))
    assert again is not None
    assert (again.todo, again.known) == ((), True)


def test_the_watch_pauses_and_goes_on(qtbot: QtBot, ours: Laptop, drop: DropFolder) -> None:
    looked: list[int] = []

    def drives() -> Iterable[Path]:
        looked.append(1)
        return ()

    travelling = Travelling(ours.workbook, now, drives)
    travelling.watch.go_on()
    wait_until(lambda: looked and not looks(travelling.watch), "the first look")
    travelling.watch.go_on()
    travelling.watch.pause()
    assert len(looked) == 1, "it was looking already"
