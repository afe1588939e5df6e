"""Named cases, each with what a student should read from it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from claimlight.core.annotation import Link
from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.grading.grade import grade
from claimlight.grading.receipt import Band, Fate, LineKind, Outcome, Rule
from grading.builders import (
    BY_SENTENCE,
    CLAIM,
    DENIAL,
    FIGURE,
    TWELVE_WORDS,
    Marked,
    Page,
    claim,
    claims,
    denial,
    figure,
    graded,
    lesson_of,
    one_claim,
    text_of,
    work_on,
)

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)
P = TWELVE_WORDS


def lesson(*items, page: Page = P, decoys=(), **more):
    return lesson_of(page.text, items, decoys, **more)


def k(id: str, start: int, stop: int, label: str = CLAIM, **more):
    """An item whose core and outer are its range, so that the numbers are easy to follow."""
    return P.item(id, P.target(label, (start, stop), core=[(start, stop)], outer=[(start, stop)]), **more)


def outcomes(found) -> dict[str, str]:
    return {verdict.item: verdict.outcome.value for verdict in found.items}


def fates(found) -> list[str]:
    """In page order."""
    return [verdict.fate.value for verdict in found.highlights]


def lines(found) -> list[tuple[str, Fraction]]:
    return [(line.reason.rule.value, line.points) for line in found.lines]


# Nothing here, nothing there


def test_both_empty_scores_100():
    found = graded(lesson())
    assert found.score == 100
    assert lines(found) == [("nothing-to-find", 1)]


def test_empty_work_scores_0_and_is_told_what_was_missed():
    found = graded(one_claim())
    assert found.score == 0
    assert outcomes(found) == {"K1": "missed"}
    assert found.items[0].missed.count == 3
    assert lines(found) == [("missed", 0)]


def test_marks_on_an_empty_key_cost_half_a_point_each():
    assert graded(lesson(), claim(0, 1)).score == 100
    found = graded(lesson(), claim(0, 1), claim(4, 5))
    assert found.score == 50
    assert lines(found) == [
        ("not-in-answers", -HALF),
        ("not-in-answers", -HALF),
        ("nothing-to-find", 1),
        ("free-extras", HALF),
    ]


def test_all_weights_0_is_a_key_with_nothing_to_find():
    found = graded(lesson(k("k", 1, 4, weight=Fraction(0))), claim(1, 4))
    assert found.score == 100
    assert outcomes(found) == {"k": "exact"}


def test_bonus_above_100_is_limited():
    found = graded(lesson(k("k", 1, 4), k("o", 5, 7, optional=True, bonus=HALF)), claim(1, 4), claim(5, 7))
    assert found.score == 100
    assert lines(found) == [("exact", 1), ("exact", HALF), ("limited-to-100", -HALF)]
    assert sum(points for _, points in lines(found)) == found.points == 1


def test_bonus_makes_up_for_a_loss():
    found = graded(lesson(k("k", 1, 4), k("o", 5, 7, optional=True, bonus=HALF)), claim(2, 4), claim(5, 7))
    assert found.earned == Fraction(5, 4)


def test_optional_items_otherwise_earn_and_cost_nothing():
    answers = lesson(k("k", 1, 4), k("o", 5, 7, optional=True))
    assert graded(answers, claim(1, 4)).score == 100
    found = graded(answers, claim(1, 4), claim(5, 7))
    assert found.score == 100
    assert lines(found) == [("exact", 1), ("not-counted", 0)]
    assert found.item("o").credit == 1


def test_more_cost_than_points_is_limited_to_0():
    found = graded(one_claim(), claim(5, 6), claim(9, 10), figure(9, 10))
    assert found.score == 0
    assert lines(found)[-1] == ("limited-to-0", HALF)
    assert sum(points for _, points in lines(found)) == 0


# Coverage

WORDS = Page(text_of("“Taxes” fell — 1,200 people cheered, café-bars closed 🎉 today."))


@pytest.mark.parametrize(
    "marked",
    [
        "1,200 people cheered",
        " 1,200 people cheered,",
        "— 1,200 people cheered, ",
        "200 people cheered",
        "1,200 people chee",
    ],
    ids=["exact", "trailing comma", "dash and spaces", "half of a word left out", "last word half there"],
)
def test_words_are_covered_by_half(marked):
    item = WORDS.item("k", WORDS.target(CLAIM, "1,200 people cheered", outer=["1,200 people cheered"]))
    assert graded(lesson(item, page=WORDS), claims(marked)).items[0].reason.rule is Rule.EXACT


@pytest.mark.parametrize("marked", ["—", "🎉", " ", "T", "”"])
def test_a_highlight_without_a_word_is_ignored(marked):
    span = Span(WORDS.text.text.index(marked), WORDS.text.text.index(marked) + 1)
    found = grade(lesson(page=WORDS), [WORDS.mark_span(CLAIM, span, "h")])
    assert fates(found) == ["ignored"]
    assert found.penalty == 0


def test_an_empty_highlight_is_ignored():
    assert fates(grade(one_claim(), [P.mark_span(CLAIM, Span(4, 4))])) == ["ignored"]
    assert fates(grade(one_claim(), [P.mark_span(CLAIM, Span(0, 0))])) == ["ignored"]


def test_one_code_point_of_a_long_word_is_not_the_word():
    item = WORDS.item("k", WORDS.target(CLAIM, "people"))
    found = grade(lesson(item, page=WORDS), [WORDS.mark(CLAIM, "1,200 p", "h")])
    assert outcomes(found) == {"k": "missed"}


@pytest.mark.parametrize("form", ["café", "cafe\u0301"])
def test_combining_accents_in_both_normal_forms(form):
    page = Page(text_of(f"The {form} closed today."))
    item = page.item("k", page.target(CLAIM, f"{form} closed"))
    assert graded(lesson(item, page=page), claims(f"{form} closed")).score == 100


def test_astral_characters_are_one_position_each():
    page = Page(text_of("🎉🎉 Taxes fell 🎉 today."))
    item = page.item("k", page.target(CLAIM, "Taxes fell"))
    assert graded(lesson(item, page=page), claims("🎉 Taxes fell 🎉")).items[0].reason.rule is Rule.EXACT


def test_right_to_left_text():
    page = Page(text_of("قال الوزير إن ١٬٢٠٠ شخص حضروا اليوم."))
    item = page.item("k", page.target(FIGURE, "١٬٢٠٠ شخص"))
    assert graded(lesson(item, page=page, language="ar"), Marked(FIGURE, "١٬٢٠٠ شخص حضروا")).score == 100


def test_text_without_spaces():
    import re

    page = Page(text_of("市长说桥梁安全。", words=re.compile(r"\w")))
    item = page.item("k", page.target(CLAIM, "桥梁安全"))
    assert graded(lesson(item, page=page), claims("桥梁安全。")).items[0].reason.rule is Rule.EXACT


# The same words again


def test_exact_duplicates_are_repeats():
    found = graded(one_claim(), claim(1, 4), claim(1, 4))
    assert found.score == 100
    assert fates(found) == ["matched", "repeat"]


def test_an_extra_twice_is_one_extra():
    assert graded(one_claim(allowance=0), claim(1, 4), claim(5, 6), claim(5, 6)).score == 50


def test_touching_highlights_are_two():
    found = graded(lesson(k("a", 1, 3), k("b", 3, 5)), claim(1, 3), claim(3, 5))
    assert outcomes(found) == {"a": "exact", "b": "exact"}


# Labels


def test_one_span_with_three_labels_is_hedged():
    found = graded(one_claim(), claim(1, 4), denial(1, 4), figure(1, 4))
    verdict = found.items[0]
    assert verdict.outcome is Outcome.HEDGED
    assert verdict.credit == Fraction(5, 12)
    assert set(verdict.seen) == {"h1", "h2"}
    assert sorted(fates(found)) == ["matched", "near miss", "wrong label"]


def test_a_figure_marked_as_everything_earns_a_half():
    found = graded(lesson(k("f", 1, 4, FIGURE)), claim(1, 4), denial(1, 4), figure(1, 4))
    assert found.score == 50


def test_two_right_labels_on_the_same_words_are_no_hedge():
    found = graded(lesson(k("a", 1, 4), k("f", 1, 4, FIGURE)), claim(1, 4), figure(1, 4))
    assert outcomes(found) == {"a": "exact", "f": "exact"}


def test_a_mark_that_is_right_elsewhere_is_no_hedge():
    answers = lesson(k("a", 1, 4), k("f", 2, 8, FIGURE))
    found = graded(answers, claim(1, 4), figure(2, 8), figure(2, 4))
    assert found.item("a").credit == 1


def test_a_label_of_an_alternative_hedges_at_its_best_factor():
    page = P
    item = page.item("k", page.target(CLAIM, (1, 4)), page.target(DENIAL, (1, 3), factor=HALF))
    found = graded(lesson(item), claim(1, 4), denial(1, 4))
    assert found.items[0].credit == Fraction(3, 4)


def test_another_label_of_full_worth_does_not_lower_the_credit():
    item = P.item("k", P.target(CLAIM, (1, 4)), P.target(DENIAL, (1, 4)))
    found = graded(lesson(item), claim(1, 4), denial(1, 4))
    assert found.items[0].credit == 1
    assert found.items[0].outcome is Outcome.EXACT


def test_an_alternative_of_another_label_below_full_worth_is_a_wrong_label():
    item = P.item("k", P.target(CLAIM, (1, 4)), P.target(DENIAL, (1, 4), factor=HALF))
    found = graded(lesson(item), denial(1, 4))
    assert found.items[0].outcome is Outcome.WRONG_LABEL
    assert found.score == 50
    assert (found.items[0].reason.get("given"), found.items[0].reason.get("keyed")) == (DENIAL, CLAIM)


def test_the_table_does_not_hold_for_a_label_that_the_item_has():
    item = P.item("k", P.target(CLAIM, (1, 4)), P.target(FIGURE, (9, 11), factor=HALF))
    found = graded(lesson(item), figure(1, 4))
    assert found.score == 0
    assert found.items[0].outcome is Outcome.WRONG_LABEL


def test_under_sentence_another_label_earns_nothing_and_is_told():
    found = graded(one_claim(precision=BY_SENTENCE), figure(1, 4))
    assert found.items[0].outcome is Outcome.WRONG_LABEL
    found = graded(one_claim(precision=BY_SENTENCE), denial(1, 4))
    assert found.items[0].outcome is Outcome.OPPOSITE_LABEL


# Who is matched with whom


def test_the_greedy_trap():
    """(8, 14) and (0, 10) against (0, 10): the exact one is taken, whatever arrives first."""
    page = Page(text_of(" ".join(f"w{n}" for n in range(16))))
    answers = lesson(page.item("k", page.target(CLAIM, (0, 10))), page=page)
    marks = work_on(answers, claim(8, 14), claim(0, 10))
    assert grade(answers, marks).items[0].highlights == ("h1",)
    assert grade(answers, marks[::-1]).items[0].highlights == ("h1",)
    assert grade(answers, marks).highlight("h0").fate is Fate.NEAR_MISS


def test_nested_answers_of_one_label():
    answers = lesson(k("wide", 0, 8), k("narrow", 1, 4))
    found = graded(answers, claim(1, 4), claim(0, 8))
    assert outcomes(found) == {"wide": "exact", "narrow": "exact"}


def test_nested_answers_of_two_labels():
    answers = lesson(k("claim", 0, 8), k("figure", 2, 4, FIGURE))
    found = graded(answers, figure(2, 4), claim(0, 8))
    assert outcomes(found) == {"claim": "exact", "figure": "exact"}


def test_crossing_answers():
    answers = lesson(k("a", 0, 6), k("b", 4, 10))
    found = graded(answers, claim(4, 10), claim(0, 6))
    assert outcomes(found) == {"a": "exact", "b": "exact"}


def test_of_two_equal_optima_the_canonical_one():
    """One highlight that fits two answers equally well goes to the first on the page."""
    answers = lesson(k("a", 0, 4), k("b", 4, 8))
    found = graded(answers, claim(2, 6))
    assert found.items[0].highlights == ("h0",)
    assert found.items[1].highlights == ()
    found = graded(lesson(k("a", 2, 6)), claim(0, 4), claim(4, 8))
    assert found.items[0].highlights == ("h0",)


def test_weight_decides_before_nearness():
    answers = lesson(k("a", 0, 4), k("b", 3, 8, weight=Fraction(3)))
    found = graded(answers, claim(2, 7))
    assert found.item("b").highlights == ("h0",)


def test_overlapping_alternatives_take_the_best():
    item = P.item(
        "k",
        P.target(CLAIM, (1, 4), outer=[(1, 4)]),
        P.target(CLAIM, (1, 7), factor=Fraction(9, 10), outer=[(1, 7)]),
        P.target(CLAIM, (2, 7), factor=HALF, outer=[(2, 7)]),
    )
    found = graded(lesson(item), claim(1, 7))
    assert (found.items[0].target, found.items[0].credit) == (1, Fraction(9, 10))
    assert found.items[0].reason.rule is Rule.ALSO_RIGHT


def test_an_alternative_worth_nothing_is_never_matched():
    item = P.item("k", P.target(CLAIM, (1, 4)), P.target(CLAIM, (8, 11), factor=0))
    found = graded(lesson(item), claim(8, 11))
    assert outcomes(found) == {"k": "near miss"}
    assert fates(found) == ["near miss"]


def test_a_worthless_far_match_is_left_out():
    """Aim 4: where a match earns nothing that counts, nearness decides against it."""
    found = graded(lesson(k("k", 1, 5, weight=Fraction(0)), k("w", 8, 10)), claim(1, 4))
    assert outcomes(found)["k"] == "near miss"


def test_a_component_larger_than_twelve():
    """Thirteen interlocking answers, each marked exactly, and each mark useful for the neighbour too."""
    page = Page(text_of(" ".join(f"w{n}" for n in range(60))))
    items = [page.item(f"k{n}", page.target(CLAIM, (4 * n, 4 * n + 8))) for n in range(13)]
    answers = lesson(*items, page=page)
    found = graded(answers, *(claim(4 * n, 4 * n + 8) for n in reversed(range(13))))
    assert found.large
    assert found.score == 100


def test_ten_thousand_highlights():
    page = Page(text_of(" | ".join(" ".join(f"w{n}x{m}" for m in range(8)) for n in range(1000))))
    items = [page.item(f"k{n}", page.target(CLAIM, (8 * n, 8 * n + 5))) for n in range(0, 1000, 25)]
    starts = [word.start for sentence in page.text.sentences for word in sentence.tokens]
    marks = [
        page.mark_span(CLAIM, Span(starts[n % 7990], starts[n % 7990 + 1 + n % 9]), f"h{n}") for n in range(10_000)
    ]
    found = grade(lesson(*items, page=page), marks)
    assert len(found.highlights) == 10_000
    assert sum(one.credit for one in found.items) > 30


# What is left over


def test_one_highlight_over_the_whole_article():
    answers = lesson(k("a", 1, 3), allowance=0)
    found = graded(answers, claim(0, 12))
    assert outcomes(found) == {"a": "near miss"}
    assert found.items[0].reason.rule is Rule.TOO_MUCH
    assert fates(found) == ["near miss"]
    assert found.highlights[0].reason.rule is Rule.FAR_TOO_WIDE
    assert found.penalty == 1  # two sentences without a core word, half a point each


def test_every_sentence_marked():
    found = graded(one_claim(allowance=0), claim(0, 4), claim(4, 8), claim(8, 12))
    assert found.score == 0
    assert fates(found) == ["matched", "extra", "extra"]


def test_every_word_marked():
    found = graded(one_claim(allowance=0), *(claim(n, n + 1) for n in range(12)))
    assert found.penalty == Fraction(3, 2)
    assert found.items[0].outcome is Outcome.SPLIT


def test_a_sentence_is_charged_once():
    found = graded(one_claim(allowance=0), claim(1, 4), claim(5, 6), claim(7, 8), figure(5, 6))
    assert found.penalty == HALF
    assert [one.cost for one in found.highlights] == [0, HALF, 0, 0]
    assert [one.reason.rule for one in found.highlights][2:] == [Rule.CHARGED_ALREADY] * 2


def test_under_sentence_a_sentence_is_charged_once_for_each_label():
    answers = one_claim(allowance=0, precision=BY_SENTENCE)
    assert graded(answers, claim(1, 4), claim(5, 6), claim(7, 8), figure(5, 6)).penalty == 1


def test_a_highlight_across_sentences_is_charged_for_each():
    found = graded(one_claim(allowance=0), claim(1, 4), claim(4, 12))
    assert found.penalty == 1
    assert [P.text[span] for span in found.highlights[1].sentences] == ["t4 t5 t6 t7", "t8 t9 t10 t11"]


def test_a_highlight_across_paragraphs():
    page = Page(text_of("The bridge fell.", "Nobody was hurt."))
    item = page.item("k", page.target(CLAIM, "bridge fell"))
    found = graded(lesson(item, page=page, allowance=0), claims("bridge fell.\nNobody"))
    assert found.items[0].credit == Fraction(3, 4)
    assert found.penalty == 0


def test_the_rate_and_the_mean_weight_set_the_price():
    answers = lesson(k("a", 1, 3, weight=Fraction(3)), k("b", 5, 7), rate=QUARTER, allowance=0)
    assert graded(answers, claim(1, 3), claim(5, 7), claim(8, 12)).penalty == HALF


def test_a_trap_is_told_with_its_reason():
    found = graded(one_claim(decoys=[P.decoy("t1", (5, 7))]), claim(5, 7))
    assert fates(found) == ["trap hit"]
    assert (found.highlights[0].item, found.highlights[0].explanation) == ("t1", "t1 is a trap.")


def test_a_trap_widened_to_its_sentence():
    assert fates(graded(one_claim(decoys=[P.decoy("t1", (5, 6))]), claim(4, 8))) == ["trap hit"]


def test_half_of_the_highlight_in_a_trap_is_enough():
    assert fates(graded(one_claim(decoys=[P.decoy("t1", (4, 12))]), claim(10, 12))) == ["trap hit"]
    assert fates(graded(one_claim(decoys=[P.decoy("t1", (4, 8))]), claim(7, 12))) == ["extra"]


def test_a_trap_over_an_answer_holds_only_where_it_has_more_of_the_words():
    answers = lesson(k("a", 1, 3), decoys=[P.decoy("t1", (2, 6))])
    assert fates(graded(answers, figure(1, 3), claim(1, 3))) == ["matched", "near miss"]
    assert fates(graded(answers, claim(1, 3), claim(2, 6))) == ["matched", "trap hit"]


def test_the_trap_that_holds_most_words():
    answers = one_claim(decoys=[P.decoy("t1", (5, 7)), P.decoy("t2", (7, 11))])
    assert graded(answers, claim(5, 11)).highlights[0].item == "t2"


def test_a_right_mark_on_a_trap_is_matched():
    found = graded(lesson(k("a", 1, 3), decoys=[P.decoy("t1", (0, 4))]), claim(1, 3))
    assert fates(found) == ["matched"]


def test_optional_overlapping_an_extra():
    answers = lesson(k("k", 1, 4), k("o", 5, 7, optional=True), allowance=0)
    found = graded(answers, claim(1, 4), claim(5, 7), claim(7, 8))
    assert found.item("o").outcome is Outcome.EXACT
    assert fates(found) == ["matched", "matched", "extra"]


def test_too_little_is_a_near_miss():
    found = graded(lesson(k("a", 0, 4)), claim(0, 1))
    assert outcomes(found) == {"a": "near miss"}
    assert found.items[0].reason.rule is Rule.TOO_LITTLE
    assert (found.items[0].hit.count, found.items[0].missed.count) == (1, 3)


def test_a_second_mark_on_a_matched_core_is_a_near_miss_however_small():
    answers = lesson(k("a", 0, 8))
    assert fates(graded(answers, claim(0, 8), claim(0, 1))) == ["near miss", "matched"]
    assert fates(graded(answers, claim(0, 1))) == ["extra"]


def test_an_example_is_outside_every_count():
    answers = lesson(k("shown", 1, 4), k("a", 5, 7), example=("shown",), allowance=0)
    assert graded(answers, claim(5, 7)).score == 100
    found = graded(answers, claim(5, 7), claim(1, 4), figure(2, 4))
    assert found.score == 100
    assert fates(found) == ["example", "example", "matched"]
    assert [verdict.item for verdict in found.items] == ["a"]
    assert found.possible == 1


def test_a_mark_that_hits_some_of_an_example_is_a_near_miss_and_its_sentence_is_free():
    answers = lesson(k("shown", 0, 4), k("a", 5, 7), example=("shown",), allowance=0)
    found = graded(answers, claim(0, 1))
    assert fates(found) == ["near miss"]
    assert found.penalty == 0


# Told in words


def test_the_words_caught_missed_and_too_many():
    found = graded(one_claim(), claim(2, 6))
    verdict = found.items[0]
    assert [P.text[span] for span in verdict.hit.spans] == ["t2 t3"]
    assert [P.text[span] for span in verdict.missed.spans] == ["t1"]
    assert [P.text[span] for span in verdict.extra.spans] == ["t4 t5"]
    assert verdict.reason.rule is Rule.PARTLY_BOTH
    assert dict(verdict.reason.params) == {
        "caught": 2,
        "of": 3,
        "missing": 1,
        "marked": 4,
        "extra": 2,
        "given": CLAIM,
        "keyed": CLAIM,
        "full": 0,
    }


@pytest.mark.parametrize(
    ("mark", "rule"),
    [
        (claim(1, 4), Rule.EXACT),
        (claim(2, 4), Rule.NEARLY_MISSING),
        (claim(1, 6), Rule.NEARLY_EXTRA),
        (claim(3, 4), Rule.PARTLY_MISSING),
        (claim(1, 10), Rule.PARTLY_EXTRA),
        (claim(2, 6), Rule.PARTLY_BOTH),
        (figure(1, 4), Rule.WRONG_LABEL),
        (denial(1, 4), Rule.OPPOSITE_LABEL),
    ],
)
def test_rules(mark, rule):
    assert graded(one_claim(), mark).items[0].reason.rule is rule


def test_as_good_as_exact_and_nearly_in_both_ways():
    page = Page(text_of(" ".join(f"w{n}" for n in range(20))))
    item = page.item("k", page.target(CLAIM, (0, 10), outer=[(0, 10)]))
    answers = lesson(item, page=page)
    assert graded(answers, claim(0, 9)).items[0].reason.rule is Rule.AS_GOOD
    assert graded(answers, claim(2, 12)).items[0].reason.rule is Rule.NEARLY_BOTH


def test_the_right_sentence():
    found = graded(one_claim(precision=BY_SENTENCE), claim(2, 4))
    assert found.items[0].reason.rule is Rule.RIGHT_SENTENCE


def test_a_missing_must_word_that_does_not_deny():
    item = P.item("k", P.target(CLAIM, (1, 4), must=[(1, 2)]))
    assert graded(lesson(item), claim(2, 4)).items[0].reason.rule is Rule.MUST_WORDS_MISSING


def test_under_sentence_several_marks_on_one_answer_count_once():
    found = graded(one_claim(precision=BY_SENTENCE), claim(1, 3), claim(2, 4))
    assert found.score == 100
    assert fates(found) == ["matched", "matched"]
    assert found.items[0].highlights == ("h0", "h1")


def test_under_sentence_one_mark_serves_every_answer_of_its_label():
    answers = lesson(k("a", 0, 2), k("b", 2, 4), k("d", 1, 3, DENIAL), precision=BY_SENTENCE)
    found = graded(answers, claim(0, 4))
    assert outcomes(found) == {"a": "exact", "b": "exact", "d": "missed"}
    assert found.earned == 2


def test_missed_optional_items_are_not_called_missed_points():
    found = graded(lesson(k("o", 1, 4, optional=True)))
    assert found.items[0].reason.rule is Rule.MISSED_OPTIONAL
    assert all(line.kind is not LineKind.ITEM for line in found.lines)


def test_lines_come_in_the_order_of_the_page():
    answers = lesson(k("a", 5, 7), k("b", 9, 11), decoys=[P.decoy("t", (7, 8))])
    found = graded(answers, claim(9, 11), claim(0, 2), claim(7, 8), claim(5, 7))
    assert lines(found) == [
        ("not-in-answers", -HALF),
        ("exact", 1),
        ("trap", -HALF),
        ("exact", 1),
        ("free-extras", HALF),
    ]


@pytest.mark.parametrize(
    ("weight", "percent", "band"),
    [(Fraction(3, 5), 38, Band.NOT_YET), (Fraction(2, 3), 40, Band.GETTING_THERE), (Fraction(7, 3), 70, Band.SECURE)],
)
def test_percent_is_rounded_half_up_and_the_band_is_from_the_exact_score(weight, percent, band):
    found = graded(lesson(k("a", 1, 4, weight=weight), k("b", 8, 11)), claim(1, 4))
    assert (found.percent, found.band) == (percent, band)


def test_a_verdict_is_found_by_id():
    found = graded(one_claim(), claim(1, 4))
    assert found.item("K1").points == 1
    assert found.item("nobody") is None
    assert found.highlight("h0").fate is Fate.MATCHED
    assert found.highlight("nobody") is None
    assert found.items[0].reason.get("nothing") is None


# Links change nothing yet, whatever they lead to


def test_links_to_a_missed_item_to_itself_cyclic_and_doubled_are_harmless():
    marks = work_on(one_claim(), claim(1, 4), claim(5, 6))
    links = tuple(Link(f"l{n}", "denies", target) for n, target in enumerate(("h0", "h1", "h1")))
    linked = [replace(mark, links=links) for mark in marks]
    assert grade(one_claim(), linked).score == grade(one_claim(), marks).score


def test_a_link_to_nothing_is_rejected():
    mark = replace(P.mark(CLAIM, (1, 4), "h"), links=(Link("l", "denies", "nobody"),))
    with pytest.raises(WorkError) as refusal:
        grade(one_claim(), [mark])
    assert refusal.value.code == "highlight-link-to-nothing"
    assert refusal.value.params["highlight"] == "h"


# Refused


@pytest.mark.parametrize(
    ("span", "code"),
    [
        (Span(-1, 4), "highlight-negative"),
        (Span(8, 4), "highlight-reversed"),
        (Span(0, 1000), "highlight-beyond-text"),
        (Span(0.0, 4), "highlight-not-integers"),
        (Span(0, True), "highlight-not-integers"),
    ],
)
def test_impossible_offsets_are_rejected(span, code):
    mark = replace(P.mark(CLAIM, (0, 1), "h"), span=span)
    with pytest.raises(WorkError) as refusal:
        grade(one_claim(), [mark])
    assert refusal.value.code == code
    assert refusal.value.params["highlight"] == "h"


def test_an_unknown_label_is_rejected():
    with pytest.raises(WorkError) as refusal:
        grade(one_claim(), [P.mark("rumour", (0, 1))])
    assert refusal.value.code == "highlight-label-unknown"


def test_an_article_that_changed_since_marking_is_refused():
    mark = P.mark(CLAIM, (0, 1))
    with pytest.raises(WorkError) as refusal:
        grade(one_claim(), [replace(mark, quote=replace(mark.quote, exact="t9"))])
    assert refusal.value.code == "highlight-text-changed"


def test_of_several_reasons_the_same_is_given_in_any_order():
    marks = [P.mark("rumour", (0, 1), "a"), replace(P.mark(CLAIM, (0, 1), "b"), span=Span(-1, 2))]
    for order in (marks, marks[::-1]):
        with pytest.raises(WorkError) as refusal:
            grade(one_claim(), order)
        assert refusal.value.code == "highlight-label-unknown"
