"""The four span measures, told on small texts, and their laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Span
from claimlight.grading.counts import Counts, Measure
from claimlight.grading.labelled import Labelled, labelled
from claimlight.grading.measures import pair_marks, sort_key, span_measures

A, B = "claim", "denial"


def mark(start: int, end: int, label: str = A) -> Labelled:
    return Labelled(start, end, label)


def measured(key, work):
    """The four counts as tuples: correct, incorrect, partial, missed, spurious."""
    return tuple(map(tuple, span_measures(key, work).overall))


# Told cases


def test_the_same_marks_are_correct_in_every_measure():
    key = [mark(0, 5), mark(8, 12, B)]
    assert measured(key, key[::-1]) == ((2, 0, 0, 0, 0),) * 4


def test_a_wrong_label_is_right_in_words():
    strict, exact, partial, type = measured([mark(0, 5)], [mark(0, 5, B)])
    assert strict == (0, 1, 0, 0, 0)
    assert exact == partial == (1, 0, 0, 0, 0)
    assert type == (0, 1, 0, 0, 0)


def test_a_wrong_end_is_right_in_type_and_half_right_in_partial():
    strict, exact, partial, type = measured([mark(0, 5)], [mark(0, 6)])
    assert strict == exact == (0, 1, 0, 0, 0)
    assert partial == (0, 0, 1, 0, 0)
    assert type == (1, 0, 0, 0, 0)


def test_touching_marks_have_nothing_in_common():
    assert measured([mark(0, 5)], [mark(5, 9)]) == ((0, 0, 0, 1, 1),) * 4


def test_one_code_point_in_common_is_a_pair_if_it_is_a_hundredth_of_the_answer():
    assert measured([mark(0, 100)], [mark(99, 120)])[2] == (0, 0, 1, 0, 0)
    assert measured([mark(0, 101)], [mark(100, 120)])[2] == (0, 0, 0, 1, 1)
    assert tuple(span_measures(sort_key([mark(0, 4)], 50), [mark(3, 9)]).overall.partial) == (0, 0, 0, 1, 1)
    assert tuple(span_measures(sort_key([mark(0, 4)], 50), [mark(2, 9)]).overall.partial) == (0, 0, 1, 0, 0)


def test_a_greedy_reader_does_not_take_the_only_mate_of_another():
    key, work = [mark(8, 14), mark(0, 10)], [mark(0, 10), mark(9, 12)]
    assert measured(key, work)[2] == (1, 0, 1, 0, 0)
    assert measured([mark(0, 10), mark(10, 20)], [mark(5, 15), mark(0, 4)])[1] == (0, 2, 0, 0, 0)


def test_right_types_come_first_and_then_as_many_pairs_as_possible():
    key = [mark(0, 10), mark(10, 20, B)]
    assert measured(key, [mark(5, 15), mark(0, 4)])[3] == (1, 1, 0, 0, 0)
    assert measured(key, [mark(5, 15), mark(0, 3, "figure")])[3] == (1, 0, 0, 1, 1)


def test_a_star_is_told_by_its_centre():
    key = [mark(0, 30)]
    assert measured(key, [mark(0, 5), mark(6, 9), mark(0, 30)])[0] == (1, 0, 0, 0, 2)
    assert measured(key, [mark(0, 30, B), mark(6, 9, B)])[1] == (1, 0, 0, 0, 1)
    assert measured([mark(0, 5, B), mark(6, 9, B)], [mark(0, 9)])[3] == (0, 1, 0, 1, 0)


def test_labels_are_measured_as_if_there_were_no_others():
    measures = span_measures([mark(0, 5), mark(8, 12, B)], [mark(0, 4), mark(8, 12), mark(20, 22, "figure")])
    labels = {label: tuple(map(tuple, each)) for label, each in measures.labels}
    assert list(labels) == [A, B, "figure"]
    assert labels[A] == ((0, 1, 0, 0, 1), (0, 1, 0, 0, 1), (0, 0, 1, 0, 1), (1, 0, 0, 0, 1))
    assert labels[B] == ((0, 0, 0, 1, 0),) * 4
    assert labels["figure"] == ((0, 0, 0, 0, 1),) * 4


def test_rates():
    counts = Counts(correct=2, incorrect=0, partial=3, missed=0, spurious=0)
    assert (counts.precision, counts.recall, counts.f1) == (0.7, 0.7, pytest.approx(0.7))
    assert (Counts(1, 0, 0, 0, 3).precision, Counts(1, 0, 0, 3, 0).recall) == (0.25, 0.25)


def test_nothing_over_nothing_is_nothing():
    for counts in span_measures([], []).overall:
        assert (counts.precision, counts.recall, counts.f1) == (0, 0, 0)
    assert span_measures([], [mark(0, 1)]).overall.of(Measure.TYPE).f1 == 0


def test_a_broken_mark_is_its_stretches():
    broken = labelled(A, Span(20, 30), Span(0, 10))
    assert broken == Labelled(0, 30, A, (Span(0, 10), Span(20, 30)))
    assert labelled(A, Span(0, 10), Span(10, 12)) == mark(0, 12)
    assert measured([broken], [broken])[0] == (1, 0, 0, 0, 0)
    assert measured([broken], [mark(0, 30)])[0] == (0, 1, 0, 0, 0)
    assert measured([broken], [mark(12, 18)])[3] == (0, 0, 0, 1, 1)
    assert measured([mark(12, 18)], [broken])[3] == (0, 0, 0, 1, 1)
    with pytest.raises(ValueError, match="place"):
        labelled(A)


def test_the_pairs_behind_a_measure():
    key, work = [mark(9, 12, B), mark(0, 5)], [mark(0, 5), mark(8, 10), mark(30, 31)]
    assert pair_marks(Measure.STRICT, key, work) == ((1, 0, True), (0, 1, False))
    assert pair_marks(Measure.PARTIAL, [mark(0, 5)], [mark(0, 5, B)]) == ((0, 0, True),)
    assert pair_marks(Measure.TYPE, key, work[1:]) == ((0, 0, False),)


# Laws

marks = st.builds(
    lambda start, length, label: Labelled(start, start + length, label),
    st.integers(0, 12),
    st.integers(1, 6),
    st.sampled_from((A, B)),
)
few = st.lists(marks, max_size=5)


def best(measure: Measure, key, work) -> tuple[int, int]:
    """Most correct pairs, and with that most pairs: every pairing tried."""

    def right(at: Labelled, given: Labelled) -> bool:
        words = at[:2] == given[:2]
        label = at.label == given.label
        return {Measure.STRICT: words and label, Measure.TYPE: label}.get(measure, words)

    def grown(free: tuple[Labelled, ...], given: tuple[Labelled, ...]) -> tuple[int, int]:
        if not given:
            return 0, 0
        first, rest = given[0], given[1:]
        found = [grown(free, rest)]
        for place, at in enumerate(free):
            if min(at.end, first.end) > max(at.start, first.start):
                correct, pairs = grown(free[:place] + free[place + 1 :], rest)
                found.append((correct + right(at, first), pairs + 1))
        return max(found)

    return grown(tuple(key), tuple(work))


@given(st.lists(marks, max_size=4), st.lists(marks, max_size=4))
def test_no_pairing_is_better(key, work):
    for measure, counts in zip(Measure, span_measures(key, work).overall, strict=True):
        pairs = counts.correct + counts.incorrect + counts.partial
        assert (counts.correct, pairs) == best(measure, key, work)
        assert counts.missed + pairs == len(key)
        assert counts.spurious + pairs == len(work)


@given(few, few)
def test_each_label_alone_is_a_measurement_of_its_marks(key, work):
    for label, each in span_measures(key, work).labels:
        alone = [[one for one in side if one.label == label] for side in (key, work)]
        assert each == span_measures(*alone).overall


@given(few, few, st.randoms())
def test_order_is_no_matter(key, work, random):
    shuffled = [random.sample(side, len(side)) for side in (key, work)]
    assert span_measures(*shuffled) == span_measures(key, work)


@given(few, few)
def test_exchanging_key_and_work_exchanges_precision_and_recall(key, work):
    for counts, back in zip(span_measures(key, work).overall, span_measures(work, key).overall, strict=True):
        assert (counts.precision, counts.recall) == (back.recall, back.precision)
        assert counts.f1 == pytest.approx(back.f1)
        assert 0 <= counts.f1 <= 1


@given(st.lists(marks, min_size=1, max_size=30))
def test_a_key_against_itself_is_perfect(key):
    for counts in span_measures(key, key).overall:
        assert tuple(counts) == (len(key), 0, 0, 0, 0)
        assert counts.f1 == 1


@given(st.lists(marks, max_size=12), st.lists(marks, max_size=12))
def test_the_pairs_are_those_that_are_counted(key, work):
    for measure, counts in zip(Measure, span_measures(key, work).overall, strict=True):
        pairs = pair_marks(measure, key, work)
        assert sum(right for *_, right in pairs) == counts.correct
        assert len(pairs) == counts.correct + counts.incorrect + counts.partial
        assert len({at for at, *_ in pairs}) == len({number for _, number, _ in pairs}) == len(pairs)


def test_a_long_chain_of_overlaps_is_paired_to_its_end():
    key = [mark(10 * n, 10 * n + 6) for n in range(3000)]
    work = [mark(10 * n + 5, 10 * n + 11) for n in range(3000)]
    assert measured(key, [*work, mark(0, 2)])[1] == (0, 3000, 0, 0, 1)
