"""The lesson that marks are about travels along with them, so that the marked work opens where it never was.

It is what the student may see by then: the text, the label guide, and no answer that is still held back.
"""

from dataclasses import replace

from claimlight.core.errors import LessonError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.archive import PICTURES, zipped
from claimlight.files.lesson_bundle import SEALED, SIGNATURE, all_members, read_bundle, with_manifest
from claimlight.handin.encoding import base64_bytes, base64_text, hex_bytes
from claimlight.handin.feedback import Feedback
from claimlight.handin.identity import KEY_BYTES
from claimlight.handin.sealing import read_sealed
from claimlight.store.classes import GivenLesson
from claimlight.work.publish import open_part, released_lesson

MOST = 400_000
"""Bytes, packed, that a lesson may add to each student's marks: some fifty times what ours have."""


def carried_lesson(given: GivenLesson, *, let_go: bool, most: int = MOST) -> str:
    """`given` without pictures, as text for a file of marks; "" where that is more than `most` bytes.

    With `let_go` the marks hold what opens its sealed answers, which then go along, too.
    """
    members = _readable(given)
    packed = zipped({name: raw for name, raw in members.items() if _goes_along(name, let_go=let_go)})
    return base64_text(packed) if len(packed) <= most else ""


def lesson_in(marks: Feedback, file: str = "") -> Lesson | None:
    """The lesson that came with `marks`, at the text that they are about; None where none did. Raises LessonError."""
    if not marks.lesson_file:
        return None
    raw = base64_bytes(marks.lesson_file)
    if raw is None or len(raw) > MOST:
        raise LessonError("not-a-bundle", file=file)
    lesson = read_bundle(raw)
    if lesson.hash != marks.lesson_hash or lesson.text(marks.text) is None:
        raise LessonError("bundle-changed", file=file)
    if marks.key and lesson.mode is Mode.HOMEWORK:
        lesson = _opened(raw, lesson, marks)
    return replace(lesson, texts=tuple(text for text in lesson.texts if text.article.name == marks.text))


def _readable(given: GivenLesson) -> dict[str, bytes]:
    """Of an assessment only what may be read, also where the file at hand is the teacher's own."""
    members = all_members(given.given)
    if given.mode != Mode.ASSESSMENT:
        return members
    lesson = read_bundle(given.given)
    return with_manifest(open_part(members, lesson), lesson, Mode.ASSESSMENT)


def _goes_along(name: str, *, let_go: bool) -> bool:
    return let_go if name == SEALED else name != SIGNATURE and not name.lower().endswith(PICTURES)


def _opened(raw: bytes, lesson: Lesson, marks: Feedback) -> Lesson:
    key = hex_bytes(marks.key, KEY_BYTES)
    sealed = all_members(raw).get(SEALED)
    if key is None or sealed is None or read_sealed(sealed).hash != marks.box:
        raise LessonError("answers-of-another-lesson", file=SEALED)
    return released_lesson(raw, lesson, key)
