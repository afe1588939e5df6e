"""Carry characters through Python-Markdown that it would strip, expand or swallow."""

import re
from dataclasses import dataclass
from itertools import chain

ESCAPED_SPACE, ESCAPED_TAB = "\\ ", "\\\t"
_SPACES = (
    "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u202f\u205f\u3000"
)
_HIDDEN = (*_SPACES, ESCAPED_SPACE, ESCAPED_TAB)
_FENCED = re.compile(r"^(~{3,}|`{3,})[^\n]*\n(?:.*?\n)?\1 *$", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"[ \t]*(?:(?:>[ \t]*|(?:[*+-]|\d+\.|#{1,6}|\[\^[^\]\n]*\]:)[ \t]+))*")
_ESCAPE = re.compile(r"\\[^\n]")


@dataclass(frozen=True, slots=True)
class Disguise:
    """Private characters that a source does not use, one for each that must be hidden.

    Private ones, because Python-Markdown takes them for neither space nor letter. A backslash before a space or a tab
    keeps it, at the edge of a paragraph too.
    """

    by_original: dict[str, str]
    by_private: dict[str, str]

    @classmethod
    def for_source(cls, source: str) -> "Disguise":
        used = set(source)
        free = (
            mark for mark in map(chr, chain(range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))) if mark not in used
        )
        by_original = dict(zip(_HIDDEN, free, strict=False))
        return cls(by_original, {private: original for original, private in by_original.items()})

    def put_on(self, source: str) -> str:
        """`source` with all white space hidden but plain spaces, line feeds and the tabs that indent a line."""
        result = []
        done = 0
        for fence in _FENCED.finditer(source):
            result.append(self._lines(source[done : fence.start()]))
            result.append(self._spaces(fence[0]))
            done = fence.end()
        result.append(self._lines(source[done:]))
        return "".join(result)

    def take_off(self, text: str, *, in_code: bool = False) -> str:
        """What was hidden, back. In code a backslash is a backslash; elsewhere it has done its work."""
        for private, original in self.by_private.items():
            if private in text:
                text = text.replace(private, original if in_code else original[-1])
        return text

    def _lines(self, source: str) -> str:
        return "\n".join(map(self._line, source.split("\n")))

    def _line(self, line: str) -> str:
        indent = _INDENT.match(line)
        assert indent is not None, "it matches nothing too"
        rest = _ESCAPE.sub(lambda found: self.by_original.get(found[0], found[0]), line[indent.end() :])
        return indent[0].expandtabs(4) + self._spaces(rest)

    def _spaces(self, text: str) -> str:
        for space in _SPACES:
            if space in text:
                text = text.replace(space, self.by_original[space])
        return text
