"""Answers marked in pieces."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.lesson import Precision
from claimlight.grading import splits
from claimlight.grading.grade import prepare
from claimlight.grading.marks import read_marks
from claimlight.grading.receipt import Fate, Outcome, Rule
from grading.builders import CLAIM, FIGURE, TWELVE_WORDS, Page, claim, figure, graded, lesson_of, text_of
from grading.cases import lessons, works

P = TWELVE_WORDS
LONG = Page(text_of(" ".join(f"w{n}" for n in range(60))))


def k(id: str, start: int, stop: int, page: Page = P, label: str = CLAIM):
    return page.item(id, page.target(label, (start, stop), core=[(start, stop)], outer=[(start, stop)]))


def lesson(*items, page: Page = P):
    return lesson_of(page.text, items)


@pytest.mark.parametrize(
    ("marks", "credit"),
    [
        ([claim(0, 4), claim(4, 8)], Fraction(9, 10)),
        ([claim(0, 3), claim(3, 6), claim(6, 8)], Fraction(9, 10)),
        ([claim(0, 2), claim(2, 4), claim(4, 6), claim(6, 8)], Fraction(27, 40)),
        ([claim(0, 5), claim(3, 8)], Fraction(9, 10)),
        ([claim(0, 1), claim(4, 8)], Fraction(27, 40)),
        ([claim(0, 1), claim(5, 8)], Fraction(1, 2)),
    ],
    ids=["two", "three", "three of four", "overlapping", "three words between", "too far apart"],
)
def test_a_split_counts_its_words_a_tenth_less(marks, credit):
    assert graded(lesson(k("a", 0, 8)), *marks).items[0].credit == credit


def test_a_split_is_told_and_uses_up_its_pieces():
    found = graded(lesson(k("a", 0, 8)), claim(0, 4), claim(4, 8))
    assert found.items[0].outcome is Outcome.SPLIT
    assert found.items[0].reason.rule is Rule.SPLIT
    assert found.items[0].highlights == ("h0", "h1")
    assert {one.fate for one in found.highlights} == {Fate.MATCHED}


def test_pieces_need_not_earn_alone():
    found = graded(lesson(k("a", 0, 4)), claim(0, 1), claim(1, 2))
    assert found.items[0].credit == Fraction(9, 20)
    assert graded(lesson(k("a", 0, 4)), claim(0, 1)).items[0].credit == 0


def test_two_labels_are_no_split():
    found = graded(lesson(k("a", 0, 8)), claim(0, 4), figure(4, 8))
    assert found.items[0].outcome is not Outcome.SPLIT


def test_a_key_in_the_gap_forbids_a_split():
    answers = lesson(k("a", 0, 8), k("f", 3, 5, label=FIGURE))
    assert graded(answers, claim(0, 3), claim(5, 8)).item("a").outcome is Outcome.PARTLY
    assert graded(lesson(k("a", 0, 8)), claim(0, 3), claim(5, 8)).item("a").outcome is Outcome.SPLIT


def test_one_mark_is_better_than_pieces_where_it_pays_more():
    found = graded(lesson(k("a", 0, 8)), claim(0, 4), claim(4, 8), claim(0, 8))
    assert found.items[0].highlights == ("h2",)


def test_under_sentence_there_are_no_splits():
    from grading.builders import BY_SENTENCE, one_claim

    found = graded(one_claim(precision=BY_SENTENCE), claim(1, 2), claim(3, 4))
    assert found.score == 0


def test_a_component_of_pieces_that_is_too_large_is_solved_without_splits():
    answers = lesson(k("a", 0, 6, page=LONG), page=LONG)
    ones = [claim(n, n + 1) for n in range(6)]
    assert graded(answers, *ones).items[0].outcome is Outcome.SPLIT
    crowded = [*ones, *(claim(n, n + 2) for n in range(5)), claim(0, 6), claim(5, 9)]
    found = graded(answers, *crowded)
    assert found.large
    assert found.items[0].outcome is Outcome.EXACT


def test_a_large_component_of_nothing_but_pieces_earns_nothing():
    found = graded(lesson(k("a", 0, 20, page=LONG), page=LONG), *(claim(n, n + 4) for n in range(13)))
    assert found.large
    assert found.items[0].credit == 0


def test_around_a_crowded_answer_no_pieces_count():
    answers = lesson(k("a", 0, 30, page=LONG), page=LONG)
    found = graded(answers, *(claim(n, n + 5) for n in range(30)))
    assert found.items[0].outcome is not Outcome.SPLIT


def test_pieces_among_dozens_of_other_marks_are_found():
    """Two pieces, and 33 marks across their answer's edges that are too wide to earn with them or with each other."""
    wide = [(29, stop) for stop in range(48, 60)] + [(start, 21) for start in range(6)]
    wide += [(28, stop) for stop in range(51, 59)] + [(27, stop) for stop in range(51, 58)]
    marks = [claim(20, 24), claim(24, 28), *(claim(*words) for words in wide)]
    found = graded(lesson(k("a", 20, 30, LONG), page=LONG), *marks)
    assert found.items[0].credit == Fraction(27, 40)
    assert found.items[0].highlights == ("h0", "h1")
    assert not found.large


@given(lessons(Precision.WORDS), st.data())
def test_asking_first_which_are_near_loses_no_pieces(lesson, data):
    key = prepare(lesson)
    marks = [mark for mark in read_marks(key, data.draw(works(lesson, most=9))).counted if mark.shape.label == CLAIM]
    for number, seeds in splits._seeds(marks).items():
        numbers = {mark.number for mark in seeds}
        some = splits._some_sets(key, number, seeds, marks)
        assert some is not None
        found, every = (
            sorted((one.marks, one.earnings[0].credit) for one in splits._splits_of(key, number, numbers, sets))
            for sets in (some, splits._all_sets(marks))
        )
        assert found == every


@pytest.mark.parametrize("sizes", [(5, 6, 7), (5, 3, 4, 6, 7, 8)], ids=["78 marks", "156 marks"])
def test_more_sets_of_pieces_than_can_be_tried_are_told_in_the_record(sizes):
    """Around an answer of 30 words very many marks, none of which earns alone."""
    marks = [claim(start, start + size) for size in sizes for start in range(26)]
    answers = lesson(k("a", 0, 30, LONG), page=LONG)
    found = graded(answers, *marks)
    assert found.items[0].credit == 0
    assert found.large
    few = graded(answers, *marks[:11:5])
    assert few.items[0].outcome is Outcome.SPLIT
    assert not few.large
