"""*I see it differently* is kept with the attempt, one sentence a verdict, until it is withdrawn."""

from claimlight.core.identity import Clock, NewId
from claimlight.core.lesson import Mode
from claimlight.store.data_folder import DataFolder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from store.student import Student, make_lesson


def said(workbook: Workbook, student: Student) -> list[tuple[str, str, str]]:
    return [(each.item, each.highlight, each.words) for each in workbook.challenges(student.attempt)]


def test_what_is_said_is_there_after_a_restart_and_in_a_closed_attempt(
    workbook: Workbook, student: Student, folder: DataFolder, ids: NewId, clock: Clock
) -> None:
    mark = student.highlights(4, 50)
    workbook.check(student.attempt, "key-1", last=True)
    first = workbook.challenge(student.attempt, "The mayor is quoted.", item="c1")
    workbook.challenge(student.attempt, "It is a figure, too.", highlight=mark.id)
    workbook.close()
    again = open_workbook(folder, new_id=ids, clock=clock)
    assert said(again, student) == [("c1", "", "The mayor is quoted."), ("", mark.id, "It is a figure, too.")]
    assert again.challenges(student.attempt)[0] == first
    assert first.made.startswith("2026-05-04")
    assert again.annotations(student.attempt) == (mark,), "nothing else changes"
    again.close()


def test_a_second_sentence_takes_the_place_of_the_first_and_can_be_withdrawn(
    workbook: Workbook, student: Student
) -> None:
    workbook.challenge(student.attempt, "No.", item="c1")
    workbook.challenge(student.attempt, "The text says it twice.", item="c1")
    assert said(workbook, student) == [("c1", "", "The text says it twice.")]
    workbook.withdraw_challenge(student.attempt, item="c1")
    workbook.withdraw_challenge(student.attempt, item="c1")
    assert said(workbook, student) == []


def test_it_goes_with_the_attempt_and_stays_out_of_others(workbook: Workbook, student: Student) -> None:
    workbook.challenge(student.attempt, "A secret thought.", item="c1")
    other = workbook.open_attempt(workbook.last_person(), make_lesson(), "article", Mode.HOMEWORK)
    assert workbook.challenges(other) == ()
    ada = workbook.last_person()
    exported = workbook.export_person(ada)["attempts"][0]["challenges"]
    assert [each["words"] for each in exported] == ["A secret thought."]
    workbook.forget(ada)
    assert b"A secret thought." not in workbook.file.read_bytes()
