"""Both solvers find the same optimum: what enumeration finds."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.lesson import Precision
from claimlight.grading import assignment
from claimlight.grading.assignment import best_columns
from claimlight.grading.candidates import singles
from claimlight.grading.grade import prepare
from claimlight.grading.marks import read_marks
from grading.cases import lessons, works


@st.composite
def gains(draw: st.DrawFn) -> tuple[list[dict[int, int]], int]:
    columns = draw(st.integers(0, 4))
    one = st.dictionaries(st.integers(0, columns - 1), st.integers(1, 9)) if columns else st.just({})
    return draw(st.lists(one, max_size=4)), columns


@given(gains())
def test_the_hungarian_method_finds_the_greatest_sum(case):
    rows, columns = case
    chosen = best_columns(rows, columns)
    assert len(set(chosen)) == len(rows)
    found = sum(row.get(column, 0) for row, column in zip(rows, chosen, strict=True))
    spare = columns + len(rows)
    assert found == max(
        sum(row.get(column, 0) for row, column in zip(rows, order, strict=True))
        for order in permutations(range(spare), len(rows))
    )


@given(lessons(Precision.WORDS, most=5), st.data())
def test_small_and_large_components_are_solved_alike(lesson, data):
    key = prepare(lesson)
    marks = read_marks(key, data.draw(works(lesson, most=6))).counted
    candidates = list(singles(marks))
    for component in assignment.components(candidates):
        large = assignment.solve_large(key, component)
        small = assignment.solve_small(key, component)
        assert sorted((*one.marks, one.earnings[0].item.number) for one in large) == sorted(
            (*one.marks, one.earnings[0].item.number) for one in small
        )
