"""What a mark where nothing belongs costs."""

from fractions import Fraction

import pytest

from claimlight.grading.rate import penalty_rate

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


@pytest.mark.parametrize(
    ("sentences", "required", "rate"),
    [
        (3, 1, HALF),
        (3, 3, HALF),
        (2, 5, HALF),
        (11, 3, HALF),
        (12, 3, QUARTER),
        (20, 0, QUARTER),
        (0, 0, HALF),
    ],
)
def test_the_rate_is_a_half_where_answers_are_dense(sentences, required, rate):
    assert penalty_rate(sentences, required) == rate
