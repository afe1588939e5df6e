"""Several teachers' marks become one key; how well they do against each other is the ceiling."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.grading.alignment import TOGETHER, TeacherMark, align, similarity
from claimlight.grading.grade import grade
from claimlight.grading.ranges import Range
from claimlight.grading.several_keys import human_ceiling, share_key
from grading.builders import CLAIM, DENIAL, FIGURE, TWELVE_WORDS, claim, denial, figure, lesson_of, work_on

P = TWELVE_WORDS
LESSON = lesson_of(P.text, [])


def teachers(*works):
    return [work_on(LESSON, *work) for work in works]


def told(shared):
    """Of each item: its main words, label, weight, whether it is optional."""
    return [(P.text[one.item.main.span], one.item.label, one.item.weight, one.item.optional) for one in shared.items]


def test_what_all_mark_is_required_and_what_few_mark_is_optional():
    shared = share_key(
        P.text,
        teachers((claim(0, 3), denial(4, 8)), (claim(0, 3), denial(4, 7)), (claim(0, 4), figure(9, 10))),
    )
    assert told(shared) == [
        ("t0 t1 t2", CLAIM, 1, False),
        ("t4 t5 t6", DENIAL, Fraction(2, 3), False),
        ("t9", FIGURE, Fraction(1, 3), True),
    ]
    assert [item.id for item in shared.key.items] == ["k1", "k2", "k3"]
    assert (shared.n, shared.large) == (3, False)
    assert shared.key.rate == Fraction(1, 2)


def test_other_labels_earn_their_support():
    shared = share_key(P.text, teachers((claim(0, 3),), (claim(0, 3),), (figure(0, 2),)))
    (one,) = shared.items
    assert one.support == ((CLAIM, 2), (FIGURE, 1))
    assert [(target.label, target.factor, P.text[target.span]) for target in one.item.targets] == [
        (CLAIM, 1, "t0 t1 t2"),
        (FIGURE, Fraction(1, 2), "t0 t1"),
    ]
    half_right = grade(lesson_of(P.text, shared.key.items), work_on(LESSON, figure(0, 2)))
    assert half_right.items[0].credit == Fraction(1, 2)


def test_one_teacher_cannot_be_two_of_an_item():
    shared = share_key(P.text, teachers((claim(0, 3), denial(0, 3), claim(0, 3)), (denial(0, 3), claim(0, 3))))
    assert told(shared) == [("t0 t1 t2", CLAIM, 1, False), ("t0 t1 t2", DENIAL, 1, False)]
    alone = share_key(P.text, teachers((claim(0, 3), claim(0, 4))))
    assert len(alone.items) == 2


def test_two_items_at_one_place_under_one_label_become_the_weightier():
    marks = teachers(
        (claim(1, 2),),
        (claim(1, 4), denial(1, 4)),
        (denial(1, 4), denial(0, 2), claim(0, 3)),
        (claim(2, 4), claim(1, 4)),
    )
    assert told(share_key(P.text, marks)) == [
        ("t0 t1", DENIAL, Fraction(1, 4), True),
        ("t1 t2 t3", CLAIM, 1, False),
    ]


def test_the_ceiling_grades_each_teacher_against_the_others():
    agree = teachers((claim(0, 3),), (claim(0, 3),), (claim(0, 3),))
    assert human_ceiling(LESSON, agree).scores == (100, 100, 100)
    ceiling = human_ceiling(LESSON, teachers((claim(0, 3),), (claim(0, 3),), ()))
    assert ceiling.scores == (100, 100, 0)
    assert ceiling.mean == Fraction(200, 3)


def test_too_few_teachers_are_refused():
    with pytest.raises(ValueError, match="needs a teacher"):
        share_key(P.text, [])
    with pytest.raises(ValueError, match="two teachers"):
        human_ceiling(LESSON, teachers((claim(0, 3),)))
    with pytest.raises(ValueError, match="their text"):
        human_ceiling(LESSON, teachers((), ()), "plain")


def test_nothing_marked_is_a_key_without_items():
    assert share_key(P.text, [(), ()]).key.items == ()


# Laws

marks = st.builds(
    lambda start, size, label, teacher: TeacherMark(Range(start, start + size), label, teacher),
    st.integers(0, 6),
    st.integers(1, 4),
    st.sampled_from((CLAIM, DENIAL)),
    st.integers(0, 2),
)


def worth(groups) -> tuple[Fraction, int]:
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    return (
        sum((similarity(a.range, b.range) - TOGETHER for a, b in pairs), Fraction(0)),
        sum(a.label == b.label for a, b in pairs),
    )


def partitions(items):
    if not items:
        yield []
        return
    first, rest = items[0], items[1:]
    for groups in partitions(rest):
        yield [[first], *groups]
        for number, group in enumerate(groups):
            if all(other.teacher != first.teacher for other in group):
                yield [*groups[:number], [first, *group], *groups[number + 1 :]]


@given(st.lists(marks, max_size=6, unique=True))
def test_no_alignment_is_better(given_marks):
    found = align(given_marks)
    assert worth(found.groups) == max(map(worth, partitions(given_marks)))
    assert sorted(mark for group in found.groups for mark in group) == sorted(given_marks)
    assert not found.large


def test_a_tangle_too_large_is_said_to_be_one():
    tangle = [TeacherMark(Range(n % 3, n % 3 + 4), CLAIM, n) for n in range(6)]
    found = align(tangle, most_steps=5)
    assert found.large
    assert sorted(mark for group in found.groups for mark in group) == sorted(tangle)


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 2)), max_size=3), min_size=1, max_size=3),
    st.randoms(),
)
def test_the_order_of_teachers_is_no_matter(places, random):
    works = teachers(*[[claim(start, min(12, start + size)) for start, size in work] for work in places])
    assert share_key(P.text, random.sample(works, len(works))) == share_key(P.text, works)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 2)), min_size=1, max_size=3))
def test_teachers_who_agree_reach_the_ceiling(places):
    work = [claim(start, min(12, start + size)) for start, size in places]
    assert human_ceiling(LESSON, teachers(work, work, work)).mean == 100
