"""Bring an answer key that was written by hand into its full form: each quote with its position and context."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from claimlight.core.article import Span, Text, overlap
from claimlight.core.errors import LessonError
from claimlight.core.lesson import Item
from claimlight.files.selectors import locate, read_selector, selector_json, whole

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"@vocab": "urn:claimlight:1#"}]
BODIES = ("Item", "Decoy", "Excluded")
_ITEM_SPANS = ("speaker", "cue", "denying")
_TARGET_SPANS = ("core", "outer", "must")


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a key belongs: the file it is in, its lesson's slug and the text's name."""

    file: str
    slug: str
    text_name: str


def built_page(page: Mapping[str, object], text: Text, place: KeyPlace) -> dict[str, object]:
    """`page` with every selector in full, in the order it was written. Raises LessonError."""
    built = [built_annotation(each, text, place, number) for number, each in enumerate(annotations(page, place), 1)]
    return {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "format": 1,
        **{name: value for name, value in page.items() if name not in ("@context", "type", "format", "items")},
        "items": built,
    }


def annotations(page: Mapping[str, object], place: KeyPlace) -> Iterator[Mapping[str, object]]:
    """The annotations of a page. Raises LessonError where it is no page of this format."""
    items = page.get("items")
    if page.get("format", 1) != 1:
        raise LessonError("key-format", file=place.file, format=str(page.get("format")))
    if not isinstance(items, list) or not all(isinstance(each, Mapping) for each in items):
        raise LessonError("key-not-a-page", file=place.file)
    return iter(items)


def name_of(annotation: Mapping[str, object], number: int) -> str:
    """What an annotation is called in a message: its item's id, its own id, or its number on the page."""
    body = annotation.get("body")
    named = body.get("item") if isinstance(body, Mapping) else None
    named = named or annotation.get("id")
    return named if isinstance(named, str) and named else f"{number}"


def is_ours(annotation: Mapping[str, object]) -> bool:
    body = annotation.get("body")
    return isinstance(body, Mapping) and body.get("type") in BODIES


def built_annotation(annotation: Mapping[str, object], text: Text, place: KeyPlace, number: int) -> dict[str, object]:
    """One annotation in full; one that is none of ours is left as it is. Raises LessonError."""
    if not is_ours(annotation):
        return dict(annotation)
    item = name_of(annotation, number)
    finder = _Finder(text, place.file, item)
    body = annotation["body"]
    target = annotation.get("target")
    assert isinstance(body, Mapping), "it is ours"
    if not isinstance(target, Mapping):
        target = {"selector": target} if isinstance(target, str) else {}
    span = finder.main(target, body)
    return {
        "id": annotation.get("id", f"urn:claimlight:{place.slug}:{item}"),
        "type": "Annotation",
        "motivation": annotation.get("motivation", "classifying"),
        **{
            name: value
            for name, value in annotation.items()
            if name not in ("id", "type", "motivation", "target", "body")
        },
        "target": {
            "source": target.get("source", f"urn:claimlight:{place.slug}:{place.text_name}"),
            "selector": selector_json(text, span),
        },
        "body": finder.body(body, span),
    }


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the words of one item."""

    text: Text
    file: str
    item: str

    def main(self, target: Mapping[str, object], body: Mapping[str, object]) -> Span:
        return self.target({**body, **target}, (whole(self.text),))

    def body(self, body: Mapping[str, object], main: Span) -> dict[str, object]:
        result = {**body, **self.lists(body, (*_ITEM_SPANS, *_TARGET_SPANS, "joint"), main)}
        if "alternatives" in body:
            result["alternatives"] = [self.alternative(each, main) for each in self.parts(body, "alternatives")]
        return result

    def alternative(self, value: object, main: Span) -> dict[str, object]:
        if not isinstance(value, Mapping):
            raise LessonError("bad-alternative", file=self.file, item=self.item)
        span = self.target(value, self.zones(main))
        lists = self.lists(value, (*_TARGET_SPANS, "joint"), span)
        return {**value, "selector": selector_json(self.text, span), **lists}

    def target(self, values: Mapping[str, object], zones: tuple[Span, ...]) -> Span:
        """The words of a target: what its selector says, else from the first part of a broken answer to the last."""
        if "selector" in values:
            return self.find(values["selector"], zones)
        if parts := self.spans(values, "joint", zones):
            return Span(min(part.start for part in parts), max(part.end for part in parts))
        raise LessonError("target-missing", file=self.file, item=self.item)

    def lists(self, values: Mapping[str, object], names: tuple[str, ...], main: Span) -> dict[str, object]:
        zones = self.zones(main)
        return {
            name: [selector_json(self.text, span) for span in self.spans(values, name, zones)]
            for name in names
            if name in values
        }

    def spans(self, values: Mapping[str, object], name: str, zones: tuple[Span, ...]) -> list[Span]:
        return [self.find(each, zones) for each in self.parts(values, name)]

    def parts(self, values: Mapping[str, object], name: str) -> list[object]:
        value = values.get(name, [])
        if not isinstance(value, list):
            raise LessonError("field-not-list", file=self.file, field=f"{self.item}.{name}", item=self.item)
        return value

    def zones(self, main: Span) -> tuple[Span, ...]:
        """The item's own words, then the sentences they touch, then the whole text."""
        touched = tuple(self.text.sentences_touching(main))
        around = Span(touched[0].start, touched[-1].end) if touched else main
        return (main, around, whole(self.text))

    def find(self, value: object, zones: tuple[Span, ...]) -> Span:
        return locate(read_selector(value, self.file, self.item), self.text, zones, self.file, self.item)


def rate_for(text: Text, items: tuple[Item, ...], excluded: tuple[Span, ...], example: tuple[str, ...]) -> Fraction:
    """What a mark where nothing belongs costs: 1/2 where answers are dense, else 1/4."""
    required = answers_counted(items, example)
    free = counted_sentences(text, excluded) - required
    return Fraction(1, 2) if free <= 0 or Fraction(required, free) >= Fraction(3, 8) else Fraction(1, 4)


def answers_counted(items: tuple[Item, ...], example: tuple[str, ...]) -> int:
    """`K`: the items that are neither optional nor shown as a worked example."""
    return sum(1 for item in items if not item.optional and item.id not in example)


def counted_sentences(text: Text, excluded: tuple[Span, ...]) -> int:
    """`S`: the sentences with a word that is not at least half in an excluded zone."""
    if not excluded:
        return sum(1 for sentence in text.sentences if sentence.bounds)
    return sum(1 for sentence in text.sentences if any(not _mostly_inside(word, excluded) for word in sentence.tokens))


def _mostly_inside(word: Span, zones: tuple[Span, ...]) -> bool:
    return any(2 * overlap(word, zone) >= len(word) for zone in zones)
