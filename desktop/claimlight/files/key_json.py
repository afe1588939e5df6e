"""Write one answer, trap or excluded zone as it stands in a key file, every selector in full."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimlight.core.article import Span, Text
from claimlight.core.lesson import ONE, Decoy, Item, Target
from claimlight.files.key_build import KeyPlace
from claimlight.files.key_file import entries_of_page
from claimlight.files.selectors import selector_json

_ITEM_SPANS = ("speaker", "cue", "denying")
_TARGET_SPANS = ("joint", "core", "outer", "must")


@dataclass(frozen=True, slots=True)
class Zone:
    """An excluded zone: words that are no part of the lesson. Its id is the writer's own."""

    id: str
    span: Span


Entry = Item | Decoy | Zone
"""One annotation of a key."""


def entry_json(entry: Entry, text: Text, place: KeyPlace) -> dict[str, object]:
    """`entry` as one annotation of a key file."""
    span = entry.main.span if isinstance(entry, Item) else entry.span
    return {
        "id": f"urn:claimlight:{place.slug}:{entry.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "target": {
            "source": f"urn:claimlight:{place.slug}:{place.text_name}",
            "selector": selector_json(text, span),
        },
        "body": _body(entry, text),
    }


def entry_from_json(annotation: Mapping[str, object], place: KeyPlace) -> Entry:
    """The entry in an annotation that `entry_json` wrote. Raises LessonError."""
    items, decoys, excluded = entries_of_page({"items": [annotation]}, place)
    if items:
        return items[0]
    if decoys:
        return decoys[0]
    return Zone(str(annotation["id"]).rpartition(":")[2], excluded[0])


def _body(entry: Entry, text: Text) -> dict[str, object]:
    if isinstance(entry, Zone):
        return {"type": "Excluded"}
    if isinstance(entry, Decoy):
        return {"type": "Decoy", "item": entry.id, "explanation": entry.explanation}
    body: dict[str, object] = {"type": "Item", "item": entry.id, "label": entry.label}
    others = {
        "weight": "" if entry.weight == ONE else str(entry.weight),
        "optional": entry.optional,
        "bonus": str(entry.bonus) if entry.bonus else "",
        "explanation": entry.explanation,
        "attributes": {name: list(values) for name, values in entry.attributes},
        "links": [{"type": link.type, "item": link.item} for link in entry.links],
        **{name: _selectors(text, getattr(entry, name)) for name in _ITEM_SPANS},
        **_limits(entry.main, text),
        "group": entry.group,
        "note": entry.note,
        "alternatives": [_alternative(target, entry.label, text) for target in entry.targets[1:]],
    }
    body |= {name: value for name, value in others.items() if value}
    if entry.main.factor != ONE:
        body["factor"] = str(entry.main.factor)
    if entry.world is not None:
        body["world"] = {"text": entry.world.text, "source": entry.world.source, "date": entry.world.date}
    return body


def _alternative(target: Target, label: str, text: Text) -> dict[str, object]:
    others = {
        "label": target.label if target.label != label else "",
        "note": target.note,
        **_limits(target, text),
    }
    return {
        "factor": str(target.factor),
        **{name: value for name, value in others.items() if value},
        "selector": selector_json(text, target.span),
    }


def _limits(target: Target, text: Text) -> dict[str, object]:
    return {
        **{name: _selectors(text, getattr(target, name)) for name in _TARGET_SPANS},
        "covers": list(target.covers),
    }


def _selectors(text: Text, spans: Sequence[Span]) -> list[object]:
    return [selector_json(text, span) for span in spans]
