"""What a teacher decides stands in lines of its own, and whatever it is, the lines add up exactly."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.decision import Decision, DecisionKind
from claimlight.grading.grade import grade
from claimlight.grading.receipt import LineKind, Rule
from claimlight.grading.receipt_json import receipt_json
from claimlight.wording.receipt_rows import points_of_rows
from claimlight.work.overrides import KEPT, WHOLE, decided, may_accept, resolved, worths
from grading.builders import claim, graded, one_claim
from grading.cases import cases

ACCEPT, POINTS, COMMENT, KEEP = DecisionKind.ACCEPT, DecisionKind.POINTS, DecisionKind.COMMENT, DecisionKind.KEPT
HALF = Fraction(1, 2)


@st.composite
def decisions(draw, found):
    items = st.sampled_from(["", "nobody", *(one.item for one in found.items)])
    marks = st.sampled_from(["", "nothing", *(one.highlight for one in found.highlights)])
    points = st.none() | st.fractions(-2, 4, max_denominator=8)
    made = st.builds(Decision, st.just("d"), st.sampled_from(DecisionKind), items, marks, points, st.text(max_size=4))
    return draw(st.lists(made, max_size=5))


@given(cases(), st.data())
def test_the_lines_add_up_to_the_points_whatever_the_teacher_decides(case, data):
    found, key = grade(case.lesson, case.works), case.lesson.texts[0].key
    made = data.draw(decisions(found))
    before = receipt_json(found)
    shown = decided(found, made, worths(key))
    assert sum(line.points for line in shown.lines) == shown.points == sum(points_of_rows(shown).values())
    assert 0 <= shown.points <= shown.possible == found.possible
    assert receipt_json(found) == before
    assert shown.items is found.items
    followed = decided(found, resolved(found, made, key), {})
    assert (followed.points, [line.points for line in followed.lines]) == (
        *(shown.points, [line.points for line in shown.lines]),
    )


@given(cases(), st.data())
def test_to_accept_never_lowers_the_points(case, data):
    found, worth = grade(case.lesson, case.works), worths(case.lesson.texts[0].key)
    made = [one for one in data.draw(decisions(found)) if one.kind is ACCEPT and one.points is None]
    points = [decided(found, made[:count], worth).points for count in range(len(made) + 1)]
    assert points == sorted(points)


@given(cases())
def test_where_nothing_was_decided_the_receipt_is_the_graders(case):
    found = grade(case.lesson, case.works)
    said = Decision("d", COMMENT, words="Well seen.")
    assert decided(found, (said,), {}) is found


LESSON = one_claim()
WORTH = worths(LESSON.texts[0].key)


def shown(found, *made):
    return decided(found, made, WORTH)


def said(found):
    return [(line.kind, line.id, line.points) for line in found.lines]


def test_an_accepted_answer_earns_all_and_its_own_line_says_so():
    found = graded(LESSON, claim(3, 4))
    assert found.points == HALF
    told = shown(found, Decision("d", ACCEPT, item="K1", words="You said it in class."))
    assert said(told) == [(LineKind.ITEM, "K1", HALF), (LineKind.TEACHER, "K1", HALF)]
    assert told.lines[1].reason.get("said") == "You said it in class."
    assert (told.points, told.percent) == (1, 100)


def test_a_mark_that_is_accepted_costs_nothing_and_is_not_the_free_one_either():
    found = graded(LESSON, claim(1, 4), claim(4, 8), claim(8, 12))
    first, second = (one.highlight for one in found.highlights if one.cost)
    assert [line.points for line in found.lines] == [1, -HALF, -HALF, HALF]
    once = shown(found, Decision("d", ACCEPT, highlight=first))
    assert [line.points for line in once.lines] == [1, -HALF, HALF, -HALF, HALF]
    assert once.points == 1
    twice = shown(found, Decision("d", ACCEPT, highlight=first), Decision("e", ACCEPT, highlight=second))
    assert [line.points for line in twice.lines] == [1, -HALF, HALF, -HALF, HALF]


def test_the_last_decision_about_the_same_holds():
    found = graded(LESSON, claim(3, 4))
    given_three = Decision("d", POINTS, item="K1", points=Fraction(3, 4))
    taken = Decision("e", POINTS, item="K1", points=Fraction(0))
    assert shown(found, given_three).points == Fraction(3, 4)
    assert shown(found, given_three, taken).points == 0


def test_points_for_the_whole_and_what_keeps_a_mark_stand_last():
    found = graded(LESSON, claim(3, 4))
    whole = Decision("d", POINTS, points=Fraction(3, 4), words="For the effort.")
    kept = Decision("e", KEEP, points=Fraction(1, 8))
    told = shown(found, whole, kept)
    assert said(told)[1:] == [(LineKind.TEACHER, WHOLE, Fraction(1, 4)), (LineKind.TEACHER, KEPT, Fraction(1, 8))]
    assert [line.reason.rule for line in told.lines[1:]] == [Rule.TEACHER_POINTS, Rule.TEACHER_KEPT]
    assert told.points == Fraction(7, 8)


def test_more_than_all_is_limited_and_less_than_nothing_too():
    found = graded(LESSON, claim(1, 4))
    assert said(shown(found, Decision("d", POINTS, item="K1", points=Fraction(3))))[1:] == [
        (LineKind.TEACHER, "K1", 2),
        (LineKind.LIMIT, "", -2),
    ]
    assert shown(found, Decision("d", POINTS, item="K1", points=Fraction(-3))).points == 0


def test_what_may_be_accepted():
    found = graded(LESSON, claim(3, 4), claim(8, 12))
    used, extra = (one.highlight for one in found.highlights)
    assert may_accept(found, item="K1")
    assert may_accept(found, highlight=extra)
    assert not may_accept(found, highlight=used)
    assert not may_accept(found, item="nobody")
    assert not may_accept(graded(LESSON, claim(1, 4)), item="K1")
