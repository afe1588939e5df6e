"""Look lessons over, one or a folder full of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimlight.files.finding import Finding
from claimlight.files.lesson_lint import check_lesson
from claimlight.work.lesson_paths import lesson_folders


@dataclass(frozen=True, slots=True)
class CheckedLesson:
    """A lesson and everything there is to say about it."""

    folder: Path
    findings: tuple[Finding, ...]


def check_lessons(paths: Iterable[Path]) -> tuple[CheckedLesson, ...]:
    """Every lesson that `paths` mean. Raises LessonError when one of them means none."""
    folders = [folder for path in paths for folder in lesson_folders(path)]
    return tuple(CheckedLesson(folder, check_lesson(folder)) for folder in folders)
