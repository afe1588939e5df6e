"""A review: passages in turn, each on a page that can be undone, each answer kept at once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from claimlight.core.article import Span
from claimlight.core.errors import StoreError
from claimlight.core.identity import NewId
from claimlight.files.places import lessons
from claimlight.session.review import ReviewSession
from claimlight.session.study import Study
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from hand_clock import Hands


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def study(tmp_path: Path, ids: NewId, clock: Hands) -> Iterator[Study]:
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder, new_id=ids, clock=clock)
        yield Study(workbook, lessons(), ids)
        workbook.close()


def finishes(study: Study, slug: str = "storm-damage") -> None:
    session = study.read(study.lesson(str(lessons() / slug)))
    while not session.closed:
        session.check(confirmed_few=True)


def review(study: Study) -> ReviewSession:
    begun = study.reviews.begin(study.person)
    assert begun is not None
    return begun


def test_only_the_last_check_lets_anything_come_back(study: Study, clock: Hands) -> None:
    session = study.read(study.lesson(str(lessons() / "storm-damage")))
    session.check(confirmed_few=True)
    assert study.reviews.next_in(study.person) is None
    session.check(confirmed_few=True)
    assert study.reviews.next_in(study.person) == timedelta(hours=20)
    assert study.reviews.waiting(study.person) == 0
    assert study.reviews.begin(study.person) is None
    clock.time += timedelta(days=1)
    assert study.reviews.waiting(study.person) == 3


def test_passages_come_in_turn_and_each_answer_is_kept(study: Study, clock: Hands) -> None:
    finishes(study)
    clock.time += timedelta(days=1)
    begun = review(study)
    passages = [begun.page.article.text.text]
    while not begun.is_last:
        assert begun.answer() is not None
        assert begun.page.closed
        begun.go_on()
        passages.append(begun.page.article.text.text)
        assert not begun.page.closed
    begun.answer()
    assert len(set(passages)) == 3
    assert study.reviews.waiting(study.person) == 0
    wait = study.reviews.next_in(study.person)
    assert wait == timedelta(days=1)


def test_who_leaves_in_the_middle_keeps_what_was_answered(study: Study, clock: Hands) -> None:
    finishes(study)
    clock.time += timedelta(days=1)
    begun = review(study)
    done = begun.excerpt.kind
    begun.answer()
    assert done not in {one.kind for one in review(study).excerpts}


def test_a_passage_is_marked_like_a_page_undone_and_done_again(study: Study, clock: Hands) -> None:
    finishes(study)
    clock.time += timedelta(days=1)
    page = review(study).page
    label = page.labels[0].id
    made = page.highlight(Span(0, 9), label)
    assert (page.undoable, page.redoable) == ("highlight", None)
    page.undo()
    assert (page.annotations, page.undoable, page.redoable) == ({}, None, "highlight")
    page.redo()
    assert list(page.annotations) == [made]
    page.undo()
    page.highlight(Span(3, 12), label)
    assert page.redoable is None
    assert page.redo() is None
    page.undo()
    assert page.undo() is None
    assert page.hints() is None
    page.set_reading_position(4)
    assert page.reading_position() == 0
    assert page.objections.about(item="c1") == ""


def test_an_answer_that_the_disk_refuses_is_told_and_shown_all_the_same(study: Study, ids: NewId, clock: Hands) -> None:
    finishes(study)
    clock.time += timedelta(days=1)

    def refuses(_excerpt: object, _grade: object) -> None:
        raise StoreError("disk-full")

    begun = ReviewSession(review(study).excerpts, refuses, ids)
    told: list[StoreError] = []
    begun.failed.connect(told.append)
    assert begun.answer() is not None
    assert [error.code for error in told] == ["disk-full"]


def test_a_folder_that_can_only_be_read_has_no_review(study: Study, clock: Hands) -> None:
    finishes(study)
    clock.time += timedelta(days=1)
    study._workbook.read_only = StoreError("workbook-read-only", file="workbook.db")
    assert study.reviews.waiting(study.person) == 0
