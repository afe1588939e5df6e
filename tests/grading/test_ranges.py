"""Sets of words, told as runs, agree with sets of numbers."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from claimlight.grading.ranges import Range, Ranges, common, count, shared, union, within, without

runs = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Range(min(ends), max(ends))))
sets = runs.map(union)


def numbers(words: Ranges) -> set[int]:
    return {word for run in words for word in range(*run)}


@given(sets, sets)
def test_runs_of_words_are_sets_of_words(a, b):
    assert numbers(common(a, b)) == numbers(a) & numbers(b)
    assert numbers(without(a, b)) == numbers(a) - numbers(b)
    assert shared(a, b) == len(numbers(a) & numbers(b))
    assert within(a, b) == (numbers(a) <= numbers(b))
    assert count(a) == len(numbers(a))


@given(runs)
def test_a_union_has_no_touching_and_no_empty_runs(some):
    joined = union(some)
    assert numbers(joined) == {word for run in some for word in range(*run)}
    assert all(before.stop < after.start for before, after in itertools.pairwise(joined))
    assert all(run.start < run.stop for run in joined)


def test_words_elsewhere_take_nothing_away():
    assert without((Range(0, 4),), (Range(6, 8),)) == (Range(0, 4),)
    assert without((Range(0, 9),), (Range(2, 4), Range(8, 9))) == (Range(0, 2), Range(4, 8))
