"""Keep the pictures that come with an article: those that are pictures by their first bytes, under limits."""

from collections.abc import Iterable

from claimlight.core.article import BlockKind
from claimlight.files.article_import.blocks import Paragraph
from claimlight.files.article_import.source import Picture

MOST_PICTURES = 30
MOST_PICTURE_BYTES = 8_000_000
MOST_TOGETHER = 24_000_000
_SMALLEST = 200
"""Bytes; smaller ones are spacers and counters."""
_SIGNS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))


class Pictures:
    """Gathers pictures and gives each its name beside the article: "picture-1.png", the same bytes the same name."""

    def __init__(self) -> None:
        self._names: dict[bytes, str] = {}

    def add(self, data: bytes) -> str:
        """The name of the file for `data`; empty where it is no picture, or too much."""
        if data in self._names:
            return self._names[data]
        ending = _ending(data)
        together = sum(map(len, self._names)) + len(data)
        if not ending or not _SMALLEST <= len(data) <= MOST_PICTURE_BYTES or together > MOST_TOGETHER:
            return ""
        if len(self._names) >= MOST_PICTURES:
            return ""
        self._names[data] = f"picture-{len(self._names) + 1}.{ending}"
        return self._names[data]

    def has(self, name: str) -> bool:
        return name in self._names.values()

    def shown_in(self, paragraphs: Iterable[Paragraph]) -> tuple[Picture, ...]:
        """Those that stand in `paragraphs`, with their captions."""
        captions = {each.address: each.words for each in paragraphs if each.kind is BlockKind.CAPTION}
        return tuple(Picture(name, data, captions[name]) for data, name in self._names.items() if name in captions)


def _ending(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((ending for sign, ending in _SIGNS if data.startswith(sign)), "")
