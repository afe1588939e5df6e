"""What can be known of a highlight before any other is looked at. In a class many mark the same: it is remembered."""

from typing import NamedTuple

from claimlight.core.article import Span
from claimlight.grading.boundary import is_near
from claimlight.grading.key import PreparedDecoy, PreparedKey
from claimlight.grading.ranges import Range, Ranges
from claimlight.grading.receipt import Fate, HighlightVerdict, ToldItem
from claimlight.grading.touch import Touch, best_by_item, touches

Place = tuple[int, int, str]
"""Start and end in code points, and a label: the order of the page."""


class Fallen(NamedTuple):
    """What becomes of an unused mark: the trap or the touch that decided it, and the sentences it may cost."""

    fate: Fate
    decoy: PreparedDecoy | None
    touch: Touch | None
    sentences: tuple[int, ...]


class Shape(NamedTuple):
    """Words under a label, whoever marked them. What was told of them is put here when it was first told."""

    place: Place
    exact: str
    """The stretch of the text that was marked."""
    label: str
    range: Range
    words: Ranges
    size: int
    """Words marked."""
    order: int
    """The canonical order: by range, then label."""
    touches: tuple[Touch, ...]
    """Every way of which the words catch some of the core, in the order of the spots."""
    alone: tuple[Touch, ...]
    """The best of these on each item that is graded, as far as it earns."""
    joins: tuple[int, ...]
    """The numbers of the graded items that the label earns on, and of those that these cover."""
    seeds: tuple[int, ...]
    """The numbers of the graded items that the label earns on, without those."""
    would_earn: tuple[tuple[int, int], ...]
    """The targets (by item and number) on which the words would earn, whatever the label."""
    too_little: tuple[Touch, ...]
    """The touches that catch too little to be near."""
    fallen: dict[bool, Fallen]
    """Under True, what becomes of it if it is not used and nothing matched is near."""
    items_told: dict[tuple[int, ...], ToldItem]
    """What is told of an item by these words alone: by item and what decided."""
    left_told: dict[tuple[int, ...], HighlightVerdict]
    """By the sentences that it is charged for, what is told of the mark if it is not used."""


def shape_of(key: PreparedKey, label: str, span: Span) -> Shape:
    """The shape of a highlight that can be on the text and is not known yet; without words it is of size 0."""
    made = _shape(key, label, span)
    key.shapes.offer((span.start, span.end, label), made)
    return made


def _shape(key: PreparedKey, label: str, span: Span) -> Shape:
    run = key.words.covered(span)
    start, stop = run
    found = touches(key, run, label) if stop > start else ()
    graded = [touch for touch in found if not key.is_example(touch.item)] if key.examples else found
    joins: list[int] = []
    seeds: list[int] = []
    too_little: list[Touch] = []
    would_earn: list[tuple[int, int]] = []
    for touch in found:
        if touch.boundary and touch.answer not in would_earn:
            would_earn.append(touch.answer)
        if not is_near(touch.way.size, touch.caught):
            too_little.append(touch)
    for touch in graded:
        if touch.target.pay[label]:
            joins += touch.target.reaches
            seeds.append(touch.item.number)
    return Shape(
        (span.start, span.end, label),
        key.text.text[span.start : span.end],
        label,
        run,
        (run,),
        stop - start,
        (start * (len(key.words) + 1) + stop) * len(key.labels) + key.labels[label],
        found,
        best_by_item(graded),
        tuple(joins),
        tuple(seeds),
        tuple(would_earn),
        tuple(too_little),
        {},
        {},
        {},
    )
