"""Read the text that annotations of other tools are on, exactly as it stands in its file."""

from pathlib import Path

from claimlight.core.article import Sentence, Text
from claimlight.core.digest import sha256_hex
from claimlight.core.tokens import sentences
from claimlight.files.reading import MOST_ARTICLE_BYTES, decode, read_bytes


def read_text(path: Path, language: str = "en") -> Text:
    """The text in `path`: UTF-8, no line end translated, no byte order mark dropped; sentences found line by line.

    Raises LessonError.
    """
    return text_of(decode(read_bytes(path, MOST_ARTICLE_BYTES), path.name), language)


def text_of(content: str, language: str = "en") -> Text:
    """`content` as a text without blocks."""
    found: list[Sentence] = []
    start = 0
    for line in content.split("\n"):
        found += sentences(line, start, language)
        start += len(line) + 1
    return Text(content, sha256_hex(content.encode()), "", 0, (), tuple(found))
