"""What the command line does about keys: each opens what it needs, does one job, and closes it again."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.errors import LessonError, StoreError, WorkError
from claimlight.core.lesson import Lesson, Mode
from claimlight.handin.identity import public
from claimlight.handin.locked_keys import USUAL, Effort, lock
from claimlight.handin.school_key import SUFFIX as SCHOOL
from claimlight.handin.school_key import write_school_key as school_file
from claimlight.handin.secret import keys_of, new_secret
from claimlight.handin.words import mark
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from claimlight.work.class_commands import Ask, open_book, refuse_existing
from claimlight.work.released import opens_by_words, take_words
from claimlight.work.shelf import bring, bring_file, kept_key
from claimlight.work.teacher_keys import (
    change_passphrase,
    has_passphrase,
    recovery_page,
    remove_passphrase,
    restore_keys,
    set_passphrase,
    teacher_keys,
)


def write_recovery_page(data_folder: Path, file: Path, ask: Ask) -> None:
    with open_book(data_folder, ask) as book:
        _write_secret(file, recovery_page(book).encode())


@dataclass(frozen=True, slots=True)
class Restored:
    """The mark of the keys that are here again, and damaged files that may hold others unlocked."""

    mark: str
    left: tuple[Path, ...]


def restore_from_words(data_folder: Path, words: str, passphrase: str) -> Restored:
    with open_book(data_folder, locked=True) as book:
        left = restore_keys(book, words, passphrase)
        return Restored(mark(public(teacher_keys(book)).verify), left)


def change_lock(data_folder: Path, old: Ask, new: Ask | None) -> tuple[Path, ...]:
    """Lock the keys with what `new` gives, or, where it is None, with nothing."""
    with open_book(data_folder, locked=True) as book:
        if new is None:
            remove_passphrase(book, old())
            return ()
        if has_passphrase(book):
            return change_passphrase(book, old(), new())
        return set_passphrase(book, new())


def write_school_key(file: Path, name: str, passphrase: str, *, effort: Effort = USUAL) -> Path:
    """Write a school's locked key to `file`, and beside it the half for teachers, which is returned."""
    half = file.with_suffix(SCHOOL)
    for each in (file, half):
        refuse_existing(each)
    secret = new_secret()
    _write_secret(file, lock(secret, passphrase, effort))
    _write_secret(half, school_file(name, keys_of(secret)))
    return half


def open_by_words(data_folder: Path, lesson: str, words: str, hear: Callable[[StoreError], object]) -> str:
    """Open the answers to a homework by words; returns its title. Raises WorkError or LessonError."""
    with open_data_folder(data_folder) as folder, closing(open_workbook(folder)) as workbook:
        for concern in workbook.concerns:
            hear(concern)
        file = Path(lesson)
        found = bring_file(file, workbook) if file.is_file() else _homework(workbook, lesson)
        if not opens_by_words(found, workbook):
            raise LessonError("answers-not-by-words", lesson=found.title)
        return take_words(found, words, workbook).title


def _homework(workbook: Workbook, name: str) -> Lesson:
    """The homework of this slug, title or id that was opened here last. Raises WorkError."""
    kept = [card for card in workbook.lessons() if card.mode is Mode.HOMEWORK]
    lessons = [bring(kept_key(card.hash, card.mode), workbook) for card in kept]
    found = next((one for one in lessons if name in (one.slug, one.title, one.id)), None)
    if found is None:
        raise WorkError("homework-unknown", name=name, known=", ".join(one.slug for one in lessons) or "–")
    return found


def _write_secret(file: Path, raw: bytes) -> None:
    """For its owner's eyes only, and never over another file."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with open(descriptor, "wb") as stream:
            stream.write(raw)
    except FileExistsError:
        raise StoreError("file-is-there", file=file) from None
    except OSError as error:
        raise LessonError("file-not-written", file=file.name, reason=error.strerror or str(error)) from None
