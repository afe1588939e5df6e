"""Begin a lesson of one's own: from pasted text, from an article file, or as a copy of another lesson."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from claimlight.core.draft import Parts
from claimlight.core.identity import NewId
from claimlight.files.characters import replace_forbidden
from claimlight.files.lesson_name import slug_of
from claimlight.files.plain_text import paragraphs
from claimlight.work.draft import SHEET, draft_of, values_text
from claimlight.work.draft_files import parts_of_lesson, renewed
from claimlight.work.import_article import import_article

LONGEST_TITLE = 80
"""Code points of a first line that is taken as the title."""
LONGEST_HEADLINE = 120
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"”’»)]*\Z")
_NO_MORE_WORDS = re.compile(r"\W+\Z")


def parts_of_article(file: Path, new_id: NewId, *, language: str = "en") -> Parts:
    """The parts of a new lesson with the article in `file`. Raises LessonError."""
    with TemporaryDirectory() as folder:
        report = import_article(file, Path(folder) / "lesson", language=language, new_id=new_id)
        return parts_of_lesson(report.folder)


def parts_of_copy(lesson: Path, new_id: NewId) -> Parts:
    """The parts of a lesson of one's own, made from the one at `lesson`, a folder or a file. Raises LessonError."""
    parts = dict(renewed(parts_of_lesson(lesson), new_id))
    values = json.loads(parts[SHEET])
    values.pop("audience", None)
    return {**parts, SHEET: values_text(values)}


def parts_of_paste(pasted: str, new_id: NewId, *, language: str = "en") -> Parts:
    """The parts of a new lesson with `pasted` as its article. Raises LessonError.

    A first line that stands alone and is no sentence is the headline, and stands over the text from then on; else the
    title is how the text begins.
    """
    headline, article = headline_and_rest(pasted)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text(article, encoding="utf-8", errors="replace", newline="")
        parts = parts_of_article(file, new_id, language=language)
    draft = draft_of(parts)
    title = headline or beginning(draft.text.text)
    return {**parts, SHEET: values_text({**draft.values, "title": title, "slug": slug_of(title)})}


def headline_and_rest(pasted: str) -> tuple[str, str]:
    """The headline of a pasted text, "" where it has none, and the rest of it."""
    pasted = replace_forbidden(pasted)
    whole = paragraphs(pasted)
    first = " ".join(whole[0].split()) if whole else ""
    if len(whole) < 2 or len(first) > LONGEST_HEADLINE or _ENDS_SENTENCE.search(first):
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
