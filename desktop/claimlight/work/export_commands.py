"""What the command line writes of a class: its marks, one student's data, and what the end of term takes away."""

from collections.abc import Sequence
from pathlib import Path

from claimlight.files.reading import read_bytes
from claimlight.work.class_commands import open_book, refuse_existing, write
from claimlight.work.exports import Exported, Form, ToFill, export, gradebook


def export_marks(
    data_folder: Path,
    class_name: str,
    lessons: Sequence[str],
    form: Form,
    file: Path,
    fill: Path | None = None,
    columns: Sequence[str] = (),
) -> Exported:
    """Write the marks to `file`, which must be new. Raises a ClaimlightError."""
    refuse_existing(file)
    given = None if fill is None else ToFill(read_bytes(fill), fill.name, tuple(columns))
    with open_book(data_folder, locked=True) as book:
        done = export(gradebook(book, class_name, lessons), form, given)
    write(file, done.raw)
    return done
