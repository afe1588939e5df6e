"""Look a lesson folder over: is everything there, built and current, and do the answers keep the rules?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Lesson
from claimlight.files.codebook_file import codebook_path, read_codebook
from claimlight.files.finding import Finding, Severity, finding, finding_of
from claimlight.files.key_lint import KeyContext, key_findings
from claimlight.files.lesson_facts import TextFacts, facts_of_answers, facts_of_text
from claimlight.files.lesson_folder import labels_of, read_lesson
from claimlight.files.lesson_toml import NAME, LessonSheet, grades_of, sheet_from_toml
from claimlight.files.reading import MOST_ARTICLE_BYTES, decode, read_bytes
from claimlight.files.review_lint import review_findings
from claimlight.files.second_key import NAME as SECOND
from claimlight.files.second_key import TEXT, second_agreement
from claimlight.files.text_file import read_text
from claimlight.grading.gaming import Ploy
from claimlight.grading.key_agreement import LEAST_F1, KeyAgreement
from claimlight.wording.lesson_facts import grade_text

MOST_GRADES_OFF = 2
"""By how many grades a text may be harder or easier than its lesson's level says."""
PLAIN = "plain"
_GAMES = {
    Ploy.SENTENCES: "game-sentences",
    Ploy.PARAGRAPHS: "game-paragraphs",
    Ploy.NUMBERS: "game-numbers",
    Ploy.QUOTATIONS: "game-quotations",
    Ploy.BY_LOOKS: "game-by-looks",
    Ploy.ONE_LABEL: "game-one-label",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """Everything there is to say about a lesson, and what it is like; no facts where it cannot be read at all."""

    findings: tuple[Finding, ...]
    facts: tuple[TextFacts, ...] = ()


def check_lesson(folder: Path) -> Looked:
    """Look over the lesson in `folder`; no findings when it is in order. Raises nothing."""
    try:
        sheet = sheet_from_toml(read_bytes(folder / NAME))
        codebook = read_codebook(codebook_path(sheet.codebook, folder))
        labels_of(sheet, codebook)
    except ClaimlightError as error:
        return Looked((finding_of(error, NAME),))
    found = [*_findings(folder, sheet, codebook)]
    facts = tuple(_facts(folder, sheet, found))
    return Looked((*found, *(each for one in facts for each in facts_findings(one, sheet, codebook))), facts)


def _findings(folder: Path, sheet: LessonSheet, codebook: Codebook) -> Iterator[Finding]:
    keys = [folder / f"{name}.key.json" for name in sheet.texts]
    if all(key.exists() for key in keys):
        yield from sheet_findings(sheet)
        yield from review_findings(folder, sheet)
    for name, key in zip(sheet.texts, keys, strict=True):
        yield from _text_findings(folder, name, sheet)
        text = _readable(folder / f"{name}.text.json")
        if not key.exists():
            yield finding("key-missing", key.name)
        elif text is not None:
            yield from key_findings(key, text, KeyContext(sheet, codebook, name))


def sheet_findings(sheet: LessonSheet) -> Iterator[Finding]:
    """What a lesson with answers should say about itself; one without is still being written."""
    if not sheet.author:
        yield finding("author-missing", NAME, "author")
    if not sheet.licence:
        yield finding("licence-missing", NAME, "licence")
    if sheet.level and grades_of(sheet.level) is None:
        yield finding("level-unclear", NAME, "level", level=sheet.level)


def _facts(folder: Path, sheet: LessonSheet, found: list[Finding]) -> Iterator[TextFacts]:
    """What each text is like; a second key that cannot be read is added to what was `found`."""
    try:
        lesson = read_lesson(folder)
    except ClaimlightError:
        for name in sheet.texts:
            text = _readable(folder / f"{name}.text.json")
            if text is not None:
                yield facts_of_text(name, text, sheet.language)
        return
    for each in lesson.texts:
        name = each.article.name
        if each.key is None:
            yield facts_of_text(name, each.article.text, lesson.language)
            continue
        facts = facts_of_answers(lesson, name)
        yield replace(facts, second=_second(folder, lesson, found)) if name == TEXT else facts


def _second(folder: Path, lesson: Lesson, found: list[Finding]) -> KeyAgreement | None:
    try:
        return second_agreement(folder, lesson)
    except ClaimlightError as error:
        found.append(finding_of(error, SECOND))
        return None


def facts_findings(facts: TextFacts, sheet: LessonSheet, codebook: Codebook) -> Iterator[Finding]:
    """A text much harder or easier than its level, and strategies that pay. A plain version is meant to be easier."""
    if facts.played is None:
        return
    grades = grades_of(sheet.level)
    off = facts.level.off(grades.first, grades.last) if facts.level and grades else 0
    if facts.level and off > MOST_GRADES_OFF and facts.name != PLAIN:
        measured = grade_text(facts.level.first, facts.level.last)
        yield finding("level-off", NAME, "level", level=sheet.level, measured=measured, text=f"{facts.name}.md")
    if facts.second and not facts.second.clear:
        yield finding(
            "keys-disagree", SECOND, f1=f"{facts.second.f1:.2f}", least=f"{LEAST_F1:.2f}", other=f"{TEXT}.key.json"
        )
    for ploy, code in _GAMES.items():
        paying = [one for one in facts.played if one.ploy is ploy and one.pays]
        if paying:
            most = max(paying, key=lambda one: one.score)
            names = ", ".join(label.short.lower() for label in codebook.labels if label.id in most.labels)
            file = f"{facts.name}.key.json"
            yield finding(code, file, labels=names, score=most.percent, limit=str(most.limit))


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
