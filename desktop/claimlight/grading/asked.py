"""What a lesson asks beyond highlights: who says it, how good the evidence is, and what answers what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from claimlight.core.codebook import Codebook
from claimlight.core.lesson import Item, Lesson
from claimlight.grading.names import plain_name

SOURCE = "source"

ATTRIBUTES = {"source": SOURCE, "evidence": "status"}
LINKS = {"answers": "denies", "figures": "conflicts_with"}
"""What a lesson may `ask`, and the attribute or link that is graded then."""

SYMMETRIC = frozenset(("conflicts_with",))
"""Links that say the same from both ends: keyed or drawn one way, they hold for the other too."""

SPAN, EACH = 70, 15
"""Parts of the credit: for the words and their label, for all attributes, for all links. Renormalised."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of each item, by its number. A link is a type and the number of the item at its other end."""

    attributes: Mapping[int, tuple[tuple[str, tuple[str, ...]], ...]]
    """Pairs of a name and every value that is right."""
    links: Mapping[int, frozenset[tuple[str, int]]]
    link_types: frozenset[str]
    language: str
    codebook: Codebook

    def attribute_credit(self, name: str, right: Sequence[str], given: Sequence[str]) -> Fraction:
        """What `given` values earn: the least of what each earns, nothing where none is given."""
        return min((self._value_credit(name, right, value) for value in given), default=Fraction(0))

    def _value_credit(self, name: str, right: Sequence[str], value: str) -> Fraction:
        if name == SOURCE:
            names = {plain_name(one, self.language) for one in right}
            return Fraction(plain_name(value, self.language) in names)
        return max(self.codebook.credit(one, value) for one in right)


def prepare_asked(lesson: Lesson, items: Sequence[Item], language: str) -> Asked | None:
    """What the lesson asks of `items`, which are in canonical order; None where it asks for highlights only."""
    names = [ATTRIBUTES[one] for one in lesson.ask if one in ATTRIBUTES]
    types = frozenset(LINKS[one] for one in lesson.ask if one in LINKS)
    if not names and not types:
        return None
    attributes = {
        number: tuple((name, values) for name in names if (values := item.attribute(name)))
        for number, item in enumerate(items)
    }
    return Asked(attributes, _links(items, types), types, language, lesson.codebook)


def _links(items: Sequence[Item], types: frozenset[str]) -> Mapping[int, frozenset[tuple[str, int]]]:
    numbers = {item.id: number for number, item in enumerate(items)}
    found: defaultdict[int, set[tuple[str, int]]] = defaultdict(set)
    for number, item in enumerate(items):
        for link in item.links:
            other = numbers.get(link.item, number)
            if link.type in types and other != number:
                found[number].add((link.type, other))
                if link.type in SYMMETRIC:
                    found[other].add((link.type, number))
    return {number: frozenset(links) for number, links in found.items()}
