"""The trace that the start-up benchmark listens to."""

import time

import pytest

from claimlight.start_trace import VARIABLE, mark, tracing


def test_nothing_is_said_unless_asked_for(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    mark("painted")
    assert not tracing()
    assert capfd.readouterr().err == ""


def test_a_mark_is_one_line_with_clock_and_memory(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    before = time.monotonic()
    mark("painted")
    word, moment, seconds, kib = capfd.readouterr().err.split()
    assert (word, moment) == ("start-trace", "painted")
    assert before - 1e-5 <= float(seconds) <= time.monotonic()
    assert int(kib) > 5_000
