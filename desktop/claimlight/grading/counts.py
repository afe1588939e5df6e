"""Counts of the span measures of SemEval-2013 task 9, and the rates that follow from them."""

from enum import StrEnum
from typing import NamedTuple


class Measure(StrEnum):
    STRICT = "strict"
    EXACT = "exact"
    PARTIAL = "partial"
    TYPE = "type"


class Counts(NamedTuple):
    """What became of the marks under one measure, and the rates that follow. 0/0 is 0."""

    correct: int
    incorrect: int
    partial: int
    missed: int
    spurious: int

    @property
    def precision(self) -> float:
        return _ratio(self.correct + 0.5 * self.partial, self.correct + self.incorrect + self.partial + self.spurious)

    @property
    def recall(self) -> float:
        return _ratio(self.correct + 0.5 * self.partial, self.correct + self.incorrect + self.partial + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, with one rounding."""
        correct, incorrect, partial, missed, spurious = self
        return _ratio(2 * correct + partial, 2 * (correct + incorrect + partial) + missed + spurious)


class Measures(NamedTuple):
    """The four measures over the same marks."""

    strict: Counts
    exact: Counts
    partial: Counts
    type: Counts

    def of(self, measure: Measure) -> Counts:
        return self[_PLACES[measure]]


_PLACES = {measure: place for place, measure in enumerate(Measure)}


class SpanMeasures(NamedTuple):
    """The measures over all marks, and over those of each label as if there were no others (sorted by label)."""

    overall: Measures
    labels: tuple[tuple[str, Measures], ...]


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
