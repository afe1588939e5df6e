"""The worked examples of the grading rules, as literal expectations."""

from fractions import Fraction

import pytest

from claimlight.grading.receipt import Fate, Outcome
from grading.builders import BY_SENTENCE, claim, denial, figure, graded, one_claim

WORDS = [
    ("exact", [claim(1, 4)], 100),
    ("as good as exact", [claim(0, 4)], 100),
    ("one word missing", [claim(2, 4)], 75),
    ("two words too many", [claim(1, 6)], 75),
    ("the opposite", [denial(1, 4)], 0),
    ("another label", [figure(1, 4)], 25),
    ("hedged", [claim(1, 4), figure(1, 4)], Fraction(125, 2)),
    ("two extras, one free", [claim(1, 4), claim(4, 8), claim(8, 12)], 50),
    ("split, one word missing", [claim(1, 2), claim(3, 4)], Fraction(135, 2)),
    ("split", [claim(1, 2), claim(2, 4)], 90),
    ("a third of the words", [claim(3, 4)], 50),
    ("the whole text", [claim(0, 12)], 50),
    ("nothing", [], 0),
]


@pytest.mark.parametrize(("marks", "score"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_by_words(marks, score):
    assert graded(one_claim(), *marks).score == score


SENTENCES = [
    ("the sentence", [claim(0, 4)], 100),
    ("the words", [claim(1, 4)], 100),
    ("most of the words", [claim(2, 4)], 100),
    ("two words astray", [claim(1, 6)], 100),
    ("four words astray", [claim(1, 8)], 0),
    ("another label", [figure(1, 4)], 0),
]


@pytest.mark.parametrize(("marks", "score"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_by_sentence(marks, score):
    assert graded(one_claim(precision=BY_SENTENCE), *marks).score == score


def test_the_opposite_is_no_extra():
    grade = graded(one_claim(), denial(1, 4))
    assert [verdict.fate for verdict in grade.highlights] == [Fate.WRONG_LABEL]
    assert grade.items[0].outcome is Outcome.OPPOSITE_LABEL
    assert grade.penalty == 0


def test_four_words_astray_are_a_near_miss():
    grade = graded(one_claim(precision=BY_SENTENCE), claim(1, 8))
    assert grade.items[0].outcome is Outcome.NEAR_MISS
    assert grade.highlights[0].fate is Fate.NEAR_MISS


def test_marking_one_thing_as_everything():
    everything = [claim(1, 4), denial(1, 4), figure(1, 4)]
    assert graded(one_claim(), *everything).score == Fraction(500, 12)
    assert graded(one_claim(precision=BY_SENTENCE), *everything).score == Fraction(100, 3)
