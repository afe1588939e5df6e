"""A teacher's laptop, students' laptops and a stick, as a test sees them: real files, real stores, no window."""

import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing, contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Span
from claimlight.core.attempt import Attempt, Person
from claimlight.core.history import Change, Edit
from claimlight.core.identity import new_id
from claimlight.core.lesson import Lesson, Mode
from claimlight.handin.drop_folder import DropFolder
from claimlight.store.classbook import Classbook, open_classbook
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from claimlight.work.class_folder import Prepared, prepare_beside
from claimlight.work.collect import Ask
from claimlight.work.hand_in import TakenIn, hand_in, take_in
from claimlight.work.shelf import bring, bring_file, kept_key
from claimlight.work.teaching import OneClass, give_out, make_class, prepare_stick


class Laptop:
    """A shared account, on which people do lessons by phrase."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook

    def person(self, name: str) -> Person:
        known = next((person for person in self.workbook.persons() if person.name in (name, "")), None)
        if known is None:
            return self.workbook.add_person(name)
        return known if known.name == name else self.workbook.rename_person(known, name)

    def does(self, name: str, file: Path, marks: Iterable[tuple[str, str]], *, sure: bool | None = None) -> Attempt:
        """`name` opens the lesson in `file`, marks phrases under labels, and finishes."""
        lesson = bring_file(file, self.workbook)
        attempt = self.workbook.open_attempt(self.person(name), lesson, "article", lesson.mode)
        for phrase, label in marks:
            one = replace(annotation(lesson, phrase, label), sure=sure)
            self.workbook.record(attempt, Change(new_id(), "highlight", (Edit(None, one),)))
        key = lesson.texts[0].key
        self.workbook.check(attempt, key.key_hash if key else "", last=True)
        return self.workbook.attempt(attempt.id)

    def hands_in(self, drop: DropFolder) -> int:
        return len(hand_in(self.workbook, drop))

    def takes_in(self, drop: DropFolder) -> TakenIn:
        return take_in(self.workbook, drop)

    def lesson(self, attempt: Attempt) -> Lesson:
        """The lesson of an attempt as the shelf brings it now."""
        return bring(kept_key(attempt.lesson_hash, attempt.mode), self.workbook)


@contextmanager
def laptop(folder: Path):
    with open_data_folder(folder) as data:
        workbook = open_workbook(data)
        try:
            yield Laptop(workbook)
        finally:
            workbook.close()


@contextmanager
def teacher(folder: Path):
    with open_data_folder(folder) as data:
        book = open_classbook(data)
        try:
            yield book
        finally:
            book.close()


def class_with(book: Classbook, names: Iterable[str] = ("Ada", "Ben"), **said: object) -> OneClass:
    return make_class(book, "7b", names, **said)


def given(book: Classbook, folder: Path, mode: Mode, into: Path, **said: object) -> Path:
    """The lesson in `folder` as a file for students."""
    path = into / f"{folder.name}-{mode}.claimlesson"
    path.write_bytes(give_out(book, folder, mode, **said))
    return path


def stick(place: Path, to: OneClass) -> DropFolder:
    place.mkdir(exist_ok=True)
    return prepare_stick(place, to)


def asked(book: Classbook) -> Ask:
    """The classbook's owner answers at once."""
    return lambda what: what(book)


def prepared(book: Classbook, class_id: str, place: Path) -> Prepared:
    """A stick with the class as it is now, its lessons, and the answers that were let go."""
    return prepare_beside(asked(book), class_id, place)


def annotation(lesson: Lesson, phrase: str, label: str) -> Annotation:
    text = lesson.texts[0].article.text
    start = text.text.index(phrase)
    span = Span(start, start + len(phrase))
    return Annotation(new_id(), label, span, quote_of(text, span))


def everything_in(folder: Path) -> bytes:
    """All bytes of all files in `folder`, of what zips among them hold, and of zips that are kept in stores."""
    found: list[bytes] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found.append(path.read_bytes())
            blobs = _blobs(path) if path.name.endswith(".db") else [found[-1]]
            found += [member for blob in blobs for member in _unzipped(blob)]
    return b"\n".join(found)


def _blobs(path: Path) -> list[bytes]:
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for table in tables for row in db.execute(f"SELECT * FROM {table}")]  # noqa: S608
    return [value for row in rows for value in row if isinstance(value, bytes)]


def _unzipped(raw: bytes) -> list[bytes]:
    if not raw.startswith(b"PK"):
        return []
    with zipfile.ZipFile(BytesIO(raw)) as bundle:
        return [bundle.read(name) for name in bundle.namelist()]
