"""Find emphasis without losing a letter.

Python-Markdown 3.11 pairs asterisks and underscores by an algorithm of its own that drops words in some nestings
(`*a**b*c`) and applies what it remembers from one paragraph to the next. This is CommonMark's, left to right.
"""

import re
from dataclasses import dataclass
from re import Match
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

_RUN = re.compile(r"\*+|_+")
_WORD = re.compile(r"\w")


class Emphasis(InlineProcessor):
    """Turns all the emphasis in a line at once into one nameless element; what pairs with nothing stays literal."""

    def __init__(self) -> None:
        super().__init__("[*_]")

    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[Element, int, int]:
        return _element("span", _paired(data)), 0, len(data)


@dataclass(slots=True)
class _Run:
    """Asterisks or underscores side by side: how many there were, and how many have found no partner yet."""

    mark: str
    length: int
    left: int
    opens: bool
    closes: bool

    def pairs_with(self, closer: "_Run") -> bool:
        """CommonMark's rule of three keeps a run that opens and closes from pairing with just any other."""
        if self.mark != closer.mark:
            return False
        either = self.closes or closer.opens
        return not either or (self.length + closer.length) % 3 != 0 or self.length % 3 == 0


_Part = str | _Run | Element


def _paired(data: str) -> list[_Part]:
    """Words, elements, and the runs that are left over."""
    parts: list[_Part] = []
    openers: list[int] = []
    done = 0
    for found in _RUN.finditer(data):
        parts.append(data[done : found.start()])
        done = found.end()
        run = _run(found[0], data[max(0, found.start() - 1) : found.start()], data[done : done + 1])
        if run.closes:
            _close(run, parts, openers)
        if run.left:
            if run.opens:
                openers.append(len(parts))
            parts.append(run)
    parts.append(data[done:])
    return parts


def _run(piece: str, before: str, after: str) -> _Run:
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    if piece[0] == "_":
        opens = opens and not _WORD.match(before)
        closes = closes and not _WORD.match(after)
    return _Run(piece[0], len(piece), len(piece), opens, closes)


def _close(closer: _Run, parts: list[_Part], openers: list[int]) -> None:
    """Pair `closer` with the runs before it, innermost first."""
    while closer.left:
        found = next((at for at in reversed(openers) if _opener(parts[at]).pairs_with(closer)), None)
        if found is None:
            return
        opener = _opener(parts[found])
        used = min(2, opener.left, closer.left)
        element = _element("strong" if used == 2 else "em", parts[found + 1 :])
        opener.left -= used
        closer.left -= used
        keep = found + 1 if opener.left else found
        parts[keep:] = [element]
        openers[:] = [at for at in openers if at < keep]


def _opener(part: _Part) -> _Run:
    assert isinstance(part, _Run), "only runs open"
    return part


def _element(tag: str, parts: list[_Part]) -> Element:
    element = Element(tag)
    last: Element | None = None
    words: list[str] = []
    for part in parts:
        if isinstance(part, Element):
            _write(element, last, words)
            words = []
            element.append(part)
            last = part
        else:
            words.append(part if isinstance(part, str) else _literal(part))
    _write(element, last, words)
    return element


def _write(element: Element, last: Element | None, words: list[str]) -> None:
    if last is None:
        element.text = "".join(words)
    else:
        last.tail = "".join(words)


def _literal(run: _Run) -> str:
    """As Python-Markdown writes an escaped character, so that nothing takes it for emphasis again."""
    return f"\x02{ord(run.mark)}\x03" * run.left
