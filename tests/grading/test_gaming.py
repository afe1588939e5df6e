"""A lesson in which marking without reading pays is found out."""

from fractions import Fraction

import pytest

from claimlight.core.errors import LessonError
from claimlight.core.lesson import Precision
from claimlight.grading.gaming import Ploy, best, game
from grading.builders import CLAIM, DENIAL, FIGURE, TWELVE_WORDS, Page, lesson_of, one_claim, text_of

LOOKS = Page(
    text_of(
        "The mayor said that the bridge fell | “We never touched it,” the firm replied | Some 40 people saw it",
        "It rained | They went home | It was late | Nobody slept | The street was dark | A dog barked",
    )
)


def looks(**more: object):
    page = LOOKS
    items = [
        page.item("c1", page.target(CLAIM, "the bridge fell")),
        page.item("d1", page.target(DENIAL, "We never touched it")),
        page.item("f1", page.target(FIGURE, "40")),
    ]
    return lesson_of(page.text, items, labels=(CLAIM, DENIAL, FIGURE), rate=Fraction(1, 4), **more)


def scores(lesson) -> dict[tuple[Ploy, tuple[str, ...]], Fraction]:
    return {(one.ploy, one.labels): one.score for one in game(lesson)}


def test_each_unit_is_tried_under_each_label_and_under_all():
    tried = set(scores(looks()))
    for ploy in (Ploy.SENTENCES, Ploy.PARAGRAPHS, Ploy.NUMBERS, Ploy.QUOTATIONS):
        assert {labels for one, labels in tried if one is ploy} == {
            (CLAIM,),
            (DENIAL,),
            (FIGURE,),
            (CLAIM, DENIAL, FIGURE),
        }


def test_what_the_strategies_earn():
    """By looks: the number 1; the claim ¾, a sentence too wide; the quotation ½, for it is marked as a claim too."""
    earned = scores(looks())
    assert earned[Ploy.NUMBERS, (FIGURE,)] == Fraction(100, 3)
    assert earned[Ploy.QUOTATIONS, (DENIAL,)] == Fraction(100, 3)
    assert earned[Ploy.QUOTATIONS, (CLAIM,)] == 0
    assert earned[Ploy.QUOTATIONS, (FIGURE,)] == Fraction(25, 3)
    assert earned[Ploy.BY_LOOKS, ()] == 75
    assert earned[Ploy.SENTENCES, (CLAIM,)] == 0
    assert earned[Ploy.ONE_LABEL, (FIGURE,)] == Fraction(50)


def test_a_strategy_pays_above_20_and_by_sentence_above_35():
    paying = {one.ploy for one in game(looks()) if one.pays}
    assert paying == {Ploy.NUMBERS, Ploy.QUOTATIONS, Ploy.BY_LOOKS}
    by_sentence = game(looks(precision=Precision.SENTENCE))
    assert {one.limit for one in by_sentence} == {Fraction(35), Fraction(60)}


def test_one_highlight_over_a_short_text_pays():
    """The half that GRADING's table tells of."""
    lesson = one_claim(labels=(CLAIM,))
    assert scores(lesson)[Ploy.PARAGRAPHS, (CLAIM,)] == 50
    assert best(game(lesson)).percent == 50


def test_the_best_is_chosen_among_those_that_need_no_reading():
    assert best(game(looks())).ploy is Ploy.BY_LOOKS
    assert best(()) is None


def test_labels_that_the_lesson_does_not_train_are_not_tried():
    assert {one.labels for one in game(one_claim(labels=(CLAIM,)))} == {(CLAIM,)}
    assert {one.labels for one in game(one_claim())} >= {(CLAIM, DENIAL, FIGURE), ()}


def test_with_nothing_to_find_nothing_is_played():
    page = TWELVE_WORDS
    assert game(lesson_of(page.text, [])) == ()
    assert game(lesson_of(page.text, [page.item("k", page.target(CLAIM, (0, 2)), optional=True)])) == ()


def test_answers_that_cannot_be_used_are_refused():
    with pytest.raises(LessonError):
        game(one_claim(), text="plain")
