"""A teacher's side of handing in: keys, a class, lessons given out, a stick prepared, answers let go."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.files.canonical_json import canonical
from claimlight.files.lesson_bundle import SUFFIX, bundle_members, read_bundle
from claimlight.files.lesson_folder import assemble
from claimlight.handin.class_file import ClassFile, read_class, write_class
from claimlight.handin.drop_folder import ANSWERS, LESSONS, DropFolder, prepare, put
from claimlight.handin.identity import PublicKeys, public
from claimlight.handin.release import SUFFIX as RELEASE_SUFFIX
from claimlight.store.classbook import Classbook
from claimlight.store.classes import GivenLesson, KnownClass
from claimlight.work.publish import lesson_members, publish
from claimlight.work.released import make_release
from claimlight.work.teacher_keys import teacher_keys as teacher_keys


@dataclass(frozen=True, slots=True)
class OneClass:
    """A class of this teacher, as students know it, and its file."""

    students: ClassFile
    file: bytes


def make_class(
    classbook: Classbook,
    name: str,
    roster: Iterable[str],
    *,
    school_ids: Mapping[str, str] | None = None,
    ends: str = "",
    also: Iterable[PublicKeys] = (),
    lessons: Iterable[str] = (),
    asks_time: bool = False,
    asks_sure: bool = False,
) -> OneClass:
    """Begin a class of the names in `roster` (a pasted list). Raises WorkError where there is one of this name.

    `school_ids` are by name.
    Who owns the keys in `also` (a second teacher, the school) can open the work and give marks back for the teacher.
    """
    if any(each.name == name for each in classbook.classes.all()):
        raise WorkError("class-there", name=name)
    keys = teacher_keys(classbook)
    others = tuple(dict.fromkeys(also))
    names = tuple(dict.fromkeys(filter(None, (" ".join(each.split()) for each in roster))))
    made = ClassFile(
        id=secrets.token_hex(16),
        name=name,
        verify=public(keys).verify.hex(),
        seal=public(keys).seal.hex(),
        also=tuple(each.seal.hex() for each in others),
        also_sign=tuple(each.verify.hex() for each in others),
        ends=ends,
        lessons=tuple(lessons),
        roster=names,
        asks_time=asks_time,
        asks_sure=asks_sure,
        number=1,
    )
    raw = write_class(made, keys)
    classbook.classes.keep(KnownClass(made.id, name, raw), names, school_ids)
    return OneClass(made, raw)


def find_class(classbook: Classbook, name: str) -> OneClass:
    """The class of this name or id. Raises WorkError."""
    known = classbook.classes.all()
    found = next((each for each in known if name in (each.name, each.id)), None)
    if found is None:
        raise WorkError("class-unknown", name=name, known=", ".join(each.name for each in known) or "–")
    return OneClass(read_class(found.file, found.name), found.file)


def give_out(
    classbook: Classbook, source: Mapping[str, bytes] | Path, mode: Mode, *, words: str = "", to: OneClass | None = None
) -> bytes:
    """The lesson file for students, as `publish` makes it; its answers are kept here, to grade with.

    What is given out to a class, its second teacher or school can let go, too.
    """
    members = lesson_members(source)
    also = to.students.readers[1:] if to is not None else ()
    given = publish(members, mode, teacher_keys(classbook), also_for=also, words=words)
    lesson = assemble(members.get)
    kept = GivenLesson(lesson.hash, lesson.id, lesson.title, mode.value, bundle_members(members), given)
    key_hashes = canonical([text.key.key_hash for text in lesson.texts if text.key is not None])
    classbook.classes.give(kept, key_hashes)
    return given


def prepare_stick(place: Path, to: OneClass, lessons: Iterable[bytes] = ()) -> DropFolder:
    """Make the folder that laptops know, with the lessons that are to be handed out on it. Raises WorkError."""
    drop = prepare(place, to.file)
    for raw in lessons:
        put(drop.path / LESSONS, f"{read_bundle(raw).slug}{SUFFIX}", raw)
    return drop


def let_go(classbook: Classbook, drop: DropFolder, lesson_hash: str) -> None:
    """Let the answers to a homework go: put the small file that opens them into the folder. Raises WorkError."""
    given = classbook.classes.given(lesson_hash)
    if given is None or given.mode != Mode.HOMEWORK:
        raise WorkError("work-of-unknown-lesson", file=lesson_hash)
    release = make_release(given.given, teacher_keys(classbook))
    put(drop.path / ANSWERS, f"{given.hash[:16]}{RELEASE_SUFFIX}", release)
