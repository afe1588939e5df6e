"""The start-up bench measures whole processes: here the bare window, and a program that is known to be slower."""

import sys
from pathlib import Path

import pytest

from bench.bench_start import BARE, compare, start

SLOWER = """
import sys, time
from claimlight.start_trace import mark
mark("begun")
time.sleep(0.2)
mark("painted")
ballast = bytearray(20_000_000)
mark("usable")
mark("lesson-open")
"""


@pytest.fixture
def slower(tmp_path: Path) -> tuple[str, ...]:
    program = tmp_path / "slower.py"
    program.write_text(SLOWER, encoding="utf-8")
    return (sys.executable, str(program))


def test_a_bare_window_tells_when_it_is_painted() -> None:
    assert 20 < start(BARE)["painted"].ms < 20_000
    assert start(BARE)["painted"].mb > 20


def test_moments_come_in_order_and_memory_is_seen(slower: tuple[str, ...]) -> None:
    moments = start(slower)
    assert moments["painted"].ms - moments["begun"].ms >= 199
    assert moments["usable"].ms >= moments["painted"].ms
    assert moments["usable"].mb - moments["painted"].mb > 15


def test_a_program_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="ended with 3"):
        start((sys.executable, "-c", "raise SystemExit(3)"))


def test_each_budget_has_its_row(slower: tuple[str, ...]) -> None:
    rows = list(compare(slower, slower, slower, slower, rounds=1))
    assert [row.budget for row in rows] == ["≤ 1.3 ×", "≤ 2.5 ×", "≤ 200 ms", "≤ 1.6 ×"]
    painted, usable, _, memory = rows
    assert painted.ours < usable.ours
    assert memory.ratio is not None
    assert memory.ratio > 1.5
