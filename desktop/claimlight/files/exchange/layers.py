"""Annotations in layers, as WebAnno and UIMA have them: which of them are marks, and what their features say."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from claimlight.core.annotation import Link
from claimlight.core.article import Span
from claimlight.files.exchange.markings import Marking, Remark, remark

MARKS, LINKS = "webanno.custom.Highlight", "webanno.custom.Link"
"""The layers that we write."""
LABEL, KIND, NOTE = "label", "kind", "note"

SEGMENTS = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
"""Where sentences and words are."""
_OF_WORDS = ("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.", SEGMENTS)
"""Layers on every word or sentence: parts of speech, lemmas, …"""
_LABELS = (LABEL, "value")


@dataclass(frozen=True, slots=True)
class Layered:
    """An annotation of some layer, with its features; those without a value are not there."""

    layer: str
    span: Span
    features: Mapping[str, tuple[str, ...]]


def marks_of(
    found: Mapping[Hashable, Layered], relations: Iterable[tuple[Hashable, Hashable, str]]
) -> tuple[tuple[Marking, ...], tuple[Remark, ...]]:
    """The marks, in the order found, with `relations` (from, to, type) as their links; and how many of which layer are
    none.
    """
    left = Counter(one.layer for one in found.values() if one.layer.startswith(_OF_WORDS))
    kept = {key: one for key, one in found.items() if not one.layer.startswith(_OF_WORDS)}
    ids: dict[Hashable, str] = {key: f"m{number}" for number, key in enumerate(kept, start=1)}
    links: defaultdict[Hashable, list[Link]] = defaultdict(list)
    for number, (source, target, type) in enumerate(relations, start=1):
        if source in ids and target in ids:
            links[source].append(Link(f"r{number}", type, ids[target]))
        else:
            left[type] += 1
    marks = tuple(_mark(ids[key], one, links[key]) for key, one in kept.items())
    return marks, layers_left(left)


def layers_left(left: Mapping[str, int]) -> tuple[Remark, ...]:
    """A remark for each layer of which something was left out."""
    return tuple(remark("layer-left", name=name, count=count) for name, count in sorted(left.items()))


def last_part(name: str) -> str:
    """A layer's name without what stands before the last dot."""
    return name.rpartition(".")[2]


def _mark(id: str, one: Layered, links: Iterable[Link]) -> Marking:
    """Its label is the value of “label” or “value”, or else the layer's own name."""
    features = dict(one.features)
    label = next((name for name in _LABELS if "".join(features.get(name, ()))), None)
    name = "; ".join(features.pop(label)) if label else last_part(one.layer)
    note = "\n".join(features.pop(NOTE, ()))
    return Marking(id, name, (one.span,), tuple(sorted(features.items())), tuple(links), note)
