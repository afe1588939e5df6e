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
    """A required item that the other key has nothing for under its label, with its words."""

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

    F1 (Hripcsak and Rothschild 2005) is counted on required items as SemEval-2013's measure "type" does: a pair shares
    words and the label. An item that only one of the keys requires, and the other holds as not counted, is no
    disagreement and counts for neither. Alpha is over the words of all items, what is not counted included.
    """
    ours, theirs = list(first.items), list(second.items)
    pairs = pair_marks(Measure.TYPE, _marks(ours), _marks(theirs))
    same = [(ours[a], theirs[b]) for a, b, right in pairs if right]
    both = sum(1 for a, b in same if not a.optional and not b.optional)
    only_first = _alone(text, ours, {id(a) for a, _ in same})
    only_second = _alone(text, theirs, {id(b) for _, b in same})
    counted = 2 * both + len(only_first) + len(only_second)
    words = words_that_count(text)
    units = count_labels(words, [_marks(ours), _marks(theirs)])
    return KeyAgreement(
        f1=2 * both / counted if counted else 1.0,
        alpha=nominal_alpha(units),
        only_first=only_first,
        only_second=only_second,
    )


def _marks(items: Sequence[Item]) -> list[Labelled]:
    return [labelled(item.label, *(item.main.joint or (item.main.span,))) for item in items]


def _alone(text: Text, items: Sequence[Item], paired: set[int]) -> tuple[LoneItem, ...]:
    alone = [item for item in items if not item.optional and id(item) not in paired]
    return tuple(LoneItem(each.id, each.label, text.text[each.main.span.start : each.main.span.end]) for each in alone)
