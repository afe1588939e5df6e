"""Write plain text as Markdown that says exactly the same."""

import re

from claimlight.files.characters import replace_forbidden

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_WRAP = re.compile(r"[ \t]*\n[ \t]*")
_ANYWHERE = re.compile(r"[\\`*_\[<]")
_START = re.compile(r"#|>|~|[+-](?=[ \t-]|$)|(?<=\d)\.(?=[ \t]|$)")
_NUMBER = re.compile(r"\d*")


def paragraphs(plain: str) -> tuple[str, ...]:
    """The paragraphs of a plain text, each without line feeds.

    Blank lines (nothing but spaces and tabs) part them, and a line feed within one is one space: the text was wrapped.
    Where there is no blank line at all, each line is a paragraph. Spaces and tabs at a paragraph's edges are kept.
    """
    text = re.sub(r"\A(?:[ \t]*\n)+|(?:\n[ \t]*)+\Z", "", replace_forbidden(plain))
    parts = _BLANK_LINES.split(text)
    if len(parts) == 1:
        parts = text.split("\n")
    return tuple(_WRAP.sub(" ", part) for part in parts if part.strip(" \t"))


def wrapped_lines(plain: str) -> int:
    """How many line feeds within paragraphs `paragraphs` makes into spaces."""
    text = re.sub(r"\A(?:[ \t]*\n)+|(?:\n[ \t]*)+\Z", "", replace_forbidden(plain))
    parts = _BLANK_LINES.split(text)
    return sum(part.count("\n") for part in parts) if len(parts) > 1 else 0


def plain_markdown(parts: tuple[str, ...]) -> str:
    """Markdown whose canonical text is `parts` (paragraphs without line feeds) joined by line feeds."""
    return "\n\n".join(map(escaped, parts)) + "\n"


def escaped(paragraph: str) -> str:
    """Markdown for one paragraph without line feeds, each of its characters as it is."""
    lead = len(paragraph) - len(paragraph.lstrip(" \t"))
    core = paragraph.strip(" \t")
    trail = paragraph[lead + len(core) :]
    number = _NUMBER.match(core)
    first = number.end() if number else 0
    escaped = _ANYWHERE.sub(r"\\\g<0>", core)
    if start := _START.match(escaped, first):
        escaped = f"{escaped[: start.start()]}\\{escaped[start.start() :]}"
    return "".join(f"\\{space}" for space in paragraph[:lead]) + escaped + "".join(f"\\{space}" for space in trail)
