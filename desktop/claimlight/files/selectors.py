"""Find the words that a selector means, and write selectors that find them again (W3C Web Annotation)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimlight.core.annotation import Quote, quote_of
from claimlight.core.article import Span, Text
from claimlight.core.errors import LessonError

POSITION, QUOTE = "TextPositionSelector", "TextQuoteSelector"


@dataclass(frozen=True, slots=True)
class Selector:
    """What a file says about where some words are: a position, a quote or both."""

    span: Span | None
    quote: Quote | None


def selector_json(text: Text, span: Span) -> list[dict[str, object]]:
    """Position and quote of `span`, as they are stored."""
    quote = quote_of(text, span)
    return [
        {"type": POSITION, "start": span.start, "end": span.end},
        {"type": QUOTE, "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
    ]


def read_selector(value: object, file: str, item: str) -> Selector:
    """The selector that `value` holds: one, a list of both kinds, or by hand just the words. Raises LessonError."""
    if isinstance(value, str):
        return Selector(None, _quote({"exact": value}, file, item))
    parts = [value] if isinstance(value, Mapping) else value
    if not isinstance(parts, list):
        raise LessonError("bad-selector", file=file, item=item)
    span: Span | None = None
    quote: Quote | None = None
    for part in parts:
        if not isinstance(part, Mapping):
            raise LessonError("bad-selector", file=file, item=item)
        if part.get("type") == POSITION:
            span = _span(part, file, item)
        elif part.get("type") == QUOTE:
            quote = _quote(part, file, item)
    if span is None and quote is None:
        raise LessonError("bad-selector", file=file, item=item)
    return Selector(span, quote)


def locate(selector: Selector, text: Text, zones: Iterable[Span], file: str, item: str) -> Span:
    """Where the words are. A position holds where it shows the quote; else the quote is looked for.

    Whole words come before parts of words, and places where its context stands come before others; each kind is looked
    for in each of `zones` in turn and must be unique where it is first found. Raises LessonError.
    """
    span, quote = selector.span, selector.quote
    if quote is None:
        assert span is not None, "a selector has one of both"
        if span.end > len(text.text):
            raise LessonError("position-outside", file=file, item=item, start=span.start, end=span.end)
        return span
    if span is not None and text[span] == quote.exact:
        return span
    found = _best_places(quote, text, tuple(zones))
    if not found:
        raise LessonError("quote-not-found", file=file, item=item, quote=quote.exact)
    if len(found) > 1:
        raise LessonError("quote-ambiguous", file=file, item=item, quote=quote.exact, count=len(found))
    return found[0]


def _best_places(quote: Quote, text: Text, zones: tuple[Span, ...]) -> tuple[Span, ...]:
    """The places of the best kind there is, in the first of `zones` that has any."""
    everywhere = [[(_rank(text, place, quote), place) for place in occurrences(text, quote.exact, z)] for z in zones]
    best = max((rank for places in everywhere for rank, _ in places), default=None)
    of_best = (tuple(place for rank, place in places if rank == best) for places in everywhere)
    return next((places for places in of_best if places), ())


def _rank(text: Text, place: Span, quote: Quote) -> tuple[bool, bool]:
    return _cuts_no_word(text, place), _fits(text, place, quote)


def _cuts_no_word(text: Text, place: Span) -> bool:
    words = text.words_touching(place)
    return not words or (words[0].start >= place.start and words[-1].end <= place.end)


def occurrences(text: Text, words: str, zone: Span) -> Iterator[Span]:
    """Every place in `zone` where `words` stand, overlapping ones too."""
    start = text.text.find(words, zone.start, zone.end)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.text.find(words, start + 1, zone.end)


def whole(text: Text) -> Span:
    return Span(0, len(text.text))


def _fits(text: Text, span: Span, quote: Quote) -> bool:
    before = text.text[: span.start].endswith(quote.prefix)
    return before and text.text.startswith(quote.suffix, span.end)


def _span(part: Mapping[str, object], file: str, item: str) -> Span:
    start, end = part.get("start"), part.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise LessonError("bad-position", file=file, item=item, start=str(start), end=str(end))
    return Span(start, end)


def _quote(part: Mapping[str, object], file: str, item: str) -> Quote:
    exact, prefix, suffix = part.get("exact"), part.get("prefix", ""), part.get("suffix", "")
    if not (isinstance(exact, str) and isinstance(prefix, str) and isinstance(suffix, str)):
        raise LessonError("bad-selector", file=file, item=item)
    if not exact:
        raise LessonError("quote-empty", file=file, item=item)
    return Quote(exact, prefix, suffix)
