"""Every rule has its sentences, and they are easy to read."""

import re
from fractions import Fraction
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import Span
from claimlight.grading.receipt import (
    Fate,
    HighlightVerdict,
    ItemVerdict,
    Outcome,
    Reason,
    Rule,
    WordCount,
)
from claimlight.wording.next_step import _BY_RULE, _STEPS, next_step_text
from claimlight.wording.points import band_text, points_text, shares_text, total_text
from claimlight.wording.verdicts import fate_text, label_name, outcome_text, reason_text, verdict_text
from grading.builders import CLAIM, CODEBOOK, DENIAL, FIGURE, claim, denial, figure, graded, one_claim

PARAMS = (
    ("caught", 3),
    ("of", 6),
    ("missing", 3),
    ("marked", 5),
    ("extra", 2),
    ("given", CLAIM),
    ("keyed", DENIAL),
    ("count", 2),
)

NO_WORDS = WordCount()
WHOLE = {rule for rule in Rule if rule.startswith(("free-", "nothing-", "limited-", "teacher-"))}


def item(rule: Rule, **params: int) -> ItemVerdict:
    reason = Reason(rule, (*PARAMS, *params.items()))
    nothing = Fraction(0)
    return ItemVerdict(
        "k", DENIAL, False, Outcome.PARTLY, (), (), 0, NO_WORDS, NO_WORDS, NO_WORDS, nothing, nothing, reason, ""
    )


def grade_level(text: str) -> float:
    """Flesch and Kincaid's school grade (1975), with syllables guessed from groups of vowels; 0 for a word or two."""
    sentences = [part for part in re.split(r"[.!?:;]+", text) if part.strip()]
    words = re.findall(r"[A-Za-z]+|\d+", text)
    if len(words) < 3:
        return 0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def test_the_measure_knows_hard_from_easy():
    assert grade_level("The cat sat on the mat.") < 2
    assert grade_level("Insufficient boundary precision resulted in a proportional deduction.") > 12


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("full", [0, 1])
def test_every_rule_is_said_at_grade_6_or_easier(rule, full):
    said = [reason_text(item(rule, full=full).reason, CODEBOOK)]
    if rule not in WHOLE:
        said.append(verdict_text(item(rule, full=full), CODEBOOK))
    for sentence in said:
        assert "{" not in sentence
        assert grade_level(sentence) <= 6, sentence


def test_next_steps_are_easy_to_read_and_every_loss_has_one():
    for step in _STEPS.values():
        assert grade_level(step.format(label="denial")) <= 6, step
    assert set(_STEPS) == set(_BY_RULE.values()) | {max(_STEPS) - 1}


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        ([claim(1, 4)], "Exact"),
        ([claim(2, 4)], "Nearly: 2 of 3 key words"),
        ([claim(1, 6)], "Nearly: 2 words too many"),
        ([claim(3, 4)], "Partly: 1 of 3 key words"),
        ([claim(2, 6)], "Partly: 2 of 3 key words, 2 too many"),
        ([figure(1, 4)], "Right words; you said figure"),
        ([figure(2, 4)], "Close; you said figure"),
        ([denial(1, 4)], "Right words; you said denial"),
        ([claim(1, 4), figure(1, 4)], "Two labels for the same words"),
        ([], "Missed"),
    ],
)
def test_what_the_points_row_says(marks, reason):
    assert reason_text(graded(one_claim(), *marks).items[0].reason, CODEBOOK) == reason


def test_what_the_free_line_says():
    found = graded(one_claim(), claim(5, 6))
    assert [reason_text(line.reason, CODEBOOK) for line in found.lines] == [
        "Missed",
        "Not in the answers",
        "The first mark not in the answers is free",
    ]
    more = graded(one_claim(allowance=2), claim(5, 6), claim(9, 10))
    assert reason_text(more.lines[-1].reason, CODEBOOK) == "The first 2 not in the answers are free"


def test_what_the_card_says():
    verdict = graded(one_claim(), claim(2, 4)).items[0]
    assert verdict_text(verdict, CODEBOOK) == "You caught 2 of the 3 key words."
    assert outcome_text(verdict, CODEBOOK) == "Claim, nearly"
    one = graded(one_claim(), figure(1, 4)).items[0]
    assert verdict_text(one, CODEBOOK) == "You found the words, but you said figure. It is a claim."
    near = graded(one_claim(), figure(2, 4)).items[0]
    assert verdict_text(near, CODEBOOK) == "You came close, but you said figure. It is a claim."


def test_every_outcome_and_every_fate_has_a_word():
    for outcome in Outcome:
        verdict = item(Rule.MISSED)
        assert outcome_text(replace_outcome(verdict, outcome), CODEBOOK).startswith("Denial, ")
    for fate in Fate:
        verdict = HighlightVerdict("h", CLAIM, Span(0, 1), fate, "", Fraction(0), (), Reason(Rule.NEAR))
        assert fate_text(verdict)


def replace_outcome(verdict: ItemVerdict, outcome: Outcome) -> ItemVerdict:

    return verdict._replace(outcome=outcome)


def test_an_unknown_label_is_named_by_its_id():
    assert label_name(CODEBOOK, FIGURE) == "Figure"
    assert label_name(CODEBOOK, "rumour") == "rumour"


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ("0", "0"),
        ("1", "1"),
        ("1/4", "¼"),
        ("13/2", "6½"),
        ("-1/2", "−½"),
        ("-7/4", "−1¾"),
        ("5/8", "⅝"),
        ("5/12", "0.42"),
        ("7/10", "0.7"),
        ("9/10", "0.9"),
        ("27/40", "0.68"),
        ("21/20", "1.05"),
        ("1999/1000", "2.0"),
    ],
)
def test_points(points, said):
    assert points_text(Fraction(points)) == said


def test_the_total():
    assert total_text(Fraction(13, 2), Fraction(10)) == "6½ of 10 points"
    assert total_text(Fraction(1, 2), Fraction(1)) == "½ of 1 point"


@pytest.mark.parametrize(
    ("score", "said"),
    [
        ("0", "Not yet"),
        ("34", "Not yet"),
        ("35", "Not yet – nearly Getting there"),
        ("79/2", "Not yet – nearly Getting there"),
        ("40", "Getting there – only just"),
        ("45", "Getting there – only just"),
        ("46", "Getting there"),
        ("65", "Getting there – nearly Secure"),
        ("139/2", "Getting there – nearly Secure"),
        ("70", "Secure – only just"),
        ("75", "Secure – only just"),
        ("151/2", "Secure"),
        ("100", "Secure"),
    ],
)
def test_bands(score, said):
    assert band_text(Fraction(score)) == said


def test_a_school_has_its_own_words():
    assert band_text(Fraction(50), ("Start", "Grow", "Fly")) == "Grow"


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ([claim(1, 4)], "Next step: try the next lesson."),
        ([], "Next step: read again and look for each claim."),
        ([claim(2, 4)], "Next step: take all the words of the point."),
        ([claim(1, 6)], "Next step: stop where the point stops."),
        ([denial(1, 4)], "Next step: look at the label guide before you choose."),
        ([claim(1, 4), claim(5, 6), claim(9, 10)], "Next step: mark only what one could check."),
        ([claim(1, 4), claim(5, 6)], "Next step: try the next lesson."),
    ],
)
def test_the_next_step(marks, said):
    assert next_step_text(graded(one_claim(), *marks), CODEBOOK) == said


@given(st.fractions(-20, 20))
def test_points_never_show_more_than_two_places(points):
    said = points_text(points)
    assert re.fullmatch(r"−?(\d+|\d*[⅛⅙⅕¼⅓⅜⅖½⅗⅝⅔¾⅘⅚⅞]|\d+\.\d{1,2})", said)


def test_sentences_use_only_what_the_grader_gives():
    known = {name for name, _ in PARAMS}
    for rule in Rule:
        for said in (reason_text(item(rule, full=1).reason, CODEBOOK),):
            assert {name for _, name, _, _ in Formatter().parse(said) if name} <= known


def test_points_that_have_signs_of_their_own_are_listed_as_they_are():
    assert shares_text([Fraction(1), Fraction(1, 2), Fraction(-1, 2), Fraction(0)]) == ("1", "½", "−½", "0")


@given(st.lists(st.fractions(min_value=-3, max_value=3, max_denominator=90), min_size=1, max_size=20))
def test_points_that_are_listed_add_up_to_the_total_that_is_shown(points):
    shown = shares_text(points)
    assert len(shown) == len(points)
    if any(each.denominator not in (1, 2, 3, 4, 5, 6, 8) for each in points):
        total = sum((Fraction(text.replace("−", "-")) for text in shown), Fraction(0))
        assert abs(total - sum(points)) <= Fraction(1, 200)
        for text, each in zip(shown, points, strict=True):
            assert abs(Fraction(text.replace("−", "-")) - each) < Fraction(1, 100)
