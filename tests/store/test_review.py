"""What was missed comes back when it is due, whatever the clock does, and goes with its person."""

from datetime import UTC, datetime, timedelta

import pytest

from claimlight.core.article import Span
from claimlight.core.lesson import Mode
from claimlight.store.opening import open_workbook
from claimlight.store.review import Place, Waiting, time_from
from hand_clock import MORNING, Hands
from store.student import make_lesson

DAY = timedelta(days=1)
CLAIM = Place("missed:claim", "c1", Span(4, 50))
OTHER_CLAIM = Place("missed:claim", "c2", Span(60, 80))
DENIAL = Place("missed:denial", "d1", Span(51, 76))


@pytest.fixture
def clock():
    return Hands()


@pytest.fixture
def ada(workbook):
    return workbook.last_person()


def kinds(workbook, ada):
    return [passage.place.kind for passage in workbook.reviews.due(ada)]


def missed(workbook, attempt, *places, wait=DAY):
    workbook.reviews.keep(attempt, "key-1", places, wait)


def test_nothing_waits_for_somebody_new(workbook, ada):
    assert workbook.reviews.waiting(ada) == Waiting(0, 0)
    assert workbook.reviews.due(ada) == ()
    assert workbook.reviews.next_due(ada) is None


def test_what_was_missed_waits_its_time(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM)
    clock.time += DAY - timedelta(seconds=1)
    assert workbook.reviews.waiting(ada) == Waiting(0, 0)
    assert workbook.reviews.next_due(ada) == MORNING + DAY
    clock.time = MORNING + DAY
    assert workbook.reviews.waiting(ada) == Waiting(1, 1)
    (passage,) = workbook.reviews.due(ada)
    assert (passage.place, passage.state, passage.key_hash) == (CLAIM, "", "key-1")
    assert (passage.lesson_hash, passage.text_name) == (attempt.lesson_hash, "article")


def test_a_kind_that_is_missed_again_comes_sooner_and_with_both_places(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM, wait=9 * DAY)
    missed(workbook, attempt, OTHER_CLAIM, CLAIM)
    assert workbook.reviews.next_due(ada) == MORNING + DAY
    clock.time += DAY
    assert workbook.reviews.waiting(ada) == Waiting(1, 2)
    missed(workbook, attempt, CLAIM, wait=9 * DAY)
    assert workbook.reviews.waiting(ada) == Waiting(1, 2)


@pytest.mark.parametrize(
    ("kinds", "places", "shown"), [(0, 0, 0), (1, 1, 1), (1, 9, 3), (2, 2, 2), (3, 3, 3), (4, 4, 4), (9, 30, 4)]
)
def test_a_review_takes_a_minute(kinds, places, shown):
    assert Waiting(kinds, places).passages == shown


def test_what_was_to_come_first_stands_first(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM, wait=2 * DAY)
    missed(workbook, attempt, DENIAL, wait=DAY)
    clock.time += 3 * DAY
    assert kinds(workbook, ada) == ["missed:denial", "missed:claim"]


def test_an_answer_is_planned_and_the_other_place_comes_next_time(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM, OTHER_CLAIM)
    clock.time += DAY
    first, second = workbook.reviews.due(ada)
    workbook.reviews.plan(first, "remembered", clock.time, clock.time + 3 * DAY)
    assert workbook.reviews.state(second) == ("remembered", clock.time.isoformat())
    assert workbook.reviews.waiting(ada) == Waiting(0, 0)
    clock.time += 3 * DAY
    assert [passage.id for passage in workbook.reviews.due(ada)] == [second.id, first.id]


@pytest.mark.parametrize("back", [2300 * DAY, 400 * DAY, DAY / 2, timedelta(seconds=1)])
def test_a_clock_set_back_lets_everything_wait_as_long_as_it_was_to(workbook, ada, attempt, clock, back):
    missed(workbook, attempt, CLAIM, DENIAL)
    clock.time += DAY
    claim, _denial = workbook.reviews.due(ada)
    workbook.reviews.plan(claim, "", clock.time, clock.time + 5 * DAY)
    clock.time -= back
    planned = clock.time
    workbook.reviews.waiting(ada)
    clock.time += DAY
    assert kinds(workbook, ada) == ["missed:denial"]
    assert workbook.reviews.waiting(ada) == Waiting(1, 1)
    clock.time += 4 * DAY
    assert workbook.reviews.waiting(ada) == Waiting(2, 2)
    assert all(time_from(passage.reviewed) <= planned for passage in workbook.reviews.due(ada))


def test_a_clock_set_forward_and_back_again_loses_nothing(workbook, ada, attempt, clock):
    clock.time = datetime(2076, 1, 1, tzinfo=UTC)
    missed(workbook, attempt, CLAIM)
    clock.time = MORNING
    assert workbook.reviews.waiting(ada) == Waiting(0, 0)
    assert workbook.reviews.next_due(ada) == MORNING + DAY


def test_a_spoilt_date_is_due_and_comes_last(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM, DENIAL)
    clock.time += DAY
    for spoilt in ("soon", "", "9999-99-99", "3012-05-04T08:00:00+00:00", "2026-05-04"):
        workbook._db.execute("UPDATE review_card SET due = ? WHERE kind = 'missed:claim'", [spoilt])
        assert workbook.reviews.waiting(ada) == Waiting(2, 2), spoilt
        assert workbook.reviews.next_due(ada) is not None


def test_spoilt_times_before_a_clock_set_back_are_due(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM)
    workbook._db.execute("UPDATE review_card SET reviewed = 'yesterday', due = 'tomorrow'")
    assert workbook.reviews.waiting(ada) == Waiting(1, 1)


def test_a_kind_can_begin_anew(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM)
    clock.time += DAY
    (passage,) = workbook.reviews.due(ada)
    workbook.reviews.plan(passage, "?", clock.time, clock.time)
    workbook.reviews.begin_anew(passage)
    assert workbook.reviews.state(passage) == ("", clock.time.isoformat())
    assert workbook.reviews.waiting(ada) == Waiting(1, 1)


def test_a_place_that_is_gone_is_dropped_and_with_its_last_the_kind(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM, OTHER_CLAIM)
    clock.time += DAY
    first, second = workbook.reviews.due(ada)
    workbook.reviews.drop(first)
    assert workbook.reviews.waiting(ada) == Waiting(1, 1)
    workbook.reviews.drop(second)
    assert workbook.reviews.next_due(ada) is None


def test_everybody_has_their_own(workbook, ada, attempt, clock):
    missed(workbook, attempt, CLAIM)
    bo = workbook.add_person("Bo")
    clock.time += DAY
    assert workbook.reviews.waiting(bo) == Waiting(0, 0)
    assert kinds(workbook, bo) == []
    assert kinds(workbook, ada) == ["missed:claim"]


def test_what_waits_is_exported_and_forgotten_with_its_person(workbook, ada, attempt):
    missed(workbook, attempt, CLAIM)
    (card,) = workbook.export_person(ada)["reviews"]
    assert (card["kind"], card["due"]) == ("missed:claim", (MORNING + DAY).isoformat())
    workbook.reviews.remember_warm_up(attempt)
    workbook.forget(ada)
    count = (
        "SELECT (SELECT COUNT(*) FROM review_card) + (SELECT COUNT(*) FROM review_passage)"
        " + (SELECT COUNT(*) FROM warm_up)"
    )
    assert workbook._db.execute(count).fetchone() == (0,)


def test_earlier_sentences_are_offered_before_an_attempt_once(workbook, attempt):
    assert not workbook.reviews.warmed_up(attempt)
    for _twice in range(2):
        workbook.reviews.remember_warm_up(attempt)
        assert workbook.reviews.warmed_up(attempt)
    assert not workbook.reviews.warmed_up(workbook.start_again(attempt))


def test_the_number_that_is_due_is_found_by_an_index(workbook, ada):
    plan = workbook._db.execute(
        "EXPLAIN QUERY PLAN SELECT COUNT(*) FROM review_card WHERE person_id = 1 AND due <= '2026'"
    ).fetchall()
    assert "reviews_due (person_id=? AND due<?)" in plan[0][3]


def test_reviews_survive_a_restart(folder, ids, clock):
    first = open_workbook(folder, new_id=ids, clock=clock)
    first.keep_lesson(make_lesson(), b"file")
    attempt = first.open_attempt(first.last_person(), make_lesson(), "article", Mode.PRACTICE)
    missed(first, attempt, CLAIM)
    first.close()
    clock.time += DAY
    second = open_workbook(folder, new_id=ids, clock=clock)
    assert second.reviews.waiting(second.last_person()) == Waiting(1, 1)
    second.close()
