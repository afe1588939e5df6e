"""Who says what: the questions that a lesson asks about each highlight, and which highlights may answer which."""

from collections.abc import Iterable
from enum import StrEnum

from claimlight.core.codebook import Codebook, LinkKind

SOURCE = "source"
"""The attribute that holds who says it: a name, UNNAMED or WRITER."""
STATUS = "status"
"""The attribute that holds how good the evidence is in this text."""
CHAIN = "chain"
"""The attribute that holds who quotes whom, outermost first."""
UNNAMED, WRITER = "unnamed", "writer"
FIGURE_PARTS = ("figure-value", "figure-unit", "figure-of", "figure-when", "figure-counter")
"""The attributes of a figure taken apart: how much, in what, of what, when, counted by whom."""

DENIES, CONFLICTS = "denies", "conflicts_with"
FIGURE = "unverified-figure"
_LINKS = {"answers": DENIES, "figures": CONFLICTS}


class Column(StrEnum):
    """A column of the list."""

    WHO = "who"
    EVIDENCE = "evidence"
    ANSWERS = "answers"


def columns_of(ask: Iterable[str]) -> tuple[Column, ...]:
    """The columns for what a lesson asks: links share one."""
    asked = set(ask)
    found = ((Column.WHO, {"source"}), (Column.EVIDENCE, {"evidence"}), (Column.ANSWERS, set(_LINKS)))
    return tuple(column for column, names in found if names & asked)


def asked_links(ask: Iterable[str]) -> tuple[str, ...]:
    """The kinds of link that a lesson asks for."""
    asked = set(ask)
    return tuple(kind for name, kind in _LINKS.items() if name in asked)


def asks_link(ask: Iterable[str], label: str, codebook: Codebook) -> str:
    """The kind of link that a highlight with `label` is asked for; "" for none. Claims are asked for none."""
    for kind in asked_links(ask):
        sources = next((known.sources for known in codebook.links if known.id == kind), ())
        if label in sources and (kind != CONFLICTS or label == FIGURE):
            return kind
    return ""


def kinds_between(codebook: Codebook, source: str, target: str) -> tuple[LinkKind, ...]:
    """What a highlight with the label `source` may say about one with the label `target`."""
    return tuple(kind for kind in codebook.links if source in kind.sources and target in kind.targets)


def usual_kind(codebook: Codebook, source: str, target: str) -> str:
    """What is meant when one is simply put on the other: that it denies it, else that both do not fit; "" for none."""
    kinds = {kind.id for kind in kinds_between(codebook, source, target)}
    return next((kind for kind in (DENIES, CONFLICTS) if kind in kinds), "")


def is_mutual(codebook: Codebook, kind: str, source: str, target: str) -> bool:
    """Whether the link holds from both ends: two numbers that do not fit with each other."""
    return kind == CONFLICTS and any(known.id == kind for known in kinds_between(codebook, target, source))
