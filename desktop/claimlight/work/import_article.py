"""Make a lesson folder from an article file, and say what could be cleaned. Only what was accepted is changed."""

import re
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.article import BlockKind, Direction, Text
from claimlight.core.errors import LessonError
from claimlight.files.article_import.source import Remark, Source
from claimlight.files.lesson_folder import build_folder
from claimlight.files.lesson_name import slug_of
from claimlight.files.lesson_toml import NAME, sheet_to_toml
from claimlight.files.markdown_text import build_text, direction_of
from claimlight.work.article_notices import Notice
from claimlight.work.cleaning import Proposal, cleaned, look_over
from claimlight.work.cleaning_kinds import Kind
from claimlight.work.read_article import read_article


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The folder that was made, the text as it came, what could be cleaned in it, and what to look at.

    The spans of proposals and notices are places in `text`.
    """

    folder: Path
    title: str
    text: Text
    proposals: tuple[Proposal, ...]
    accepted: tuple[Proposal, ...]
    notices: tuple[Notice, ...]
    remarks: tuple[Remark, ...]
    encoding: str


def import_article(
    file: Path,
    into: Path,
    *,
    language: str = "",
    accept: Collection[Kind] = (),
    read: Callable[[Path], Source] = read_article,
    new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
) -> ImportReport:
    """A new lesson folder `into` with the article in `file`, cleaned of the kinds in `accept`.

    `language` is the article's where its file does not say; without either it is English. Raises LessonError: the file
    cannot be read or holds no words; the folder already holds something.
    """
    _refuse_used(into)
    source = read(file)
    language = language or source.language or "en"
    cleaning = look_over(source, language)
    accepted = tuple(each for each in cleaning.proposals if each.kind in accept)
    markdown, _ = cleaned(cleaning, accepted)
    text = build_text(markdown, language, Direction.LEFT_TO_RIGHT) if accepted else cleaning.text
    if not any(sentence.bounds for sentence in text.sentences):
        raise LessonError("article-empty", file=file.name)
    title = _title(source, text, file)
    _write(into, markdown, _sheet(source, title, language, text, new_id()), source)
    return ImportReport(
        into, title, cleaning.text, cleaning.proposals, accepted, cleaning.notices, source.remarks, source.encoding
    )


def _refuse_used(folder: Path) -> None:
    try:
        used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise LessonError("file-unreadable", file=str(folder), reason=error.strerror or str(error)) from None
    if used:
        raise LessonError("folder-not-empty", folder=str(folder))


def _title(source: Source, text: Text, file: Path) -> str:
    """What the file calls itself, else the first heading, else the file's name in words."""
    heading = source.title or next((text[block.span] for block in text.blocks if block.kind is BlockKind.HEADING), "")
    words = re.sub(r"[\s_-]+", " ", heading or file.stem).strip() or "Article"
    return words[:1].upper() + words[1:]


def _sheet(source: Source, title: str, language: str, text: Text, id: str) -> str:
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
            **({"byline": source.byline} if source.byline else {}),
            **({"dateline": source.date} if source.date else {}),
        }
    )


def _write(folder: Path, markdown: str, sheet: str, source: Source) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "article.md").write_bytes(markdown.encode())
        (folder / NAME).write_bytes(sheet.encode())
        for picture in source.pictures:
            (folder / picture.name).write_bytes(picture.data)
    except OSError as error:
        raise LessonError("file-not-written", file=str(folder), reason=error.strerror or str(error)) from None
    build_folder(folder)
