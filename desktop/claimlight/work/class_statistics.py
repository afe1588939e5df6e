"""The numbers behind a class's results: how each answer served, how much the class agrees, what a second check gave."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from random import Random
from statistics import fmean, median

from claimlight.core.article import Span
from claimlight.core.lesson import Item
from claimlight.grading.agreement import SEED
from claimlight.grading.estimate import Estimate, drawn
from claimlight.grading.item_analysis import ItemAnalysis, ItemStatistics, analyse_items
from claimlight.grading.labelled import Labelled
from claimlight.grading.nominal_alpha import nominal_alpha
from claimlight.grading.proportion import wilson
from claimlight.grading.receipt import (
    Fate,
    Grade,
    HighlightVerdict,
    ItemVerdict,
    Outcome,
    Reason,
    Rule,
    WordCount,
)
from claimlight.grading.word_labels import count_labels
from claimlight.grading.words import words_that_count
from claimlight.grading.work_facts import CheckFacts
from claimlight.work.class_results import ClassWork, ItemResult, Results, Which, fraction, item_results, results

SPLIT = Fraction(3, 5)
"""Where no more than so many of a class see an answer alike, it is split."""
_NONE = WordCount()
_ZERO = Fraction(0)
_REASON = Reason(Rule.MISSED)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """How one answer served as a question, and where the mean credit of another such class may lie."""

    result: ItemResult
    statistics: ItemStatistics
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Split:
    """An answer that a class is of several minds about: (label or "" for unmarked, how many), the most first."""

    result: ItemResult
    minds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FirstToLast:
    """What a second check gave the `n` who made one: the middle of their points, and who found which answer."""

    n: int
    first: Fraction
    last: Fraction
    found: tuple[tuple[ItemResult, int, int], ...]
    """Of each answer how many found it at first, and at last."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """`analysis` and `lines` are of first checks, before anybody had a hint; all else is of the last."""

    n: int
    analysis: ItemAnalysis
    lines: tuple[ItemLine, ...]
    confusion: Mapping[str, Mapping[str, int]]
    """For each label of the answers, how often they were found with which; "" where they were not marked."""
    agreement: Estimate
    """Krippendorff's nominal alpha over the words of the class."""
    split: tuple[Split, ...]
    first_to_last: FirstToLast | None
    mean: float
    """The mean score, of 100."""


def statistics(work: ClassWork) -> Statistics:
    """All of it; there must be a work."""
    first, last = work.checks(Which.FIRST), work.checks(Which.LAST)
    found_first, found_last = item_results(work, first), item_results(work, last)
    items = {item.id: item for item in work.key.items}
    analysis = analyse_items([_grade(items, one) for one in first])
    by_id = {one.item: one for one in analysis.items}
    return Statistics(
        n=len(last),
        analysis=analysis,
        lines=tuple(_line(one, by_id[one.item.id]) for one in found_first),
        confusion=_confusion(items, last),
        agreement=_agreement(work),
        split=tuple(_split(found_last)),
        first_to_last=_first_to_last(work, found_first, found_last),
        mean=100 * fmean(float(fraction(one.last.points) / fraction(one.possible)) for one in work.works),
    )


def _confusion(items: Mapping[str, Item], checks: tuple[CheckFacts, ...]) -> Mapping[str, Counter[str]]:
    """As `grading.item_analysis.confusion` counts."""
    given = Counter((items[fact.item].label, fact.given) for check in checks for fact in check.items)
    found: dict[str, Counter[str]] = {}
    for (label, other), count in given.items():
        found.setdefault(label, Counter())[other] = count
    return found


def _line(result: ItemResult, found: ItemStatistics) -> ItemLine:
    return ItemLine(result, found, wilson(float(found.facility), found.n))


def _grade(items: Mapping[str, Item], check: CheckFacts) -> Grade:
    """What item analysis looks at of a grade, from what was kept of it."""
    given = sorted({fact.given for fact in check.items if fact.given})
    verdicts = tuple(_verdict(items[fact.item], fact.given, fact.credit, fact.points) for fact in check.items)
    return Grade(verdicts, tuple(map(_mark, given)), (), _ZERO, _ZERO, _ZERO, _ZERO)


def _verdict(item: Item, given: str, credit: str, points: str) -> ItemVerdict:
    return ItemVerdict(
        item=item.id,
        label=item.label,
        optional=item.optional,
        outcome=Outcome.EXACT if given else Outcome.MISSED,
        highlights=(given,) if given else (),
        seen=(),
        target=0,
        hit=_NONE,
        missed=_NONE,
        extra=_NONE,
        credit=fraction(credit),
        points=fraction(points),
        reason=_REASON,
        explanation="",
    )


@cache
def _mark(label: str) -> HighlightVerdict:
    return HighlightVerdict(label, label, Span(0, 0), Fate.MATCHED, "", _ZERO, (), _REASON)


def _agreement(work: ClassWork) -> Estimate:
    text = work.text.article.text
    words = words_that_count(text)
    marks = [[Labelled(one.start, one.end, one.label) for one in check.marks] for check in work.checks(Which.LAST)]
    sentences = [text.sentence_index(start) for start in words.starts]
    return nominal_alpha(count_labels(words, marks), sentences, drawn(len(text.sentences), Random(SEED)))


def _split(items: tuple[ItemResult, ...]) -> list[Split]:
    found = []
    for one in items:
        unmarked = one.n - one.found - one.wrong
        minds = [(one.label, one.found), *one.wrong_labels, ("", unmarked)]
        minds = sorted(((label, count) for label, count in minds if count), key=lambda mind: (-mind[1], mind[0]))
        if not one.item.optional and minds[0][1] <= SPLIT * one.n:
            found.append(Split(one, tuple(minds)))
    return sorted(found, key=lambda split: (split.minds[0][1], split.result.span))


def _first_to_last(
    work: ClassWork, found_first: tuple[ItemResult, ...], found_last: tuple[ItemResult, ...]
) -> FirstToLast | None:
    """Of those who checked twice; what was found by all is not counted again where they are all."""
    twice = [(one.first, one.last) for one in work.works if one.first is not None]
    if not twice:
        return None
    first, last = zip(*twice, strict=True)
    if len(twice) < len(work.works):
        found_first, found_last = item_results(work, first), item_results(work, last)
    pairs = zip(found_first, found_last, strict=True)
    return FirstToLast(
        n=len(twice),
        first=median(fraction(check.points) for check in first),
        last=median(fraction(check.points) for check in last),
        found=tuple((after, before.found, after.found) for before, after in pairs),
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """Two classes: of each answer how this one and the other found it, in page order."""

    here: Results
    there: Results
    items: tuple[tuple[ItemResult, ItemResult], ...]


def beside(here: ClassWork, there: ClassWork) -> Beside:
    """The last checks of two classes that did the same lesson."""
    ours, theirs = results(here), results(there)
    pairs = [(one, other) for one in ours.items if (other := theirs.item(one.item.id)) is not None]
    return Beside(ours, theirs, tuple(pairs))
