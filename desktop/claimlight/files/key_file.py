"""Read and write the answers to a text: `NAME.key.json`, a W3C annotation page."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from claimlight.core.article import Span, Text
from claimlight.core.errors import LessonError
from claimlight.core.lesson import AnswerKey, Decoy, Item, ItemLink, Target, World
from claimlight.files.canonical_json import hash_of
from claimlight.files.fields import Fields
from claimlight.files.key_build import CONTEXT, KeyPlace, annotations, built_page, is_ours, name_of, rate_for
from claimlight.files.reading import parse_json
from claimlight.files.selectors import POSITION

RATES = (Fraction(1, 2), Fraction(1, 4))


def key_from_json(raw: bytes, text: Text, place: KeyPlace, example: tuple[str, ...] = ()) -> AnswerKey:
    """The key in `raw`, whether `build` has been over it or not. Raises LessonError."""
    return key_from_page(built_page(parse_json(raw, place.file), text, place), text, place, example)


def key_from_page(page: Mapping[str, object], text: Text, place: KeyPlace, example: tuple[str, ...] = ()) -> AnswerKey:
    """The key on a page in which every selector is in full."""
    items, decoys, excluded = entries_of_page(page, place)
    rate = _rate(page, text, place) or rate_for(text, items, excluded, example)
    return key_of(items, decoys, excluded, rate, text)


def entries_of_page(
    page: Mapping[str, object], place: KeyPlace
) -> tuple[tuple[Item, ...], tuple[Decoy, ...], tuple[Span, ...]]:
    """The answers, traps and excluded zones on a page in which every selector is in full."""
    items: list[Item] = []
    decoys: list[Decoy] = []
    excluded: list[Span] = []
    for number, annotation in enumerate(annotations(page, place), 1):
        if not is_ours(annotation):
            continue
        fields = Fields(annotation, place.file, "", name_of(annotation, number))
        body = fields.table("body")
        span = _span(fields.table("target").values["selector"])
        match body.text("type"):
            case "Item":
                items.append(_item(body, span))
            case "Decoy":
                decoys.append(Decoy(body.text("item", fields.item), span, body.text("explanation", "")))
            case _:
                excluded.append(span)
    return tuple(items), tuple(decoys), tuple(excluded)


def key_of(
    items: tuple[Item, ...], decoys: tuple[Decoy, ...], excluded: tuple[Span, ...], rate: Fraction, text: Text
) -> AnswerKey:
    """The key that these make for `text`."""
    key = AnswerKey(items, decoys, excluded, rate, text.text_hash)
    return replace(key, key_hash=key_hash(key))


def key_to_json(raw: bytes, text: Text, place: KeyPlace, example: tuple[str, ...] = ()) -> str:
    """The key in `raw` with positions, context, rate and the hash of the text it was built for. Raises LessonError."""
    page = built_page(parse_json(raw, place.file), text, place)
    rate = key_from_page(page, text, place, example).rate
    return _page_text(page, text, rate)


def key_page_text(annotations: Sequence[Mapping[str, object]], rate: Fraction, text: Text) -> str:
    """A key file with these annotations, which are in full already."""
    return _page_text({"@context": CONTEXT, "type": "AnnotationPage", "format": 1, "items": annotations}, text, rate)


def _page_text(page: Mapping[str, object], text: Text, rate: Fraction) -> str:
    others = {name: value for name, value in page.items() if name != "items"}
    full = {**others, "text_sha256": text.text_hash, "rate": str(rate), "items": page["items"]}
    return json.dumps(full, ensure_ascii=False, indent=1) + "\n"


def key_hash(key: AnswerKey) -> str:
    """SHA-256 of what the key says, whatever the file looks like."""
    return hash_of(
        {
            "items": [_item_value(item) for item in key.items],
            "decoys": [[decoy.id, _span_value(decoy.span), decoy.explanation] for decoy in key.decoys],
            "excluded": [_span_value(span) for span in key.excluded],
            "rate": str(key.rate),
        }
    )


def _rate(page: Mapping[str, object], text: Text, place: KeyPlace) -> Fraction | None:
    """The rate that was fixed when this text was built; a change of the answers keeps it, another text does not."""
    fields = Fields(page, place.file)
    if "rate" not in page or fields.text("text_sha256", text.text_hash) != text.text_hash:
        return None
    rate = fields.rational("rate", "")
    if rate not in RATES:
        raise LessonError("bad-rate", file=place.file, rate=str(page["rate"]))
    return rate


def _item(body: Fields, span: Span) -> Item:
    label = body.text("label")
    main = replace(_target(body, span, label), factor=body.rational("factor", "1"))
    others = tuple(
        replace(
            _target(each, _span(each.values["selector"]), each.text("label", label)),
            factor=each.rational("factor", "1"),
            note=each.text("note", ""),
        )
        for each in body.tables("alternatives")
    )
    return Item(
        id=body.text("item"),
        label=label,
        targets=(main, *others),
        weight=body.rational("weight", "1"),
        optional=body.yes("optional"),
        bonus=body.rational("bonus", "0"),
        explanation=body.text("explanation", ""),
        attributes=_attributes(body),
        links=tuple(ItemLink(each.text("type"), each.text("item")) for each in body.tables("links")),
        speaker=_spans(body, "speaker"),
        cue=_spans(body, "cue"),
        denying=_spans(body, "denying"),
        group=body.text("group", ""),
        note=body.text("note", ""),
        world=_world(body),
    )


def _target(fields: Fields, span: Span, label: str) -> Target:
    joint = _spans(fields, "joint")
    if joint and span != Span(min(part.start for part in joint), max(part.end for part in joint)):
        raise LessonError("joint-not-target", file=fields.file, item=fields.item)
    return Target(
        span=span,
        label=label,
        joint=joint,
        core=_spans(fields, "core"),
        outer=_spans(fields, "outer"),
        must=_spans(fields, "must"),
        covers=fields.texts("covers", ()),
    )


def _attributes(body: Fields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Pairs of name and right values, sorted by name; one text is a list of one."""
    if "attributes" not in body.values:
        return ()
    fields = body.table("attributes")
    return tuple(
        (name, (value,) if isinstance(value, str) else fields.texts(name))
        for name, value in sorted(fields.values.items())
    )


def _world(body: Fields) -> World | None:
    if "world" not in body.values:
        return None
    fields = body.table("world")
    return World(fields.text("text"), fields.text("source"), fields.text("date"))


def _spans(fields: Fields, name: str) -> tuple[Span, ...]:
    return tuple(map(_span, fields.parts(name)))


def _span(selector: object) -> Span:
    """The position in a selector that `built_page` has written."""
    assert isinstance(selector, list), "built"
    position = selector[0]
    assert position["type"] == POSITION, "built"
    return Span(position["start"], position["end"])


def _span_value(span: Span) -> list[int]:
    return [span.start, span.end]


def _target_value(target: Target) -> dict[str, object]:
    return {
        "span": _span_value(target.span),
        "label": target.label,
        "factor": str(target.factor),
        **{name: [_span_value(span) for span in getattr(target, name)] for name in ("joint", "core", "outer", "must")},
        "note": target.note,
    }


def _alternative_value(target: Target) -> dict[str, object]:
    return {**_target_value(target), **({"covers": target.covers} if target.covers else {})}


def _item_value(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "label": item.label,
        "targets": [_target_value(item.main), *map(_alternative_value, item.targets[1:])],
        "weight": str(item.weight),
        "optional": item.optional,
        "bonus": str(item.bonus),
        "explanation": item.explanation,
        "attributes": item.attributes,
        "links": [[link.type, link.item] for link in item.links],
        **{name: [_span_value(span) for span in getattr(item, name)] for name in ("speaker", "cue", "denying")},
        "covers": item.main.covers,
        "group": item.group,
        "note": item.note,
        "world": None if item.world is None else [item.world.text, item.world.source, item.world.date],
    }
