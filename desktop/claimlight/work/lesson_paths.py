"""Find the lessons that a path means."""

from pathlib import Path

from claimlight.core.errors import LessonError
from claimlight.files.lesson_toml import NAME


def lesson_folders(path: Path) -> tuple[Path, ...]:
    """The lesson folder `path` (or its `lesson.toml`), or the lesson folders right in it, by name.

    Raises LessonError when there is none.
    """
    if path.name == NAME and path.is_file():
        return (path.parent,)
    if (path / NAME).is_file():
        return (path,)
    try:
        inside = sorted(child for child in path.iterdir() if (child / NAME).is_file())
    except NotADirectoryError:
        raise LessonError("not-a-lesson-folder", file=str(path)) from None
    except OSError as error:
        raise LessonError("file-unreadable", file=str(path), reason=error.strerror or str(error)) from None
    if not inside:
        raise LessonError("not-a-lesson-folder", file=str(path))
    return tuple(inside)
