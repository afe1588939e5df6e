"""What the command line does with a teacher's classbook: it is opened, one job is done, and it is closed again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimlight.core.errors import LessonError, StoreError
from claimlight.core.lesson import Mode
from claimlight.files.reading import decode, read_bytes
from claimlight.handin.drop_folder import open_drop
from claimlight.handin.words import secret_words
from claimlight.store.classbook import Classbook, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.work.collect import Collected, collect
from claimlight.work.give_back import give_back
from claimlight.work.pack import pack
from claimlight.work.results import MISSING, as_csv, as_json, results
from claimlight.work.teaching import find_class, give_out, make_class, prepare_stick

COLLEAGUE = "colleague"


def pack_lesson(
    data_folder: Path, lesson: Path, file: Path, mode: str, class_name: str | None, *, words: bool = False
) -> str:
    """Write the lesson to `file`, which must be new; returns the words that open its answers, or ""."""
    _refuse_existing(file)
    if mode == COLLEAGUE:
        pack(lesson, file, colleague=True)
        return ""
    said = secret_words() if words and mode == Mode.HOMEWORK else ""
    with _classbook(data_folder) as book:
        to = None if class_name is None else find_class(book, class_name)
        _write(file, give_out(book, lesson, Mode(mode), words=said, to=to))
    return said


def begin_class(data_folder: Path, name: str, file: Path, names: Path | None, ends: str, stick: Path | None) -> int:
    """Begin a class, write its file and, with `stick`, prepare that; returns how many names are on the list."""
    _refuse_existing(file)
    roster = [] if names is None else decode(read_bytes(names), names.name).removeprefix("\ufeff").splitlines()
    with _classbook(data_folder) as book:
        made = make_class(book, name, roster, ends=ends)
        _write(file, made.file)
        if stick is not None:
            prepare_stick(stick, made)
    return len(made.students.roster)


def collect_from(data_folder: Path, folder: Path, class_name: str) -> tuple[Collected, tuple[str, ...]]:
    """What came of collecting, and the names on the list from whom nothing has come."""
    with _classbook(data_folder) as book:
        found = collect(book, folder, class_name)
        missing = (row.student for row in results(book, class_name).rows if row.note == MISSING)
        return found, tuple(missing)


def results_of(data_folder: Path, class_name: str, lesson: str | None, report: str) -> str:
    with _classbook(data_folder) as book:
        found = results(book, class_name, lesson)
    return as_json(found) if report == "json" else as_csv(found)


def give_back_to(data_folder: Path, folder: Path, class_name: str, lesson: str | None) -> int:
    """Write marks into the prepared `folder`; returns how many."""
    with _classbook(data_folder) as book:
        return give_back(book, open_drop(folder), class_name, lesson)


@contextmanager
def _classbook(data_folder: Path) -> Iterator[Classbook]:
    with open_data_folder(data_folder) as folder:
        book = open_classbook(folder)
        try:
            yield book
        finally:
            book.close()


def _refuse_existing(file: Path) -> None:
    if file.exists():
        raise StoreError("file-is-there", file=file)


def _write(file: Path, raw: bytes) -> None:
    try:
        file.write_bytes(raw)
    except OSError as error:
        raise LessonError("file-not-written", file=file.name, reason=error.strerror or str(error)) from None
