"""Make a lesson folder from an article file, and say what to look at. Not a character is changed."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.article import BlockKind, Direction, Span, Text
from claimlight.core.errors import LessonError
from claimlight.files.lesson_folder import build_folder
from claimlight.files.lesson_name import slug_of
from claimlight.files.lesson_toml import NAME, sheet_to_toml
from claimlight.files.markdown_text import build_text, direction_of
from claimlight.files.plain_text import paragraphs, plain_markdown, wrapped_lines
from claimlight.files.reading import MOST_ARTICLE_BYTES, decode, read_bytes
from claimlight.work.article_notices import Notice, notices_on

MARKDOWN_SUFFIXES = (".md", ".markdown")
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 100
"""A text has at most one control character in so many."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The folder that was made, what stands in it, and what to look at there."""

    folder: Path
    title: str
    text: Text
    notices: tuple[Notice, ...]

    @property
    def proposed_exclusions(self) -> tuple[Span, ...]:
        """Page leftovers, proposed as excluded zones of the answer key."""
        return next((notice.spans for notice in self.notices if notice.code == "leftovers"), ())


def import_article(
    file: Path, into: Path, *, language: str = "en", new_id: Callable[[], str] = lambda: str(uuid.uuid4())
) -> ImportReport:
    """A new lesson folder `into` with the article in `file` (Markdown by its suffix, else plain text).

    Raises LessonError: the file is too large, binary, no UTF-8 or without words; the folder already holds something.
    """
    _refuse_used(into)
    content = _article(file)
    is_markdown = file.suffix.lower() in MARKDOWN_SUFFIXES
    markdown = content if is_markdown else plain_markdown(paragraphs(content))
    text = build_text(markdown, language, Direction.LEFT_TO_RIGHT)
    if not any(sentence.bounds for sentence in text.sentences):
        raise LessonError("article-empty", file=file.name)
    title = _title(text, file)
    _write(into, markdown, _sheet(title, language, text, new_id()))
    wrapped = 0 if is_markdown else wrapped_lines(content)
    notices = (*notices_on(text), *((Notice("lines-joined"),) if wrapped else ()))
    return ImportReport(into, title, text, notices)


def _refuse_used(folder: Path) -> None:
    try:
        used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise LessonError("file-unreadable", file=str(folder), reason=error.strerror or str(error)) from None
    if used:
        raise LessonError("folder-not-empty", folder=str(folder))


def _article(file: Path) -> str:
    if not file.exists():
        raise LessonError("article-missing", file=str(file))
    raw = read_bytes(file, MOST_ARTICLE_BYTES)
    for mark, encoding in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            raise LessonError("other-encoding", file=file.name, encoding=encoding)
    content = decode(raw, file.name)
    if len(_CONTROL.findall(content)) * _MOST_CONTROLS > len(content):
        raise LessonError("not-text", file=file.name)
    return content


def _title(text: Text, file: Path) -> str:
    """The first heading, else the file's name in words."""
    heading = next((text[block.span] for block in text.blocks if block.kind is BlockKind.HEADING), "")
    words = re.sub(r"[\s_-]+", " ", heading or file.stem).strip() or "Article"
    return words[:1].upper() + words[1:]


def _sheet(title: str, language: str, text: Text, id: str) -> str:
    return sheet_to_toml(
        {
            "id": id,
            "slug": slug_of(title),
            "version": 1,
            "title": title,
            "author": "",
            "licence": "",
            "language": language,
            "direction": direction_of(text.text) or Direction.LEFT_TO_RIGHT,
            "codebook": "news-basics",
            "texts": ["article"],
        }
    )


def _write(folder: Path, markdown: str, sheet: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "article.md").write_bytes(markdown.encode())
        (folder / NAME).write_bytes(sheet.encode())
    except OSError as error:
        raise LessonError("file-not-written", file=str(folder), reason=error.strerror or str(error)) from None
    build_folder(folder)
