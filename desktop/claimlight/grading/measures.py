"""The span measures of SemEval-2013 task 9: how well a work's marks agree with the key's, in four ways of counting.

strict: same words and same label. exact: same words. partial: same words, or half for words in common. type: words in
common and the same label. A mark that is paired otherwise is incorrect (in partial: partial), a mark of the key that is
not paired missed, one of the work spurious. Pairs are chosen so that as many as possible are correct, and with that as
many as possible paired; so the order of the marks is no matter.
"""

from collections.abc import Iterable, Sequence

from claimlight.grading.clusters import KeyMarks, count_pairs, sort_key
from claimlight.grading.counts import Counts, Measure, Measures, SpanMeasures
from claimlight.grading.labelled import Labelled
from claimlight.grading.pairing import (
    Candidates,
    Pairing,
    overlaps,
    pair_right,
    pair_same_labels,
    same_label,
    same_words,
    sort_marks,
)

__all__ = ["Counts", "KeyMarks", "Measure", "Measures", "SpanMeasures", "pair_marks", "sort_key", "span_measures"]


def span_measures(key: Iterable[Labelled] | KeyMarks, work: Iterable[Labelled]) -> SpanMeasures:
    """Measure `work` against `key`. For many works, `sort_key` once and pass that.

    A pair shares at least one code point and at least 1 % of the key's mark (nervaluate's default; `sort_key` takes
    another share).
    """
    keyed = key if isinstance(key, KeyMarks) else sort_key(key)
    return count_pairs(keyed, tuple(work))


def pair_marks(
    measure: Measure, key: Sequence[Labelled], work: Sequence[Labelled], least_percent: float = 1
) -> tuple[tuple[int, int, bool], ...]:
    """The pairs behind a measure: numbers in `key` and `work`, and whether the pair is correct; by number in `work`."""
    order = sorted(range(len(key)), key=lambda number: key[number])
    keyed = sort_marks(key, least_percent)
    pairing = _pairing(measure, keyed.marks, work, overlaps(keyed, work))
    correct = set(pairing.correct)
    return tuple((order[at], number, number in correct) for number, at in enumerate(pairing.of_work) if at >= 0)


def _pairing(measure: Measure, key: Sequence[Labelled], work: Sequence[Labelled], options: Candidates) -> Pairing:
    if measure is Measure.TYPE:
        return pair_same_labels(key, work, options, same_label(key, work, options))
    right = same_words(key, work, options)
    if measure is Measure.STRICT:
        right = same_label(key, work, right)
    return pair_right(right, options, len(key))
