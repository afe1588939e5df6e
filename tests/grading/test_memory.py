"""What a key remembers of a class's highlights saves time and changes no grade."""

from hypothesis import given
from hypothesis import strategies as st

from claimlight.grading.grade import grade, grade_prepared, prepare, score_prepared
from claimlight.grading.memory import Memory
from claimlight.grading.receipt_json import receipt_json
from grading.builders import claim, one_claim, work_on
from grading.cases import lessons, works


def test_what_comes_twice_is_remembered():
    memory = Memory(10)
    assert memory.offer("a", 1) == 1
    assert memory == {}
    assert memory.offer("a", 2) == 2
    assert memory == {"a": 2}


def test_it_never_holds_more_than_it_may_and_keeps_what_it_has():
    memory = Memory(3)
    for n in range(100):
        memory.offer(n % 20, n)
        memory.offer(n % 7, n)
        assert len(memory) <= 3
        assert len(memory.once) <= 12
    kept = dict(memory)
    assert len(kept) == 3
    assert memory.offer("new", 1) == memory.offer("new", 1) == 1
    assert memory == kept


def test_what_came_once_is_forgotten_where_there_is_too_much_of_it():
    memory = Memory(1)
    for n in range(100):
        memory.offer(n, n)
        assert len(memory.once) <= 4
    assert memory == {}


@given(lessons(), st.data())
def test_a_work_is_graded_alike_alone_and_after_a_class(lesson, data):
    """The same bytes, whether nothing is remembered, little, or everything."""
    key = prepare(lesson)
    key.shapes.most = data.draw(st.sampled_from((1, 3, 100)))
    a_class = [data.draw(works(lesson)) for _ in range(4)]
    alone = [receipt_json(grade(lesson, work)) for work in a_class]
    for _ in range(3):
        assert [receipt_json(grade_prepared(key, work)) for work in a_class] == alone
        assert [score_prepared(key, work) for work in a_class] == [
            score_prepared(prepare(lesson), work) for work in a_class
        ]


def test_a_mark_that_many_make_is_looked_at_twice_and_no_more():
    lesson = one_claim()
    key = prepare(lesson)
    (mark,) = work_on(lesson, claim(1, 4))
    place = (mark.span.start, mark.span.end, mark.label)
    for _ in range(2):
        grade_prepared(key, [mark])
    shape = key.shapes[place]
    grade_prepared(key, [mark])
    assert key.shapes[place] is shape
    assert list(key.shapes) == [place]
