"""What an imported article brings along that only a person can judge. Nothing is changed here."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimlight.core.article import BlockKind, Span, Text

_NO_BREAK = re.compile("[\u00a0\u202f]")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)\s*\Z")
_GARBLED = re.compile("[ÃÂ][\u0080-\u00bf]|â€.|Ð[\u0080-\u00bf]|ï»¿|\ufffd")
"""UTF-8 that somebody read as Windows-1252 and wrote down so, and what was lost for good."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind of thing that was noticed, and every place where it is."""

    code: str
    spans: tuple[Span, ...] = ()


def notices_on(text: Text) -> Iterator[Notice]:
    """What to look at in the canonical text of an imported article."""
    if not any(block.kind is BlockKind.HEADING for block in text.blocks):
        yield Notice("no-headline")
    yield from _found("garbled", _GARBLED, text)
    yield from _blocks("cut-off", text, lambda words: _CUT_OFF.search(words) is not None)


def excerpt(text: Text, span: Span, around: int = 16) -> str:
    """The place with a few characters on either side, within its block, no-break spaces made visible."""
    block = text.blocks[text.block_index(span.start)]
    before = text.text[max(block.start, span.start - around) : span.start]
    after = text.text[span.end : min(block.end, span.end + around)]
    return _NO_BREAK.sub("\u237d", before + text[span] + after)


def _found(code: str, pattern: re.Pattern[str], text: Text) -> Iterator[Notice]:
    if spans := tuple(Span(*found.span()) for found in pattern.finditer(text.text)):
        yield Notice(code, spans)


def _blocks(code: str, text: Text, test: Callable[[str], bool]) -> Iterator[Notice]:
    spans = tuple(block.span for block in text.blocks if test(text[block.span]))
    if spans:
        yield Notice(code, spans)
