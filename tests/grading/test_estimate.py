"""Intervals: what is drawn, and what is said when there is nothing to draw."""

from random import Random

from claimlight.grading.estimate import Estimate, Undefined, drawn, undefined, with_interval
from claimlight.grading.nominal_alpha import nominal_alpha


def test_a_draw_counts_how_often_each_stretch_came():
    draws = drawn(5, Random(1), draws=20)
    assert len(draws) == 20
    assert all(len(draw) == sum(draw) == 5 for draw in draws)
    assert draws == drawn(5, Random(1), draws=20)
    assert draws != drawn(5, Random(2), draws=20)
    assert drawn(1, Random(1)) == ()


def test_the_interval_leaves_out_the_outer_values():
    draws = [[n] for n in range(101)]
    assert with_interval(Estimate(50.0), draws, lambda draw: float(draw[0])).interval == (2.0, 98.0)


def test_what_is_not_defined_has_no_interval():
    nothing = undefined(Undefined.NO_MARKS)
    assert with_interval(nothing, [[1]], lambda _: 1.0) == nothing
    assert with_interval(Estimate(1.0), [[1]], lambda _: None).interval is None


def test_words_that_one_annotator_saw_are_in_no_stretch():
    units = [{"a": 2}, {"a": 1, "b": 1}, {"a": 1}, {"b": 2}]
    draws = ((2, 0, 0), (0, 0, 2))
    estimate = nominal_alpha(units, [0, 0, 2, 1], draws)
    assert estimate.interval == (estimate.interval[0],) * 2
