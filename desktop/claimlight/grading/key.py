"""An answer key made ready to grade with: every span told in words, every default filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from claimlight.core.article import Span, Text
from claimlight.core.lesson import Decoy, Item, Target
from claimlight.grading.asked import Asked
from claimlight.grading.memory import Memory
from claimlight.grading.ranges import Range, Ranges
from claimlight.grading.receipt import ToldItem
from claimlight.grading.words import Words

REMEMBERED = 640
"""So many stretches of the text under a label a key keeps in mind, at some 3 KB each: a class adds less than a tenth to
the memory that its program has anyway."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to hit a target: the whole of it, or one part of a broken one (`part`, from 0)."""

    range: Range
    core: Ranges
    size: int
    """Words in the core."""
    needed: Ranges
    """The core and the must-words: what is told as caught or missed."""
    part: int | None = None


@dataclass(frozen=True, slots=True)
class PreparedTarget:
    """A target in words. `pay` is what each label earns on it, label credit × factor, in the key's own small unit."""

    number: int
    target: Target
    ways: tuple[Way, ...]
    """The whole first."""
    outer: Ranges
    must: Ranges
    says_no: bool
    """Whether the must-words are those that deny."""
    pay: Mapping[str, int]
    own_pay: int
    """What its own label earns on it: its factor, in the key's own small unit."""
    is_full: bool
    """Whether its factor is 1."""
    covers: tuple[int, ...] = ()
    """The numbers of further items that a highlight on it earns as well."""
    reaches: tuple[int, ...] = ()
    """The number of its item, and of those that it covers."""

    @property
    def whole(self) -> Way:
        return self.ways[0]


@dataclass(frozen=True, slots=True)
class PreparedItem:
    """An item in words. `number` is its place in the canonical order; worked examples come after all others."""

    number: int
    item: Item
    targets: tuple[PreparedTarget, ...]
    home: Ranges
    """The words of the sentences that its targets touch."""
    best_pay: Mapping[str, int]
    """By label, the most that it earns on a target with that label, in the key's own small unit."""
    worth: int
    """The weight, or the bonus if optional, in the key's unit of weight: what the assignment maximises."""

    @property
    def main(self) -> PreparedTarget:
        return self.targets[0]


@dataclass(frozen=True, slots=True)
class PreparedDecoy:
    decoy: Decoy
    words: Range


class Spot(NamedTuple):
    """Where a core lies, so that a highlight finds the ways that it may earn on."""

    first: int
    stop: int
    item: PreparedItem
    target: PreparedTarget
    way: Way
    must: int
    """How many must-words the target has."""
    answer: tuple[int, int]
    """The numbers of item and target."""


@dataclass(frozen=True, slots=True)
class Stakes:
    """What there is to win and to lose."""

    possible: Fraction
    """W: the sum of the weights of the required items, or 1 where that is 0."""
    given: Fraction
    """What an untouched page has earned: 1 where there is nothing to find, else 0."""
    price: Fraction
    """π · w̄: what a sentence marked where nothing belongs costs."""
    costs: tuple[Fraction, ...]
    """What no, one, two … sentences cost."""
    losses: tuple[Fraction, ...]
    """The same, as it stands in the receipt: 0 or less."""

    def cost(self, sentences: int) -> Fraction:
        """What so many sentences cost."""
        return self.costs[sentences] if sentences < len(self.costs) else sentences * self.price

    def loss(self, sentences: int) -> Fraction:
        """The same, as it stands in the receipt: 0 or less."""
        return self.losses[sentences] if sentences < len(self.losses) else -sentences * self.price


@dataclass(frozen=True, slots=True)
class PreparedKey:
    """All that grading a piece of work needs to know about the answers. Make it once for a whole class."""

    text: Text
    words: Words
    by_sentence: bool
    labels: Mapping[str, int]
    """The labels of the codebook, each with its place in their order."""
    items: tuple[PreparedItem, ...]
    """Those that are graded, in canonical order (which is page order)."""
    examples: tuple[PreparedItem, ...]
    """Worked examples, which are never graded."""
    spots: tuple[Spot, ...]
    """By `first`; worked examples included."""
    spot_starts: tuple[int, ...]
    spots_of: tuple[tuple[Spot, ...], ...]
    """By item number, the spots of its targets and their ways in turn."""
    longest: int
    """Words from the first to the last of the longest core."""
    decoys: tuple[PreparedDecoy, ...]
    core_before: tuple[int, ...]
    """How many words before word `n` are core of some target."""
    main_cores: Mapping[int, tuple[int, ...]]
    """By word, the numbers of the items of whose main target it is a core word; worked examples included."""
    core_sentences: frozenset[int]
    sentences: tuple[Span, ...]
    """Each from its first word to its last."""
    opposites: frozenset[tuple[str, str]]
    """Pairs of the answer's label and the label given that the codebook pays nothing for."""
    credits: Mapping[int, Fraction]
    """Credit as a fraction, by credit in the key's unit."""
    points: Mapping[int, Mapping[int, Fraction]]
    """Points by an item's worth and credit in the key's units."""
    one: int
    """Credit 1 in the key's unit."""
    weight_unit: int
    """Worth 1 in the key's unit of weight."""
    stakes: Stakes
    missed: tuple[ToldItem, ...]
    """By item, the verdict where nobody came near it."""
    asked: Asked | None
    """What is graded beside the highlights, if anything."""
    allowance: int
    """How many sentences are free."""
    positions: tuple[int, ...]
    """Where each item begins on the page, in code points."""

    shapes: Memory[tuple[int, int, str], Any] = field(
        default_factory=lambda: Memory(REMEMBERED), compare=False, repr=False
    )
    """By start, end and label, what is known of highlights that somebody made: a `shapes.Shape`, which only that module
    puts here. It changes no grade."""

    def is_example(self, item: PreparedItem) -> bool:
        return item.number >= len(self.items)
