"""Plain text and Markdown, in whatever encoding."""

import re

from claimlight.core.errors import LessonError
from claimlight.files.article_import.encodings import Decoded, decoded
from claimlight.files.article_import.source import Format, Remark, Source
from claimlight.files.plain_text import paragraphs, plain_markdown, wrapped_lines

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 100
"""A text has at most one control character in so many."""


def read_markdown(raw: bytes, file: str) -> Source:
    """Raises LessonError: no text."""
    read = _text(raw, file)
    return Source(Format.MARKDOWN, read.text, encoding=read.encoding, remarks=read.remarks)


def read_plain(raw: bytes, file: str) -> Source:
    """Raises LessonError: no text."""
    read = _text(raw, file)
    source = of_plain(read.text, Format.PLAIN)
    return Source(Format.PLAIN, source.markdown, encoding=read.encoding, remarks=(*read.remarks, *source.remarks))


def of_plain(text: str, format: Format = Format.PASTE) -> Source:
    """Text as it was pasted: its paragraphs, word for word."""
    remarks = (Remark("lines-joined"),) if wrapped_lines(text) else ()
    return Source(format, plain_markdown(paragraphs(text)), remarks=remarks)


def _text(raw: bytes, file: str) -> Decoded:
    read = decoded(raw)
    if len(_CONTROL.findall(read.text)) * _MOST_CONTROLS > len(read.text):
        raise LessonError("not-text", file=file)
    return read
