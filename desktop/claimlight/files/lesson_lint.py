"""Look a lesson folder over: is everything there, built and current, and do the answers keep the rules?"""

from collections.abc import Iterator
from pathlib import Path

from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.core.errors import ClaimlightError
from claimlight.files.codebook_file import codebook_path, read_codebook
from claimlight.files.finding import Finding, Severity, finding, finding_of
from claimlight.files.key_lint import KeyContext, key_findings
from claimlight.files.lesson_folder import labels_of
from claimlight.files.lesson_toml import NAME, LessonSheet, grades_of, sheet_from_toml
from claimlight.files.reading import MOST_ARTICLE_BYTES, decode, read_bytes
from claimlight.files.text_file import read_text


def check_lesson(folder: Path) -> tuple[Finding, ...]:
    """Everything there is to say about the lesson in `folder`; nothing when it is in order. Raises nothing."""
    try:
        sheet = sheet_from_toml(read_bytes(folder / NAME))
        codebook = read_codebook(codebook_path(sheet.codebook, folder))
        labels_of(sheet, codebook)
    except ClaimlightError as error:
        return (finding_of(error, NAME),)
    return tuple(_findings(folder, sheet, codebook))


def _findings(folder: Path, sheet: LessonSheet, codebook: Codebook) -> Iterator[Finding]:
    keys = [folder / f"{name}.key.json" for name in sheet.texts]
    if all(key.exists() for key in keys):
        yield from _sheet_findings(sheet)
    for name, key in zip(sheet.texts, keys, strict=True):
        yield from _text_findings(folder, name, sheet)
        text = _readable(folder / f"{name}.text.json")
        if not key.exists():
            yield finding("key-missing", key.name)
        elif text is not None:
            yield from key_findings(key, text, KeyContext(sheet, codebook, name))


def _sheet_findings(sheet: LessonSheet) -> Iterator[Finding]:
    """What a lesson with answers should say about itself; one without is still being written."""
    if not sheet.author:
        yield finding("author-missing", NAME, "author")
    if not sheet.licence:
        yield finding("licence-missing", NAME, "licence")
    if sheet.level and grades_of(sheet.level) is None:
        yield finding("level-unclear", NAME, "level", level=sheet.level)


def _text_findings(folder: Path, name: str, sheet: LessonSheet) -> Iterator[Finding]:
    """Whether `NAME.text.json` is what `build` makes of `NAME.md` today."""
    source, built = f"{name}.md", f"{name}.text.json"
    try:
        markdown = decode(read_bytes(folder / source, MOST_ARTICLE_BYTES), source)
        if not (folder / built).exists():
            yield finding("text-not-built", built, severity=Severity.ERROR, source=source)
            return
        yield from _stale(markdown, read_text(folder / built), sheet, source, built)
    except ClaimlightError as error:
        yield finding_of(error, source)


def _stale(markdown: str, text: Text, sheet: LessonSheet, source: str, built: str) -> Iterator[Finding]:
    from claimlight.files.markdown_text import BUILDER, build_text

    fresh = build_text(markdown, sheet.language, sheet.direction)
    if text.source_hash != fresh.source_hash:
        yield finding("text-stale", built, severity=Severity.ERROR, source=source)
    elif text.builder != BUILDER:
        yield finding("text-old-builder", built, severity=Severity.ERROR)
    elif text != fresh:
        yield finding("text-differs", built, severity=Severity.ERROR, source=source)
    if not any(sentence.bounds for sentence in fresh.sentences):
        yield finding("text-without-words", source, severity=Severity.ERROR)


def _readable(path: Path) -> Text | None:
    """The text, or None where `_text_findings` has already said why there is none."""
    try:
        return read_text(path)
    except ClaimlightError:
        return None
