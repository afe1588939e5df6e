"""What comes back through the folder: slips, answers that were let go, marks, lessons. Looked for, then taken in.

Looking reads the folder and nothing else, so it may be done beside the window; taking in needs the workbook.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.attempt import Person
from claimlight.core.errors import ClaimlightError, LessonError, StoreError, WorkError
from claimlight.core.lesson import Lesson
from claimlight.files.lesson_bundle import SUFFIX as LESSON_SUFFIX
from claimlight.files.lesson_bundle import read_bundle
from claimlight.handin.class_file import ClassFile
from claimlight.handin.drop_folder import ANSWERS, LESSONS, MARKS, SLIPS, DropFolder, files, read_file
from claimlight.handin.feedback import SUFFIX as MARKS_SUFFIX
from claimlight.handin.feedback import is_for, read_feedback
from claimlight.handin.identity import Keys, public
from claimlight.handin.marker import MARKER
from claimlight.handin.release import SUFFIX as RELEASE_SUFFIX
from claimlight.handin.release import read_release
from claimlight.handin.slip import SUFFIX as SLIP_SUFFIX
from claimlight.handin.slip import read_slip
from claimlight.store.travel import HandedIn
from claimlight.store.workbook import Workbook
from claimlight.work.parcels import opening
from claimlight.work.released import keep_key, take_release


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: slips by their names, marks by the public keys of the people here."""

    slips: tuple[str, ...]
    readers: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Files by name and bytes, and why some could not be read."""

    slips: tuple[tuple[str, bytes], ...] = ()
    answers: tuple[tuple[str, bytes], ...] = ()
    marks: tuple[tuple[str, bytes], ...] = ()
    lessons: tuple[tuple[str, bytes], ...] = ()
    unread: tuple[ClaimlightError, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came back on the folder for people of this computer, and why some of it was not used."""

    arrived: int = 0
    marks: int = 0
    answers: int = 0
    refused: tuple[ClaimlightError, ...] = ()
    lessons: tuple[str, ...] = ()
    """Titles of lessons that were not here before."""

    @property
    def anything(self) -> bool:
        """Whether there is something that was not known before."""
        return bool(self.arrived or self.marks or self.answers or self.lessons)


def wanted(workbook: Workbook, to: ClassFile) -> Wanted:
    """What may be there for people of this computer."""
    slips = tuple(f"{handed.id}{SLIP_SUFFIX}" for handed in _without_slip(workbook, to))
    return Wanted(slips, tuple(public(keys).seal for _person, keys in _readers(workbook)))


def look(drop: DropFolder, asked: Wanted, *, lessons: bool = False) -> Found:
    """What is there of it, and the lessons where they are asked for. Raises WorkError where the folder fails."""
    unread: list[ClaimlightError] = []
    slips = (drop.path / SLIPS / name for name in asked.slips)
    return Found(
        tuple(_read((path for path in slips if path.is_file()), unread)),
        tuple(_read(files(drop.path / ANSWERS, RELEASE_SUFFIX), unread)),
        tuple(_marks(drop.path / MARKS, asked.readers, unread)),
        tuple(_read(files(drop.path / LESSONS, LESSON_SUFFIX), unread)) if lessons else (),
        tuple(unread),
    )


def read_class_and_lessons(path: Path) -> tuple[bytes, Found]:
    """The class file at `path`, and the lessons beside it where it is the marker of a folder. Raises WorkError."""
    raw = read_file(path)
    if path.name != MARKER:
        return raw, Found()
    unread: list[ClaimlightError] = []
    lessons = tuple(_read(files(path.parent / LESSONS, LESSON_SUFFIX), unread))
    return raw, Found(lessons=lessons, unread=tuple(unread))


def take(workbook: Workbook, to: ClassFile, found: Found) -> TakenIn:
    """Take in what proves to be for people of this computer; what does not is told and left where it is."""
    refused = [*found.unread]
    titles: list[str] = []
    known = {handed.id: handed for handed in _without_slip(workbook, to)}
    readers = _readers(workbook)
    _counted(found.lessons, lambda name, raw: _take_lesson(workbook, name, raw, titles), refused)
    return TakenIn(
        _counted(found.slips, lambda name, raw: _take_slip(workbook, to, known, name, raw), refused),
        answers=_counted(found.answers, lambda name, raw: take_answers(workbook, name, raw), refused),
        marks=_counted(found.marks, lambda name, raw: _take_marks(workbook, to, readers, name, raw), refused),
        refused=tuple(refused),
        lessons=tuple(titles),
    )


def take_answers(workbook: Workbook, name: str, raw: bytes) -> bool:
    """Take in answers that were let go; False where they are here, or are to no lesson of this computer."""
    before = workbook.travel.released(read_release(raw, None, name).box)
    try:
        take_release(raw, workbook, name)
    except LessonError as error:
        if error.code != "answers-of-another-lesson":  # others' lessons lie on the folder, too
            raise
        return False
    return before is None


def take_lesson(workbook: Workbook, name: str, raw: bytes) -> Lesson | None:
    """Keep a lesson that came along; None where just this file is here already. Raises LessonError or TextError."""
    from claimlight.work.authors import take_author

    lesson = read_bundle(raw)
    if workbook.lesson_bytes(lesson.hash, mode=lesson.mode) == raw:
        return None
    take_author(lesson, raw, workbook, name)
    workbook.keep_lesson(lesson, raw)
    return lesson


def _take_lesson(workbook: Workbook, name: str, raw: bytes, titles: list[str]) -> bool:
    lesson = take_lesson(workbook, name, raw)
    if lesson is not None:
        titles.append(lesson.title)
    return lesson is not None


def _take_slip(workbook: Workbook, to: ClassFile, known: Mapping[str, HandedIn], name: str, raw: bytes) -> bool:
    slip = read_slip(raw, to.signers, name)
    handed = known.get(name.removesuffix(SLIP_SUFFIX))
    if handed is None or (slip.id, slip.hash, slip.class_id) != (handed.id, handed.hash, to.id):
        raise WorkError("slip-forged", file=name)
    workbook.travel.arrived(handed.id, raw)
    return True


def _take_marks(
    workbook: Workbook, to: ClassFile, readers: Iterable[tuple[Person, Keys]], name: str, raw: bytes
) -> bool:
    """Keep marks for somebody here. Raises WorkError where they are forged, or for work that was never handed in."""
    taken = [_take_own(workbook, to, *each, name, raw) for each in readers if is_for(raw, public(each[1]).seal, name)]
    return any(taken)


def _take_own(workbook: Workbook, to: ClassFile, person: Person, keys: Keys, name: str, raw: bytes) -> bool:
    found = read_feedback(raw, keys, to.signers, name)
    handed = {(each.id, each.hash, each.attempt) for each in workbook.travel.handed_in(person)}
    if (found.submission, found.submission_hash, found.attempt) not in handed or found.class_id != to.id:
        raise WorkError("marks-forged", file=name)
    if found.key:
        keep_key(found.lesson_hash, found.box, found.key, workbook)
    return workbook.travel.keep_marks(found.id, found.attempt, found.number, raw)


def _counted(
    all: Iterable[tuple[str, bytes]], take_one: Callable[[str, bytes], bool], refused: list[ClaimlightError]
) -> int:
    """How many were taken in; one that is refused costs nobody the others. A workbook that fails is told at once."""
    taken = 0
    for name, raw in all:
        try:
            taken += take_one(name, raw)
        except StoreError:
            raise
        except ClaimlightError as error:
            refused.append(error)
    return taken


def _without_slip(workbook: Workbook, to: ClassFile) -> list[HandedIn]:
    every = (handed for person in workbook.persons() for handed in workbook.travel.handed_in(person))
    return [handed for handed in every if handed.class_id == to.id and handed.slip is None]


def _readers(workbook: Workbook) -> list[tuple[Person, Keys]]:
    found = ((person, workbook.travel.person_key(person)) for person in workbook.persons())
    return [(person, opening(key)) for person, key in found if key is not None]


def _marks(folder: Path, readers: Iterable[bytes], unread: list[ClaimlightError]) -> Iterator[tuple[str, bytes]]:
    """Only the marks of people here; those of the rest of the class stay closed."""
    for name, raw in _read(files(folder, MARKS_SUFFIX) if readers else (), unread):
        try:
            if any(is_for(raw, reader, name) for reader in readers):
                yield name, raw
        except WorkError as error:
            unread.append(error)


def _read(paths: Iterable[Path], unread: list[ClaimlightError]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        try:
            yield path.name, read_file(path)
        except WorkError as error:
            unread.append(error)
