"""What WebAnno TSV writes instead of characters that mean something there."""

import re

_TEXT = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b", "\\": "\\"}
_TEXT_BACK = {letter: character for character, letter in _TEXT.items()}
_TEXT_RESERVED = re.compile(r"[\x00-\x0a\x0c-\x1f\\]")
_VALUE = {"\t": "t", "\n": "n", "\r": "r"}
_VALUE_BACK = {letter: character for character, letter in _VALUE.items()}
_VALUE_RESERVED = re.compile(r"->|[\\\[\]|_;\t\n\r*]")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_PIECE = re.compile(r"((?:\\.|[^\\|])*)\|", re.DOTALL)


def escape_text(text: str) -> str:
    """For the lines of sentences and the words of rows."""
    return _TEXT_RESERVED.sub(lambda found: "\\" + _TEXT.get(found[0], found[0]), text)


def unescape_text(text: str) -> str:
    """A backslash before anything that needs none stays."""
    return _ESCAPED.sub(lambda found: _TEXT_BACK.get(found[1], found[1] if found[1] < " " else found[0]), text)


def escape_value(value: str) -> str:
    return _VALUE_RESERVED.sub(lambda found: "\\" + _VALUE.get(found[0], found[0]), value)


def unescape_value(value: str) -> str:
    return _ESCAPED.sub(lambda found: _VALUE_BACK.get(found[1], found[1]), value)


def stacked(column: str) -> tuple[str, ...]:
    """The values of a column, still escaped; none where it has a lone underscore."""
    return () if column == "_" else tuple(_PIECE.findall(f"{column}|"))
