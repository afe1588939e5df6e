"""Slow things go on beside the window, which never waits for them."""

import threading

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.session.beside import Ask, Beside
from robot_hands import wait_until


@pytest.fixture
def heard() -> list[object]:
    return []


def test_what_comes_of_it_is_heard_in_the_windows_thread(qtbot: QtBot, heard: list[object]) -> None:
    beside, here = Beside(), threading.get_ident()
    assert beside.do(
        lambda _ask: threading.get_ident(), lambda there: heard.append((there, threading.get_ident())), _no
    )
    assert beside.working
    wait_until(lambda: heard, "the end")
    ((there, told_in),) = heard  # type: ignore[misc]
    assert there != here
    assert told_in == here
    assert not beside.working


def test_one_thing_at_a_time_however_long_it_takes(qtbot: QtBot, heard: list[object]) -> None:
    beside, gate = Beside(), threading.Event()
    assert beside.do(lambda _ask: gate.wait(), heard.append, _no)
    assert not beside.do(lambda _ask: True, heard.append, _no), "the first hangs"
    gate.set()
    wait_until(lambda: heard, "the end")
    assert heard == [True]


def test_a_failure_is_told_and_a_mistake_is_raised(qtbot: QtBot, heard: list[object]) -> None:
    beside = Beside()

    def fail(_ask: Ask) -> None:
        raise WorkError("drop-folder-gone")

    def err(_ask: Ask) -> None:
        raise ZeroDivisionError

    beside.do(fail, _no, lambda error: heard.append(error.code))
    wait_until(lambda: heard, "the failure")
    assert heard == ["drop-folder-gone"]
    with capture_exceptions() as raised:
        beside.do(err, _no, _no)
        wait_until(lambda: not beside.working, "the mistake")
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_the_thread_waits_for_what_it_asks_of_the_window(qtbot: QtBot, heard: list[object]) -> None:
    beside = Beside()

    def work(ask: Ask) -> str:
        ask(lambda: heard.append("noted"))
        heard.append("went on")
        ask(_refuse)
        return "never"

    beside.do(work, heard.append, lambda error: heard.append(error.code))
    wait_until(lambda: len(heard) == 3, "the end")
    assert heard == ["noted", "went on", "disk-full"]


def test_who_is_gone_is_told_nothing(qtbot: QtBot, heard: list[object]) -> None:
    beside, gate = Beside(), threading.Event()

    def work(_ask: Ask) -> None:
        gate.wait()

    beside.do(work, heard.append, heard.append)
    thread = next(each for each in threading.enumerate() if each.daemon and each is not threading.current_thread())
    beside.deleteLater()
    qtbot.wait(1)
    gate.set()
    thread.join(5)
    assert heard == []


def _refuse() -> None:
    raise WorkError("disk-full")


def _no(what: object) -> None:
    raise AssertionError(what if not isinstance(what, ClaimlightError) else what.code)


def test_who_left_is_told_nothing_and_asked_nothing(qtbot: QtBot, heard: list[object]) -> None:
    beside, gate, ended = Beside(), threading.Event(), threading.Event()

    def work(ask: Ask) -> None:
        gate.wait()
        try:
            ask(lambda: heard.append("asked"))
        finally:
            ended.set()

    beside.do(work, heard.append, _no)
    beside.leave()
    gate.set()
    wait_until(ended.is_set, "the thread's end")
    assert heard == []
