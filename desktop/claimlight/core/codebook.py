"""The labels and what they mean: the guide that readers and the answer key both follow."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Line(StrEnum):
    """How a label's underline is drawn, so that no label is told by colour alone."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Example:
    """One line of the guide: `before`, the `marked` words (none in a counter-example), `after`, and why."""

    before: str
    marked: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of highlight. `colour` is a theme role ("claim", "denial", "figure"); `letter` is its tag."""

    id: str
    name: str
    short: str
    letter: str
    colour: str
    line: Line
    definition: str
    yes: Example
    no: Example


@dataclass(frozen=True, slots=True)
class AttributeKind:
    """A question about a highlight and its possible values; no values: free text."""

    id: str
    name: str
    values: tuple[tuple[str, str], ...] = ()
    """Pairs of value and name on screen."""


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A relation between two highlights and the labels it may join."""

    id: str
    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """A label guide. `credits` pays a highlight of one label on an answer of another; pairs not in it earn nothing."""

    id: str
    version: int
    language: str
    name: str
    rules: str
    """The marking rules that every label's help ends with."""
    labels: tuple[Label, ...]
    attributes: tuple[AttributeKind, ...] = ()
    links: tuple[LinkKind, ...] = ()
    credits: tuple[tuple[str, str, Fraction], ...] = ()
    """(label of the answer, label given, credit)."""

    def label(self, id: str) -> Label | None:
        return next((label for label in self.labels if label.id == id), None)

    def credit(self, keyed: str, given: str) -> Fraction:
        """What `given` earns where `keyed` was right: 1 for the same label, else what the table says, else 0."""
        if keyed == given:
            return Fraction(1)
        return next((value for a, b, value in self.credits if (a, b) == (keyed, given)), Fraction(0))
