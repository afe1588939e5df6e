"""A thread beside the window gives way often, and afterwards the program is as it was."""

import gc
import sys

import pytest

from claimlight.session.unnoticed import TURN, unnoticed


def test_turns_are_short_and_what_was_there_is_no_garbage_meanwhile() -> None:
    usual, kept = sys.getswitchinterval(), gc.get_freeze_count()
    with unnoticed():
        assert sys.getswitchinterval() == pytest.approx(TURN)
        assert gc.get_freeze_count() > kept
    assert sys.getswitchinterval() == usual
    assert gc.get_freeze_count() == 0


def test_what_goes_wrong_in_it_leaves_nothing_behind() -> None:
    usual = sys.getswitchinterval()
    with pytest.raises(ZeroDivisionError), unnoticed():
        1 / 0  # noqa: B018
    assert (sys.getswitchinterval(), gc.get_freeze_count()) == (usual, 0)
