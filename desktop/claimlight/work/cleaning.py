"""Propose how an article that came from elsewhere could be cleaned, and do what was accepted of it, nothing else.

Each proposal can be accepted or left, whatever becomes of the others. Places are spans of the article's canonical text
as it came. How its Markdown has to change for it is found by reading along both, and a change is proposed only if the
Markdown, so changed and built again, gives exactly the text that was promised.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimlight.core.article import Block, BlockKind, Direction, Span, Text
from claimlight.core.offset_map import OffsetMap, Replacement
from claimlight.files.article_import.source import Format, Source
from claimlight.files.markdown_places import NOWHERE, places_in
from claimlight.files.markdown_text import build_text
from claimlight.work.article_notices import Notice, notices_on
from claimlight.work.cleaning_kinds import Kind
from claimlight.work.leftovers import leftover, page_lines
from claimlight.work.stray_characters import stray_characters

_BLANK = " \t\u00a0\u202f\u00ad\u200b\u2060"
_LINE_END = re.compile(r"(?:\r?\n(?:=+|-+)[ \t]*(?=\r?\n|\Z))?(?:\r?\n)?")
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")
_SOFT_BREAK = re.compile(r"[ \t]*\r?\n[ \t>]*")


@dataclass(frozen=True, slots=True)
class MarkdownEdit:
    """`put` in the place of `at`, a span of the source's Markdown."""

    at: Span
    put: str


@dataclass(frozen=True, slots=True)
class Change:
    """`span` of the canonical text becomes `becomes`; of a whole block nothing is left, nor its line feed."""

    span: Span
    becomes: str
    edits: tuple[MarkdownEdit, ...]
    whole_block: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing to accept or to leave: changes of one kind (see `wording.cleaning` for its words)."""

    kind: Kind
    changes: tuple[Change, ...]

    @property
    def places(self) -> tuple[Span, ...]:
        return tuple(change.span for change in self.changes)


@dataclass(frozen=True, slots=True)
class Cleaning:
    """An article as it came, its canonical text, what could be cleaned, and what only a person can judge."""

    source: Source
    text: Text
    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...]


def look_over(source: Source, language: str = "en") -> Cleaning:
    """What could be cleaned in `source`. Nothing is changed. Raises TextError.

    `language` counts where the source does not tell its own: it says which quotation marks open.
    """
    language = source.language or language
    text = _built(source.markdown, language)
    places = places_in(source.markdown, text)
    characters = tuple(_character_proposals(source.markdown, text, places, language))
    blocks = tuple(_block_proposals(source, text, places))
    sound = {
        *_sound(source.markdown, text, [change for each in characters for change in each.changes]),
        *_sound(source.markdown, text, [change for each in blocks for change in each.changes]),
    }
    kept = (
        Proposal(each.kind, tuple(change for change in each.changes if change in sound))
        for each in (*blocks, *characters)
    )
    return Cleaning(source, text, tuple(each for each in kept if each.changes), tuple(notices_on(text)))


def cleaned(cleaning: Cleaning, accepted: Collection[Proposal]) -> tuple[str, OffsetMap]:
    """The Markdown with the accepted proposals carried out, and where places of the canonical text are then.

    The order in which they were accepted makes no difference; without any, the Markdown is the source's own.
    """
    changes = [change for proposal in cleaning.proposals if proposal in accepted for change in proposal.changes]
    counting = _counting(changes)
    return _edited(cleaning.source.markdown, counting), OffsetMap(_replacements(cleaning.text, counting))


# What is proposed


def _character_proposals(markdown: str, text: Text, places: Sequence[int], language: str) -> Iterator[Proposal]:
    empty = {block.span for block in text.blocks if not text[block.span].strip(_BLANK)}
    for kind, found in stray_characters(text, language):
        changes = (
            Change(span, becomes, edits)
            for span, becomes in found
            if not any(block.start <= span.start < block.end for block in empty)
            and (edits := _edits(markdown, text, places, span, becomes))
        )
        yield Proposal(kind, tuple(changes))
    if bare := tuple(_without(markdown, text, places, block) for block in text.blocks if block.span in empty):
        yield Proposal(Kind.NO_BREAK_SPACES, tuple(change for each in bare for change in each))


def _block_proposals(source: Source, text: Text, places: Sequence[int]) -> Iterator[Proposal]:
    paged = page_lines(text) if source.format is Format.PDF else frozenset()
    for number, block in enumerate(text.blocks):
        kind = _head_kind(source, text, number) or leftover(text, block)
        kind = kind or (Kind.PAGE_LINE if number in paged else None)
        if kind is not None:
            yield Proposal(kind, _without(source.markdown, text, places, block))


def _head_kind(source: Source, text: Text, number: int) -> Kind | None:
    """A headline or byline that stands above the article too, for those have a place of their own."""
    words = _plain(text[text.blocks[number].span])
    if number < 3 and source.title and words == _plain(source.title):
        return Kind.HEADLINE
    if number < 5 and source.byline and words in (_plain(source.byline), _plain(f"By {source.byline}")):
        return Kind.BYLINE
    return None


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold().strip(" .:")


# How the Markdown changes


def _edits(markdown: str, text: Text, places: Sequence[int], span: Span, becomes: str) -> tuple[MarkdownEdit, ...]:
    """What to change in `markdown` so that `span` becomes `becomes`; nothing where the way was lost."""
    if not span:
        at = _gap(markdown, text, places, span.start)
        return () if at == NOWHERE else (MarkdownEdit(Span(at, at), becomes),)
    if NOWHERE in places[span.start : span.end]:
        return ()
    written = (_written(markdown, place) for place in places[span.start : span.end])
    return tuple(MarkdownEdit(at, _space_at(markdown, at) if becomes == " " else becomes) for at in written)


def _written(markdown: str, place: int) -> Span:
    """All of what is written for one character: with the backslash before it, or with the margin of the next line."""
    if markdown[place] == "\n":
        start = len(markdown[:place].rstrip(" \t\r"))
        broken = _SOFT_BREAK.match(markdown, start)
        assert broken is not None, "there is a line feed"
        return Span(*broken.span())
    slashes = len(markdown[:place]) - len(markdown[:place].rstrip("\\"))
    return Span(place - slashes % 2, place + 1)


def _space_at(markdown: str, at: Span) -> str:
    """A space; at the edge of a line with a backslash, for there Markdown gives spaces a meaning of their own."""
    before = markdown[markdown.rfind("\n", 0, at.start) + 1 : at.start]
    after = markdown[at.end :].partition("\n")[0]
    return " " if before.strip(" \t>") and after.strip() else "\\ "


def _gap(markdown: str, text: Text, places: Sequence[int], position: int) -> int:
    """Where to write between two characters: before markup that begins there, after markup that ends."""
    before, after = places[position - 1], places[position]
    if before == NOWHERE or after == NOWHERE:
        return NOWHERE
    after = _written(markdown, after).start
    between = markdown[before + 1 : after]
    if not between:
        return after
    block = text.blocks[text.block_index(position)]
    begun = markdown[places[block.start] : before + 1] if places[block.start] != NOWHERE else ""
    ends = between[0] == "]" or (between[0] != "[" and begun.count(between[0]) % 2 == 1)
    return after if ends else before + 1


def _without(markdown: str, text: Text, places: Sequence[int], block: Block) -> tuple[Change, ...]:
    """The change that takes out a block: its lines, and the blank ones after them if one stood before too."""
    known = [place for place in places[block.start : block.end] if place != NOWHERE]
    if not known or block.kind in (BlockKind.CODE, BlockKind.CAPTION, BlockKind.FOOTNOTE):
        return ()
    start = markdown.rfind("\n", 0, min(known)) + 1
    end = markdown.find("\n", max(known))
    end = len(markdown) if end < 0 else end - (markdown[end - 1] == "\r")
    after = _LINE_END.match(markdown, end)
    assert after is not None, "it matches nothing too"
    end = after.end()
    if not markdown[:start].rpartition("\n")[0].rpartition("\n")[2].strip(" \t\r"):
        blank = _BLANK_LINES.match(markdown, end)
        assert blank is not None, "it matches nothing too"
        end = blank.end()
    return (Change(block.span, "", (MarkdownEdit(Span(start, end), ""),), whole_block=True),)


# Whether it comes true


def _sound(markdown: str, text: Text, changes: list[Change]) -> list[Change]:
    """Those of `changes` that give what they promise when all of them are made."""
    if not changes or _keeps_word(markdown, text, changes):
        return changes
    if len(changes) == 1:
        return []
    half = len(changes) // 2
    first, second = _sound(markdown, text, changes[:half]), _sound(markdown, text, changes[half:])
    both = [*first, *second]
    return both if len(both) == len(changes) or _keeps_word(markdown, text, both) else first


def _keeps_word(markdown: str, text: Text, changes: Sequence[Change]) -> bool:
    promised = _promised(text, _counting(changes))
    return _built(_edited(markdown, _counting(changes)), text.blocks[0].language).text == promised


def _promised(text: Text, counting: Sequence[Change]) -> str:
    parts, done = [], 0
    puts = {change.span.start: change.becomes for change in counting if not change.whole_block}
    for each in _replacements(text, counting):
        parts += [text.text[done : each.old.start], puts[each.old.start] if each.size else ""]
        done = each.old.end
    return "".join(parts) + text.text[done:]


def _built(markdown: str, language: str) -> Text:
    return build_text(markdown, language, Direction.LEFT_TO_RIGHT)


# Carrying out


def _counting(changes: Iterable[Change]) -> list[Change]:
    """In order, without those in a block that goes, and where two meet only the one that takes away."""
    ordered = sorted(set(changes), key=lambda each: (each.span, each.becomes))
    gone = [each.span for each in ordered if each.whole_block]
    taken = {at for each in ordered if not each.becomes for at in range(each.span.start, each.span.end)}

    def counts(each: Change) -> bool:
        if each.becomes and each.span and each.span.start in taken:
            return False
        return each.whole_block or not any(span.start <= each.span.start < span.end for span in gone)

    return [each for each in ordered if counts(each)]


def _edited(markdown: str, counting: Iterable[Change]) -> str:
    parts, done = [], 0
    for edit in sorted((edit for change in counting for edit in change.edits), key=lambda edit: edit.at):
        parts += [markdown[done : edit.at.start], edit.put]
        done = max(done, edit.at.end)
    return "".join(parts) + markdown[done:]


def _replacements(text: Text, counting: Sequence[Change]) -> Iterator[Replacement]:
    """In order; blocks that go one after another go together, with the line feeds that part them from the rest."""
    at = 0
    while at < len(counting):
        change = counting[at]
        at += 1
        if not change.whole_block:
            yield Replacement(change.span, len(change.becomes))
            continue
        start, end = change.span.start, change.span.end
        while at < len(counting) and counting[at].whole_block and counting[at].span.start == end + 1:
            end = counting[at].span.end
            at += 1
        if end < len(text.text):
            yield Replacement(Span(start, end + 1), 0)
        else:
            yield Replacement(Span(max(0, start - 1), end), 0)
