"""The names that an article offers to the question who says something, found without knowing the answers.

Two signs make a name: capitals in a row ("Ngozi Adeyemi", "Coastway Power"), and standing beside a reporting verb
("the fire chief said"). The second also works where a script has no capitals. Found on the page's words alone: the
answer key's names are never looked at, since a list of them would give the answers away.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimlight.core.article import Sentence, Span, Text
from claimlight.core.reporting_words import (
    DETERMINERS,
    OFFICES,
    PARTICLES,
    PHRASE_ENDS,
    REPORTING,
    TITLES,
    WORDS_OF_ORDER,
)

_LONGEST = 6
"""Words in a name."""
_NEAR = 400
"""Sentences: more than a news article has."""
_LONGEST_AFTER = 3
"""Words of a speaker after a reporting verb, where no capitals tell where the name ends."""
_BOUNDS = DETERMINERS | PHRASE_ENDS | REPORTING
_PEOPLE = ("ers", "ors", "ists", "ants", "ents", "ours", "men", "women", "people", "ians", "ees")
_SEEN_OUTSIDE = 150
"""What a name within the highlight itself costs: who speaks mostly stands outside of what is said."""
_SPEAKS = 80
"""What a name beside a reporting verb gains."""
_SENTENCE = 400
"""What each sentence between costs, in code points."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name, everywhere it stands, and where it stands beside a reporting verb."""

    words: str
    places: tuple[Span, ...]
    speaking: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    speaks: bool


def names_around(text: Text, span: Span) -> tuple[Name, ...]:
    """The names of an article; of a very long one those in the `_NEAR` sentences before and after `span`."""
    here = text.sentence_index(span.start)
    return names_in(text, text.sentences[max(0, here - _NEAR) : here + _NEAR])


def names_in(text: Text, sentences: Sequence[Sentence] | None = None) -> tuple[Name, ...]:
    """Every name in `text` or some of its sentences, in the order of their first mention.

    A surname alone belongs to the full name.
    """
    looked_at = text.sentences if sentences is None else sentences
    small = _seen_small(text, looked_at)
    found: list[_Found] = []
    for sentence in looked_at:
        words = sentence.tokens
        spans = {*_capitals(text, words, small), *_offices(text, words), *_beside_verbs(text, words)}
        whole = (span for span in spans if not any(_holds(other, span) for other in spans))
        found.extend(_Found(span, speaks=_speaks(text, words, span)) for span in whole)
    found.extend(_surnames_in_front(text, looked_at, found))
    return _gathered(text, found)


def nearest(names: Iterable[Name], span: Span, text: Text) -> tuple[str, ...]:
    """The names' words, those that most likely say `span` first: beside a reporting verb, and near."""
    here = text.sentence_index(span.start)

    def cost(name: Name) -> tuple[float, int]:
        silent = (_cost(place, span, here, text) for place in _around(name.places, span))
        beside_verbs = (_cost(place, span, here, text) for place in _around(name.speaking, span))
        speaking = ((gap - _SPEAKS, at) for gap, at in beside_verbs)
        return min((*silent, *speaking))

    return tuple(name.words for name in sorted(names, key=cost))


def _around(places: Sequence[Span], span: Span) -> Sequence[Span]:
    """The places that can be nearest: the last ones before, the first ones after."""
    at = bisect_left(places, span)
    return places[max(0, at - 2) : at + 2]


def _cost(place: Span, span: Span, here: int, text: Text) -> tuple[float, int]:
    gap = max(0, span.start - place.end, place.start - span.end)
    inside = _SEEN_OUTSIDE if span.start <= place.start and place.end <= span.end else 0
    return gap + inside + abs(text.sentence_index(place.start) - here) * _SENTENCE, place.start


def _seen_small(text: Text, sentences: Iterable[Sentence]) -> frozenset[str]:
    """The words that somewhere in the text begin with a small letter: at the head of a sentence they are no names."""
    return frozenset(
        word for sentence in sentences for word in (text[span] for span in sentence.tokens) if word[:1].islower()
    )


def _surnames_in_front(text: Text, sentences: Iterable[Sentence], found: Sequence[_Found]) -> Iterator[_Found]:
    """At the head of a sentence a capital tells nothing; but a surname that a full name has shown is known again."""
    full = (text[one.span].split() for one in found)
    surnames = {parts[-1] for parts in full if 1 < len(parts) <= 3 and all(part[:1].isupper() for part in parts)}
    known = {one.span for one in found}
    for sentence in sentences:
        first = next(iter(sentence.tokens), None)
        if first is None or first in known or any(_holds(span, first) for span in known):
            continue
        if text[first] in surnames:
            yield _Found(first, speaks=_speaks(text, sentence.tokens, first))


# Capitals


def _capitals(text: Text, words: Sequence[Span], small: frozenset[str]) -> Iterator[Span]:
    """Runs of words with capitals; "of", "de" and the like may stand between two of them."""
    at = 0
    while at < len(words):
        end = _run_end(text, words, at)
        start = at
        while start < end and text[words[start]].casefold() in DETERMINERS | PHRASE_ENDS:
            start += 1
        if start < end and not _only_begins(text, words, Span(start, end), small):
            yield Span(words[start].start, words[_with_office(text, words, end) - 1].end)
        at = max(end, at + 1)


def _run_end(text: Text, words: Sequence[Span], at: int) -> int:
    """The number of the word after the run that begins with word `at`; `at` itself where none begins."""
    end = at
    while end < len(words) and end - at < _LONGEST and _is_capital(text[words[end]]):
        if end > at and not _joined(text, words[end - 1], words[end]):
            return end
        end += 1
        after = end + 1
        small = end < len(words) and text[words[end]] in PARTICLES and (end - at == 1 or text[words[end]] != "of")
        if small and after < len(words) and _is_capital(text[words[after]]):
            pairs = ((words[end - 1], words[end]), (words[end], words[after]))
            end = after if all(_joined(text, *pair) for pair in pairs) else end
    return end


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word.casefold() not in WORDS_OF_ORDER


def _only_begins(text: Text, words: Sequence[Span], run: Span, small: frozenset[str]) -> bool:
    """Whether one word alone has its capital from the head of the sentence; there it must speak to be a name."""
    if len(run) > 1:
        return False
    word = text[words[run.start]].casefold()
    if word in REPORTING:
        return True
    if run.start > 0 and text.text[words[run.start].start - 1] not in '“"„«‘(':
        return False
    beside = run.end < len(words) and _joined(text, words[run.end - 1], words[run.end])
    follows = text[words[run.end]].casefold() if beside else ""
    return word in small or (follows not in REPORTING and follows not in OFFICES)


def _with_office(text: Text, words: Sequence[Span], end: int) -> int:
    """Behind the small words that belong to a name: "American officials", "Tern Street clinic"."""
    for last in range(end + 1, min(end + 3, len(words)) + 1):
        word = text[words[last - 1]]
        if word in _BOUNDS or not word[:1].islower() or not _joined(text, words[last - 2], words[last - 1]):
            break
        if word in OFFICES:
            return last
    return end


def _offices(text: Text, words: Sequence[Span]) -> Iterator[Span]:
    """Somebody by their office: "the fire chief", "two police officers"."""
    for n, word in enumerate(words):
        if text[word] in OFFICES:
            for first in range(n - 1, max(-1, n - 4), -1):
                if not _joined(text, words[first], words[first + 1]):
                    break
                if text[words[first]].casefold() in DETERMINERS:
                    yield Span(words[first + 1].start, word.end)
                    break


def _joined(text: Text, one: Span, other: Span) -> bool:
    """Whether nothing but a space, a hyphen or the point of "Dr." stands between."""
    return text.text[one.end : other.start] in (" ", "\u00a0", "-", "\u2011", ". ", ".\u00a0", "")


# Reporting verbs


def _beside_verbs(text: Text, words: Sequence[Span]) -> Iterator[Span]:
    """Who stands as speaker before or after a reporting verb without a capital: "neighbours said", "قالت المهندسة"."""
    for n, word in enumerate(words):
        if text[word].casefold() in REPORTING:
            yield from _people_before(text, words, n)
            yield from _after_without_case(text, words, n)


def _people_before(text: Text, words: Sequence[Span], verb: int) -> Iterator[Span]:
    """ "neighbours" in "some neighbours said": a word for people, by its ending."""
    before = words[verb - 1] if verb else None
    if before is not None and _joined(text, before, words[verb]):
        word = text[before]
        if word.casefold().endswith(_PEOPLE) and word.casefold() not in PHRASE_ENDS and word.islower():
            yield before


def _after_without_case(text: Text, words: Sequence[Span], verb: int) -> Iterator[Span]:
    """Up to three words after the verb, in a script without capitals."""
    last = verb
    while last + 1 < len(words) and last - verb < _LONGEST_AFTER and _joined(text, words[last], words[last + 1]):
        word = text[words[last + 1]]
        if word[:1].isupper() or word[:1].islower() or not word[:1].isalpha() or word in PHRASE_ENDS:
            break
        last += 1
    if last > verb:
        yield Span(words[verb + 1].start, words[last].end)


def _speaks(text: Text, words: Sequence[Span], span: Span) -> bool:
    """Whether a reporting verb stands beside it, no more than a word away."""
    before = [word for word in words if word.end <= span.start][-2:]
    after = [word for word in words if word.start >= span.end][:2]
    return any(text[word].casefold() in REPORTING for word in before + after)


def _holds(whole: Span, part: Span) -> bool:
    return whole != part and whole.start <= part.start and part.end <= whole.end


# Gathering


def _gathered(text: Text, found: Iterable[_Found]) -> tuple[Name, ...]:
    """One entry for each name, the short forms of a name ("Peskov") with the long one that came first."""
    by_words: dict[str, list[_Found]] = {}
    for one in found:
        by_words.setdefault(_plain(text[one.span]), []).append(one)
    for short in sorted(by_words, key=len):
        whole = next((name for name in by_words if _is_short_for(text, by_words, short, name)), None)
        if whole is not None:
            by_words[whole].extend(by_words.pop(short))
    names = (_name(text, words, ones) for words, ones in by_words.items())
    return tuple(sorted(names, key=lambda name: name.places[0]))


def _is_short_for(text: Text, by_words: dict[str, list[_Found]], short: str, name: str) -> bool:
    """A surname or first name of a full name; and a title with a name, which is the name."""
    parts, fewer = name.split(), short.split()
    if name == short or not _all_capital(text, by_words[name]) or not _all_capital(text, by_words[short]):
        return False
    if len(fewer) == 1:
        return 1 < len(parts) <= 3 and short in (parts[0], parts[-1]) and parts[0] not in TITLES
    return fewer[0] in TITLES and name == " ".join(fewer[1:])


def _all_capital(text: Text, ones: list[_Found]) -> bool:
    return all(part[:1].isupper() for part in text[ones[0].span].split())


def _plain(words: str) -> str:
    plain = words.casefold().replace("\u00a0", " ")
    return plain.removesuffix("’s").removesuffix("'s")


def _name(text: Text, words: str, ones: list[_Found]) -> Name:
    """Written as it first stands in the text under these words."""
    first = min((one.span for one in ones if _plain(text[one.span]) == words), key=lambda span: span.start)
    shown = " ".join(text[first].split()).removesuffix("’s").removesuffix("'s")
    places = tuple(sorted({one.span for one in ones}))
    return Name(shown, places, tuple(sorted({one.span for one in ones if one.speaks})))
