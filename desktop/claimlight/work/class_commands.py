"""What the command line does with a teacher's classbook: it is opened, one job is done, and it is closed again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.errors import ClaimlightError, LessonError, StoreError, WorkError
from claimlight.core.lesson import Mode
from claimlight.files.reading import read_bytes
from claimlight.files.rosters.roster import Roster
from claimlight.handin.drop_folder import open_drop
from claimlight.handin.identity import Keys
from claimlight.handin.locked_keys import read_locked
from claimlight.handin.locked_keys import unlock as unlock_keys
from claimlight.handin.school_key import read_school_key
from claimlight.handin.secret import keys_of
from claimlight.handin.words import secret_words
from claimlight.store.classbook import Classbook, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.work.collect import Collected, collect
from claimlight.work.give_back import give_back
from claimlight.work.pack import pack
from claimlight.work.results import MISSING, as_csv, as_json, results
from claimlight.work.rosters import read_roster
from claimlight.work.substitute import take_over
from claimlight.work.teacher_keys import Safety, safety, unlock
from claimlight.work.teaching import find_class, give_out, make_class, prepare_stick

COLLEAGUE = "colleague"

Ask = Callable[[], str]
"""Gives a passphrase when it is needed, or raises WorkError where there is nobody to ask."""


def pack_lesson(
    data_folder: Path, lesson: Path, file: Path, mode: str, class_name: str | None, ask: Ask, *, words: bool = False
) -> str:
    """Write the lesson to `file`, which must be new; returns the words that open its answers, or ""."""
    refuse_existing(file)
    if mode == COLLEAGUE:
        pack(lesson, file, colleague=True)
        return ""
    said = secret_words() if words and mode == Mode.HOMEWORK else ""
    with open_book(data_folder, ask) as book:
        to = None if class_name is None else find_class(book, class_name)
        write(file, give_out(book, lesson, Mode(mode), words=said, to=to))
    return said


@dataclass(frozen=True, slots=True)
class NewClass:
    """What a class is begun with: a list of names (and which of those in it), a date, a stick to prepare, and schools'
    files."""

    name: str
    names: Path | None = None
    group: str | None = None
    ends: str = ""
    stick: Path | None = None
    also: tuple[Path, ...] = ()
    asks_sure: bool = False
    asks_time: bool = False


def begin_class(data_folder: Path, file: Path, new: NewClass, ask: Ask) -> Roster:
    """Begin a class, write its file and perhaps prepare a stick; returns the list, with what is to be said of it."""
    refuse_existing(file)
    roster = Roster(()) if new.names is None else read_roster(new.names, new.group)
    ids = {entry.name: entry.school_id for entry in roster.entries}
    also = [read_school_key(read_bytes(path), path.name).owner for path in new.also]
    with open_book(data_folder, ask) as book:
        made = make_class(
            *(book, new.name, ids),
            school_ids=ids,
            ends=new.ends,
            also=also,
            asks_time=new.asks_time,
            asks_sure=new.asks_sure,
        )
        write(file, made.file)
        if new.stick is not None:
            prepare_stick(new.stick, made)
    return roster


@dataclass(frozen=True, slots=True)
class School:
    """A school's key file, lessons to grade by, and who hears why one of them cannot be used."""

    key: Path
    lessons: tuple[Path, ...]
    hear: Callable[[ClaimlightError], object]


def collect_from(
    data_folder: Path, folder: Path, class_name: str, ask: Ask, school: School | None = None
) -> tuple[Collected, tuple[str, ...]]:
    """What came of collecting, and the names on the list from whom nothing has come."""
    keys = None if school is None else school_keys(school.key, ask)
    with open_book(data_folder, ask, locked=keys is not None) as book:
        if school is not None and keys is not None:
            _, refused = take_over(book, open_drop(folder), keys, school.lessons)
            for error in refused:
                school.hear(error)
        found = collect(book, folder, class_name, keys=keys)
        missing = (row.student for row in results(book, class_name).rows if row.note == MISSING)
        return found, tuple(missing)


def results_of(data_folder: Path, class_name: str, lesson: str | None, report: str) -> str:
    with open_book(data_folder, locked=True) as book:
        found = results(book, class_name, lesson)
    return as_json(found) if report == "json" else as_csv(found)


def give_back_to(
    data_folder: Path, folder: Path, class_name: str, lesson: str | None, ask: Ask, key: Path | None = None
) -> int:
    """Write marks into the prepared `folder`; returns how many. `key` is a school's key file."""
    keys = None if key is None else school_keys(key, ask)
    with open_book(data_folder, ask, locked=keys is not None) as book:
        return give_back(book, open_drop(folder), class_name, lesson, keys=keys)


def school_keys(file: Path, ask: Ask) -> Keys:
    """The keys in a school's file. Raises WorkError."""
    locked = read_locked(read_bytes(file), file.name)
    return keys_of(unlock_keys(locked, ask(), file.name))


def nobody_to_ask() -> str:
    raise WorkError("passphrase-needed")


@contextmanager
def open_book(data_folder: Path, ask: Ask = nobody_to_ask, *, locked: bool = False) -> Iterator[Classbook]:
    """The classbook of a folder, its keys open: a passphrase is asked for where there is one, unless it may stay
    `locked`."""
    with open_data_folder(data_folder) as folder:
        book = open_classbook(folder)
        try:
            if not locked and safety(book) is Safety.LOCKED:
                unlock(book, ask())
            yield book
        finally:
            book.close()


def refuse_existing(file: Path) -> None:
    if file.exists():
        raise StoreError("file-is-there", file=file)


def write(file: Path, raw: bytes) -> None:
    try:
        file.write_bytes(raw)
    except OSError as error:
        raise LessonError("file-not-written", file=file.name, reason=error.strerror or str(error)) from None
