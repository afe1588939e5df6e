"""What an imported article brings along that its teacher should look at. Nothing is changed here."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimlight.core.article import BlockKind, Span, Text

_NO_BREAK = re.compile("[\u00a0\u202f]")
_MISSING_SPACE = re.compile(r"\w(?=[“„«])|[”»](?=\w)")
_DOUBLED = re.compile("[ \u00a0\u202f]{2,}")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)\s*\Z")
_LEFTOVER = re.compile(
    r"\A\W*(?:(?:re)?(?:published|printed|posted) (?:from|with|by|on|here)\b|sign up\b|subscribe\b|follow us\b"
    r"|share (?:this|on|via)\b|click here\b|read (?:more|also|next)\b|related (?:articles?|stories|posts?)\b"
    r"|all rights reserved\b|advertisement\b|copyright\b|©|support (?:us|our)\b|donate\b|(?:join|get) our\b)"
    r"|\bnewsletter\b",
    re.IGNORECASE,
)
_LONGEST_LEFTOVER = 30
"""Words; a longer paragraph is part of the article."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind of thing that was noticed, and every place where it is."""

    code: str
    spans: tuple[Span, ...] = ()


def notices_on(text: Text) -> Iterator[Notice]:
    """What to look at in the canonical text of an imported article."""
    if not any(block.kind is BlockKind.HEADING for block in text.blocks):
        yield Notice("no-headline")
    yield from _found("no-break-spaces", _NO_BREAK, text)
    yield from _found("missing-spaces", _MISSING_SPACE, text)
    yield from _found("doubled-spaces", _DOUBLED, text)
    yield from _blocks("cut-off", text, lambda words, _: _CUT_OFF.search(words) is not None)
    yield from _blocks("leftovers", text, _is_leftover)


def excerpt(text: Text, span: Span, around: int = 16) -> str:
    """The place with a few characters on either side, within its block, no-break spaces made visible."""
    block = text.blocks[text.block_index(span.start)]
    before = text.text[max(block.start, span.start - around) : span.start]
    after = text.text[span.end : min(block.end, span.end + around)]
    return _NO_BREAK.sub("\u237d", before + text[span] + after)


def _found(code: str, pattern: re.Pattern[str], text: Text) -> Iterator[Notice]:
    if spans := tuple(Span(*found.span()) for found in pattern.finditer(text.text)):
        yield Notice(code, spans)


def _blocks(code: str, text: Text, test: Callable[[str, int], bool]) -> Iterator[Notice]:
    spans = tuple(block.span for block in text.blocks if test(text[block.span], len(text.words_touching(block.span))))
    if spans:
        yield Notice(code, spans)


def _is_leftover(words: str, count: int) -> bool:
    return count <= _LONGEST_LEFTOVER and _LEFTOVER.search(words) is not None
