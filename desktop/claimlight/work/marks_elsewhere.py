"""Marks that are opened by their student's words, on a computer where that student never worked."""

from claimlight.core.errors import LessonError
from claimlight.core.lesson import Lesson, Mode
from claimlight.handin.feedback import Feedback, person_keys, read_feedback, salt_in
from claimlight.store.workbook import Workbook
from claimlight.work.carried_lesson import lesson_in
from claimlight.work.released import keep_key
from claimlight.work.shelf import bring, kept_key


def open_with_words(raw: bytes, words: str, file: str) -> Feedback:
    """The marks in `raw`. Takes some tenths of a second. Raises WorkError where these are not the words."""
    return read_feedback(raw, person_keys(words, salt_in(raw, file)), None, file)


def lesson_for(marks: Feedback, workbook: Workbook) -> Lesson:
    """The lesson that `marks` are about, as far as it may be seen: the one that came with them, else the one here.

    Raises LessonError where it is nowhere.
    """
    carried = lesson_in(marks, marks.title)
    if carried is not None:
        return carried
    if marks.key and workbook.lesson_bytes(marks.lesson_hash, mode=Mode.HOMEWORK) is not None:
        keep_key(marks.lesson_hash, marks.box, marks.key, workbook)
    for mode in Mode:
        if workbook.lesson_bytes(marks.lesson_hash, mode=mode) is not None:
            return bring(kept_key(marks.lesson_hash, mode), workbook)
    raise LessonError("marks-without-lesson", title=marks.title)
