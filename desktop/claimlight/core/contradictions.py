"""Who contradicts whom: the links between highlights, told as relations between those who speak."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimlight.core.annotation import Annotation
from claimlight.core.sayings import CONFLICTS, DENIES, SOURCE

CONTRARY = (DENIES, CONFLICTS, "counter_claims")
"""The kinds of link that set two speakers against each other."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`one` speaks against `other` ("" for a speaker that was not said), in these pairs of highlights (ids)."""

    one: str
    other: str
    kind: str
    label: str
    """The label of the first pair's first highlight."""
    pairs: tuple[tuple[str, str], ...]


def contradictions(annotations: Mapping[str, Annotation]) -> tuple[Contradiction, ...]:
    """In the order of the page; what two speakers say against each other in the same way is told once."""
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    told: set[tuple[str, frozenset[str]]] = set()
    for one in sorted(annotations.values(), key=lambda each: (each.span, each.id)):
        for link in one.links:
            other = annotations.get(link.target)
            pair = (link.type, frozenset((one.id, link.target)))
            if other is None or link.type not in CONTRARY or pair in told:
                continue
            told.add(pair)
            found.setdefault((_speaker(one), _speaker(other), link.type), []).append((one.id, other.id))
    return tuple(
        Contradiction(one, other, kind, annotations[pairs[0][0]].label, tuple(pairs))
        for (one, other, kind), pairs in found.items()
    )


def _speaker(annotation: Annotation) -> str:
    return next(iter(annotation.attribute(SOURCE)), "")
