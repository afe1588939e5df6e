"""What a grade missed, by kind; and what the marks on a passage say about how well a kind is known."""

import pytest

from claimlight.core.lesson import Precision
from claimlight.grading.recall import Recall, recall
from claimlight.grading.slips import Kind, Slip, kind_of, slips
from grading.builders import (
    CLAIM,
    DENIAL,
    FIGURE,
    Page,
    claims,
    denies,
    figures,
    graded,
    lesson_of,
    text_of,
)

PAGE = Page(
    text_of(
        "The bridge fell on Monday. | The mayor said it was safe. | She denied that it was old.",
        "About 400 cars wait. | The census counted 900 homes. | It rained all day. | Tea was late. | Nobody spoke.",
    )
)


def lesson(**more):
    return lesson_of(
        PAGE.text,
        [
            PAGE.item("c1", PAGE.target(CLAIM, "it was safe"), attributes=(("source", ("mayor",)),)),
            PAGE.item("c2", PAGE.target(CLAIM, "The bridge fell"), attributes=(("source", ("writer",)),)),
            PAGE.item("d1", PAGE.target(DENIAL, "denied that it was old")),
            PAGE.item("f1", PAGE.target(FIGURE, "About 400 cars")),
            PAGE.item("o1", PAGE.target(CLAIM, "Nobody spoke"), optional=True),
        ],
        [PAGE.decoy("t1", "900 homes")],
        **more,
    )


def missed(*marks, **more):
    made = lesson(**more)
    return [(one.kind.id, one.item) for one in slips(graded(made, *marks), made.texts[0].key)]


def test_what_is_right_is_no_slip():
    right = (
        claims("it was safe"),
        claims("The bridge fell"),
        denies("denied that it was old"),
        figures("About 400 cars"),
    )
    assert missed(*right) == []


def test_an_untouched_page_missed_every_answer_that_counts():
    assert missed() == [
        ("taken-for-fact:claim", "c2"),
        ("missed:claim", "c1"),
        ("missed:denial", "d1"),
        ("missed:unverified-figure", "f1"),
    ]


def test_labels_marks_too_many_and_marks_too_narrow():
    marks = (
        figures("it was safe"),
        figures("The bridge fell"),
        claims("The bridge fell"),
        denies("denied that"),
        figures("900 homes"),
        claims("It rained"),
    )
    assert missed(*marks) == [
        ("wrong-label:claim", "c2"),
        ("wrong-label:claim", "c1"),
        ("in-part:denial", "d1"),
        ("missed:unverified-figure", "f1"),
        ("trap:unverified-figure", "t1"),
        ("extra:claim", ""),
    ]


def test_of_a_mark_too_many_the_first_sentence_comes_back():
    made = lesson()
    (extra,) = [one for one in slips(graded(made, claims("It rained all day. Tea")), made.texts[0].key) if not one.item]
    assert PAGE.text[extra.focus] == "It rained all day"


def test_worked_examples_are_nobodys_slip():
    assert ("missed:denial", "d1") not in missed(example=("d1",))


@pytest.mark.parametrize("slip", Slip)
def test_a_kind_is_found_by_its_id(slip):
    kind = Kind(slip, "claim")
    assert kind_of(kind.id) == kind


@pytest.mark.parametrize("id", ["", "missed", "missed:", "forgotten:claim", ":claim"])
def test_an_unknown_kind_is_refused(id):
    with pytest.raises(ValueError, match=r"kind of sentence|valid Slip"):
        kind_of(id)


def told(item, phrase, *marks, before=None, **more):
    return recall(graded(lesson(**more), *marks), item, PAGE.span(phrase), before)


ALL = (claims("it was safe"), claims("The bridge fell"), denies("denied that it was old"), figures("About 400 cars"))


@pytest.mark.parametrize(
    ("expected", "marks"),
    [
        (Recall.AGAIN, ()),
        (Recall.AGAIN, (claims("denied that it was old"),)),
        (Recall.HARD, (denies("denied that"),)),
        (Recall.HARD, (denies("denied that it was old"), claims("It rained"))),
        (Recall.GOOD, (denies("denied that it was old"),)),
        (Recall.GOOD, ALL),
    ],
)
def test_an_answer_is_told_by_its_credit(expected, marks):
    assert told("d1", "denied that it was old", *marks) is expected


@pytest.mark.parametrize(
    ("expected", "marks"),
    [
        (Recall.AGAIN, (figures("900 homes"),)),
        (Recall.AGAIN, (claims("census counted"),)),
        (Recall.HARD, (claims("It rained"),)),
        (Recall.GOOD, ()),
        (Recall.GOOD, (figures("About 400 cars"),)),
    ],
)
def test_a_trap_is_told_by_being_left_alone(expected, marks):
    assert told("t1", "900 homes", *marks) is expected


def test_easy_needs_two_good_ones_and_every_answer():
    assert told("d1", "denied that it was old", *ALL, before=Recall.GOOD) is Recall.EASY
    assert told("d1", "denied that it was old", *ALL, before=Recall.EASY) is Recall.EASY
    assert told("d1", "denied that it was old", *ALL, before=Recall.HARD) is Recall.GOOD
    assert told("d1", "denied that it was old", *ALL[1:], before=Recall.GOOD) is Recall.GOOD


def test_the_sentence_is_enough_where_the_lesson_says_so():
    assert told("d1", "denied that it was old", denies("denied"), precision=Precision.WORDS) is Recall.AGAIN
    whole = denies("She denied that it was old")
    assert told("d1", "denied that it was old", whole, precision=Precision.SENTENCE) is Recall.GOOD
