"""How far several annotators of one text agree, in three ways, each with an interval. Never kappa over spans."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from claimlight.core.article import Span, Text
from claimlight.grading.estimate import Draws, Estimate, Undefined, drawn, undefined
from claimlight.grading.labelled import Labelled
from claimlight.grading.nominal_alpha import nominal_alpha
from claimlight.grading.pairwise_f1 import pairwise_f1
from claimlight.grading.unitizing_alpha import UnitizingAlpha, unitizing_alpha
from claimlight.grading.word_labels import count_labels
from claimlight.grading.words import Words, words_that_count

SEED = 2013
"""The same data give the same intervals."""


@dataclass(frozen=True, slots=True)
class Agreement:
    alpha_nominal: Estimate
    """Over words, each with all the labels that an annotator gave it; "no label" is a value."""
    alpha_unitizing: UnitizingAlpha
    """Over the stretches that were marked, in code points of the text."""
    pairwise_f1: Estimate
    n_annotators: int
    n_tokens: int


def agreement(text: Text, works: Sequence[Sequence[Labelled]], random: Random | None = None) -> Agreement:
    """The agreement of `works` on `text`. All intervals draw sentences, 1,000 times, 95 %."""
    source = random or Random(SEED)
    words = words_that_count(text)
    draws = drawn(len(text.sentences), source)
    return Agreement(
        alpha_nominal=_nominal(text, words, works, draws),
        alpha_unitizing=_unitizing(text, works, draws),
        pairwise_f1=pairwise_f1(works, text.sentence_index, draws, source),
        n_annotators=len(works),
        n_tokens=len(words),
    )


def _nominal(text: Text, words: Words, works: Sequence[Sequence[Labelled]], draws: Draws) -> Estimate:
    if len(works) < 2:
        return undefined(Undefined.ONE_ANNOTATOR)
    if not len(words):
        return undefined(Undefined.NO_WORDS)
    units = count_labels(words, works)
    sentences = [text.sentence_index(start) for start in words.starts]
    return nominal_alpha(units, sentences, draws)


def _unitizing(text: Text, works: Sequence[Sequence[Labelled]], draws: Draws) -> UnitizingAlpha:
    units = []
    for work in works:
        by_label: defaultdict[str, list[Span]] = defaultdict(list)
        for mark in work:
            by_label[mark.label] += mark.stretches
        units.append(by_label)
    return unitizing_alpha(Span(0, len(text.text)), units, text.sentence_index, draws)
