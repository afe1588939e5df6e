"""Wilson's interval, against values that are printed elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.grading.proportion import wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_it_is_as_newcombe_prints_it(hits: int, n: int, low: float, high: float) -> None:
    """Newcombe 1998, table I, method 3."""
    assert wilson(hits / n, n) == pytest.approx((low, high), abs=0.00005)


@given(st.floats(0, 1), st.integers(1, 500))
def test_the_share_lies_in_it(share: float, n: int) -> None:
    low, high = wilson(share, n)
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


def test_nobody_has_none() -> None:
    with pytest.raises(ValueError, match="nobody"):
        wilson(0, 0)
