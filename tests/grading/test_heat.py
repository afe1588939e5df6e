"""The heat map counts what anybody can count by hand."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Span
from claimlight.grading.heat import ANY, Stretch, heat
from claimlight.grading.work_facts import MarkFact

END = 40
LABELS = ("claim", "denial")


def mark(label: str, start: int, size: int) -> MarkFact:
    return MarkFact(label, start, start + size, "matched", "", None)


marks = st.builds(mark, st.sampled_from(LABELS), st.integers(0, END - 8), st.integers(1, 8))
works = st.lists(st.lists(marks, max_size=6), max_size=6)


@given(works)
def test_every_code_point_has_as_many_as_marked_it(works: list[list[MarkFact]]) -> None:
    found = heat(works)
    assert found.n == len(works)
    for position in range(END + 1):
        stretch = found.at(position)
        for label in (ANY, *LABELS):
            by_hand = sum(
                any(one.start <= position < one.end and label in (ANY, one.label) for one in w) for w in works
            )
            assert (stretch.under(label) if stretch else 0) == by_hand


@given(works)
def test_stretches_are_in_order_and_only_where_somebody_marked(works: list[list[MarkFact]]) -> None:
    stretches = heat(works).stretches
    assert all(one.marked and one.start < one.end for one in stretches)
    assert all(one.end <= other.start for one, other in pairwise(stretches))
    assert all(
        [count for _, count in one.counts] == sorted((c for _, c in one.counts), reverse=True) for one in stretches
    )


@given(works, st.integers(0, END), st.integers(1, 10))
def test_the_most_marked_word_of_a_span(works: list[list[MarkFact]], start: int, size: int) -> None:
    found, span = heat(works), Span(start, start + size)
    by_hand = max((stretch.marked for p in range(start, start + size) if (stretch := found.at(p))), default=0)
    assert found.most(span) == by_hand


def test_two_labels_of_one_student_are_one_student() -> None:
    (stretch,) = heat([[mark("claim", 0, 4), mark("denial", 0, 4)]]).stretches
    assert stretch == Stretch(0, 4, 1, (("claim", 1), ("denial", 1)))
    assert stretch.span == Span(0, 4)
