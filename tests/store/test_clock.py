"""A clock that was set back: order is by number and never by time, and nothing is lost."""

from datetime import UTC, datetime, timedelta

from claimlight.core.identity import NewId
from claimlight.core.lesson import Mode
from claimlight.store.data_folder import DataFolder
from claimlight.store.opening import open_workbook
from store.student import Student, make_lesson

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_everything_goes_on_in_its_order(folder: DataFolder, ids: NewId) -> None:
    lesson = make_lesson()
    workbook = open_workbook(folder, new_id=ids, clock=lambda: NOON)
    ada = workbook.rename_person(workbook.last_person(), "Ada")
    workbook.keep_lesson(lesson, b"the lesson's file")
    student = Student(workbook, workbook.open_attempt(ada, lesson, "article", Mode.PRACTICE), ids)
    first = student.highlights(0, 9)
    workbook.check(student.attempt, "key-1", last=False)
    workbook.close()

    earlier = open_workbook(folder, new_id=ids, clock=lambda: NOON - timedelta(days=4000))
    student = Student(earlier, earlier.open_attempt(ada, lesson, "article", Mode.PRACTICE), ids)
    second = student.highlights(10, 19)
    assert earlier.annotations(student.attempt) == (first, second)
    assert earlier.can_undo(student.attempt) == "highlight"
    earlier.check(student.attempt, "key-1", last=True)
    assert [check.number for check in earlier.checks(student.attempt)] == [1, 2]
    earlier.challenge(student.attempt, "No.", item="c1")
    other = make_lesson(id="storm")
    earlier.keep_lesson(other, b"storm")
    earlier.open_attempt(ada, other, "article", Mode.PRACTICE)
    assert [each.attempt.lesson_id for each in earlier.progress(ada)] == ["storm", "river-bridge"], "opened last, first"
    assert [card.id for card in earlier.lessons()] == ["storm", "river-bridge"]
    ben = earlier.add_person("Ben")
    assert earlier.last_person() == ben
    earlier.close()

    again = open_workbook(folder, new_id=ids, clock=lambda: NOON)
    assert again.last_person() == ben
    assert [each.words for each in again.challenges(student.attempt)] == ["No."]
    again.close()
    days = sorted(backup.name for backup in folder.path.glob("backups/*"))
    assert days == ["workbook 2015-05-22.db", "workbook 2026-05-04.db"], "both days have their copy"
