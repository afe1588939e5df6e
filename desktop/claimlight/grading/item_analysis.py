"""How the items of a lesson served a class, from the grades of the first checks: easy or hard, and do they tell apart?

Facility and confusion count credit as graded (0 to 1); reliability and correlation count points, for they are what the
total is made of. Optional items have a facility, and are no part of the total.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import fsum, sqrt

from claimlight.grading.estimate import Estimate, Undefined, undefined
from claimlight.grading.receipt import Grade, ItemVerdict, Outcome

FEWEST = 15
"""With fewer students a correlation is hidden: it would be chance."""

_GIVEN_ANOTHER = (Outcome.WRONG_LABEL, Outcome.OPPOSITE_LABEL)


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """One item over `n` students."""

    item: str
    label: str
    optional: bool
    n: int
    facility: Fraction
    """The mean credit."""
    correlation: Estimate
    """Between the points here and the points on all other required items."""
    wrong_label: str
    """The label most often given instead, or "" where none was."""
    wrong_label_count: int


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """All items in page order, and the lesson as a test. `n` counts students."""

    n: int
    items: tuple[ItemStatistics, ...]
    alpha: Estimate
    """Cronbach's alpha over the required items; KR-20 where all credits are 0 or 1."""
    error: Estimate
    """The standard error of measurement, in points."""


def analyse_items(grades: Sequence[Grade]) -> ItemAnalysis:
    """Analyse `grades` of one lesson by one key. Raises ValueError where their items differ."""
    columns = _columns(grades)
    required = [[float(one.points) for one in column] for column in columns if not column[0].optional]
    totals = [fsum(row) for row in zip(*required, strict=True)] if required else [0.0] * len(grades)
    alpha = _alpha(required, totals)
    return ItemAnalysis(
        n=len(grades),
        items=tuple(_statistics(column, totals, grades) for column in columns),
        alpha=alpha,
        error=_error(alpha, totals),
    )


def confusion(grades: Sequence[Grade]) -> dict[str, Counter[str]]:
    """For each label of the answers, how often they were found with which label; "" where they were not marked.

    An item counts as found where it earned something, or would have but for its label.
    """
    found: dict[str, Counter[str]] = {}
    for grade in grades:
        for verdict in grade.items:
            found.setdefault(verdict.label, Counter())[given_label(grade, verdict)] += 1
    return found


def given_label(grade: Grade, verdict: ItemVerdict) -> str:
    """The label that the item was found with, or ""."""
    ids = verdict.highlights or (verdict.seen if verdict.outcome in _GIVEN_ANOTHER else ())
    labels = (mark.label for mark in map(grade.highlight, ids) if mark is not None)
    return next(labels, "")


def _columns(grades: Sequence[Grade]) -> list[tuple[ItemVerdict, ...]]:
    ids = {tuple(verdict.item for verdict in grade.items) for grade in grades}
    if len(ids) > 1:
        raise ValueError("grades by different keys cannot be analysed together")
    return list(zip(*(grade.items for grade in grades), strict=True))


def _statistics(column: tuple[ItemVerdict, ...], totals: list[float], grades: Sequence[Grade]) -> ItemStatistics:
    first, n = column[0], len(column)
    points = [0.0 if one.optional else float(one.points) for one in column]
    rest = [total - own for total, own in zip(totals, points, strict=True)]
    given = Counter(given_label(grade, one) for grade, one in zip(grades, column, strict=True))
    wrong = [(-count, label) for label, count in given.items() if label not in ("", first.label)]
    count, label = min(wrong, default=(0, ""))
    return ItemStatistics(
        item=first.item,
        label=first.label,
        optional=first.optional,
        n=n,
        facility=sum((one.credit for one in column), Fraction(0)) / n,
        correlation=_correlation([float(one.credit) for one in column], rest),
        wrong_label=label,
        wrong_label_count=-count,
    )


def _correlation(own: list[float], rest: list[float]) -> Estimate:
    """Pearson's, hidden for fewer than 15 students; not defined where one side does not vary."""
    n = len(own)
    if n < FEWEST:
        return undefined(Undefined.TOO_FEW, n)
    spread = _variance(own) * _variance(rest)
    if not spread:
        return undefined(Undefined.NO_VARIATION, n)
    a, b = fsum(own) / n, fsum(rest) / n
    together = fsum((x - a) * (y - b) for x, y in zip(own, rest, strict=True)) / (n - 1)
    return Estimate(max(-1.0, min(1.0, together / sqrt(spread))), n=n)


def _alpha(columns: list[list[float]], totals: list[float]) -> Estimate:
    n = len(totals)
    if n < 2 or len(columns) < 2:
        return undefined(Undefined.TOO_FEW, n)
    variance = _variance(totals)
    if not variance:
        return undefined(Undefined.NO_VARIATION, n)
    k = len(columns)
    return Estimate(k / (k - 1) * (1 - fsum(map(_variance, columns)) / variance), n=n)


def _error(alpha: Estimate, totals: list[float]) -> Estimate:
    if alpha.value is None:
        return alpha
    return Estimate(sqrt(_variance(totals) * max(0.0, 1 - alpha.value)), n=alpha.n)


def _variance(values: list[float]) -> float:
    """Of a sample (over n - 1); exactly 0 where all are the same."""
    if len(set(values)) < 2:
        return 0.0
    mean = fsum(values) / len(values)
    return fsum((value - mean) ** 2 for value in values) / (len(values) - 1)
