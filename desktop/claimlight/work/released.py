"""The answers to a homework once they are let go: taken in from a signed file or by words, kept, and used."""

from claimlight.core.errors import LessonError
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.lesson_bundle import SEALED, read_bundle
from claimlight.handin.encoding import hex_bytes
from claimlight.handin.identity import KEY_BYTES, Keys
from claimlight.handin.lesson_author import author_of
from claimlight.handin.release import Release, read_release, write_release
from claimlight.handin.sealing import SealedAnswers, key_for_teacher, key_for_words
from claimlight.store.workbook import Workbook
from claimlight.work.opened_answers import sealed_in
from claimlight.work.publish import released_lesson
from claimlight.work.review_released import review_released


def make_release(raw: bytes, author: Keys) -> bytes:
    """The file that lets go the answers to the homework in `raw`. Raises LessonError where `author` cannot."""
    sealed = sealed_in(raw)
    key = None if sealed is None else key_for_teacher(sealed, author)
    if sealed is None or key is None:
        raise LessonError("answers-other-key", file=SEALED)
    return write_release(Release(read_bundle(raw).hash, sealed.hash, key.hex()), author)


def take_release(release: bytes, workbook: Workbook, file: str = "") -> Lesson:
    """Take in a file that lets answers go; the lesson with them. Raises WorkError or LessonError.

    It must be signed by whoever signed the lesson's file, and open the very box that is in it.
    """
    said = read_release(release, None, file)
    raw = workbook.lesson_bytes(said.lesson_hash, mode=Mode.HOMEWORK)
    if raw is None:
        raise LessonError("answers-of-another-lesson", file=file)
    read_release(release, author_of(raw, file), file)
    sealed = sealed_in(raw)
    if sealed is None or sealed.hash != said.box:
        raise LessonError("answers-of-another-lesson", file=file)
    return _kept(raw, sealed, bytes.fromhex(said.key), workbook)


def opens_by_words(lesson: Lesson, workbook: Workbook) -> bool:
    """Whether a homework has answers that its words open: then the window has a field for them."""
    raw = workbook.lesson_bytes(lesson.hash, mode=lesson.mode)
    sealed = None if raw is None or lesson.mode is not Mode.HOMEWORK else sealed_in(raw)
    return sealed is not None and sealed.for_words is not None


def box_with_words(lesson: Lesson, workbook: Workbook) -> SealedAnswers | None:
    """The closed answers of a homework that words open; None where there are none, or no words for them."""
    raw = workbook.lesson_bytes(lesson.hash, mode=Mode.HOMEWORK)
    sealed = None if raw is None else sealed_in(raw)
    return sealed if sealed is not None and sealed.for_words is not None else None


def take_key(lesson: Lesson, key: bytes, workbook: Workbook) -> Lesson:
    """The lesson with its answers, by the key that `key_for_words` gave. Raises LessonError."""
    raw = workbook.lesson_bytes(lesson.hash, mode=Mode.HOMEWORK)
    sealed = None if raw is None else sealed_in(raw)
    if raw is None or sealed is None:
        raise LessonError("answers-other-key", file=SEALED)
    return _kept(raw, sealed, key, workbook)


def take_words(lesson: Lesson, words: str, workbook: Workbook) -> Lesson:
    """The lesson with its answers, for who says the words. Raises LessonError where these are not the words."""
    raw = workbook.lesson_bytes(lesson.hash, mode=Mode.HOMEWORK)
    sealed = None if raw is None else sealed_in(raw)
    key = None if sealed is None else key_for_words(sealed, words)
    if raw is None or sealed is None or key is None:
        raise LessonError("answers-other-key", file=SEALED)
    return _kept(raw, sealed, key, workbook)


def keep_key(lesson_hash: str, box: str, key: str, workbook: Workbook) -> None:
    """Keep what opens the answers, as it came with marks. Raises LessonError where it does not fit the lesson here."""
    raw = workbook.lesson_bytes(lesson_hash, mode=Mode.HOMEWORK)
    sealed = None if raw is None else sealed_in(raw)
    opening = hex_bytes(key, KEY_BYTES)
    if raw is None or sealed is None or sealed.hash != box or opening is None:
        raise LessonError("answers-of-another-lesson", file=SEALED)
    _kept(raw, sealed, opening, workbook)


def _kept(raw: bytes, sealed: SealedAnswers, key: bytes, workbook: Workbook) -> Lesson:
    lesson = released_lesson(raw, read_bundle(raw), key)
    if workbook.travel.released(sealed.hash) is None:
        workbook.travel.keep_released(sealed.hash, key)
        review_released(workbook, lesson)
    return lesson
