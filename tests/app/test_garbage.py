"""Widgets that nobody holds any more go in the window's thread, whoever else computes meanwhile."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from claimlight.app.garbage import collect_here
from claimlight.session.garbage import collect_what_is_due
from robot_hands import wait_until


class Ring:
    """It holds itself, and a timer that runs."""

    def __init__(self) -> None:
        self.itself = self
        self.timer = QTimer(interval=60_000)
        self.timer.start()


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_a_timer_that_is_garbage_is_stopped_where_it_was_started(owner: QObject) -> None:
    where: list[int] = []
    ring = Ring()
    gone = weakref.ref(ring, lambda _ref: where.append(threading.get_ident()))
    del ring
    collecting = collect_here(owner)
    assert not gc.isenabled()
    made: list[list[int]] = []
    busy = threading.Thread(target=lambda: made.extend([number] for number in range(50_000)))
    busy.start()
    busy.join()
    assert len(made) == 50_000
    assert gone() is not None, "no other thread looks for garbage"
    collecting.setInterval(0)
    wait_until(lambda: gone() is None, "an end of the timer")
    assert where == [threading.get_ident()]


def test_where_little_was_made_nothing_is_looked_through() -> None:
    gc.collect()
    looked = [each["collections"] for each in gc.get_stats()]
    collect_what_is_due()
    assert [each["collections"] for each in gc.get_stats()] == looked
