"""Look lessons over, one or a folder full of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimlight.files.finding import Finding
from claimlight.files.lesson_facts import TextFacts
from claimlight.files.lesson_lint import check_lesson
from claimlight.wording.lesson_facts import (
    answers_text,
    gaming_text,
    level_text,
    lone_items_text,
    no_level_text,
    second_key_text,
    words_text,
)
from claimlight.work.lesson_paths import lesson_folders


@dataclass(frozen=True, slots=True)
class CheckedLesson:
    """A lesson and everything there is to say about it."""

    folder: Path
    findings: tuple[Finding, ...]
    facts: tuple[str, ...] = ()
    """One line for each text: its words, its reading level and, where it has answers, what they make of it."""
    differences: tuple[str, ...] = ()
    """One line for each item that only one of two keys requires."""


def check_lessons(paths: Iterable[Path]) -> tuple[CheckedLesson, ...]:
    """Every lesson that `paths` mean. Raises LessonError when one of them means none."""
    folders = [folder for path in paths for folder in lesson_folders(path)]
    return tuple(map(_checked, folders))


def _checked(folder: Path) -> CheckedLesson:
    looked = check_lesson(folder)
    differences = tuple(line for each in looked.facts if each.second for line in lone_items_text(each.second))
    return CheckedLesson(folder, looked.findings, tuple(map(_line, looked.facts)), differences)


def _line(facts: TextFacts) -> str:
    level = facts.level
    parts = [
        words_text(facts.words),
        level_text(level.first, level.last, level.formula) if level else no_level_text(),
    ]
    if facts.played is not None:
        parts += [answers_text(facts.answers, facts.free), gaming_text(facts.best)]
    if facts.second is not None:
        parts.append(second_key_text(facts.second))
    return f"{facts.name}.md: {'; '.join(parts)}"
