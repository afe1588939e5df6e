"""Collect what a class has handed in: open, prove, keep and grade each file, and write a slip for it.

Fifty works are one transaction. A slip is written only after its work is on the teacher's disk. What cannot be used is
set aside with the reason, and the rest goes on; nothing is ever deleted, and collecting twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from os.path import basename, isfile, join
from pathlib import Path
from typing import Protocol, TypeVar

from claimlight.core.annotation import Annotation
from claimlight.core.article import Text
from claimlight.core.digest import sha256_hex
from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.grading.grade import Grade, grade_prepared
from claimlight.handin.class_file import ClassFile
from claimlight.handin.drop_folder import SLIPS, WORK, listed, open_drop, put_lightly, read_file, set_aside
from claimlight.handin.identity import Keys, public
from claimlight.handin.slip import SUFFIX as SLIP_SUFFIX
from claimlight.handin.slip import Slip, write_slip
from claimlight.handin.submission import SUFFIX, Head, Opened, Submission, head_of, read_submission
from claimlight.handin.travel_file import MOST_BYTES
from claimlight.store.classbook import Classbook
from claimlight.store.classes import Received
from claimlight.wording.errors import say
from claimlight.work.answers_now import LessonsNow, lesson_now
from claimlight.work.known_facts import facts_of, keep_facts
from claimlight.work.overrides import decided, worths
from claimlight.work.teacher_keys import teacher_keys
from claimlight.work.teaching import find_class

AT_ONCE = 50
_STAYS = ("work-of-unknown-lesson", "travel-unreadable", "travel-newer")
"""What may be usable another time stays where it is."""

Progress = Callable[[int, int], None]
"""Is told how many files have been looked at, and how many there are."""
Answer = TypeVar("Answer")


class Ask(Protocol):
    """Has the owner of the classbook do something with it: a store belongs to one thread."""

    def __call__(self, what: Callable[[Classbook], Answer]) -> Answer: ...


@dataclass(slots=True)
class Collected:
    """What came of it: how many works are new, were known already, belong to another class; and what was set aside."""

    new: int = 0
    known: int = 0
    others: int = 0
    aside: list[tuple[str, ClaimlightError]] = field(default_factory=list)
    cancelled: bool = False
    openly: list[str] = field(default_factory=list)
    """Who did a lesson with the answers in sight that is set so that they come later, by name; once for each work."""


def collect(
    classbook: Classbook,
    folder: Path,
    name: str,
    *,
    keys: Keys | None = None,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Collected:
    """Collect from `folder` for the class of this name or id: a prepared folder, the place it is in, or any other.

    `keys` are a school's, where its substitute collects; else the teacher's. Before each file `cancelled` is asked;
    what was collected until then stays. Raises WorkError, StoreError.
    """

    def ask(what: Callable[[Classbook], Answer]) -> Answer:
        return what(classbook)

    return collect_beside(ask, (folder,), name, keys=keys, progress=progress, cancelled=cancelled)


def collect_beside(
    ask: Ask,
    sources: Iterable[Path],
    name: str,
    *,
    keys: Keys | None = None,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Collected:
    """Collect from folders and single files, away from whoever has the classbook, who answers what is asked.

    Once `cancelled` says so, no further file is looked at; what was collected until then stays.
    """
    collector = ask(lambda classbook: _collector(classbook, name, ask, keys))
    report = collector.report
    found = _found(sources)
    if any(place.slips for place in found):
        ask(lambda classbook: classbook.class_lessons.begin_collecting(collector.class_id))
    total = sum(place.amount for place in found)
    counted = count(1)
    progress(0, total)

    def one_by_one(place: _Found) -> Iterator[str]:
        try:
            for path in place.each():
                if cancelled():
                    report.cancelled = True
                    return
                yield path
                done = next(counted)
                progress(done, max(done, total))
        except WorkError as error:  # the folder is gone
            report.aside.append((place.name, error))

    for place in found:
        paths = one_by_one(place)
        while collector.take(islice(paths, AT_ONCE), place):
            continue
        if report.cancelled:
            break
    return report


@dataclass(frozen=True, slots=True)
class _Found:
    """Files of one source: how many there are, and each in turn, never all at once: there may be a hundred thousand.

    Where no folder was prepared no slips are written; single files stay where they are.
    """

    name: str
    amount: int
    each: Callable[[], Iterable[str]]
    slips: Path | None = None
    tidies: bool = True


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file that was looked at; `id` is that of the work in it."""

    path: str
    id: str
    hash: str


@dataclass(frozen=True, slots=True)
class _File:
    """A file that says it is work of the class; `raw` until it was opened."""

    path: str
    head: Head
    raw: bytes
    hash: str


def _collector(classbook: Classbook, name: str, ask: Ask, given: Keys | None) -> _Collector:
    """For the class of this name or id, and those that its students were moved to."""
    to = find_class(classbook, name).students
    keys = given or teacher_keys(classbook)
    if public(keys).seal not in to.readers:  # else all of it would be set aside as somebody else's
        raise WorkError("class-of-other-keys", name=to.name)
    moved = {left: new for left, new in classbook.class_work.left(to.id).items() if new}
    who = classbook.class_work.known_as(to.id)
    homes = {person: moved[known_as] for person, known_as in who.items() if known_as in moved}
    return _Collector(ask, to, keys, tuple(dict.fromkeys((to.id, *moved.values()))), homes)


class _Collector:
    """One collecting: the answers that were made ready for grading, and the works at hand, fifty at most.

    Of works that are stored already nothing is kept here: the classbook is asked for each fifty.
    """

    def __init__(self, ask: Ask, to: ClassFile, keys: Keys, classes: tuple[str, ...], homes: dict[str, str]) -> None:
        """`classes` are all in which a work may be already; `homes` has the class of whoever was moved, by person."""
        self._ask = ask
        self.report = Collected()
        self.class_id = to.id
        self._keys = keys
        self._signs = public(keys).verify in to.signers
        self._classes = classes
        self._homes = homes
        self._lessons = LessonsNow(lambda hash: ask(lambda classbook: lesson_now(classbook, to.id, hash)))
        self._decisions = ask(lambda classbook: classbook.decisions.standing(to.id))
        self._facts: dict[str, list[tuple[str, bytes]]] = {}

    def take(self, paths: Iterable[str], place: _Found) -> int:
        """Keep what is new in `paths` in one transaction, then write the slips; returns how many were looked at."""
        looked_at, batch = self._read(paths, place)
        known = self._ask(lambda book: self._hashes_in(book, {file.head.id for file in batch}))
        read = list(self._received_each(batch, known, place))
        persons = {work.person for _file, work in read if work is not None}
        devices = self._ask(lambda book: self._devices_in(book, persons))
        arrived: list[Slip] = []
        works: list[Received] = []
        for file, work in read:
            with self._setting_aside(file.path, place):
                hash = known.get(file.id)
                if hash is not None:
                    if file.hash != hash:
                        raise WorkError("work-replayed", file=basename(file.path))
                    self.report.known += 1
                else:
                    assert work is not None, "what is new was opened"
                    _refuse_other_computer(work, devices, basename(file.path))
                    works.append(work)
                    known[file.id] = file.hash
                arrived.append(Slip(file.id, file.hash, self.class_id))
        if works:
            self._ask(lambda classbook: self._keep(classbook, works))
        self._facts.clear()
        self.report.new += len(works)
        if place.slips is not None and self._signs:
            for slip in arrived:
                self._write_slip(slip, place.slips)
        return looked_at

    def _read(self, paths: Iterable[str], place: _Found) -> tuple[int, list[_File]]:
        """How many files were looked at, and those of the class: fewer where they are large."""
        looked_at = size = 0
        batch: list[_File] = []
        for path in paths:
            looked_at += 1
            with self._setting_aside(path, place):
                raw = read_file(path)
                head = head_of(raw, basename(path))
                if head.class_id == self.class_id:
                    batch.append(_File(path, head, raw, sha256_hex(raw)))
                    size += len(raw)
                else:
                    self.report.others += 1
            if size >= MOST_BYTES:
                break
        return looked_at, batch

    def _received_each(
        self, batch: list[_File], known: dict[str, str], place: _Found
    ) -> Iterator[tuple[_Looked, Received | None]]:
        """Each file, opened, proved and graded where its work is not known. No opened work is kept beyond the next."""
        for file in batch:
            with self._setting_aside(file.path, place):
                new = file.head.id not in known
                name = basename(file.path)
                work = self._received(read_submission(file.raw, self._keys, name), name) if new else None
                yield _Looked(file.path, file.head.id, file.hash), work

    @contextmanager
    def _setting_aside(self, path: str, place: _Found) -> Iterator[None]:
        """What cannot be used goes aside with its reason, and the rest goes on."""
        try:
            yield
        except ClaimlightError as error:
            self.report.aside.append((basename(path), error))
            if error.code not in _STAYS and place.tidies:
                set_aside(Path(path), say(error))

    def _hashes_in(self, classbook: Classbook, ids: set[str]) -> dict[str, str]:
        return {id: hash for each in self._classes for id, hash in classbook.classes.hashes_of(each, ids).items()}

    def _devices_in(self, classbook: Classbook, persons: set[str]) -> dict[str, bytes]:
        return {who: key for each in self._classes for who, key in classbook.classes.devices_of(each, persons).items()}

    def _keep(self, classbook: Classbook, works: list[Received]) -> None:
        by_class: dict[str, list[Received]] = {}
        for work in works:
            by_class.setdefault(self._homes.get(work.person, self.class_id), []).append(work)
        for class_id, those in by_class.items():
            classbook.classes.receive(class_id, those)
            ids = {work.id for work in those}
            for key_hash, known in self._facts.items():
                keep_facts(classbook, class_id, key_hash, [(id, facts) for id, facts in known if id in ids])

    def _received(self, opened: Opened, file: str) -> Received:
        """What to keep of a new work."""
        work, person = opened.submission, opened.submission.by.person
        grade, key_hash = self._graded(work, file)
        return Received(
            id=work.head.id,
            person=person.id,
            name=person.name,
            device=opened.device,
            lesson=work.head.lesson,
            lesson_hash=work.head.lesson_hash,
            text=work.text,
            attempt=work.attempt,
            number=work.by.number,
            previous=work.by.previous,
            hash=opened.hash,
            packed=opened.packed,
            percent=grade.percent if grade else None,
            points=str(grade.points) if grade else None,
            possible=str(grade.possible) if grade else None,
            key_hash=key_hash,
            attempt_number=work.attempt_number,
            challenges=len(work.challenges),
        )

    def _graded(self, work: Submission, file: str) -> tuple[Grade | None, str | None]:
        """The grade by the answers as they are now, with what the teacher decided about an earlier version of the work;
        none where the lesson has no answers to this text."""
        now = self._lessons.lesson(work.head.lesson_hash)
        if now is None or now.lesson.id != work.head.lesson:
            raise WorkError("work-of-unknown-lesson", file=file)
        text = now.lesson.text(work.text)
        if text is None or text.article.text.text_hash != work.text_hash:
            raise WorkError("work-of-another-text", file=file)
        for check in work.checks:
            _refuse_misplaced(check.annotations, text.article.text, file)
        if now.done_openly(work.mode):
            self.report.openly.append(work.by.person.name)
        key = self._lessons.key(work.head.lesson_hash, work.text)
        if key is None or text.key is None:
            return None, None
        grade = grade_prepared(key, work.work)
        self._facts.setdefault(text.key.key_hash, []).append((work.head.id, facts_of(key, work, grade)))
        return decided(grade, self._decisions.get(work.attempt, ()), worths(text.key)), text.key.key_hash

    def _write_slip(self, slip: Slip, slips: Path) -> None:
        """A slip that cannot be written now is written the next time; the work is safe."""
        name = f"{slip.id}{SLIP_SUFFIX}"
        if isfile(join(slips, name)):
            return
        try:
            put_lightly(str(slips), name, write_slip(slip, self._keys))
        except WorkError as error:
            self.report.aside.append((name, error))


def _refuse_other_computer(work: Received, devices: dict[str, bytes], file: str) -> None:
    """`devices` has each person's computer; who is new is added. Raises WorkError."""
    if devices.setdefault(work.person, work.device) != work.device:
        raise WorkError("work-other-computer", file=file, name=work.name or work.person)


def _refuse_misplaced(annotations: tuple[Annotation, ...], text: Text, file: str) -> None:
    """A highlight is where its words are, and no two have one id. Raises WorkError."""
    for one in annotations:
        span = one.span
        if not 0 <= span.start < span.end <= len(text.text) or text[span] != one.quote.exact or not one.label:
            raise WorkError("work-of-another-text", file=file)
    if len({one.id for one in annotations}) < len(annotations):
        raise WorkError("work-of-another-text", file=file)


def _found(sources: Iterable[Path]) -> list[_Found]:
    """What lies in prepared folders and others, and all single files together. Raises WorkError."""
    folders: list[_Found] = []
    single: list[str] = []
    for source in sources:
        if source.is_file():
            single.append(str(source))
        else:
            folders.append(_found_in(source))
    return [*folders, _Found("", len(single), lambda: single, tidies=False)] if single else folders


def _found_in(folder: Path) -> _Found:
    try:
        drop = open_drop(folder)
    except WorkError:
        if not folder.is_dir():
            raise
        return _works_in(folder, None)
    return _works_in(drop.path / WORK, drop.path / SLIPS)


def _works_in(place: Path, slips: Path | None) -> _Found:
    return _Found(place.name, sum(1 for _each in listed(place, SUFFIX)), lambda: listed(place, SUFFIX), slips)
