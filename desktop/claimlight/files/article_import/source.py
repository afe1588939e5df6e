"""What a reader found in a file of another program: an article as it stands there, nothing cleaned."""

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    PASTE = "paste"
    MARKDOWN = "markdown"
    PLAIN = "plain"
    WEB_PAGE = "web-page"
    WORD = "word"
    PDF = "pdf"
    ODT = "odt"
    RTF = "rtf"
    EPUB = "epub"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that came with the article; `name` is the file it becomes beside the article."""

    name: str
    data: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader has to say about how it read: a code and what fills its sentence (see `wording.reading`)."""

    code: str
    params: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An article as its file tells it. What the file does not tell is empty.

    `markdown` says exactly what the file says; a Markdown file's is the file's own, to the last line end. `title`,
    `byline` and `date` may stand in it too. `language` is a code such as "en"; `encoding` names how the bytes of a text
    were read, and is empty for formats that say it themselves.
    """

    format: Format
    markdown: str
    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
    encoding: str = ""
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[Remark, ...] = ()
