"""What becomes of highlights that were not matched, and which sentences they are charged for."""

from collections.abc import Iterable
from typing import NamedTuple

from claimlight.grading import boundary
from claimlight.grading.candidates import Touch, only_label_is_wrong
from claimlight.grading.key import PreparedDecoy, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.matching import Matching
from claimlight.grading.ranges import Range
from claimlight.grading.receipt import Fate


class Leftover(NamedTuple):
    """An unused mark: its fate, the trap or the touch that decided it, and the numbers of the sentences it costs."""

    mark: Mark
    fate: Fate
    decoy: PreparedDecoy | None = None
    touch: Touch | None = None
    sentences: tuple[int, ...] = ()


def judge_leftovers(key: PreparedKey, matching: Matching, found: tuple[tuple[Touch, ...], ...]) -> tuple[Leftover, ...]:
    """The unused marks in canonical order. A sentence is charged once (by sentence: once a label), to the first."""
    matched = {one.decided.answer for one in matching.matches.values()}
    charged: set[tuple[int, str]] = set()
    judged = []
    for mark in matching.unused:
        leftover = _judge(key, mark, found[mark.number], matched)
        costs = []
        for sentence in _sentences(key, leftover):
            counted_as = (sentence, mark.label if key.by_sentence else "")
            if counted_as not in charged:
                charged.add(counted_as)
                costs.append(sentence)
        judged.append(leftover._replace(sentences=tuple(costs)) if costs else leftover)
    return tuple(judged)


def _judge(key: PreparedKey, mark: Mark, touches: tuple[Touch, ...], matched: set[tuple[int, int]]) -> Leftover:
    if key.examples:
        shown = _closest(touch for touch in touches if touch.boundary and key.is_example(touch.item))
        if shown:
            return Leftover(mark, Fate.EXAMPLE, touch=shown)
    decoy = _trap(key, mark)
    if decoy:
        return Leftover(mark, Fate.TRAP_HIT, decoy=decoy)
    if not touches:
        return Leftover(mark, Fate.EXTRA)
    mislabelled = _closest(filter(only_label_is_wrong, touches))
    if mislabelled:
        return Leftover(mark, Fate.WRONG_LABEL, touch=mislabelled)
    near = _closest(
        touch for touch in touches if boundary.is_near(touch.way.size, touch.caught) or touch.answer in matched
    )
    return Leftover(mark, Fate.NEAR_MISS, touch=near) if near else Leftover(mark, Fate.EXTRA)


def _closest(touches: Iterable[Touch]) -> Touch | None:
    """The touch with most boundary credit, then the nearest, then the first item's."""
    return min(
        touches,
        key=lambda touch: (-touch.boundary, touch.distance, touch.item.number, touch.target.number),
        default=None,
    )


def _trap(key: PreparedKey, mark: Mark) -> PreparedDecoy | None:
    """The trap that holds most of the mark's words, if it is one that the mark fell into."""
    if not key.decoys:
        return None
    core = key.core_before[mark.range.stop] - key.core_before[mark.range.start]
    hit: list[tuple[int, int]] = []
    for number, decoy in enumerate(key.decoys):
        inside = _shared(mark.range, decoy.words)
        size = decoy.words.stop - decoy.words.start
        if inside > core and (2 * inside >= mark.size or 2 * inside >= size):
            hit.append((-inside, number))
    return key.decoys[min(hit)[1]] if hit else None


def _shared(a: Range, b: Range) -> int:
    return max(0, min(a.stop, b.stop) - max(a.start, b.start))


def _sentences(key: PreparedKey, leftover: Leftover) -> Iterable[int]:
    touched = key.words.sentences(leftover.mark.range)
    if leftover.fate in (Fate.EXTRA, Fate.TRAP_HIT):
        return touched
    if leftover.fate is Fate.NEAR_MISS:
        return (sentence for sentence in touched if sentence not in key.core_sentences)
    return ()
