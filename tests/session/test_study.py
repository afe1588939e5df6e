"""Who is working, and what opens for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.core.article import Span
from claimlight.core.identity import Clock, NewId
from claimlight.files.places import lessons
from claimlight.session.reading import ReadingSession
from claimlight.session.study import Study
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook

LUNCH = str(lessons() / "canteen-survey")


@pytest.fixture
def study(tmp_path: Path, ids: NewId, clock: Clock) -> Iterator[Study]:
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder, new_id=ids, clock=clock)
        yield Study(workbook, lessons(), ids)
        workbook.close()


def reads_lunch(study: Study) -> ReadingSession:
    return study.read(study.lesson(LUNCH))


def names(study: Study) -> list[str]:
    return [person.name for person in study.people()]


def test_the_first_person_needs_no_name(study: Study) -> None:
    assert study.person.name == ""
    assert names(study) == []
    assert not study.asks_who


def test_the_nameless_first_person_takes_a_name_while_they_have_no_work(study: Study) -> None:
    first = study.person
    study.work_as_named("Ada")
    assert study.person.id == first.id
    assert [person.name for person in study.known_people()] == ["Ada"]


def test_work_without_a_name_stays_for_whoever_did_it(study: Study) -> None:
    """It could be somebody else's: a name that is typed later does not take it along."""
    first = study.person
    reads_lunch(study).highlight(Span(0, 9), "claim")
    study.work_as_named("Ada")
    assert study.person.id != first.id
    assert reads_lunch(study).annotations == {}
    assert study.counts(first.id) == (1, 0)
    assert [person.name for person in study.known_people()] == ["", "Ada"]
    study.work_as(first.id)
    assert len(reads_lunch(study).annotations) == 1


def test_from_two_people_on_it_asks(study: Study) -> None:
    told: list[bool] = []
    study.person_changed.connect(lambda: told.append(True))
    study.work_as_named("Ada")
    assert not study.asks_who
    study.work_as_named("Ben")
    assert study.asks_who
    assert names(study) == ["Ada", "Ben"]
    study.work_as_named("Ada")
    assert names(study) == ["Ada", "Ben"], "a known name is nobody new"
    assert study.person.name == "Ada"
    assert len(told) == 3


def test_settings_belong_to_the_person(study: Study) -> None:
    study.work_as_named("Ada")
    study.set_setting("theme", "dark")
    study.work_as_named("Ben")
    assert study.setting("theme", "paper") == "paper"
    study.work_as_named("Ada")
    assert study.setting("theme", "paper") == "dark"


def test_starting_again_leaves_the_old_attempt_as_it_was(study: Study) -> None:
    session = reads_lunch(study)
    session.highlight(Span(0, 9), "claim")
    assert session.check() is not None
    fresh = study.start_again(session)
    assert fresh.annotations == {}
    assert fresh.attempt.number == session.attempt.number + 1
    assert reads_lunch(study).attempt == fresh.attempt
    assert len(session.annotations) == 1


def test_there_is_nothing_newer_than_what_is_open(study: Study) -> None:
    assert study.newer_version(reads_lunch(study), study.lesson(LUNCH)) is None
