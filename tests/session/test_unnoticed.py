"""A thread beside the window gives way often, and afterwards the program is as it was."""

import gc
import sys

import pytest

from claimlight.session.unnoticed import NEVER, TURN, unnoticed


def settings() -> tuple[float, tuple[int, int, int], int]:
    return sys.getswitchinterval(), gc.get_threshold(), gc.get_freeze_count()


def test_turns_are_short_and_the_window_is_not_looked_through_meanwhile() -> None:
    before = settings()
    with unnoticed():
        assert sys.getswitchinterval() == pytest.approx(TURN)
        assert gc.get_threshold() == (*before[1][:2], NEVER)
    assert settings() == before


def test_what_goes_wrong_in_it_leaves_nothing_behind() -> None:
    before = settings()
    with pytest.raises(ZeroDivisionError), unnoticed():
        1 / 0  # noqa: B018
    assert settings() == before
