"""Build lessons, one or a folder full of them; one that fails does not keep the others from being built."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.errors import ClaimlightError
from claimlight.files.lesson_folder import BuildReport, build_folder
from claimlight.work.lesson_paths import lesson_folders


@dataclass(frozen=True, slots=True)
class BuiltLesson:
    """A lesson and what was written, or why nothing was."""

    folder: Path
    outcome: BuildReport | ClaimlightError


def build_lessons(paths: Iterable[Path]) -> tuple[BuiltLesson, ...]:
    """Every lesson that `paths` mean. Raises LessonError when one of them means none."""
    folders = [folder for path in paths for folder in lesson_folders(path)]
    return tuple(map(_built, folders))


def _built(folder: Path) -> BuiltLesson:
    try:
        return BuiltLesson(folder, build_folder(folder))
    except ClaimlightError as error:
        return BuiltLesson(folder, error)
