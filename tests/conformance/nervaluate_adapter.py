"""Let nervaluate's own tests measure with our functions: a pytest plugin that stands in for its strategies.

Its tests, its readers of tags and its reports come from its source package, fetched by `dev.py conformance`. What is
measured here, pairs, counts and rates, is ours. Its ends are inclusive, so one is added to each.
"""

import sys
from types import ModuleType

from claimlight.grading.counts import Counts, Measure
from claimlight.grading.labelled import Labelled, shared, size
from claimlight.grading.measures import pair_marks


class EvaluationStrategy:
    measure: Measure

    def __init__(self, min_overlap_percentage=1.0):
        if not 1.0 <= min_overlap_percentage <= 100.0:
            raise ValueError("min_overlap_percentage must be between 1.0 and 100.0")
        self.min_overlap_percentage = min_overlap_percentage

    @staticmethod
    def _calculate_overlap_percentage(pred, true):
        (given,), (keyed,) = _marks([pred]), _marks([true])
        return 100.0 * shared(given, keyed) / size(keyed)

    def _has_sufficient_overlap(self, pred, true):
        return bool(pair_marks(self.measure, _marks([true]), _marks([pred]), self.min_overlap_percentage))

    def evaluate(self, true_entities, pred_entities, tags, instance_index=0):
        from nervaluate.entities import EvaluationIndices, EvaluationResult

        pairs = pair_marks(
            self.measure, _marks(true_entities), _marks(pred_entities), least_percent=self.min_overlap_percentage
        )
        correct = [number for _, number, right in pairs if right]
        other = [number for _, number, right in pairs if not right]
        partial = self.measure is Measure.PARTIAL
        found = {at for at, _, _ in pairs}
        used = {number for _, number, _ in pairs}
        indices = EvaluationIndices(
            *(
                [(instance_index, number) for number in numbers]
                for numbers in (
                    correct,
                    [] if partial else other,
                    other if partial else [],
                    [at for at in range(len(true_entities)) if at not in found],
                    [number for number in range(len(pred_entities)) if number not in used],
                )
            )
        )
        result = EvaluationResult(
            len(indices.correct_indices),
            len(indices.incorrect_indices),
            len(indices.partial_indices),
            len(indices.missed_indices),
            len(indices.spurious_indices),
        )
        result.compute_metrics(self.measure in (Measure.PARTIAL, Measure.TYPE))
        return result, indices


class StrictEvaluation(EvaluationStrategy):
    measure = Measure.STRICT


class ExactEvaluation(EvaluationStrategy):
    measure = Measure.EXACT


class PartialEvaluation(EvaluationStrategy):
    measure = Measure.PARTIAL


class EntityTypeEvaluation(EvaluationStrategy):
    measure = Measure.TYPE


def _marks(entities):
    return [Labelled(entity.start, entity.end + 1, entity.label) for entity in entities]


def _compute_metrics(self, partial_or_type=False):
    """Our rates; where a half is not given for a partial pair, it counts as an incorrect one."""
    halves = self.partial if partial_or_type else 0
    counts = Counts(self.correct, self.incorrect + self.partial - halves, halves, self.missed, self.spurious)
    self.actual = self.correct + self.incorrect + self.partial + self.spurious
    self.possible = self.correct + self.incorrect + self.partial + self.missed
    self.precision, self.recall, self.f1 = counts.precision, counts.recall, counts.f1


def _stand_in():
    module = ModuleType("nervaluate.strategies")
    for strategy in (
        EvaluationStrategy,
        StrictEvaluation,
        ExactEvaluation,
        PartialEvaluation,
        EntityTypeEvaluation,
    ):
        setattr(module, strategy.__name__, strategy)
    sys.modules[module.__name__] = module

    from nervaluate.entities import EvaluationResult

    EvaluationResult.compute_metrics = _compute_metrics


_stand_in()
