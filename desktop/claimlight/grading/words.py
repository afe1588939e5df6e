"""The words of a text that count for grading, and which of them a stretch of the text covers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from claimlight.core.article import Span, Text
from claimlight.grading.ranges import Range, Ranges, union


@dataclass(frozen=True, slots=True)
class Words:
    """Where each word starts and ends (code points), and at which word each sentence begins.

    Only sentences with words are numbered. `firsts` ends with the number of words, so that sentence `n` holds the words
    `[firsts[n], firsts[n + 1])`.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    firsts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def covered(self, span: Span) -> Range:
        """The words of which at least half the code points lie in `span`; an empty range if there are none."""
        begin, end = span.start, span.end
        first = bisect_right(self.ends, begin)
        stop = bisect_left(self.starts, end)
        if first < stop and self.starts[first] < begin and not self._half(first, span):
            first += 1
        if first < stop and self.ends[stop - 1] > end and not self._half(stop - 1, span):
            stop -= 1
        return Range(first, max(first, stop))

    def covered_by_all(self, spans: Iterable[Span]) -> Ranges:
        """The words covered by one or another of `spans`."""
        return union(map(self.covered, spans))

    def sentences(self, words: Range) -> range:
        """The numbers of the sentences that the words (at least one) stand in."""
        first = bisect_right(self.firsts, words.start) - 1
        return range(first, bisect_left(self.firsts, words.stop, first))

    def sentence(self, number: int) -> Range:
        """The words of a sentence."""
        return Range(self.firsts[number], self.firsts[number + 1])

    def sentences_around(self, words: Range) -> Range:
        """All words of the sentences that the words (at least one) stand in."""
        touched = self.sentences(words)
        return Range(self.firsts[touched.start], self.firsts[touched.stop])

    def span(self, words: Range) -> Span:
        """The stretch of text from the first of the words (at least one) to the last."""
        return Span(self.starts[words.start], self.ends[words.stop - 1])

    def spans(self, words: Ranges) -> tuple[Span, ...]:
        return tuple([Span(self.starts[start], self.ends[stop - 1]) for start, stop in words])

    def _half(self, word: int, span: Span) -> bool:
        start, end = self.starts[word], self.ends[word]
        return 2 * (min(end, span.end) - max(start, span.start)) >= end - start


def words_that_count(text: Text, excluded: Iterable[Span] = ()) -> Words:
    """The words of `text` but for those at least half inside one of the `excluded` zones."""
    bounds = [sentence.bounds for sentence in text.sentences]
    everything = _index([list(zip(flat[::2], flat[1::2], strict=True)) for flat in bounds])
    left_out = {word for zone in excluded for word in range(*everything.covered(zone))}
    if not left_out:
        return everything
    return _index(
        [
            [(everything.starts[word], everything.ends[word]) for word in range(first, stop) if word not in left_out]
            for first, stop in zip(everything.firsts, everything.firsts[1:], strict=False)
        ]
    )


def _index(sentences: list[list[tuple[int, int]]]) -> Words:
    with_words = [sentence for sentence in sentences if sentence]
    return Words(
        starts=tuple(start for sentence in with_words for start, _ in sentence),
        ends=tuple(end for sentence in with_words for _, end in sentence),
        firsts=(0, *accumulate(map(len, with_words))),
    )
