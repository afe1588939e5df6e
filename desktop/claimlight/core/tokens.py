"""Find the words and sentences of a text, once, when a lesson is built."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimlight.core.article import Sentence, Span

if TYPE_CHECKING:
    from regex import Pattern

_OTHER_SPACE = re.compile(r"[^\S ]")
_GOES_ON = {
    "fr": re.compile(r"(?<!\w)(?:MM|Mgr|[A-ZÀ-ÖØ-ÞŒ])\.\s*\Z"),
    "es": re.compile(r"(?<!\w)[A-ZÁÉÍÓÚÑ]\.\s*\Z"),
    "ar": re.compile(r"(?<!\w)و?[^\W\d_]\.\s*\Z"),
}
"""By language, an ending after which a sentence goes on, though sentencex ends it: "M. Roux", "J.-P. R.", "د. سامي"."""
_LOOK_BACK = 12
"""Code points: more than such an ending has, so that a long block is not searched anew for each sentence."""
_SPACELESS = "".join(
    rf"\p{{scx={name}}}" for name in ("Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar")
)
_WORD = rf"""(?xV1)
    (?= [[\p{{L}}\p{{N}}]&&[{_SPACELESS}]] ) \X                # scripts without spaces: each cluster is a word
  |
    (?: \p{{Sc}} (?=[\p{{N}}--[{_SPACELESS}]]) )?              # a currency sign before the first digit
    [[\p{{L}}\p{{N}}]--[{_SPACELESS}]]
    (?: [[\p{{L}}\p{{N}}]--[{_SPACELESS}]] | \p{{M}}
      | (?<=[\p{{L}}\p{{M}}\p{{N}}]) [.,'’\-٬٫] (?=[[\p{{L}}\p{{N}}]--[{_SPACELESS}]]) )*
    (?: (?<=\p{{N}}) [\p{{Sc}}%‰٪] )?                          # a currency or per cent sign after the last digit
"""


@cache
def _word() -> "Pattern[str]":
    import regex

    return regex.compile(_WORD)


def words(text: str) -> tuple[Span, ...]:
    """The words of `text` in order: never white space, quotation marks, dashes, brackets or emoji."""
    return tuple(Span(*found.span()) for found in _word().finditer(text))


def sentences(text: str, start: int, language: str) -> tuple[Sentence, ...]:
    """The sentences of one block that stands at `start`, each without white space at its edges.

    Every word of the block lies within one sentence: a break that would fall inside a word is none.
    """
    bounds = [edge for found in _word().finditer(text) for edge in found.span()]
    result = []
    done = 0
    for begin, end in _pieces(text, language, bounds):
        trimmed = text[begin:end].strip()
        upto = bisect_left(bounds, end, lo=done)
        upto += upto % 2
        if trimmed:
            first = start + text.index(trimmed, begin)
            inside = tuple(start + edge for edge in bounds[done:upto])
            result.append(Sentence(first, first + len(trimmed), inside))
        done = upto
    return tuple(result)


def _pieces(text: str, language: str, bounds: list[int]) -> Iterator[tuple[int, int]]:
    """`text` cut after each sentence, without gaps, never inside a word.

    Sentencex is shown plain spaces only: it panics where a no-break space follows an initial.
    """
    import sentencex

    edges = [0]
    for piece in sentencex.segment(language, _OTHER_SPACE.sub(" ", text)):
        edges.append(edges[-1] + len(piece))
    goes_on = _GOES_ON.get(language.partition("-")[0].lower())
    cuts = (edge for edge in edges[1:-1] if not _inside_word(edge, bounds))
    ends = [edge for edge in cuts if goes_on is None or not goes_on.search(text, max(0, edge - _LOOK_BACK), edge)]
    return pairwise((0, *ends, len(text)))


def _inside_word(position: int, bounds: list[int]) -> bool:
    after = bisect_left(bounds, position)
    return after % 2 == 1 and bounds[after] != position
