"""A school's key, and the late substitute who goes on with a class by it when its teacher's computer is gone.

The class file says that the school may open the work and sign slips and marks, and its teacher signed that; so
students' programs take them as they take the teacher's. What the school cannot do is give out a newer class file or let
answers go by a file of its own: those are the teacher's to sign. The answers to a homework come with the marks.
"""

from collections.abc import Iterable
from pathlib import Path

from claimlight.core.errors import ClaimlightError, LessonError, WorkError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.canonical_json import canonical
from claimlight.files.lesson_bundle import SEALED, all_members, bundle_members, file_members, read_bundle
from claimlight.files.reading import read_bytes
from claimlight.handin.class_file import ClassFile, read_class
from claimlight.handin.drop_folder import LESSONS, DropFolder, files
from claimlight.handin.identity import Keys, public
from claimlight.handin.marker import MARKER
from claimlight.handin.sealing import key_for_teacher, open_answers, read_sealed
from claimlight.store.classbook import Classbook
from claimlight.store.classes import GivenLesson, KnownClass
from claimlight.work.publish import lesson_members
from claimlight.work.teaching import OneClass


def take_over(
    classbook: Classbook, drop: DropFolder, school: Keys, lessons: Iterable[Path] = ()
) -> tuple[OneClass, tuple[ClaimlightError, ...]]:
    """Take a class of another teacher in, from its folder, with the lessons that lie there and in `lessons`.

    A lesson is given as students have it, or, for an assessment, as its folder or a colleague's copy. Returns the class
    and why some lessons could not be used. Raises WorkError where the class was not made with this school key.
    """
    to = read_class(drop.marker, MARKER)
    owner = public(school)
    if owner.seal not in to.readers or owner.verify not in to.signers:
        raise WorkError("school-key-not-in-class", name=to.name)
    _keep_class(classbook, to, drop.marker)
    refused: list[ClaimlightError] = []
    for path in (*sorted(files(drop.path / LESSONS, ".claimlesson")), *lessons):
        try:
            _keep_lesson(classbook, path, school)
        except ClaimlightError as error:
            refused.append(error)
    return OneClass(to, drop.marker), tuple(refused)


def _keep_class(classbook: Classbook, to: ClassFile, raw: bytes) -> None:
    for known in classbook.classes.all():
        here = read_class(known.file)
        if known.id == to.id and here.verify != to.verify:
            raise WorkError("class-other-teacher", file=MARKER, name=known.name)
        if known.id == to.id and here.number > to.number:
            return
        if known.id != to.id and known.name == to.name:
            raise WorkError("class-there", name=to.name)
    classbook.classes.keep(KnownClass(to.id, to.name, raw), to.roster)


def _keep_lesson(classbook: Classbook, path: Path, school: Keys) -> None:
    """Remember a lesson to grade with, unless it is here with its answers already."""
    given = read_bytes(path) if path.is_file() and path.name != "lesson.toml" else None
    whole, mode = _whole(path, given, school)
    lesson = read_bundle(whole)
    known = classbook.classes.given(lesson.hash)
    if known is not None and (_has_key(read_bundle(known.whole)) or not _has_key(lesson)):
        return
    kept = GivenLesson(lesson.hash, lesson.id, lesson.title, mode.value, whole, given or whole)
    classbook.classes.give(kept, canonical([text.key.key_hash for text in lesson.texts if text.key is not None]))


def _whole(path: Path, given: bytes | None, school: Keys) -> tuple[bytes, Mode]:
    """All of a lesson that the school can see, as one file, and the way it was given out."""
    if given is None:
        return bundle_members(lesson_members(path)), Mode.ASSESSMENT
    members, lesson = all_members(given, path.name), read_bundle(path)
    if lesson.mode is Mode.HOMEWORK and SEALED in members:
        sealed = read_sealed(members[SEALED])
        key = key_for_teacher(sealed, school)
        if key is None:
            raise LessonError("answers-other-key", file=path.name)
        return bundle_members({**file_members(path), **open_answers(lesson, sealed, key)}), lesson.mode
    return bundle_members(file_members(path)), lesson.mode


def _has_key(lesson: Lesson) -> bool:
    return any(text.key is not None for text in lesson.texts)
