"""What the command line writes of a class: its marks, one student's data, and what the end of term takes away."""

from collections.abc import Sequence
from pathlib import Path

from claimlight.files.reading import read_bytes
from claimlight.work.class_commands import Ask, open_book, refuse_existing, write
from claimlight.work.exports import Exported, Form, ToFill, export, gradebook
from claimlight.work.student_data import student_zip
from claimlight.work.term_end import Ended, end_class, find_student, forget_student


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


def export_one_student(data_folder: Path, class_name: str, student: str, file: Path) -> str:
    """Write all that is kept of one student to `file`, which must be new; returns the name."""
    refuse_existing(file)
    with open_book(data_folder, locked=True) as book:
        found = find_student(book, class_name, student)
        raw = student_zip(book, found)
    write(file, raw)
    return found.name


def forget_one_student(data_folder: Path, class_name: str, student: str, ask: Ask, *, sure: bool) -> Ended:
    with open_book(data_folder, ask) as book:
        return forget_student(book, class_name, student, sure=sure)


def end_one_class(data_folder: Path, class_name: str, copy: Path | None, *, sure: bool, no_copy: bool) -> Ended:
    """Delete a class, once a copy is proven or none is wanted. Raises WorkError, StoreError."""
    if copy is not None:
        refuse_existing(copy)
    with open_book(data_folder, locked=True) as book:
        return end_class(book, class_name, copy, sure=sure, no_copy=no_copy)
