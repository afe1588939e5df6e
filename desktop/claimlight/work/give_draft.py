"""Give a lesson of one's own out: the file for students, remembered here with its answers, to grade with."""

from claimlight.core.lesson import Mode
from claimlight.store.classbook import Classbook
from claimlight.work.draft import Draft
from claimlight.work.draft_files import members_of
from claimlight.work.give_out import explained, students_file
from claimlight.work.teacher_keys import Safety, safety
from claimlight.work.teaching import give_out


def give_draft(classbook: Classbook, draft: Draft, mode: Mode) -> bytes:
    """Signed, once there are keys that are not locked; for practice none are needed. Raises LessonError, WorkError."""
    if mode is Mode.PRACTICE and safety(classbook) is not Safety.OPEN:
        return students_file(draft)
    return give_out(classbook, members_of(explained(draft)), mode)
