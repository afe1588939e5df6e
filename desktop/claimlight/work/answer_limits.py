"""What a full mark on an answer must have and may have, on the page: the author's own words, or the usual."""

from dataclasses import dataclass

from claimlight.core.article import Span, Text
from claimlight.core.lesson import Item
from claimlight.grading.edge_words import edge_words

WIDER = 2
"""Words on each side, within the sentence, that may usually be marked besides (GRADING.md 2)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`must` may be several stretches; `own_…` says that the author set them."""

    must: tuple[Span, ...]
    may: Span
    own_must: bool
    own_may: bool


def limits_of(item: Item, text: Text, language: str) -> Limits:
    main = item.main
    may = Span(main.outer[0].start, main.outer[-1].end) if main.outer else _wider(main.span, text)
    must = main.core or (_without_edges(main.span, text, language),)
    return Limits(must, may, bool(main.core), bool(main.outer))


def must_within(item: Item, span: Span) -> bool:
    """Whether `span` can be what the answer must have."""
    return bool(span) and item.main.span.start <= span.start and span.end <= item.main.span.end


def may_around(item: Item, span: Span) -> bool:
    """Whether `span` can be what a mark on the answer may have."""
    return span.start <= item.main.span.start and item.main.span.end <= span.end


def _without_edges(span: Span, text: Text, language: str) -> Span:
    """Leading and trailing small words never count; where nothing else is left, all do."""
    small = edge_words(language)
    words = text.words_touching(span)
    counting = [word for word in words if text[word].casefold() not in small] or list(words)
    if not counting:
        return span
    first = counting[0].start if counting[0] != words[0] else span.start
    last = counting[-1].end if counting[-1] != words[-1] else span.end
    return Span(first, last)


def _wider(span: Span, text: Text) -> Span:
    around = tuple(text.sentences_touching(span))
    if not around:
        return span
    words = text.words_touching(Span(around[0].span.start, around[-1].span.end))
    before = [word for word in words if word.end <= span.start][-WIDER:]
    after = [word for word in words if word.start >= span.end][:WIDER]
    return Span(before[0].start if before else span.start, after[-1].end if after else span.end)
