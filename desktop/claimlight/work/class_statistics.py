"""The numbers behind a class's results: how each answer served, how much the class agrees, what a second check gave."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from statistics import fmean

from claimlight.core.article import Span
from claimlight.core.lesson import AnswerKey
from claimlight.grading.agreement import SEED
from claimlight.grading.estimate import Estimate, drawn
from claimlight.grading.item_analysis import ItemAnalysis, ItemStatistics, analyse_items, confusion
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
from claimlight.work.class_results import ClassWork, ItemResult, Results, Which, results

SPLIT = Fraction(3, 5)
"""Where no more than so many of a class see an answer alike, it is split."""
_NONE = WordCount()
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
    shown = results(work)
    first = results(work, Which.FIRST)
    grades = [_grade(work.key, one) for one in work.checks(Which.FIRST)]
    analysis = analyse_items(grades)
    by_id = {one.item: one for one in analysis.items}
    return Statistics(
        n=shown.n,
        analysis=analysis,
        lines=tuple(_line(one, by_id[one.item.id]) for one in first.items),
        confusion=confusion([_grade(work.key, one) for one in work.checks(Which.LAST)]),
        agreement=_agreement(work),
        split=tuple(_split(shown)),
        first_to_last=_first_to_last(work),
        mean=100 * fmean(float(Fraction(one.last.points) / Fraction(one.possible)) for one in work.works),
    )


def _line(result: ItemResult, found: ItemStatistics) -> ItemLine:
    return ItemLine(result, found, wilson(float(found.facility), found.n))


def _grade(key: AnswerKey, check: CheckFacts) -> Grade:
    """What item analysis looks at of a grade, from what was kept of it."""
    items, marks = [], {}
    for fact in check.items:
        item = key.item(fact.item)
        if item is None:
            continue
        seen = (fact.given,) if fact.given else ()
        if fact.given:
            marks[fact.given] = _mark(fact.given)
        items.append(
            ItemVerdict(
                item=fact.item,
                label=item.label,
                optional=item.optional,
                outcome=Outcome.EXACT if fact.given else Outcome.MISSED,
                highlights=seen,
                seen=(),
                target=0,
                hit=_NONE,
                missed=_NONE,
                extra=_NONE,
                credit=Fraction(fact.credit),
                points=Fraction(fact.points),
                reason=_REASON,
                explanation="",
            )
        )
    nothing = Fraction(0)
    return Grade(tuple(items), tuple(marks.values()), (), nothing, nothing, nothing, nothing)


def _mark(label: str) -> HighlightVerdict:
    return HighlightVerdict(label, label, Span(0, 0), Fate.MATCHED, "", Fraction(0), (), _REASON)


def _agreement(work: ClassWork) -> Estimate:
    text = work.text.article.text
    words = words_that_count(text)
    marks = [[Labelled(one.start, one.end, one.label) for one in check.marks] for check in work.checks(Which.LAST)]
    sentences = [text.sentence_index(start) for start in words.starts]
    return nominal_alpha(count_labels(words, marks), sentences, drawn(len(text.sentences), Random(SEED)))


def _split(shown: Results) -> list[Split]:
    found = []
    for one in shown.items:
        unmarked = one.n - one.found - one.wrong
        minds = [(one.label, one.found), *one.wrong_labels, ("", unmarked)]
        minds = sorted(((label, count) for label, count in minds if count), key=lambda mind: (-mind[1], mind[0]))
        if not one.item.optional and minds[0][1] <= SPLIT * one.n:
            found.append(Split(one, tuple(minds)))
    return sorted(found, key=lambda split: (split.minds[0][1], split.result.span))


def _first_to_last(work: ClassWork) -> FirstToLast | None:
    twice = tuple(one for one in work.works if one.first is not None)
    if not twice:
        return None
    only = ClassWork(work.class_name, work.lesson, work.text, work.key, twice, work.listed)
    first, last = results(only, Which.FIRST), results(only, Which.LAST)
    assert first.middle is not None
    assert last.middle is not None, "somebody checked twice"
    pairs = zip(last.items, first.items, strict=True)
    return FirstToLast(
        len(twice), first.middle, last.middle, tuple((after, before.found, after.found) for after, before in pairs)
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
