"""What becomes of highlights that were not matched, and which sentences they are charged for."""

from collections import defaultdict
from collections.abc import Iterable, Set
from typing import NamedTuple

from claimlight.grading.boundary import is_near
from claimlight.grading.key import PreparedDecoy, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.matching import Matching
from claimlight.grading.ranges import Range
from claimlight.grading.receipt import Fate
from claimlight.grading.shapes import Fallen, Shape
from claimlight.grading.touch import Touch, only_label_is_wrong


class Leftover(NamedTuple):
    """An unused mark, what became of it, and the numbers of the sentences it costs."""

    mark: Mark
    fallen: Fallen
    sentences: tuple[int, ...]


def judge_leftovers(key: PreparedKey, matching: Matching) -> list[Leftover]:
    """The unused marks in canonical order. A sentence is charged once (by sentence: once a label), to the first."""
    matched = {one.decided.answer for one in matching.matches.values()}
    charged: defaultdict[str, set[int]] = defaultdict(set)
    judged = []
    for mark in matching.unused:
        shape = mark.shape
        fallen = shape.fallen.get(True)
        if fallen is None:
            fallen = shape.fallen[True] = _judge(key, shape, frozenset())
        if shape.too_little and not matched.isdisjoint(touch.answer for touch in shape.too_little):
            fallen = _judge(key, shape, matched)
        costs = fallen.sentences
        if costs:
            already = charged[shape.label if key.by_sentence else ""]
            if not already.isdisjoint(costs):
                costs = tuple([sentence for sentence in costs if sentence not in already])
            already.update(costs)
        judged.append(Leftover(mark, fallen, costs))
    return judged


def _judge(key: PreparedKey, shape: Shape, matched: Set[tuple[int, int]]) -> Fallen:
    touches = shape.touches
    if key.examples:
        shown = _closest(touch for touch in touches if touch.boundary and key.is_example(touch.item))
        if shown:
            return Fallen(Fate.EXAMPLE, None, shown, ())
    everywhere = tuple(key.words.sentences(shape.range))
    decoy = _trap(key, shape)
    if decoy:
        return Fallen(Fate.TRAP_HIT, decoy, None, everywhere)
    if not touches:
        return Fallen(Fate.EXTRA, None, None, everywhere)
    mislabelled = _closest(filter(only_label_is_wrong, touches))
    if mislabelled:
        return Fallen(Fate.WRONG_LABEL, None, mislabelled, ())
    near = _closest(touch for touch in touches if is_near(touch.way.size, touch.caught) or touch.answer in matched)
    if near:
        beyond = tuple([sentence for sentence in everywhere if sentence not in key.core_sentences])
        return Fallen(Fate.NEAR_MISS, None, near, beyond)
    return Fallen(Fate.EXTRA, None, None, everywhere)


def _closest(touches: Iterable[Touch]) -> Touch | None:
    """The touch with most boundary credit, then the nearest, then the first item's."""
    return min(
        touches,
        key=lambda touch: (-touch.boundary, touch.distance, touch.item.number, touch.target.number),
        default=None,
    )


def _trap(key: PreparedKey, shape: Shape) -> PreparedDecoy | None:
    """The trap that holds most of the mark's words, if it is one that the mark fell into."""
    if not key.decoys:
        return None
    core = key.core_before[shape.range.stop] - key.core_before[shape.range.start]
    hit: list[tuple[int, int]] = []
    for number, decoy in enumerate(key.decoys):
        inside = _shared(shape.range, decoy.words)
        size = decoy.words.stop - decoy.words.start
        if inside > core and (2 * inside >= shape.size or 2 * inside >= size):
            hit.append((-inside, number))
    return key.decoys[min(hit)[1]] if hit else None


def _shared(a: Range, b: Range) -> int:
    return max(0, min(a.stop, b.stop) - max(a.start, b.start))
