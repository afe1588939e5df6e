"""Find characters that crept into an article on its way: where they stand, and what would stand there instead."""

import re
from collections.abc import Iterator

from claimlight.core.article import BlockKind, Span, Style, Text
from claimlight.work.cleaning_kinds import Kind

_NO_BREAK = re.compile("[\u00a0\u202f]")
_DOUBLED = re.compile("[ \u00a0\u202f]{2,}")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")
_EDGES = ("", "\t", "\u2028")
_MELTED = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_BROKEN = re.compile("(?<=[^\\W\\d_])[-\u2010\u00ad] (?=[^\\W\\d_])")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")
_SUSPENDED = frozenset(("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e"))
"""After these a hyphen before a space is meant: "pre- and post-war"."""

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
)
"""Letters of scripts that set no space between words, or none beside quotation marks."""
_QUOTES = {"de": ("„‚»", "“‘«"), "fr": ("«“", "»”"), "da": ("»„", "«“"), "sv": ("", ""), "fi": ("", "")}
"""Opening and closing marks where they are not as in English; Swedish and Finnish use one mark for both."""

Found = tuple[Span, str]
"""A place, and what would stand there."""


def stray_characters(text: Text, language: str) -> Iterator[tuple[Kind, tuple[Found, ...]]]:
    """What could be changed, by kind; code stays as it is.

    Spaces of two kinds can be at one place (a doubled space whose one half is a no-break space): the deletion is then
    the one that counts, so that both together leave one ordinary space.
    """
    language = language.partition("-")[0].lower()
    found = {
        Kind.NO_BREAK_SPACES: _no_break(text, language),
        Kind.MISSING_SPACES: _missing(text, language),
        Kind.DOUBLED_SPACES: _doubled(text),
        Kind.INVISIBLE: _invisible(text),
        Kind.BROKEN_WORDS: _broken(text),
        Kind.LIGATURES: _ligatures(text),
    }
    for kind, each in found.items():
        if places := tuple(place for place in each if not _in_code(text, place[0])):
            yield kind, places


def _in_code(text: Text, span: Span) -> bool:
    block = text.blocks[text.block_index(span.start)]
    return block.kind is BlockKind.CODE or any(
        run.style is Style.CODE and run.start < max(span.end, span.start + 1) and span.start < run.end
        for run in block.runs
    )


def _no_break(text: Text, language: str) -> Iterator[Found]:
    """French sets them before high punctuation and within its quotation marks: there they are meant."""
    for found in _NO_BREAK.finditer(text.text):
        at = found.start()
        if language == "fr" and (text.text[at + 1 : at + 2] in tuple("?!;:»%€") or text.text[at - 1 : at] == "«"):
            continue
        yield Span(at, at + 1), "" if _at_edge(text, at) else " "


def _at_edge(text: Text, at: int) -> bool:
    """Whether nothing but spaces stands between here and an end of the paragraph, the line or the cell."""
    block = text.blocks[text.block_index(at)]
    before = text.text[block.start : at].rstrip(" \u00a0\u202f")[-1:]
    after = text.text[at + 1 : block.end].lstrip(" \u00a0\u202f")[:1]
    return before in _EDGES or after in _EDGES


def _doubled(text: Text) -> Iterator[Found]:
    """All but one; that one is a no-break space if there is any, for those are another question."""
    for found in _DOUBLED.finditer(text.text):
        keep = next((at for at in range(*found.span()) if text.text[at] != " "), found.start())
        if _at_edge(text, found.start()):
            continue
        for span in (Span(found.start(), keep), Span(keep + 1, found.end())):
            if span:
                yield span, ""


def _invisible(text: Text) -> Iterator[Found]:
    """Soft hyphens and spaces without width; in scripts without spaces the latter part words and stay."""
    for found in _INVISIBLE.finditer(text.text):
        around = text.text[max(0, found.start() - 1) : found.end() + 1]
        if not _UNSPACED.search(around) and not _BROKEN.match(text.text, found.start()):
            yield Span(*found.span()), ""


def _ligatures(text: Text) -> Iterator[Found]:
    """Letters that a printed page melts together."""
    return ((Span(*found.span()), _MELTED[found[0]]) for found in _LIGATURE.finditer(text.text))


def _broken(text: Text) -> Iterator[Found]:
    """Words parted at a line's end: "exam- ple"; with its hyphen where the text writes it so elsewhere."""
    words = {text.text[span.start : span.end].casefold() for sentence in text.sentences for span in sentence.tokens}
    for found in _BROKEN.finditer(text.text):
        at = found.start()
        before = _WORD_BEFORE.search(text.text, max(0, at - 40), at)
        after = _WORD_AFTER.match(text.text, at + 2)
        assert before is not None, "a letter stands before"
        assert after is not None, "a letter stands after"
        if after[0].casefold() in _SUSPENDED or not after[0][0].islower():
            continue
        hyphened = f"{before[0]}-{after[0]}".casefold() in text.text.casefold()
        kept = text.text[at] != "\u00ad" and hyphened and (before[0] + after[0]).casefold() not in words
        yield (Span(at + 1, at + 2), "") if kept else (Span(at, at + 2), "")


def _missing(text: Text, language: str) -> Iterator[Found]:
    """Before an opening mark that follows a letter, and after a closing one that a letter follows."""
    opening, closing = _QUOTES.get(language, ("“„«", "”»"))
    for block in text.blocks:
        words = text[block.span]
        straight = [at for at, character in enumerate(words) if character == '"'] if words.count('"') % 2 == 0 else []
        opens = {at for at, character in enumerate(words) if character in opening} | set(straight[::2])
        closes = {at for at, character in enumerate(words) if character in closing} | set(straight[1::2])
        wanted = {at for at in opens if _is_letter(words, at - 1)}
        wanted |= {at + 1 for at in closes if _is_letter(words, at + 1)}
        for at in sorted(wanted):
            yield Span(block.start + at, block.start + at), " "


def _is_letter(words: str, at: int) -> bool:
    return 0 <= at < len(words) and words[at].isalnum() and not _UNSPACED.match(words[at])
