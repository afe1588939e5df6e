"""Begin a lesson of one's own: from pasted text, from an article file, or as a copy of another lesson."""

import json
import re
from base64 import b64encode
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from claimlight.core.article import BlockKind, Direction
from claimlight.core.draft import Parts
from claimlight.core.errors import LessonError
from claimlight.core.identity import NewId
from claimlight.files.article_import.plain_reader import of_plain
from claimlight.files.article_import.source import Source
from claimlight.files.characters import replace_forbidden
from claimlight.files.lesson_name import slug_of
from claimlight.files.lesson_toml import FORMAT
from claimlight.files.markdown_text import build_text, direction_of
from claimlight.files.plain_text import paragraphs
from claimlight.wording import _
from claimlight.work.cleaning import Cleaning, Proposal, cleaned
from claimlight.work.draft import ARTICLE, SHEET, file_part, values_text
from claimlight.work.draft_files import parts_of_lesson, renewed

CODEBOOK = "news-basics"
LONGEST_TITLE = 80
"""Code points of a first line that is taken as the title."""
LONGEST_HEADLINE = 120
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"”’»)]*\Z")
_NO_MORE_WORDS = re.compile(r"\W+\Z")


def parts_of_cleaned(
    cleaning: Cleaning, accepted: Collection[Proposal], new_id: NewId, *, name: str = "", sharing: str = ""
) -> Parts:
    """The parts of a new lesson with what was looked over, cleaned as was accepted. Raises LessonError or TextError.

    Without a title of its own it takes its first heading, else `name`, else how it begins. `sharing` says whether the
    text may be shared outside the class.
    """
    source = cleaning.source
    markdown, _moved = cleaned(cleaning, accepted)
    language = source.language or cleaning.text.blocks[0].language
    text = build_text(markdown, language, Direction.LEFT_TO_RIGHT)
    if not any(sentence.bounds for sentence in text.sentences):
        raise LessonError("article-empty", file=name or _("the article"))
    heading = next((text[block.span] for block in text.blocks if block.kind is BlockKind.HEADING), "")
    title = " ".join((source.title or heading or name or beginning(text.text)).split())
    values: dict[str, object] = {
        "format": FORMAT,
        "id": new_id(),
        "slug": slug_of(title),
        "version": 1,
        "title": title,
        "author": "",
        "licence": "",
        "language": language,
        "codebook": CODEBOOK,
        "texts": ["article"],
        "direction": direction_of(text.text) or Direction.LEFT_TO_RIGHT,
    }
    told = {"byline": source.byline, "dateline": source.date, "sharing": sharing}
    values |= {field: words for field, words in told.items() if words}
    pictures = {file_part(each.name): b64encode(each.data).decode("ascii") for each in source.pictures}
    return {SHEET: values_text(values), ARTICLE: markdown, **pictures}


def pasted_source(pasted: str) -> Source:
    """An article as it was pasted; a first line that stands alone and is no sentence is its title."""
    headline, article = headline_and_rest(pasted)
    return replace(of_plain(article), title=headline)


def parts_of_copy(lesson: Path, new_id: NewId) -> Parts:
    """The parts of a lesson of one's own, made from the one at `lesson`, a folder or a file. Raises LessonError."""
    parts = dict(renewed(parts_of_lesson(lesson), new_id))
    values = json.loads(parts[SHEET])
    values.pop("audience", None)
    return {**parts, SHEET: values_text(values)}


def headline_and_rest(pasted: str) -> tuple[str, str]:
    """The headline of a pasted text, "" where it has none, and the rest of it."""
    pasted = replace_forbidden(pasted)
    whole = paragraphs(pasted)
    first = " ".join(whole[0].split()) if whole else ""
    if len(whole) < 2 or not first or len(first) > LONGEST_HEADLINE or _ENDS_SENTENCE.search(first):
        return "", pasted
    lines = pasted.split("\n")
    end = next(n for n, line in enumerate(lines) if line.strip()) + 1
    while end < len(lines) and " ".join(" ".join(lines[:end]).split()) != first:
        end += 1
    return first, "\n".join(lines[end:])


def beginning(text: str) -> str:
    """The first line of `text`, or as many of its words as a title can have."""
    line = " ".join(text.lstrip().split("\n", 1)[0].split())
    if len(line) <= LONGEST_TITLE:
        return line
    cut = line[: LONGEST_TITLE + 1].rsplit(" ", 1)[0][:LONGEST_TITLE]
    return _NO_MORE_WORDS.sub("", cut) + "…"
