"""The label guide's boundary rules B1 to B6: the grader pays what they promise."""

from fractions import Fraction

import pytest

from claimlight.grading.receipt import Outcome, Rule
from grading.builders import CLAIM, DENIAL, FIGURE, Page, claims, denies, figures, graded, lesson_of, text_of


def lesson(page: Page, *items):
    return lesson_of(page.text, items)


BRIDGE = Page(text_of("On Monday evening the mayor said that the bridge was inspected in June. | Nobody asked why."))


@pytest.mark.parametrize(
    "marked",
    [
        "the bridge was inspected in June",
        "that the bridge was inspected in June.",
        "said that the bridge was inspected in June",
        "the mayor said that the bridge was inspected in June.",
    ],
)
def test_b1_speaker_and_cue_may_be_included_without_loss(marked):
    target = BRIDGE.target(CLAIM, "the bridge was inspected in June")
    item = BRIDGE.item("k", target, speaker=["the mayor"], cue=["said"])
    assert graded(lesson(BRIDGE, item), claims(marked)).score == 100


def test_b2_without_its_cue_a_denial_is_an_alternative_worth_less():
    page = Page(text_of("After months of questions the firm denied dumping waste in the Tern. | It said no more."))
    whole = page.target(DENIAL, "denied dumping waste in the Tern")
    bare = page.target(DENIAL, "dumping waste in the Tern", factor=Fraction(3, 5))
    answers = lesson(page, page.item("k", whole, bare, denying=["denied"]))
    assert graded(answers, denies("denied dumping waste in the Tern")).score == 100
    grade = graded(answers, denies("dumping waste in the Tern"))
    assert grade.score == 60
    assert grade.items[0].reason.rule is Rule.ALSO_RIGHT
    assert grade.items[0].target == 1


def test_b2_without_its_cue_and_with_no_alternative_a_denial_earns_half():
    page = Page(text_of("“No such warning ever reached my desk,” she said. | It rained."))
    item = page.item("k", page.target(DENIAL, "No such warning ever reached my desk"), denying=["No such"])
    grade = graded(lesson(page, item), denies("warning ever reached my desk"))
    assert grade.score == 50
    assert grade.items[0].outcome is Outcome.PARTLY
    assert grade.items[0].reason.rule is Rule.NO_WORDS_MISSING
    assert [page.text[span] for span in grade.items[0].missed.spans] == ["No such"]


def test_b3_a_figure_is_approximator_number_and_unit():
    page = Page(text_of("The ministry said over 7,000 killed on the first day. | It rained."))
    whole = page.target(FIGURE, "over 7,000 killed")
    bare = page.target(FIGURE, "7,000", factor=Fraction(7, 10))
    answers = lesson(page, page.item("k", whole, bare))
    assert graded(answers, figures("over 7,000 killed")).score == 100
    assert graded(answers, figures("7,000")).score == 70


@pytest.mark.parametrize(
    "marked",
    [
        "taxes fell in June",
        "“taxes fell in June”",
        " “taxes fell in June”. ",
        "that “taxes fell in June",
        "and that “taxes fell in June”",
    ],
)
def test_b4_edges_never_count(marked):
    page = Page(text_of("He spoke of rain and that “taxes fell in June”. | It rained on."))
    item = page.item("k", page.target(CLAIM, "that “taxes fell in June”"))
    grade = graded(lesson(page, item), claims(marked))
    assert grade.score == 100
    assert grade.items[0].reason.rule is Rule.EXACT


QUOTE = Page(
    text_of("“The water is safe to drink,” she said, “and the pumps were never shut.” | Nobody laughed at her.")
)


@pytest.mark.parametrize(
    "marks",
    [
        ["The water is safe to drink"],
        ["and the pumps were never shut"],
        ["The water is safe to drink", "and the pumps were never shut"],
        ["The water is safe to drink,” she said, “and the pumps were never shut"],
    ],
    ids=["first half", "second half", "both", "all"],
)
def test_b6_a_broken_quotation_is_one_item(marks):
    parts = ("The water is safe to drink", "and the pumps were never shut")
    item = QUOTE.item("k", QUOTE.target(CLAIM, *parts))
    grade = graded(lesson(QUOTE, item), *map(claims, marks))
    assert grade.score == 100
    assert {verdict.fate.value for verdict in grade.highlights} == {"matched"}
    assert len(grade.items[0].highlights) == len(marks)
