"""How far two independent answer keys for one text agree, before anything is settled between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimlight.core.article import Text
from claimlight.core.lesson import AnswerKey, Item
from claimlight.grading.counts import Measure
from claimlight.grading.estimate import Estimate
from claimlight.grading.labelled import Labelled, labelled
from claimlight.grading.measures import pair_marks
from claimlight.grading.nominal_alpha import nominal_alpha
from claimlight.grading.word_labels import count_labels
from claimlight.grading.words import words_that_count

LEAST_F1 = 0.75
"""Below it a lesson is not clear enough to be graded by one of the keys."""


class LoneItem(NamedTuple):
    """A required item that the other key does not require under its label, with its words."""

    id: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class KeyAgreement:
    """`f1` from 0 to 1; `alpha` is Krippendorff's nominal one over words."""

    f1: float
    alpha: Estimate
    only_first: tuple[LoneItem, ...]
    only_second: tuple[LoneItem, ...]

    @property
    def clear(self) -> bool:
        return self.f1 >= LEAST_F1


def key_agreement(text: Text, first: AnswerKey, second: AnswerKey) -> KeyAgreement:
    """Compare the items of two keys.

    F1 (Hripcsak and Rothschild 2005) is counted on required items alone, as SemEval-2013's measure "type" does: a pair
    shares words and the label. What one key requires and the other holds as not counted is a disagreement. Alpha is
    over the words of required items.
    """
    ours, theirs = _required(first), _required(second)
    pairs = [(a, b) for a, b, right in pair_marks(Measure.TYPE, _marks(ours), _marks(theirs)) if right]
    only_first = _others(text, ours, {a for a, _ in pairs})
    only_second = _others(text, theirs, {b for _, b in pairs})
    counted = len(ours) + len(theirs)
    words = words_that_count(text)
    units = count_labels(words, [_marks(ours), _marks(theirs)])
    return KeyAgreement(
        f1=2 * len(pairs) / counted if counted else 1.0,
        alpha=nominal_alpha(units),
        only_first=only_first,
        only_second=only_second,
    )


def _marks(items: Sequence[Item]) -> list[Labelled]:
    return [labelled(item.label, *(item.main.joint or (item.main.span,))) for item in items]


def _required(key: AnswerKey) -> list[Item]:
    return [item for item in key.items if not item.optional]


def _others(text: Text, items: Sequence[Item], paired: set[int]) -> tuple[LoneItem, ...]:
    alone = [item for number, item in enumerate(items) if number not in paired]
    return tuple(LoneItem(each.id, each.label, text.text[each.main.span.start : each.main.span.end]) for each in alone)
