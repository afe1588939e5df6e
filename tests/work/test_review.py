"""What was missed in a lesson comes back as passages of it; how each is marked says when its kind comes again."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.attempt import Attempt
from claimlight.core.errors import StoreError
from claimlight.core.identity import NewId
from claimlight.core.lesson import Lesson, ReviewItem
from claimlight.files.places import lessons
from claimlight.grading.grade import grade
from claimlight.grading.recall import Recall
from claimlight.grading.slips import Slip
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from claimlight.work.review import Excerpt, answer, keep_slips, next_round
from claimlight.work.review_schedule import FIRST_WAIT, LONGEST_DAYS, memory_from, plan
from claimlight.work.shelf import bring_file, work_on
from claimlight.work.warm_up import warm_up
from hand_clock import MORNING, Hands
from store.processes import start_python

STORM = lessons() / "storm-damage"


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def workbook(tmp_path: Path, ids: NewId, clock: Hands) -> Iterator[Workbook]:
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder, new_id=ids, clock=clock)
        yield workbook
        workbook.close()


def marks(lesson: Lesson, *found: tuple[str, str]) -> list[Annotation]:
    """Highlights on an article, each a phrase and a label."""
    text = lesson.texts[0].article.text
    made = []
    for phrase, label in found:
        start = text.text.index(phrase)
        span = replace(text.sentences[0].span, start=start, end=start + len(phrase))
        made.append(Annotation(phrase, label, span, quote_of(text, span)))
    return made


def finishes(workbook: Workbook, path: Path, *found: tuple[str, str]) -> tuple[Lesson, Attempt]:
    """Read a lesson to its end, with these marks."""
    person = workbook.last_person()
    lesson, attempt = work_on(bring_file(path, workbook), workbook, person)
    key = lesson.texts[0].key
    assert key is not None
    workbook.check(attempt, key.key_hash, last=True)
    keep_slips(workbook, attempt, lesson, grade(lesson, marks(lesson, *found)))
    return lesson, workbook.attempt(attempt.id)


def due(workbook: Workbook) -> tuple[Excerpt, ...]:
    return next_round(workbook, workbook.last_person()).excerpts


def waiting(workbook: Workbook) -> int:
    return workbook.reviews.waiting(workbook.last_person()).passages


def own_answers(shown: Excerpt) -> list[Annotation]:
    text, key = shown.lesson.texts[0].article.text, shown.lesson.texts[0].key
    assert key is not None
    return [
        Annotation(item.id, item.label, item.main.span, quote_of(text, item.main.span))
        for item in key.items
        if not item.optional
    ]


def test_what_was_missed_comes_back_tomorrow_a_passage_of_each_kind(workbook, clock):
    lesson, _attempt = finishes(workbook, STORM, ("tempers were short", "claim"), ("186 people", "unverified-figure"))
    assert (waiting(workbook), due(workbook)) == (0, ())
    clock.time += FIRST_WAIT
    shown = due(workbook)
    assert len(shown) == waiting(workbook) == 4
    assert len({one.kind for one in shown}) == 4
    whole = lesson.texts[0].article.text
    for one in shown:
        cut = one.lesson.texts[0].article.text
        assert cut.text == whole[one.place]
        assert cut[one.focus] in whole.text
        assert len(cut.sentences) < 8


def test_passages_of_one_review_share_no_words_where_others_are_due(workbook, clock):
    finishes(workbook, STORM)
    clock.time += FIRST_WAIT
    places = [one.place for one in due(workbook)]
    assert len(places) == 3
    assert all(a.end <= b.start or b.end <= a.start for n, a in enumerate(places) for b in places[n + 1 :])


def test_one_kind_alone_makes_a_minute_with_three_of_its_places(workbook, clock):
    lesson, _attempt = finishes(workbook, lessons() / "lost-dog")
    clock.time += FIRST_WAIT
    shown = due(workbook)
    assert len(shown) == waiting(workbook) == 3
    assert lesson.labels == ("claim",)
    assert {one.kind.slip for one in shown} == {Slip.MISSED, Slip.TAKEN_FOR_FACT}


def test_nothing_comes_back_of_a_lesson_that_was_done_well(workbook, clock):
    lesson = bring_file(STORM, workbook)
    key = lesson.texts[0].key
    right = [(lesson.texts[0].article.text[item.main.span], item.label) for item in key.items if not item.optional]
    finishes(workbook, STORM, *right)
    assert workbook.reviews.next_due(workbook.last_person()) is None


def test_an_answer_puts_its_kind_off_and_a_better_one_longer(workbook, clock):
    finishes(workbook, STORM)
    clock.time += FIRST_WAIT
    first, second, third = due(workbook)
    assert answer(workbook, first, grade(first.lesson, own_answers(first))) is Recall.GOOD
    assert answer(workbook, second, grade(second.lesson, [])) is Recall.AGAIN
    assert answer(workbook, third, grade(third.lesson, own_answers(third))) is Recall.GOOD
    assert waiting(workbook) == 0
    clock.time += timedelta(days=1)
    (back, *more_of_it) = due(workbook)
    assert {one.kind for one in (back, *more_of_it)} == {second.kind}
    clock.time += timedelta(days=40)
    again = next(one for one in due(workbook) if one.kind == first.kind)
    assert again.place != first.place, "its other places take turns"
    assert answer(workbook, again, grade(again.lesson, own_answers(again))) is Recall.EASY


def test_a_trap_is_left_alone_or_it_comes_back(workbook, clock):
    lesson = bring_file(STORM, workbook)
    trap = lesson.texts[0].key.decoys[0]
    words = lesson.texts[0].article.text[trap.span]
    finishes(workbook, STORM, (words, "unverified-figure"))
    clock.time += FIRST_WAIT
    shown = next(one for one in due(workbook) if one.kind.slip is Slip.TRAP)
    assert shown.item == trap.id
    text = shown.lesson.texts[0].article.text
    again = Annotation("h", "unverified-figure", shown.focus, quote_of(text, shown.focus))
    assert answer(workbook, shown, grade(shown.lesson, [again])) is Recall.AGAIN
    assert answer(workbook, shown, grade(shown.lesson, [])) is Recall.GOOD


SPOILT = [
    *("{", "[]", "4", '"x"', "null", "{}", "[" * 99999),
    *('{"format": 2}', '{"format": 1, "stability": 3, "difficulty": 5}'),
    '{"format": 1, "stability": 3.0, "difficulty": 5.0, "recall": 3, "new": 1}',
]
NUMBERS = [
    *(("x", 5, 3), (-1, 5, 3), (0, 5, 3), (float("nan"), 5, 3), (float("inf"), 5, 3)),
    *((3, 0, 3), (3, 11, 3), (3, 5, 9)),
]
SPOILT += [json.dumps({"format": 1, "stability": s, "difficulty": d, "recall": r}) for s, d, r in NUMBERS]


@pytest.mark.parametrize("state", SPOILT, ids=range(len(SPOILT)))
def test_a_damaged_plan_is_said_once_and_begins_anew(workbook, clock, state):
    finishes(workbook, STORM)
    clock.time += FIRST_WAIT
    with pytest.raises(StoreError):
        memory_from(state)
    workbook._db.execute("UPDATE review_card SET state = ? WHERE kind = 'missed:denial'", [state])
    found = next_round(workbook, workbook.last_person())
    assert found.damaged is not None
    assert found.damaged.code == "review-plan-damaged"
    assert len(found.excerpts) == 3
    assert next_round(workbook, workbook.last_person()).damaged is None
    for one in found.excerpts:
        answer(workbook, one, grade(one.lesson, own_answers(one)))
    assert waiting(workbook) == 0


@pytest.mark.parametrize("column", ["due", "reviewed"])
def test_a_damaged_date_is_said_once_and_begins_anew(workbook, clock, column):
    finishes(workbook, STORM)
    clock.time += FIRST_WAIT
    workbook._db.execute(f"UPDATE review_card SET {column} = '0000-soon' WHERE kind = 'missed:denial'")  # noqa: S608
    assert waiting(workbook) == 3
    assert next_round(workbook, workbook.last_person()).damaged is not None
    assert next_round(workbook, workbook.last_person()).damaged is None


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE review_card SET kind = kind || '?'",
        "UPDATE review_card SET kind = 'forgotten:' || kind",
        "UPDATE review_passage SET item = 'gone'",
        "UPDATE review_passage SET text_name = 'gone'",
        "UPDATE review_passage SET key_hash = 'gone'",
        'UPDATE review_passage SET "end" = 99999 + id',
        'UPDATE review_passage SET "start" = "end"',
        "UPDATE lesson_file SET bytes = X'00'",
        "DELETE FROM lesson_file",
    ],
)
def test_what_cannot_be_shown_any_more_is_dropped(workbook, clock, spoil):
    finishes(workbook, STORM)
    clock.time += FIRST_WAIT
    workbook._db.execute(spoil)
    shown = due(workbook)
    assert len(shown) == waiting(workbook)
    if "'?'" not in spoil:
        assert shown == ()
        assert workbook.reviews.next_due(workbook.last_person()) is None


def test_a_lesson_without_kept_answers_has_nothing_to_bring_back(workbook, clock):
    lesson, attempt = finishes(workbook, STORM)
    clock.time += timedelta(days=400)
    for one in workbook.reviews.due(workbook.last_person()):
        workbook.reviews.drop(one)
    text = lesson.texts[0]
    other = replace(lesson, texts=(replace(text, key=replace(text.key, key_hash="released")), *lesson.texts[1:]))
    keep_slips(workbook, attempt, other, grade(other, []))
    held = replace(lesson, texts=(replace(text, key=None),))
    keep_slips(workbook, attempt, held, grade(other, []))
    assert workbook.reviews.next_due(workbook.last_person()) is None


# The schedule


def test_the_better_the_longer(clock):
    waits = [plan("", None, told, MORNING).due - MORNING for told in Recall]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(days=1)
    assert timedelta(days=1) < waits[2] < waits[3]


recalls = st.lists(st.tuples(st.sampled_from(Recall), st.integers(-4000, 4000)), min_size=1, max_size=12)


@given(recalls)
def test_no_clock_makes_a_kind_come_at_once_or_never(answers):
    """Whatever the clock says at each answer: from then on a kind waits a day at least, and half a year at most."""
    state, reviewed, now = "", None, MORNING
    for told, days in answers:
        now = now + timedelta(days=days, hours=1)
        planned = plan(state, reviewed, told, now)
        assert timedelta(days=1) <= planned.due - now <= timedelta(days=LONGEST_DAYS)
        memory = memory_from(planned.state)
        assert memory is not None
        assert memory.recall is told
        state, reviewed = planned.state, planned.reviewed


@given(st.text(max_size=30))
def test_rubbish_is_never_a_plan(text):
    if text:
        with pytest.raises(StoreError):
            memory_from(text)


def test_only_an_answer_loads_the_scheduler_and_nothing_heavy_comes_with_it():
    script = (
        "import sys; from datetime import datetime, UTC\n"
        "from claimlight.work import review, warm_up, review_schedule\n"
        "assert 'fsrs' not in sys.modules\n"
        "review_schedule.plan('', None, review.Recall.GOOD, datetime.now(UTC))\n"
        "assert 'fsrs' in sys.modules\n"
        "print([name for name in ('numpy', 'torch', 'pandas', 'tqdm', 'fsrs.optimizer') if name in sys.modules])"
    )
    said, errors = start_python(script).communicate(timeout=60)
    assert said == "[]\n", errors


# Before a lesson begins


@pytest.fixture
def later(workbook: Workbook) -> Lesson:
    wanted = (ReviewItem("storm-damage", "d1"), ReviewItem("storm-damage", "t1"), ReviewItem("lost-dog", "c1"))
    return replace(bring_file(lessons() / "bus-strike", workbook), review=wanted)


def offered(workbook: Workbook, lesson: Lesson) -> tuple[str, ...]:
    person = workbook.last_person()
    _lesson, attempt = work_on(lesson, workbook, person)
    return tuple(one.item for one in warm_up(workbook, person, lesson, attempt))


def test_a_lesson_opens_with_sentences_of_lessons_whose_answers_were_seen(workbook, later):
    assert offered(workbook, later) == ()
    finishes(workbook, STORM)
    assert offered(workbook, later) == ("d1", "t1")
    finishes(workbook, lessons() / "lost-dog")
    assert offered(workbook, later) == ("d1", "t1", "c1")


def test_earlier_sentences_count_for_no_plan(workbook, later):
    finishes(workbook, STORM)
    person = workbook.last_person()
    first, _trap = warm_up(workbook, person, later, work_on(later, workbook, person)[1])
    before = workbook.reviews.next_due(person)
    assert answer(workbook, first, grade(first.lesson, own_answers(first))) is Recall.GOOD
    assert workbook.reviews.next_due(person) == before


def test_they_are_offered_once_and_only_before_anything_is_marked(workbook, later):
    finishes(workbook, STORM)
    person = workbook.last_person()
    _lesson, attempt = work_on(later, workbook, person)
    workbook.reviews.remember_warm_up(attempt)
    assert warm_up(workbook, person, later, attempt) == ()
    again = workbook.start_again(attempt)
    assert len(warm_up(workbook, person, later, again)) == 2
    workbook.check(again, "key", last=False)
    assert warm_up(workbook, person, later, workbook.attempt(again.id)) == ()


def test_an_item_that_is_gone_from_the_answers_is_left_out(workbook, later):
    finishes(workbook, STORM)
    gone = replace(later, review=(ReviewItem("storm-damage", "x9"), ReviewItem("storm-damage", "o1"), *later.review))
    assert offered(workbook, gone) == ("d1", "t1")
    workbook._db.execute("UPDATE lesson_file SET bytes = X'00'")
    assert offered(workbook, later) == ()


OPENING = [place.parent for place in sorted(lessons().glob("*/lesson.toml")) if b"[[review]]" in place.read_bytes()]


@pytest.mark.parametrize("folder", OPENING, ids=[folder.name for folder in OPENING])
def test_whoever_took_the_lessons_in_turn_is_offered_all_that_one_opens_with(workbook, folder):
    lesson = bring_file(folder, workbook)
    for slug in dict.fromkeys(wanted.lesson for wanted in lesson.review):
        finishes(workbook, lessons() / slug)
    assert offered(workbook, lesson) == tuple(wanted.item for wanted in lesson.review)
