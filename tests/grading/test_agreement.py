"""Agreement: the values that Krippendorff published, those of the package `krippendorff`, and the laws."""

from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Span, Text
from claimlight.grading.agreement import agreement
from claimlight.grading.estimate import Undefined, drawn
from claimlight.grading.labelled import Labelled, labelled
from claimlight.grading.nominal_alpha import nominal_alpha
from claimlight.grading.pairwise_f1 import MOST_PAIRS, pairwise_f1
from claimlight.grading.unitizing_alpha import unitizing_alpha
from claimlight.grading.word_labels import count_labels
from claimlight.grading.words import words_that_count
from grading.builders import text_of

TEXT = text_of("t0 t1 t2 t3 | t4 t5 t6 t7 | t8 t9 t10 t11")
WORDS = words_that_count(TEXT)


def on(first: int, stop: int, label: str = "claim") -> Labelled:
    """A mark on words by number."""
    return Labelled(WORDS.starts[first], WORDS.ends[stop - 1], label)


# Nominal alpha


def test_krippendorffs_example_c():
    """K. Krippendorff 2011, section C: twelve units, four observers, missing data."""
    rows = ("123321412...", "1233224125.3", ".33323422 51.".replace(" ", ""), "12332441251.")
    units = [Counter(value for value in column if value != ".") for column in zip(*rows, strict=True)]
    estimate = nominal_alpha(units)
    assert estimate.value == pytest.approx(0.743, abs=0.0005)
    assert estimate.n == 40


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        (("aabbc", "aabbc", "abbbc"), 0.8028169014084507),
        (("ab", "ba"), -0.5),
        (("aaab", "aabb", "..bb"), 0.64),
        (("abcabcabca", "abcabccbca", "abcaacabc.", "b.cabcabcc"), 0.6910229645093946),
    ],
)
def test_values_that_the_package_krippendorff_gives(rows, alpha):
    units = [Counter(value for value in column if value != ".") for column in zip(*rows, strict=True)]
    assert nominal_alpha(units).value == pytest.approx(alpha, abs=1e-12)


def test_alpha_is_not_defined_where_nothing_can_be_compared_or_nothing_varies():
    assert nominal_alpha([]).reason is Undefined.NO_PAIRS
    assert nominal_alpha([{"a": 1}, {"b": 1}]).reason is Undefined.NO_PAIRS
    same = nominal_alpha([{"a": 2}, {"a": 3}, {"b": 1}])
    assert (same.value, same.reason, same.n) == (None, Undefined.NO_VARIATION, 5)


unit_counts = st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(1, 4)), max_size=8)


@given(unit_counts, st.randoms())
def test_alpha_is_at_most_1_and_the_order_of_units_and_names_of_values_are_no_matter(units, random):
    alpha = nominal_alpha(units).value
    assert alpha is None or -1 <= alpha <= 1
    renamed = [{value * 2: count for value, count in unit.items()} for unit in random.sample(units, len(units))]
    assert nominal_alpha(renamed).value == alpha


@given(st.lists(st.sampled_from("abc"), min_size=1), st.integers(2, 5))
def test_full_agreement_is_1_or_not_defined(values, annotators):
    assert nominal_alpha([{value: annotators} for value in values]).value == (1 if len(set(values)) > 1 else None)


def test_a_class_of_1000_on_1000_words_is_a_matter_of_counts():
    units = [{"claim": 300 + n % 7, "": 700 - n % 7} for n in range(1000)]
    estimate = nominal_alpha(units)
    assert estimate.n == 1_000_000
    assert estimate.value is not None
    assert abs(estimate.value) < 0.01


# Unitizing alpha


def units(*placed: tuple[int, int]) -> list[Span]:
    return [Span(begin, begin + length) for begin, length in placed]


def test_krippendorffs_example_of_2004():
    k = units((180, 60), (300, 50))
    works = [
        {"c": units((225, 70), (370, 30)), "k": k},
        {"c": units((220, 80), (355, 20), (400, 20)), "k": k},
    ]
    alpha = unitizing_alpha(Span(150, 450), works)
    c, other = (estimate for _, estimate in alpha.labels)
    assert c.value == pytest.approx(0.7286, abs=0.00005)
    assert other.value == 1
    assert alpha.overall.value == pytest.approx(0.8591, abs=0.0005)
    assert (c.n, alpha.overall.n) == (5, 9)


def by_the_formulas(length: int, works: list[list[Span]]) -> float:
    """Alpha of one label, section by section as printed in 2004, for disjoint units."""
    sections = []
    for spans in works:
        edges = [0, *(edge for span in sorted(spans) for edge in (span.start, span.end)), length]
        sections.append([(b, e - b, n % 2) for n, (b, e) in enumerate(pairwise(edges))])
    m = len(works)
    observed = 0
    for i, mine in enumerate(sections):
        for j, others in enumerate(sections):
            for b, size, v in mine if i != j else ():
                for b2, size2, v2 in others:
                    if v and v2 and -size < b - b2 < size2:
                        observed += (b - b2) ** 2 + (b + size - b2 - size2) ** 2
                    elif v and not v2 and size2 - size >= b - b2 >= 0:
                        observed += size**2
                    elif v2 and not v and size2 - size <= b - b2 <= 0:
                        observed += size2**2
    n = sum(len(spans) for spans in works)
    gaps = [size for mine in sections for _, size, v in mine if not v]
    total = sum(
        (n - 1) / 3 * (2 * size**3 - 3 * size**2 + size) + size**2 * sum(g - size + 1 for g in gaps if g >= size)
        for mine in sections
        for _, size, v in mine
        if v
    )
    ways = m * length * (m * length - 1) - sum(size * (size - 1) for mine in sections for _, size, v in mine if v)
    return 1 - (observed / (m * (m - 1) * length**2)) / (2 / length * total / ways)


@st.composite
def disjoint(draw: st.DrawFn) -> list[Span]:
    edges = sorted(draw(st.sets(st.integers(0, 40), max_size=8)))
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]


@given(st.lists(disjoint(), min_size=2, max_size=4))
def test_unitizing_alpha_is_what_the_formulas_say(works):
    estimate = unitizing_alpha(Span(0, 41), [{"c": spans} for spans in works]).overall
    if any(works):
        assert estimate.value == pytest.approx(by_the_formulas(41, works))
    else:
        assert estimate.reason is Undefined.NO_MARKS


@given(st.lists(disjoint(), min_size=1, max_size=4), st.randoms())
def test_the_order_of_annotators_and_units_is_no_matter(works, random):
    shuffled = [{"c": random.sample(spans, len(spans))} for spans in random.sample(works, len(works))]
    assert unitizing_alpha(Span(0, 41), shuffled) == unitizing_alpha(Span(0, 41), [{"c": spans} for spans in works])


@given(disjoint().filter(bool), st.integers(2, 5))
def test_annotators_who_mark_the_same_agree_fully(spans, annotators):
    assert unitizing_alpha(Span(0, 41), [{"c": spans}] * annotators).overall.value == 1


def test_marks_of_one_annotator_that_overlap_are_one_unit_and_touching_ones_are_two():
    twice = [{"c": units((0, 10), (5, 10))}, {"c": units((0, 15))}]
    assert unitizing_alpha(Span(0, 40), twice).overall.value == 1
    touching = [{"c": units((0, 10), (10, 5))}, {"c": units((0, 15))}]
    assert unitizing_alpha(Span(0, 40), touching).overall.value < 1


def test_unitizing_alpha_is_not_defined_for_one_annotator_or_no_unit_or_no_text():
    alone = unitizing_alpha(Span(0, 40), [{"c": units((0, 10))}])
    assert alone.overall.reason is alone.labels[0][1].reason is Undefined.ONE_ANNOTATOR
    assert unitizing_alpha(Span(0, 40), [{}, {}]).overall.reason is Undefined.NO_MARKS
    assert unitizing_alpha(Span(0, 0), [{"c": [Span(0, 0)]}, {}]).overall.reason is Undefined.NO_MARKS


# F1 over pairs


def test_f1_is_the_mean_over_pairs_of_annotators():
    a, b = on(0, 2), on(4, 6)
    assert pairwise_f1([[a, b], [b, a, a], [a]]).value == pytest.approx((1 + 2 / 3 + 2 / 3) / 3)
    assert pairwise_f1([[a], [on(0, 2, "denial")]]).value == 0


def test_pairs_without_a_mark_do_not_count():
    assert pairwise_f1([[], [], [on(0, 2)]]).n == 2
    assert pairwise_f1([[], []]).reason is Undefined.NO_MARKS
    assert pairwise_f1([[on(0, 2)]]).reason is Undefined.ONE_ANNOTATOR


def test_the_interval_of_a_large_class_rests_on_some_of_its_pairs():
    random = Random(4)
    works = [[on(n, n + 1) for n in range(12) if random.random() < 0.7] for _ in range(30)]
    estimate = pairwise_f1(works, TEXT.sentence_index, drawn(3, Random(1)), Random(1))
    assert estimate.n == 435 > MOST_PAIRS
    low, high = estimate.interval
    assert low < estimate.value < high


# All together


def test_words_are_counted_with_all_the_labels_that_an_annotator_gave_them():
    works = [[on(0, 3), on(2, 4, "denial"), on(2, 3)], [on(0, 3)], [labelled("claim", Span(0, 2), Span(6, 8))]]
    counts = count_labels(WORDS, works)
    assert counts[0] == {("claim",): 3}
    assert counts[1] == {("claim",): 2, (): 1}
    assert counts[2] == {("claim", "denial"): 1, ("claim",): 2}
    assert counts[3] == {("denial",): 1, (): 2}
    assert counts[11] == {(): 3}


def test_agreement_of_three_annotators():
    works = [[on(0, 3), on(5, 8)], [on(0, 3), on(5, 7)], [on(0, 3)]]
    found = agreement(TEXT, works)
    assert (found.n_annotators, found.n_tokens) == (3, 12)
    assert found.alpha_nominal.value == pytest.approx(1 - 6 / 17.6)
    assert found.pairwise_f1.value == pytest.approx((1 / 2 + 2 / 3 + 2 / 3) / 3)
    for estimate in (found.alpha_nominal, found.alpha_unitizing.overall, found.pairwise_f1):
        low, high = estimate.interval
        assert low <= estimate.value <= high <= 1
    assert found == agreement(TEXT, works)
    assert found == agreement(TEXT, works[::-1])


def test_one_annotator_or_no_words_is_no_agreement():
    alone = agreement(TEXT, [[on(0, 3)]])
    assert alone.alpha_nominal.reason is alone.pairwise_f1.reason is Undefined.ONE_ANNOTATOR
    empty = agreement(Text("", "", "", 1, (), ()), [[], []])
    assert empty.alpha_nominal.reason is Undefined.NO_WORDS
    assert agreement(TEXT, [[], []]).alpha_nominal.reason is Undefined.NO_VARIATION


def test_a_single_sentence_gives_no_interval():
    text = text_of("t0 t1 t2 t3")
    found = agreement(text, [[Labelled(0, 2, "claim")], [Labelled(0, 5, "claim")]])
    assert found.alpha_nominal.value is not None
    assert found.alpha_nominal.interval is found.pairwise_f1.interval is found.alpha_unitizing.overall.interval is None


def test_draws_in_which_nobody_marked_anything_say_nothing():
    text = text_of("t0 t1 | t2 t3")
    estimate = agreement(text, [[Labelled(0, 2, "claim")], [Labelled(0, 2, "claim")]]).pairwise_f1
    assert estimate.interval == (1, 1)
