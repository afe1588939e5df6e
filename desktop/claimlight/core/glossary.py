"""Where an article uses the words that its lesson explains."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimlight.core.article import Span, Text, overlap


@dataclass(frozen=True, slots=True, order=True)
class Explained:
    """A place in the text where `term` stands, and what it means."""

    span: Span
    term: str
    meaning: str


def explained_words(text: Text, glossary: Sequence[tuple[str, str]]) -> tuple[Explained, ...]:
    """The first place of each term in each paragraph, in the order of the page; no two overlap.

    `glossary` holds pairs of term and meaning. Whole words only, no matter how capitals are used; where two terms would
    overlap, the longer one stands.
    """
    found: list[Explained] = []
    taken: list[list[Span]] = [[] for _block in text.blocks]
    for term, meaning in sorted(glossary, key=lambda entry: -len(entry[0])):
        words = term.split()
        if not words:
            continue
        pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
        for number, block in enumerate(text.blocks):
            places = _whole_words(text, pattern, block.span)
            free = (place for place in places if not any(overlap(place, other) for other in taken[number]))
            first = next(free, None)
            if first is not None:
                taken[number].append(first)
                found.append(Explained(first, term, meaning))
    return tuple(sorted(found))


def explained_at(words: Sequence[Explained], place: Span) -> Explained | None:
    """The first of `words` that `place` touches; an empty place touches what it stands in, or at the edge of."""
    return next((word for word in words if word.span.start <= place.end and place.start <= word.span.end), None)


def _whole_words(text: Text, pattern: re.Pattern[str], within: Span) -> Iterator[Span]:
    for match in pattern.finditer(text.text, within.start, within.end):
        place = Span(*match.span())
        touched = text.words_touching(place)
        if touched and (touched[0].start, touched[-1].end) == (place.start, place.end):
            yield place
