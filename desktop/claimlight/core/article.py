"""An article as everybody counts it: one string, its blocks, sentences and words, by code points."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

_start = attrgetter("start")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in Unicode code points (never UTF-16 units)."""

    start: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.start)


def overlap(a: Span, b: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CODE = "code"
    TABLE_ROW = "table-row"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


class Direction(StrEnum):
    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Style(StrEnum):
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch set in one style; runs of different styles may lie over each other."""

    start: int
    end: int
    style: Style
    address: str = ""
    """Where a link leads; shown, and opened only by a deliberate act."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, row, …: `text[start:end]`, without the line feed that ends it.

    `level` is a heading's level or a list item's depth (from 1), else 0; `marker` is what stands before a list item or
    a footnote ("•", "3.", "1") and is no part of the text.
    """

    kind: BlockKind
    start: int
    end: int
    language: str
    direction: Direction
    level: int = 0
    marker: str = ""
    runs: tuple[Run, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its words. `bounds` holds the words flat: start, end, start, end, …

    Flat, because a long article has a hundred thousand words and an object for each would cost its first paint.
    """

    start: int
    end: int
    bounds: tuple[int, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def tokens(self) -> tuple[Span, ...]:
        return tuple(map(Span, self.bounds[::2], self.bounds[1::2]))


@dataclass(frozen=True, slots=True)
class Text:
    """A canonical text, built once from its source and never parsed again.

    `text` is the blocks joined by line feeds; `text_hash` the SHA-256 of its UTF-8 bytes; `source_hash` the SHA-256 of
    the source file it was built from by version `builder` of the builder. Blocks and sentences are in order; no
    sentence crosses a block.
    """

    text: str
    text_hash: str
    source_hash: str
    builder: int
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def block_index(self, position: int) -> int:
        """The number (from 0) of the block that holds `position`; a line feed belongs to the block it ends."""
        return max(0, bisect_right(self.blocks, position, key=_start) - 1)

    def paragraph(self, position: int) -> int:
        """The paragraph number that a reader sees, from 1."""
        return self.block_index(position) + 1

    def sentence_index(self, position: int) -> int:
        """The number (from 0) of the last sentence that begins at or before `position`; 0 if none does."""
        return max(0, bisect_right(self.sentences, position, key=_start) - 1)

    def sentences_touching(self, span: Span) -> Iterator[Sentence]:
        for index in range(self.sentence_index(span.start), len(self.sentences)):
            sentence = self.sentences[index]
            if sentence.start >= span.end:
                return
            if sentence.end > span.start:
                yield sentence

    def words_touching(self, span: Span) -> tuple[Span, ...]:
        """Every word with at least one code point in `span`, in order."""
        return tuple(
            word
            for sentence in self.sentences_touching(span)
            for word in sentence.tokens
            if word.end > span.start and word.start < span.end
        )


@dataclass(frozen=True, slots=True)
class Article:
    """What stands on the page: the head, which is not in the text, and the text."""

    name: str
    """The text's name in its lesson: "article", or "plain" for a plain-language version."""
    headline: str
    byline: str
    dateline: str
    language: str
    direction: Direction
    text: Text
