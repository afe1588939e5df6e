"""One highlight over several answers."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimlight.core.lesson import Precision
from claimlight.grading.grade import grade
from claimlight.grading.receipt import Fate, Outcome, Rule
from grading.builders import (
    BY_SENTENCE,
    CLAIM,
    DENIAL,
    FIGURE,
    Page,
    claim,
    denial,
    figure,
    graded,
    lesson_of,
    text_of,
)
from grading.cases import lessons

HALF = Fraction(1, 2)
LONG = Page(text_of(" ".join(f"w{n}" for n in range(40))))


def k(id: str, start: int, stop: int, label: str = CLAIM, covers: tuple[str, ...] = (), **more: object):
    """An item whose core and outer are its range."""
    target = LONG.target(label, (start, stop), core=[(start, stop)], outer=[(start, stop)], covers=covers)
    return LONG.item(id, target, **more)


def lesson(*items, **more):
    return lesson_of(LONG.text, items, **more)


def credits(found) -> list[Fraction]:
    return [one.credit for one in found.items]


# Two in one


def test_two_answers_in_one_mark_earn_half_each():
    found = graded(lesson(k("a", 0, 4), k("b", 5, 9)), claim(0, 9))
    assert credits(found) == [HALF, HALF]
    assert [one.outcome for one in found.items] == [Outcome.MERGED] * 2
    assert [one.reason.rule for one in found.items] == [Rule.MERGED] * 2
    assert [one.highlights for one in found.items] == [("h0",), ("h0",)]
    assert [one.fate for one in found.highlights] == [Fate.MATCHED]
    assert found.score == 50


def test_four_fifths_of_each_are_enough_and_less_is_not():
    answers = lesson(k("a", 0, 5), k("b", 5, 10))
    assert credits(graded(answers, claim(1, 9))) == [HALF, HALF]
    assert credits(graded(answers, claim(2, 9))) == [0, HALF]


def test_three_words_in_ten_may_belong_to_neither():
    answers = lesson(k("a", 0, 3), k("b", 6, 10))
    assert credits(graded(answers, claim(0, 10))) == [HALF, HALF]
    answers = lesson(k("a", 0, 3), k("b", 7, 10))
    assert credits(graded(answers, claim(0, 10))) == [0, 0]


def test_three_answers_in_one_mark_are_no_merge():
    answers = lesson(k("a", 0, 4), k("b", 4, 8), k("c", 8, 12))
    assert credits(graded(answers, claim(0, 12))) == [HALF, 0, 0]
    assert graded(answers, claim(0, 12)).items[0].outcome is Outcome.PARTLY


def test_answers_with_other_labels_are_not_counted():
    answers = lesson(k("a", 0, 4), k("f", 3, 5, FIGURE), k("b", 5, 9))
    found = graded(answers, claim(0, 9), figure(3, 5))
    assert [(one.item, one.credit) for one in found.items] == [("a", HALF), ("f", 1), ("b", HALF)]


def test_a_merge_under_another_label_earns_a_quarter_of_its_half():
    found = graded(lesson(k("a", 0, 4), k("b", 4, 8)), figure(0, 8))
    assert credits(found) == [Fraction(1, 8)] * 2
    assert {one.outcome for one in found.items} == {Outcome.MERGED}
    assert credits(graded(lesson(k("a", 0, 4), k("b", 4, 8)), denial(0, 8))) == [0, 0]


def test_a_mark_over_a_worked_example_is_no_merge():
    answers = lesson(k("shown", 0, 4), k("b", 4, 8), example=("shown",))
    assert credits(graded(answers, claim(0, 8))) == [HALF]
    assert graded(answers, claim(0, 8)).items[0].outcome is Outcome.PARTLY


def test_two_exact_marks_are_taken_before_a_merge():
    found = graded(lesson(k("a", 0, 4), k("b", 5, 9)), claim(0, 9), claim(0, 4), claim(5, 9))
    assert credits(found) == [1, 1]
    assert found.highlight("h0").fate is Fate.NEAR_MISS


def test_one_exact_mark_and_a_merge():
    """One answer whole is as good as two halves; the number of full matches decides."""
    found = graded(lesson(k("a", 0, 4), k("b", 5, 9)), claim(0, 9), claim(0, 4))
    assert credits(found) == [1, HALF]


def test_a_merge_is_hedged_for_the_answer_that_has_two_labels():
    found = graded(lesson(k("a", 0, 4), k("b", 5, 9)), claim(0, 9), figure(0, 4))
    assert credits(found) == [HALF * Fraction(5, 8), HALF]
    assert [one.outcome for one in found.items] == [Outcome.MERGED] * 2
    assert [one.reason.rule for one in found.items] == [Rule.HEDGED, Rule.MERGED]


def test_a_broken_answer_is_reached_by_one_part():
    answers = lesson(LONG.item("q", LONG.target(CLAIM, (0, 4), (12, 16))), k("b", 4, 8, weight=Fraction(3)))
    assert credits(graded(answers, claim(0, 8))) == [HALF, HALF]


def test_under_sentence_one_mark_earns_all_it_touches_without_a_merge():
    answers = lesson(k("a", 0, 4, covers=("b",)), k("b", 5, 9), precision=BY_SENTENCE)
    found = graded(answers, claim(0, 9))
    assert [one.outcome for one in found.items] == [Outcome.EXACT] * 2


# Groups


def group(*bounds: tuple[int, int], **more: object):
    return [k(f"g{n}", *each, group="g", **more) for n, each in enumerate(bounds)]


def test_one_mark_over_a_group_is_as_good():
    found = graded(lesson(*group((0, 4), (5, 9))), claim(0, 9))
    assert credits(found) == [1, 1]
    assert [one.outcome for one in found.items] == [Outcome.MERGED] * 2
    assert [one.reason.rule for one in found.items] == [Rule.GROUPED] * 2
    assert found.score == 100


def test_a_group_of_three():
    assert credits(graded(lesson(*group((0, 4), (4, 8), (8, 12))), claim(0, 12))) == [1, 1, 1]
    assert credits(graded(lesson(*group((0, 4), (4, 8), (8, 12))), claim(0, 8))) == [1, 1, 0]


def test_boundaries_of_a_group_are_those_of_all_its_words():
    found = graded(lesson(*group((0, 5), (5, 10))), claim(1, 9))
    assert credits(found) == [Fraction(3, 4)] * 2
    assert [one.reason.rule for one in found.items] == [Rule.NEARLY_MISSING] * 2
    assert [found.items[0].reason.get(name) for name in ("caught", "of")] == [8, 10]
    wide = graded(lesson(*group((0, 5), (5, 10))), claim(0, 14))
    assert credits(wide) == [Fraction(3, 4)] * 2
    assert wide.items[1].reason.rule is Rule.NEARLY_EXTRA


def test_a_group_without_its_no():
    no = LONG.target(DENIAL, (5, 15), core=[(5, 15)], outer=[(5, 15)], must=[(14, 15)])
    answers = lesson(k("a", 0, 5, DENIAL, group="g"), LONG.item("d", no, group="g", denying=[(14, 15)]))
    found = graded(answers, denial(0, 14))
    assert credits(found) == [HALF, HALF]
    assert {one.reason.rule for one in found.items} == {Rule.NO_WORDS_MISSING}


def test_one_stranger_among_the_group_spoils_the_merge():
    answers = lesson(*group((0, 4), (4, 8)), k("c", 8, 12))
    assert credits(graded(answers, claim(0, 12))) == [HALF, 0, 0]
    assert credits(graded(answers, claim(0, 8))) == [1, 1, 0]


def test_b5_two_propositions_under_one_cue_in_one_mark_or_two():
    page = Page(
        text_of("The minister told reporters that fares will fall and that trains will run all night. | It rained.")
    )
    one = page.item("a", page.target(CLAIM, "fares will fall"), group="told", cue=["told"], speaker=["The minister"])
    two = page.item(
        "b", page.target(CLAIM, "trains will run all night"), group="told", cue=["told"], speaker=["The minister"]
    )
    answers = lesson_of(page.text, [one, two])
    for phrases in (
        ["fares will fall", "trains will run all night"],
        ["fares will fall and that trains will run all night"],
        ["told reporters that fares will fall and that trains will run all night."],
    ):
        marks = [page.mark(CLAIM, phrase, f"h{n}") for n, phrase in enumerate(phrases)]
        assert grade(answers, marks).score == 100


# Covers


def covering(factor: Fraction | int = 1):
    """“1,351 killed, 3,825 wounded”: the first figure's second target takes both."""
    whole = LONG.target(FIGURE, (0, 10), factor=factor, core=[(0, 10)], outer=[(0, 10)], covers=("wounded", "killed"))
    killed = k("killed", 0, 5, FIGURE)
    return lesson(
        LONG.item("killed", *killed.targets, whole), k("wounded", 5, 10, FIGURE), k("far", 30, 35), allowance=0
    )


def test_one_mark_on_a_covering_target_earns_all_that_it_covers():
    found = graded(covering(), figure(0, 10))
    assert credits(found) == [1, 1, 0]
    assert [one.outcome for one in found.items][:2] == [Outcome.MERGED] * 2
    assert [one.reason.rule for one in found.items][:2] == [Rule.COVERED] * 2
    assert [LONG.text[span] for span in found.items[1].hit.spans] == ["w5 w6 w7 w8 w9"]
    assert found.items[1].missed.count == found.items[1].extra.count == 0


def test_covered_answers_earn_what_the_covering_target_earns():
    found = graded(covering(), figure(0, 8))
    assert credits(found)[:2] == [Fraction(3, 4)] * 2
    assert {one.reason.rule for one in found.items[:2]} == {Rule.NEARLY_MISSING}
    found = graded(covering(Fraction(4, 5)), figure(0, 10))
    assert credits(found)[:2] == [Fraction(4, 5)] * 2
    assert {one.reason.rule for one in found.items[:2]} == {Rule.ALSO_RIGHT}
    found = graded(covering(Fraction(1, 3)), figure(0, 10))
    assert credits(found)[:2] == [HALF] * 2  # as a merge of two


def test_a_covering_mark_under_another_label():
    found = graded(covering(), claim(0, 10))
    assert credits(found)[:2] == [Fraction(1, 4)] * 2
    assert {one.reason.rule for one in found.items[:2]} == {Rule.WRONG_LABEL}


def test_covered_answers_share_a_hedge():
    found = graded(covering(), figure(0, 10), claim(0, 10))
    assert credits(found)[:2] == [Fraction(5, 8)] * 2
    assert {one.reason.rule for one in found.items[:2]} == {Rule.HEDGED}


def test_two_exact_marks_are_as_good_as_a_covering_one():
    found = graded(covering(), figure(0, 5), figure(5, 10))
    assert credits(found)[:2] == [1, 1]
    assert [one.outcome for one in found.items][:2] == [Outcome.EXACT] * 2


def test_a_broken_answer_covers_by_its_whole_or_its_part_whichever_earns_more():
    quotation = LONG.target(CLAIM, (0, 4), (12, 16), outer=[(0, 4), (12, 16)], covers=("b",))
    answers = lesson(LONG.item("q", quotation), k("b", 20, 24))
    for first, last in ((0, 4), (12, 16)):
        assert credits(graded(answers, claim(first, last))) == [1, 1]
    both = LONG.target(CLAIM, (0, 4), (4, 8), outer=[(0, 8)], covers=("b",))
    answers = lesson(LONG.item("q", both), k("b", 20, 24))
    assert credits(graded(answers, claim(0, 8))) == [1, 1]


def test_a_worked_example_is_not_covered():
    answers = lesson(k("a", 0, 5, covers=("shown",)), k("shown", 5, 9), example=("shown",))
    found = graded(answers, claim(0, 5))
    assert credits(found) == [1]
    assert found.items[0].outcome is Outcome.EXACT
    other = lesson(k("shown", 0, 5, covers=("a",)), k("a", 5, 9), example=("shown",))
    assert credits(graded(other, claim(0, 5))) == [0]


# Laws


def test_a_merge_in_a_component_that_is_too_large_is_not_tried():
    answers = lesson(*group((0, 4), (4, 8)))
    assert credits(graded(answers, claim(0, 8))) == [1, 1]
    crowd = [claim(n, n + 3) for n in range(6)] + [claim(n, n + 4) for n in (1, 2, 3, 5)] + [claim(0, 7)]
    found = graded(answers, claim(0, 8), *crowd)
    assert found.large
    assert {one.outcome for one in found.items} <= {Outcome.NEARLY, Outcome.EXACT}


@given(lessons(Precision.WORDS, most=2), st.data())
def test_joining_two_exact_marks_never_beats_the_two(answers, data):
    answers = replace(answers, ask=())
    items = answers.texts[0].key.items
    assume(len(items) == 2)
    page = Page(answers.texts[0].article.text)
    spans = [item.main.span for item in items]
    two = [page.mark_span(item.label, item.main.span, item.id) for item in items]
    whole = type(spans[0])(min(span.start for span in spans), max(span.end for span in spans))
    label = data.draw(st.sampled_from([item.label for item in items]))
    assert grade(answers, [page.mark_span(label, whole, "joined")]).score <= grade(answers, two).score


@pytest.mark.parametrize("marks", [[claim(0, 9)], [claim(0, 4), claim(5, 9)], [figure(0, 9), claim(0, 9)]])
def test_order_of_items_and_their_names_do_not_matter(marks):
    a, b = k("a", 0, 4), k("b", 5, 9)
    c, d = k("z", 0, 4), k("y", 5, 9)
    assert credits(graded(lesson(a, b), *marks)) == credits(graded(lesson(b, a), *marks))
    assert credits(graded(lesson(a, b), *marks)) == credits(graded(lesson(c, d), *marks))
