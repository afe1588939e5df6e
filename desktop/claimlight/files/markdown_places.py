"""Find where in its Markdown each character of a canonical text was written.

A guess that reads along both, block by block: it is right for what people and our own readers write, and whoever
changes Markdown by it builds the text again to see that it was (see `work.cleaning`).
"""

import re
from collections.abc import Iterator

from claimlight.core.article import Block, BlockKind, Text
from claimlight.files.characters import replace_forbidden

NOWHERE = -1
_MOST_LINES = 200
"""Lines that are tried for the beginning of a block."""
_TARGET = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]")
_PICTURE = re.compile(r"!\[((?:\\.|[^\]\\])*)\](?:\([^()\n]*\)|\[[^\]\n]*\])?")
_MARGIN = re.compile(r"[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+|\[\^[^\]\n]*\]:[ \t]*|\|[ \t]*|#{1,6}[ \t]+)*")
_SPACE = re.compile(r"[ \t]*\n[ \t>]*")
_SKIPPED = frozenset("^*_`[]<>\\|~# \t")


def places_in(markdown: str, text: Text) -> list[int]:
    """For each code point of `text.text` the position in `markdown` of what it was written as.

    `NOWHERE` for the line feeds between blocks, and where the way was lost.
    """
    source, origin = _translated(markdown)
    reader = _Reader(source, text.text)
    places = [NOWHERE] * len(text.text)
    for block in text.blocks:
        for offset, place in enumerate(reader.block(block)):
            places[block.start + offset] = origin[place] if place != NOWHERE else NOWHERE
    return places


def _translated(markdown: str) -> tuple[str, list[int]]:
    """`markdown` as the builder reads it, and where each of its characters stands in `markdown`."""
    kept = [
        at
        for at, character in enumerate(markdown)
        if not (character == "\r" and markdown[at + 1 : at + 2] == "\n") and not (at == 0 and character == "\ufeff")
    ]
    source = replace_forbidden(markdown)
    assert len(source) == len(kept), "one for one, but for line ends and a byte order mark"
    return source, [*kept, len(markdown)]


class _Reader:
    """Reads along in the source; `at` is where the next block is looked for."""

    def __init__(self, source: str, text: str) -> None:
        self.source, self.text, self.at = source, text, 0
        self.pictures: list[tuple[int, int]] = []

    def block(self, block: Block) -> list[int]:
        words = self.text[block.start : block.end]
        if block.kind is BlockKind.CAPTION:
            return self._caption(words)
        for start in self._line_starts():
            self.pictures = []
            if (found := self._along(words, start)) is not None:
                self.at = found[-1] + 1
                return found
        return [NOWHERE] * len(words)

    def _caption(self, words: str) -> list[int]:
        """In the pictures that the last block went past, else in the next one."""
        seen = self.pictures or [found.span(1) for found in [_PICTURE.search(self.source, self.at)] if found]
        for start, end in seen:
            found = self._along(words, start)
            if found is not None and found[-1] < end:
                self.at = max(self.at, end)
                self.pictures = [place for place in self.pictures if place[0] > start]
                return found
        return [NOWHERE] * len(words)

    def _line_starts(self) -> Iterator[int]:
        at = self.at
        for _ in range(_MOST_LINES):
            margin = _MARGIN.match(self.source, at)
            assert margin is not None, "it matches nothing too"
            yield margin.end()
            if margin.end() > at and self.source[at : margin.end()].strip(" \t"):
                yield at
            at = self.source.find("\n", at) + 1
            if not at:
                return

    def _along(self, words: str, at: int) -> list[int] | None:
        found: list[int] = []
        for character in words:
            place = self._next(character, at, begun=bool(found))
            if place is None:
                return None
            found.append(place)
            at = self._after(place)
        return found

    def _next(self, character: str, at: int, *, begun: bool) -> int | None:
        """Where `character` is written, at or soon after `at`."""
        source = self.source
        while at < len(source):
            here = source[at]
            if here == "\\" and source[at + 1 : at + 2] == character and character != "\n":
                return at + 1
            if (picture := _PICTURE.match(source, at)) and character != "!":
                self.pictures.append(picture.span(1))
                at = picture.end()
            elif here == character:
                return at
            elif here in " \t\n" and begun and (broken := _SPACE.match(source, at)):
                if character in " \u2028":
                    return source.index("\n", at)
                at = broken.end()
            elif target := _TARGET.match(source, at):
                at = target.end()
            elif here in _SKIPPED or (character == "\t" and here == " "):
                if character == "\t" and here == "|":
                    return at
                at += 1
            else:
                return None
        return None

    def _after(self, place: int) -> int:
        """Behind what is written at `place`; a line feed takes the next line's margin along."""
        if self.source[place] == "\n":
            space = _SPACE.match(self.source, place)
            assert space is not None, "it begins with a line feed"
            return space.end()
        return place + 1
