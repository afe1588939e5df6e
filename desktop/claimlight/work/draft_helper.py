"""Propose answers for an article by open word lists and plain rules. A person accepts or passes each; none is marked.

Figures with approximators and units, quotations and reported sentences with who speaks, denials with the words that
deny, and what is hedged.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from claimlight.core.article import Sentence, Span, Text, overlap
from claimlight.core.lesson import Item, Target
from claimlight.core.names import names_in
from claimlight.files.word_lists import WordList, word_list

CLAIM, DENIAL, FIGURE = "claim", "denial", "unverified-figure"

_NUMBER = r"\d+(?:[.,\u00a0\u202f]\d+)*"
_YEAR_OR_AGE = re.compile(r"\b(?:in|since|by|until|before|after|aged|page|article|on)\s+\Z", re.IGNORECASE)
_MONTH = re.compile(
    r"\s(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b|[-:]|\s?(?:am|pm|o’clock)\b", re.I
)
_QUOTED = re.compile(r"[“«„\"]([^“”«»„\"]+)[”»“\"]")
_FEWEST = 3
"""Words of a quotation that says something, and of a reported clause."""
_UNIT_WORDS = 3
_END = re.compile(r"[\s,.;:!?…”»\"]+\Z")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer that could be marked; `reason` is the rule (see `wording.draft_helper`), `words` what it went by."""

    entry: Item
    reason: str
    words: str


def suggestions(text: Text, language: str = "en") -> tuple[Suggestion, ...]:
    """What could be marked in `text`, in order; nothing for a language without a word list."""
    words = word_list(language)
    if words is None:
        return ()
    found = list(_Finder(text, words).all())
    ids = {CLAIM: count(1), DENIAL: count(1), FIGURE: count(1)}
    letters = {CLAIM: "c", DENIAL: "d", FIGURE: "f"}
    kept: list[Suggestion] = []
    for each in sorted(found, key=lambda one: (one.span, one.label)):
        if any(each.label == other.entry.label and overlap(each.span, other.entry.main.span) for other in kept):
            continue
        item = Item(
            f"{letters[each.label]}{next(ids[each.label])}",
            each.label,
            (Target(each.span, each.label, must=each.must),),
            speaker=each.speaker,
            cue=each.cue,
            denying=each.denying,
        )
        kept.append(Suggestion(item, each.reason, each.words))
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class _Found:
    label: str
    span: Span
    reason: str
    words: str
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    denying: tuple[Span, ...] = ()
    must: tuple[Span, ...] = ()


class _Finder:
    def __init__(self, text: Text, words: WordList) -> None:
        self.text, self.words = text, words
        self.speaking = sorted({place for name in names_in(text) for place in name.places})
        amount = "|".join(map(re.escape, words.approximators))
        self.figure = re.compile(
            rf"(?:\b(?P<about>{amount})\s+)?(?<![\w.,])(?P<number>{_NUMBER})(?![\w])", re.IGNORECASE
        )
        self.denials, self.hedges = _phrases(words.denials), _phrases(words.hedges)
        self.according = _phrases(words.according)

    def all(self) -> Iterator[_Found]:
        for sentence in self.text.sentences:
            yield from self.figures(sentence)
            said = [*self.denied(sentence)] or [*self.quoted(sentence)] or [*self.reported(sentence)]
            yield from said or self.hedged(sentence)

    def figures(self, sentence: Sentence) -> Iterator[_Found]:
        """A number with an approximator, or one that somebody reports, and what is counted."""
        speaker, cue = self.who(sentence)
        for found in self.figure.finditer(self.text.text, sentence.start, sentence.end):
            end, unit = self.unit(found.end(), sentence, sure=bool(found["about"]))
            before, after = self.text.text[sentence.start : found.start()], self.text.text[found.end() : sentence.end]
            dated = _YEAR_OR_AGE.search(before) or _MONTH.match(after)
            if unit and (found["about"] or (cue and not dated)):
                reason = "approximate-figure" if found["about"] else "reported-figure"
                words = found["about"] or self.text[cue[0]]
                yield _Found(FIGURE, Span(found.start(), end), reason, words, speaker, cue)

    def unit(self, at: int, sentence: Sentence, *, sure: bool) -> tuple[int, bool]:
        """Where what is counted ends: a share, or the words to the first one in the plural; if `sure`, any one word."""
        for share in self.words.shares:
            space = 1 if self.text.text[at : at + 1] in (" ", "\u00a0") else 0
            if self.text.text.startswith(share, at + space):
                return at + space + len(share), True
        end, first, number = at, at, 0
        for word in sentence.tokens:
            if word.start < at:
                continue
            if number == _UNIT_WORDS or self.text.text[end : word.start] not in (" ", "\u00a0"):
                break
            end = word.end
            if self.text[word].casefold() in self.words.scales:
                continue
            number += 1
            first = end if number == 1 else first
            if self.text[word].endswith(("s", "people", "ة", "ات")) or self.text[word] in ("people", "men", "women"):
                return end, True
        return first, first > at and (sure or number == 1)

    def denied(self, sentence: Sentence) -> Iterator[_Found]:
        """From the denying verb to the end of its clause, or the quotation that denies."""
        for word in sentence.tokens:
            if self.text[word].casefold() in self.words.denying:
                span = self.trimmed(Span(word.start, self.clause_end(word.end, sentence)))
                if len(self.text.words_touching(span)) >= _FEWEST:
                    who = self.speaker_near(word, sentence)
                    yield _Found(DENIAL, span, "denying-verb", self.text[word], who, (word,), (word,), (word,))
                return
        for quote in self.quotes(sentence):
            if found := self.denials.search(self.text.text, quote.start, quote.end):
                speaker, cue = self.who(sentence)
                denying = (Span(*found.span()),)
                yield _Found(DENIAL, quote, "denying-words", found[0], speaker, cue, denying, denying)

    def quoted(self, sentence: Sentence) -> Iterator[_Found]:
        speaker, cue = self.who(sentence)
        for quote in self.quotes(sentence):
            if cue:
                yield _Found(CLAIM, quote, "quotation", self.text[cue[0]], speaker, cue)

    def quotes(self, sentence: Sentence) -> Iterator[Span]:
        for found in _QUOTED.finditer(self.text.text, sentence.start, sentence.end):
            span = self.trimmed(Span(*found.span(1)))
            if len(self.text.words_touching(span)) >= _FEWEST and not self.text[Span(*found.span(1))].endswith("?"):
                yield span

    def reported(self, sentence: Sentence) -> Iterator[_Found]:
        """What stands behind “said that”, or before “, she said”."""
        speaker, cue = self.who(sentence)
        if not cue:
            return
        behind = self.text.text[cue[0].end : sentence.end]
        lead = re.match(rf"(?:\s\w+){{0,4}}?\s{re.escape(self.words.that)}\s", behind)
        if lead:
            span = Span(cue[0].end + lead.end(), self.clause_end(cue[0].end + lead.end(), sentence))
        elif (comma := self.text.text.rfind(",", sentence.start, cue[0].start)) > sentence.start + 20:
            span = Span(sentence.start, comma)
        else:
            span = Span(max(cue[0].end, *(place.end for place in speaker or cue)), sentence.end)
        span = self.trimmed(Span(span.start + (self.text.text[span.start : span.start + 1] == " "), span.end))
        if len(self.text.words_touching(span)) >= _FEWEST:
            yield _Found(CLAIM, span, "reporting-verb", self.text[cue[0]], speaker, cue)

    def hedged(self, sentence: Sentence) -> Iterator[_Found]:
        if found := self.hedges.search(self.text.text, sentence.start, sentence.end):
            start = found.end() + 1 if found.start() == sentence.start else sentence.start
            span = self.trimmed(Span(min(start, sentence.end), sentence.end))
            if span:
                yield _Found(CLAIM, span, "hedge", found[0])

    def who(self, sentence: Sentence) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The speaker and the reporting words of a sentence, outside of its quotations."""
        quoted = [Span(*found.span()) for found in _QUOTED.finditer(self.text.text, sentence.start, sentence.end)]
        for word in sentence.tokens:
            inside = any(overlap(word, quote) for quote in quoted)
            if not inside and self.text[word].casefold() in self.words.reporting:
                return self.speaker_near(word, sentence), (word,)
        if found := self.according.search(self.text.text, sentence.start, sentence.end):
            cue = Span(*found.span())
            return self.speaker_near(cue, sentence), (cue,)
        return (), ()

    def speaker_near(self, verb: Span, sentence: Sentence) -> tuple[Span, ...]:
        """The name or pronoun of the sentence that stands nearest to the verb, before it rather than after."""
        at = bisect_left(self.speaking, Span(sentence.start, 0))
        names: Sequence[Span] = [place for place in self.speaking[at : at + 30] if place.end <= sentence.end]
        pronouns = [word for word in sentence.tokens if self.text[word].casefold() in self.words.pronouns]
        near = [place for place in (*names, *pronouns) if not overlap(place, verb)]

        def cost(place: Span) -> int:
            return verb.start - place.end if place.end <= verb.start else 2 * (place.start - verb.end)

        best = min(near, key=cost, default=None)
        return (best,) if best is not None and cost(best) < 60 else ()

    def clause_end(self, at: int, sentence: Sentence) -> int:
        ends = re.compile(r", (?:and|but|which|who|while|because)\b|;|: “|\. ").search(self.text.text, at, sentence.end)
        return ends.start() if ends else sentence.end

    def trimmed(self, span: Span) -> Span:
        return Span(span.start, span.start + len(_END.sub("", self.text[span])))


def _phrases(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)
