"""Homework and assessment: no check before the hand-in, answers when the teacher lets them go, objections that stay."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claimlight.core.article import Span
from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import Clock, NewId
from claimlight.core.lesson import AnswerKey, Mode
from claimlight.files.lesson_bundle import open_lesson
from claimlight.grading.grade import grade
from claimlight.session.reading import ReadingSession
from claimlight.session.study import Study
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from lesson_maker import built_lesson, given_out

CLAIM = Span(7, 34)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return built_lesson(tmp_path / "fares")


@pytest.fixture
def study(tmp_path: Path, ids: NewId, clock: Clock) -> Iterator[Study]:
    with open_data_folder(tmp_path / "data") as place:
        workbook = open_workbook(place, new_id=ids, clock=clock)
        yield Study(workbook, tmp_path / "nothing", ids)
        workbook.close()


@pytest.fixture(params=[Mode.HOMEWORK, Mode.ASSESSMENT])
def session(request: pytest.FixtureRequest, study: Study, folder: Path) -> ReadingSession:
    return study.read(study.lesson_of_file(given_out(folder, request.param, rates={"article": "1/4"})))


def key_of(folder: Path) -> AnswerKey:
    key = open_lesson(folder).texts[0].key
    assert key is not None
    return key


def test_nothing_is_checked_before_the_hand_in(session: ReadingSession) -> None:
    session.highlight(CLAIM, "claim")
    assert session.hands_in
    assert (session.check(), session.hints(), session.grade(), session.checks_left) == (None, None, None, 0)
    assert session.examples == ()
    assert str(session.rate) == "1/4", "what extras cost is told all the same"


def test_the_hand_in_closes_the_page_and_undo_does_not_go_past_it(session: ReadingSession, study: Study) -> None:
    made = session.highlight(CLAIM, "claim")
    assert session.undoable == "highlight"
    told: list[bool] = []
    session.finished.connect(lambda: told.append(True))
    assert session.finish()
    assert told == [True]
    assert (session.closed, session.waiting, session.undoable) == (True, True, None)
    assert session.undo() is None
    assert made in session.annotations
    assert not session.finish(), "once is enough"
    assert study.read(session.lesson).waiting, "and so it stays"


def test_a_practice_is_not_finished_but_checked(study: Study, folder: Path) -> None:
    session = study.read(study.lesson_of_file(folder))
    assert not session.hands_in
    assert not session.finish()
    assert session.release(key_of(folder)) is None


def test_answers_that_are_let_go_grade_what_was_closed(session: ReadingSession, folder: Path) -> None:
    session.highlight(CLAIM, "claim")
    assert session.release(key_of(folder)) is None, "an open page gets no answers"
    session.finish()
    found: list[object] = []
    session.checked.connect(found.append)
    result = session.release(key_of(folder))
    assert result == grade(open_lesson(folder), session.annotations.values())
    assert found == [result]
    assert not session.waiting
    assert session.grade() == result
    assert session.release(key_of(folder)) is None


def test_answers_to_another_text_are_refused(session: ReadingSession, folder: Path) -> None:
    session.finish()
    errors: list[ClaimlightError] = []
    session.failed.connect(errors.append)
    assert session.release(replace(key_of(folder), text_hash="of another text")) is None
    assert [error.code for error in errors] == ["key-text-changed"]
    assert session.waiting


def test_answers_that_were_let_go_early_stay_out_of_sight_until_the_hand_in(study: Study, folder: Path) -> None:
    given = open_lesson(given_out(folder, Mode.HOMEWORK))
    study.read(study.lesson_of_file(given_out(folder, Mode.HOMEWORK)))
    session = study.read(given.with_answers("article", key_of(folder)))
    assert session.key is None
    assert session.finish()
    assert not session.waiting
    assert session.grade() is not None


def test_a_full_disk_leaves_the_page_open(session: ReadingSession) -> None:
    session.highlight(CLAIM, "claim")
    errors: list[ClaimlightError] = []
    session.failed.connect(errors.append)
    db = session._workbook._db
    db.execute("PRAGMA query_only = ON")
    assert not session.finish()
    assert session.objections.say("No.", item="c1") is None
    assert not session.objections.withdraw(item="c1")
    db.execute("PRAGMA query_only = OFF")
    assert len(errors) == 3
    assert not session.closed


def test_an_objection_is_one_line_of_up_to_300_signs(session: ReadingSession) -> None:
    objections = session.objections
    assert objections.about(item="c1") == ""
    assert objections.say("  \n ", item="c1") is None
    objections.say("It is \n asked,  not said. ", item="c1")
    objections.say("🙂" * 400, highlight="h1")
    assert objections.about(item="c1") == "It is asked, not said."
    assert objections.about(highlight="h1") == "🙂" * 300
    assert objections.withdraw(item="c1")
    assert objections.about(item="c1") == ""
