"""Laws that hold for every lesson and every piece of work."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from claimlight.core.annotation import Annotation
from claimlight.core.lesson import Lesson, Precision
from claimlight.grading.boundary import boundary_credit
from claimlight.grading.grade import Grade, grade, grade_prepared, prepare, score_prepared
from claimlight.grading.marks import read_marks
from claimlight.grading.matching import _by_words
from claimlight.grading.prepare import _worth
from grading.builders import Page, answers_as_work, lesson_of
from grading.cases import cases, covering_only, items, lessons, pages, works
from grading.oracle import Oracle


def points(found: Grade) -> tuple[object, ...]:
    return found.score, found.earned, found.penalty, [(one.item, one.outcome, one.credit) for one in found.items]


def page_of(lesson: Lesson) -> Page:
    return Page(lesson.texts[0].article.text)


def with_items(lesson: Lesson, change) -> Lesson:
    text = lesson.texts[0]
    key = replace(text.key, items=tuple(map(change, text.key.items)))
    return replace(lesson, texts=(replace(text, key=key),))


@given(cases())
def test_the_score_is_between_0_and_100(case):
    assert 0 <= grade(case.lesson, case.works).score <= 100


@given(cases())
def test_the_score_alone_is_the_grades(case):
    found, score = grade(case.lesson, case.works), score_prepared(prepare(case.lesson), case.works)
    assert (score.earned, score.penalty, score.possible) == (found.earned, found.penalty, found.possible)
    assert (score.score, score.points) == (found.score, found.points)
    assert sum((one.points for one in found.items), prepare(case.lesson).stakes.given) == found.earned


@given(cases())
def test_the_lines_add_up_to_the_score(case):
    found = grade(case.lesson, case.works)
    total = sum(line.points for line in found.lines)
    assert total == found.points
    assert 100 * total / found.possible == found.score


@given(cases())
def test_every_highlight_and_every_graded_item_has_one_verdict(case):
    found = grade(case.lesson, case.works)
    assert sorted(one.highlight for one in found.highlights) == sorted(one.id for one in case.works)
    graded_items = {item.id for item in case.lesson.texts[0].key.items} - set(case.lesson.example)
    assert {one.item for one in found.items} == graded_items
    assert len(found.items) == len(graded_items)


@given(cases(), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing(case, random):
    shuffled = random.sample(case.works, len(case.works))
    key = case.lesson.texts[0].key
    other_key = replace(key, items=tuple(random.sample(key.items, len(key.items))), decoys=tuple(reversed(key.decoys)))
    lesson = replace(case.lesson, texts=(replace(case.lesson.texts[0], key=other_key),))
    assert grade(lesson, shuffled) == grade(case.lesson, case.works)


@given(cases(), st.randoms(use_true_random=False))
def test_names_change_no_points(case, random):
    names = random.sample([f"n{number}" for number in range(len(case.works))], len(case.works))
    by_old = dict(zip((one.id for one in case.works), names, strict=True))
    other = [
        replace(one, id=by_old[one.id], links=tuple(replace(link, target=by_old[link.target]) for link in one.links))
        for one in case.works
    ]
    assert points(grade(case.lesson, other)) == points(grade(case.lesson, case.works))


@given(lessons())
def test_the_answers_graded_against_themselves_score_100(lesson):
    assert grade(replace(lesson, ask=()), answers_as_work(lesson)).score == 100


@given(cases(), st.data())
def test_marking_the_same_words_twice_changes_no_points(case, data):
    assume(case.works)
    again = replace(data.draw(st.sampled_from(case.works)), id="again")
    assert points(grade(case.lesson, [*case.works, again])) == points(grade(case.lesson, case.works))


@given(cases(), st.sampled_from((Fraction(2), Fraction(1, 3))))
def test_scaling_all_weights_changes_nothing(case, scale):
    plain = with_items(case.lesson, lambda item: replace(item, bonus=Fraction(0)))
    scaled = with_items(plain, lambda item: replace(item, weight=item.weight * scale))
    assert grade(scaled, case.works).score == grade(plain, case.works).score


@given(lessons(), st.data())
def test_a_class_is_graded_as_one_by_one(lesson, data):
    key = prepare(lesson)
    a_class = [data.draw(works(lesson)) for _ in range(3)]
    assert [grade_prepared(key, work) for work in a_class] == [grade(lesson, work) for work in a_class]


@given(lessons(Precision.WORDS), st.data())
def test_an_exact_highlight_for_an_unmatched_answer_never_lowers_what_is_earned(lesson, data):
    marks = list(data.draw(works(lesson)))
    missed = [one for one in grade(lesson, marks).items if not one.highlights]
    assume(missed)
    item = lesson.texts[0].key.item(data.draw(st.sampled_from(missed)).item)
    exact = page_of(lesson).mark_span(item.label, item.main.span, "exact")
    assert before_hedging(lesson, [*marks, exact]) >= before_hedging(lesson, marks)


def before_hedging(lesson: Lesson, works: Iterable[Annotation]) -> Fraction:
    """Σ w · c (with bonus) of the grader's matches, without what hedging takes away."""
    key = prepare(lesson)
    marks = read_marks(key, works).counted
    matches = _by_words(key, marks).matches
    return sum((_worth(one.item.item) * one.credit for one in matches.values()), Fraction(0))


@given(cases(Precision.WORDS))
def test_a_greedy_assignment_never_earns_more(case):
    oracle = Oracle(case.lesson)
    marks, _ = oracle.marks(case.works)
    free = list(marks)
    greedy = Fraction(0)
    for item in oracle.items:
        if not free:
            break
        best = max(free, key=lambda mark: oracle.best(item, mark)[0])
        credit = oracle.best(item, best)[0]
        if credit:
            free.remove(best)
            greedy += oracle.worth(item) * credit
    assert before_hedging(case.lesson, case.works) >= greedy


@given(cases(), st.data())
def test_a_highlight_on_no_answer_and_no_trap_never_raises_the_score(case, data):
    oracle = Oracle(case.lesson)
    used = {word for way in oracle.every_way for word in way.outer}
    used |= {word for decoy in oracle.key.decoys for word in oracle.in_span(decoy.span)}
    free = sorted(set(range(len(oracle.words))) - used)
    assume(free)
    start = data.draw(st.sampled_from(free))
    stop = start + 1
    while stop in free and data.draw(st.booleans()):
        stop += 1
    extra = page_of(case.lesson).mark(data.draw(st.sampled_from(sorted(LABEL_IDS))), (start, stop), "extra")
    assert grade(case.lesson, [*case.works, extra]).score <= grade(case.lesson, case.works).score


LABEL_IDS = {"claim", "denial", "unverified-figure"}

NUMBERS = st.tuples(st.integers(1, 12), st.integers(0, 12), st.integers(0, 12), st.integers(0, 12))


@given(NUMBERS, st.booleans())
def test_dropping_a_word_outside_or_adding_a_core_word_never_lowers_boundary_credit(numbers, must_missing):
    core, caught, may, outside = numbers
    assume(caught <= core and caught + may + outside)
    credit = boundary_credit(core, caught + may + outside, caught, caught + may, must_missing)
    if outside:
        assert boundary_credit(core, caught + may + outside - 1, caught, caught + may, must_missing) >= credit
    if caught < core:
        more = boundary_credit(core, caught + may + outside + 1, caught + 1, caught + may + 1, must_missing)
        assert more >= credit


@st.composite
def single_target_lessons(draw: st.DrawFn) -> Lesson:
    page = draw(pages())
    item = replace(draw(items(page, 0, alternatives=0)), weight=Fraction(1), optional=False)
    return lesson_of(page.text, [covering_only(item, {item.id})])


@given(single_target_lessons(), st.data())
def test_correcting_a_label_never_lowers_credit(lesson, data):
    for mark in data.draw(works(lesson, most=1)):
        label = lesson.texts[0].key.items[0].label
        before, after = grade(lesson, [mark]), grade(lesson, [replace(mark, label=label)])
        assert after.items[0].credit >= before.items[0].credit


@given(single_target_lessons(), st.data())
def test_cutting_a_highlight_inside_the_answer_never_raises_the_score(lesson, data):
    page = page_of(lesson)
    label = lesson.texts[0].key.items[0].label
    outer = sorted(Oracle(lesson).every_way[0].outer)
    assume(len(outer) > 1)
    start = data.draw(st.integers(outer[0], outer[-1] - 1))
    stop = data.draw(st.integers(start + 2, outer[-1] + 1))
    cut = data.draw(st.integers(start + 1, stop - 1))
    whole = grade(lesson, [page.mark(label, (start, stop), "whole")])
    pieces = grade(lesson, [page.mark(label, (start, cut), "one"), page.mark(label, (cut, stop), "two")])
    assert pieces.score <= whole.score
