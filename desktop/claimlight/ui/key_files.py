"""What is said when somebody opens a file that holds a key: it is named elsewhere, never opened."""

from pathlib import Path

from claimlight.wording import _

LOCKED, PUBLIC = ".claimkey", ".claimschool"


def about_key(path: Path) -> str:
    """What `path` is for, and who may have it."""
    if path.suffix.casefold() == LOCKED:
        words = _(
            "“{file}” is a school’s secret key, not a lesson. The school keeps it, for when a teacher’s computer is "
            "gone. It does not belong on students’ computers."
        )
    else:
        words = _(
            "“{file}” is for teachers: choose it as the school’s key when you make a class. Here it opens nothing."
        )
    return words.format(file=path.name)
