"""What a student does is on disk when the gesture ends, and is there again after a restart."""

import json
from dataclasses import replace

import pytest

from claimlight.core.annotation import Annotation, Quote
from claimlight.core.article import Span
from claimlight.core.attempt import Attempt, AttemptState
from claimlight.core.errors import StoreError
from claimlight.core.history import Change, Edit
from claimlight.core.identity import Clock, NewId
from claimlight.core.lesson import Lesson, Mode
from claimlight.store.data_folder import DataFolder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from store.student import Student, make_lesson


def test_somebody_without_a_name_is_there_from_the_start(workbook: Workbook) -> None:
    assert [person.name for person in workbook.persons()] == [""]
    assert workbook.last_person() == workbook.persons()[0]


def test_people_come_are_named_and_take_turns(workbook: Workbook) -> None:
    first = workbook.rename_person(workbook.last_person(), "Ada")
    second = workbook.add_person("Ben")
    assert workbook.persons() == (first, second)
    assert workbook.last_person() == second
    workbook.use_person(first)
    assert workbook.last_person().name == "Ada"


def test_settings_belong_to_a_person(workbook: Workbook) -> None:
    ada, ben = workbook.last_person(), workbook.add_person("Ben")
    workbook.set_setting(ada, "theme", "dark")
    workbook.set_setting(ada, "theme", "cream")
    workbook.set_setting(ada, "size", 21)
    assert workbook.setting(ada, "theme", "paper") == "cream"
    assert workbook.setting(ben, "theme", "paper") == "paper"
    assert workbook.setting(ada, "size", "large") == "large", "a value of another kind does not count"


def test_a_highlight_is_there_again_after_a_restart(
    workbook: Workbook, student: Student, folder: DataFolder, ids: NewId, clock: Clock
) -> None:
    said = {"attributes": (("source", ("Anna Ruiz", "Ruiz")), ("status", ())), "note": "„ja“ \0 🙂", "sure": False}
    made = student.highlights(4, 30, **said)
    denial = student.highlights(51, 76, label="denial", sure=True)
    denial = student.links(denial, made)
    workbook.close()
    again = open_workbook(folder, new_id=ids, clock=clock)
    assert again.annotations(student.attempt) == (made, denial)
    assert again.text_hash(student.attempt) == "text-hash"
    again.close()


def test_a_highlight_that_comes_back_stands_where_it_stood(workbook: Workbook, student: Student) -> None:
    first, second, third = (student.highlights(at, at + 5) for at in (0, 10, 20))
    student.removes(second)
    assert workbook.annotations(student.attempt) == (first, third)
    workbook.undo(student.attempt)
    assert workbook.annotations(student.attempt) == (first, second, third)


def test_removing_a_highlight_removes_its_links_and_undo_brings_all_back(workbook: Workbook, student: Student) -> None:
    claim = student.highlights(0, 9)
    denial = student.links(student.highlights(20, 29, label="denial"), claim)
    claim = student.links(claim, denial, "denied_by")
    student.removes(claim)
    assert [annotation.links for annotation in workbook.annotations(student.attempt)] == [()]
    workbook.undo(student.attempt)
    assert workbook.annotations(student.attempt) == (claim, denial)


def test_undo_says_what_it_takes_back_and_survives_a_restart(
    workbook: Workbook, student: Student, folder: DataFolder, ids: NewId, clock: Clock
) -> None:
    made = student.highlights(0, 9)
    changed = student.relabels(made, "denial")
    assert workbook.undo(student.attempt) is not None
    workbook.close()

    again = open_workbook(folder, new_id=ids, clock=clock)
    assert (again.can_undo(student.attempt), again.can_redo(student.attempt)) == ("highlight", "relabel")
    redone = again.redo(student.attempt)
    assert redone is not None
    assert redone.edits == (Edit(made, changed),)
    assert again.redo(student.attempt) is None
    assert again.can_redo(student.attempt) is None
    undone = [again.undo(student.attempt), again.undo(student.attempt), again.undo(student.attempt)]
    assert [change and change.edits for change in undone] == [(Edit(changed, made),), (Edit(made, None),), None]
    assert again.can_undo(student.attempt) is None
    again.close()


def test_a_new_gesture_ends_redo(workbook: Workbook, student: Student) -> None:
    student.highlights(0, 9)
    workbook.undo(student.attempt)
    student.highlights(10, 19)
    assert workbook.redo(student.attempt) is None


def test_undo_does_not_go_back_behind_a_check(workbook: Workbook, student: Student) -> None:
    made = student.highlights(0, 9)
    check = workbook.check(student.attempt, "key-1", last=False, confirmed_few=True)
    assert (check.number, check.annotations, check.confirmed_few) == (1, (made,), True)
    assert workbook.undo(student.attempt) is None
    student.highlights(10, 19)
    assert workbook.undo(student.attempt) is not None
    assert workbook.attempt(student.attempt.id).state is AttemptState.CHECKED


def test_the_last_check_closes_the_page(workbook: Workbook, student: Student) -> None:
    first = workbook.check(student.attempt, "key-1", last=False)
    made = student.highlights(0, 9)
    last = workbook.check(student.attempt, "key-1", last=True)
    assert workbook.checks(student.attempt) == (first, last)
    assert last.annotations == (made,)
    assert workbook.attempt(student.attempt.id).state is AttemptState.CLOSED
    for change in (
        lambda: student.highlights(10, 19),
        lambda: workbook.undo(student.attempt),
        lambda: workbook.redo(student.attempt),
        lambda: workbook.check(student.attempt, "key-1", last=True),
    ):
        with pytest.raises(StoreError, match="attempt-closed"):
            change()
    assert workbook.annotations(student.attempt) == (made,)


def test_a_change_that_does_not_fit_changes_nothing(workbook: Workbook, student: Student) -> None:
    made = student.highlights(0, 9)
    other = replace(made, id="unknown")
    stale = replace(made, label="denial")
    for edits in (
        [Edit(None, other), Edit(None, made)],
        [Edit(None, other), Edit(stale, None)],
        [Edit(None, other), Edit(replace(made, id="nowhere"), None)],
    ):
        with pytest.raises(ValueError, match="highlight"):
            student.gesture("wrong", *edits)
        assert workbook.annotations(student.attempt) == (made,)
        assert workbook.can_undo(student.attempt) == "highlight"


def test_a_link_must_lead_to_a_highlight_of_the_same_page(
    workbook: Workbook, student: Student, lesson: Lesson, ids: NewId
) -> None:
    elsewhere = Student(workbook, workbook.start_again(student.attempt), ids)
    far = elsewhere.highlights(0, 9)
    near = student.highlights(0, 9)
    with pytest.raises(ValueError, match="link"):
        student.links(near, far)
    assert workbook.annotations(student.attempt) == (near,)


def test_an_unfinished_attempt_is_continued(workbook: Workbook, student: Student, lesson: Lesson) -> None:
    student.highlights(0, 9)
    person = workbook.last_person()
    assert workbook.open_attempt(person, lesson, "article", Mode.PRACTICE) == student.attempt
    assert workbook.open_attempt(person, lesson, "article", Mode.HOMEWORK) != student.attempt
    assert workbook.open_attempt(workbook.add_person("Ben"), lesson, "article", Mode.PRACTICE).number == 1


def test_starting_again_gives_an_empty_page_and_keeps_the_old_one(
    workbook: Workbook, student: Student, lesson: Lesson
) -> None:
    made = student.highlights(0, 9)
    again = workbook.start_again(student.attempt)
    assert (again.number, again.state, workbook.annotations(again)) == (2, AttemptState.OPEN, ())
    assert workbook.annotations(student.attempt) == (made,)
    assert workbook.attempts(workbook.last_person()) == (student.attempt, again)
    assert workbook.open_attempt(workbook.last_person(), lesson, "article", Mode.PRACTICE) == again


def test_an_unfinished_attempt_stays_on_its_version(workbook: Workbook, attempt: Attempt) -> None:
    newer = make_lesson(version=2)
    workbook.keep_lesson(newer, b"version 2")
    person = workbook.last_person()
    assert workbook.unfinished(person, newer.id, "article", Mode.PRACTICE) == attempt
    assert workbook.unfinished(person, newer.id, "plain", Mode.PRACTICE) is None
    assert workbook.lesson_bytes(attempt.lesson_hash) == b"the lesson's file"
    moved = workbook.open_attempt(person, newer, "article", Mode.PRACTICE)
    assert (moved.lesson_hash, moved.number) == (newer.hash, 2)


def test_an_attempt_needs_its_lesson_and_its_text(workbook: Workbook, lesson: Lesson) -> None:
    with pytest.raises(ValueError, match="river-bridge-1"):
        workbook.open_attempt(workbook.last_person(), lesson, "article", Mode.PRACTICE)
    with pytest.raises(ValueError, match="plain"):
        workbook.open_attempt(workbook.last_person(), lesson, "plain", Mode.PRACTICE)


def test_the_files_of_a_lesson_are_kept_by_version_and_answers(workbook: Workbook, lesson: Lesson) -> None:
    workbook.keep_lesson(lesson, b"first answers")
    workbook.keep_lesson(make_lesson(key_hash="key-2"), b"corrected answers")
    assert workbook.lesson_bytes(lesson.hash) == b"corrected answers"
    assert workbook.lesson_bytes(lesson.hash, "key-1") == b"first answers"
    assert workbook.lesson_bytes(lesson.hash, "key-3") is None
    workbook.keep_lesson(lesson, b"first answers")
    assert workbook.lesson_bytes(lesson.hash) == b"first answers", "it was opened last"
    (card,) = workbook.lessons()
    assert (card.hash, card.id, card.title, card.labels) == (
        lesson.hash,
        lesson.id,
        "The river bridge",
        ("claim", "denial"),
    )


def test_the_shelf_tells_how_far_somebody_has_come(workbook: Workbook, student: Student, lesson: Lesson) -> None:
    person = workbook.last_person()
    student.highlights(0, 9)
    student.highlights(30, 39)
    workbook.check(student.attempt, "key-1", last=True)
    other = make_lesson(id="storm")
    workbook.keep_lesson(other, b"storm")
    begun = workbook.open_attempt(person, other, "article", Mode.PRACTICE)
    workbook.set_reading_position(begun, 77)

    storm, bridge = workbook.progress(person)
    assert (storm.attempt, storm.highlights, storm.furthest, storm.position, storm.finished) == (begun, 0, 0, 77, False)
    assert (bridge.highlights, bridge.furthest, bridge.checks, bridge.finished) == (2, 39, 1, True)
    assert bridge.length == len(student.text.text)
    assert workbook.reading_position(begun) == 77

    again = workbook.start_again(student.attempt)
    (bridge, _storm) = workbook.progress(person)
    assert (bridge.attempt, bridge.highlights, bridge.checks, bridge.finished) == (again, 0, 0, True)
    assert workbook.progress(workbook.add_person("Ben")) == ()


def test_everything_about_a_person_can_be_taken_along(workbook: Workbook, student: Student) -> None:
    person = workbook.rename_person(workbook.last_person(), "Ada")
    workbook.set_setting(person, "theme", "dark")
    made = student.highlights(0, 9, note="so?")
    workbook.check(student.attempt, "key-1", last=False)
    student.removes(made)
    data = workbook.export_person(person)
    assert json.loads(json.dumps(data))["person"] == {"id": person.id, "name": "Ada"}
    assert data["settings"] == {"theme": "dark"}
    (attempt,) = data["attempts"]
    assert attempt["highlights"] == []
    assert attempt["checks"][0]["highlights"][0]["note"] == "so?"
    assert [(change["gesture"], change["edits"][0]["after"]) for change in attempt["changes"]] == [("remove", None)]


def test_two_highlights_may_have_the_same_words(workbook: Workbook, student: Student) -> None:
    quote = Quote("said", "mayor ", " that")
    twins = [Annotation(student.new_id(), "claim", Span(10, 14), quote) for _ in range(2)]
    workbook.record(student.attempt, Change(student.new_id(), "highlight", tuple(Edit(None, twin) for twin in twins)))
    assert workbook.annotations(student.attempt) == tuple(twins)


def test_one_lesson_given_out_in_two_ways_has_two_files_and_two_attempts(
    workbook: Workbook, student: Student, lesson: Lesson
) -> None:
    homework = replace(lesson, texts=(replace(lesson.texts[0], key=None),), mode=Mode.HOMEWORK)
    workbook.keep_lesson(homework, b"the homework")
    assert {(card.hash, card.mode) for card in workbook.lessons()} == {
        (lesson.hash, Mode.PRACTICE),
        (lesson.hash, Mode.HOMEWORK),
    }
    assert workbook.lesson_bytes(lesson.hash) == b"the lesson's file"
    assert workbook.lesson_bytes(lesson.hash, mode=Mode.HOMEWORK) == b"the homework"
    assert workbook.lesson_bytes(lesson.hash, mode=Mode.ASSESSMENT) is None
    ada = workbook.last_person()
    given = workbook.open_attempt(ada, homework, "article", Mode.HOMEWORK)
    assert given != student.attempt
    workbook.check(given, "", last=True)
    told = {(each.attempt.mode, each.finished) for each in workbook.progress(ada)}
    assert told == {(Mode.PRACTICE, False), (Mode.HOMEWORK, True)}
