"""What a teacher learns about a lesson's items and a student's ways from graded work."""

from collections import Counter
from fractions import Fraction
from math import asin, comb, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.grading.estimate import Undefined
from claimlight.grading.item_analysis import analyse_items, confusion
from claimlight.grading.marking_style import Leaning, marking_style
from claimlight.grading.mastery import Mastery, incomplete_beta, mastery
from grading.builders import CLAIM, DENIAL, FIGURE, TWELVE_WORDS, claim, denial, figure, graded, lesson_of

P = TWELVE_WORDS


def item(id: str, start: int, stop: int, label: str = CLAIM, **more):
    place = (start, stop)
    return P.item(id, P.target(label, place, core=[place], outer=[place]), **more)


LESSON = lesson_of(
    P.text, [item("a", 0, 2), item("b", 4, 6), item("c", 8, 10, DENIAL), item("o", 10, 12, optional=True)]
)
A, B, C = claim(0, 2), claim(4, 6), denial(8, 10)


def a_class(*works):
    return [graded(LESSON, *work) for work in works]


# Items


def test_facility_is_the_mean_credit_of_each_item():
    analysis = analyse_items(a_class((A, B, C), (A, B), (A, figure(4, 6)), ()))
    assert [(one.item, one.facility, one.n) for one in analysis.items] == [
        ("a", Fraction(3, 4), 4),
        ("b", Fraction(9, 16), 4),
        ("c", Fraction(1, 4), 4),
        ("o", 0, 4),
    ]
    assert analysis.n == 4


def test_the_label_most_often_given_instead():
    works = a_class((A, figure(4, 6), claim(8, 10)), (figure(4, 6),), (denial(4, 6), claim(8, 10)), (A, B, C))
    first, second, third, _ = analyse_items(works).items
    assert (first.wrong_label, first.wrong_label_count) == ("", 0)
    assert (second.wrong_label, second.wrong_label_count) == (FIGURE, 2)
    assert (third.wrong_label, third.wrong_label_count) == (CLAIM, 2)
    assert confusion(works) == {
        CLAIM: Counter({CLAIM: 3, FIGURE: 2, DENIAL: 1, "": 6}),
        DENIAL: Counter({CLAIM: 2, DENIAL: 1, "": 1}),
    }


def test_kr_20_by_hand():
    """Four students, three right-or-wrong items; k/(k-1) (1 - sum of variances / variance of totals)."""
    analysis = analyse_items(a_class((A, B, C), (A, B), (A,), ()))
    variances = [1 / 4, 1 / 3, 1 / 4]
    alpha = 3 / 2 * (1 - sum(variances) / (5 / 3))
    assert analysis.alpha.value == pytest.approx(alpha) == pytest.approx(0.75)
    assert analysis.error.value == pytest.approx(sqrt(5 / 3 * (1 - alpha)))
    assert (analysis.alpha.n, analysis.error.n) == (4, 4)


def test_a_correlation_is_with_the_rest_and_hidden_under_15_students():
    fourteen = a_class(*[(A, B, C)] * 7, *[()] * 7)
    hidden = analyse_items(fourteen).items[0].correlation
    assert (hidden.value, hidden.reason, hidden.n) == (None, Undefined.TOO_FEW, 14)
    shown = analyse_items([*fourteen, *a_class((B,))]).items
    a = [1] * 7 + [0] * 8
    rest = [2] * 7 + [0] * 7 + [1]
    assert shown[0].correlation.value == pytest.approx(pearson(a, rest))
    assert shown[3].correlation.reason is Undefined.NO_VARIATION


def pearson(a, b):
    n = len(a)
    return (n * sum(x * y for x, y in zip(a, b, strict=True)) - sum(a) * sum(b)) / sqrt(
        (n * sum(x * x for x in a) - sum(a) ** 2) * (n * sum(y * y for y in b) - sum(b) ** 2)
    )


def test_what_cannot_be_said_is_not():
    assert analyse_items([]).alpha.reason is Undefined.TOO_FEW
    assert analyse_items(a_class((A,))).error.reason is Undefined.TOO_FEW
    assert analyse_items(a_class((A,), (A,))).alpha.reason is Undefined.NO_VARIATION
    nothing = [graded(lesson_of(P.text, [item("o", 0, 2, optional=True)]), A) for _ in range(2)]
    assert analyse_items(nothing).alpha.reason is Undefined.TOO_FEW


def test_grades_by_different_keys_do_not_mix():
    other = graded(lesson_of(P.text, [item("z", 0, 2)]), A)
    with pytest.raises(ValueError, match="different keys"):
        analyse_items([*a_class((A,)), other])


@given(st.lists(st.lists(st.sampled_from((A, B, C)), unique=True), min_size=2, max_size=6), st.randoms())
def test_the_order_of_students_is_no_matter(works, random):
    grades = a_class(*works)
    assert analyse_items(random.sample(grades, len(grades))) == analyse_items(grades)


# Students


def test_who_doubts_everything_over_marks_and_who_doubts_nothing_under_marks():
    everything = marking_style(graded(LESSON, A, B, C, claim(2, 4), claim(6, 8), figure(2, 4), figure(6, 8)))
    assert (everything.precision, everything.recall) == (Fraction(3, 7), 1)
    assert everything.leaning is Leaning.OVER_MARKS
    little = marking_style(graded(LESSON, A, A))
    assert (little.precision, little.recall, little.highlights, little.items) == (1, Fraction(1, 3), 1, 3)
    assert little.leaning is Leaning.UNDER_MARKS
    assert marking_style(graded(LESSON, A, B, C, claim(2, 4))).leaning is Leaning.OVER_MARKS
    assert marking_style(graded(LESSON, A, B, C)).leaning is Leaning.BALANCED
    assert marking_style(graded(LESSON)).leaning is Leaning.UNKNOWN
    assert marking_style(graded(lesson_of(P.text, []), A)).recall is None
    assert (everything.astray, everything.unfound) == (everything.highlights * (1 - everything.precision), 0)
    assert (little.astray, little.unfound) == (0, little.items - little.recall * little.items)
    assert (marking_style(graded(LESSON)).astray, marking_style(graded(lesson_of(P.text, []), A)).unfound) == (0, 0)


# Mastery


def test_mastery_adds_up_over_lessons_by_label():
    shown = mastery([graded(LESSON, A, B), graded(LESSON, A, figure(4, 6), C)])
    assert [(one.label, one.n, one.credit) for one in shown] == [(CLAIM, 4, Fraction(13, 4)), (DENIAL, 2, 1)]
    assert not any(one.secure for one in shown)


def test_six_of_six_is_not_yet_secure_and_seven_of_seven_is():
    """P(θ > .8) for Beta(1 + n, 1) is 1 - .8^(n + 1)."""
    for n, secure in ((6, False), (7, True)):
        (shown,) = mastery([graded(lesson_of(P.text, [item("a", 0, 2)]), A)] * n)
        assert shown.probability == pytest.approx(1 - 0.8 ** (n + 1))
        assert shown.secure is secure


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_band_lies_around_the_guess_and_past_the_line_just_when_it_is_secure(found, missed):
    shown = Mastery("claim", found + missed, Fraction(found), 1 - incomplete_beta(0.8, 1 + found, 1 + missed))
    low, high = shown.band
    assert 0 < low < shown.guess < high < 1
    assert shown.secure == (low >= 0.8)
    assert incomplete_beta(low, 1 + found, 1 + missed) == pytest.approx(0.2, abs=1e-7)
    assert incomplete_beta(high, 1 + found, 1 + missed) == pytest.approx(0.8, abs=1e-7)


@pytest.mark.parametrize(
    ("x", "a", "b", "known"),
    [
        (0.5, 0.5, 0.5, 0.5),
        (0.2, 1, 1, 0.2),
        (0.8, 5, 1, 0.8**5),
        (0.3, 1, 4, 1 - 0.7**4),
        (0.5, 2, 3, 0.6875),
        (0.8, 0.5, 0.5, 2 / pi * asin(sqrt(0.8))),
        (0, 2, 3, 0),
        (1, 2, 3, 1),
    ],
)
def test_the_incomplete_beta_function_has_its_known_values(x, a, b, known):
    assert incomplete_beta(x, a, b) == pytest.approx(known, abs=1e-12)


@given(st.floats(0.01, 0.99), st.integers(1, 60), st.integers(1, 60))
def test_for_whole_numbers_it_is_a_sum_of_binomials(x, a, b):
    n = a + b - 1
    summed = sum(comb(n, j) * x**j * (1 - x) ** (n - j) for j in range(a, n + 1))
    assert incomplete_beta(x, a, b) == pytest.approx(summed, abs=1e-12)


@given(st.floats(0.01, 0.99), st.floats(0.5, 300), st.floats(0.5, 300))
def test_it_is_a_probability_and_symmetric(x, a, b):
    value = incomplete_beta(x, a, b)
    assert -1e-12 <= value <= 1 + 1e-12
    assert value == pytest.approx(1 - incomplete_beta(1 - x, b, a), abs=1e-11)
