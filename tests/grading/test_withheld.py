"""What a student may know of a grade whose answers stay with the teacher: their own marks and the points, no more."""

from hypothesis import given
from hypothesis import strategies as st

from claimlight.grading.grade import grade
from claimlight.grading.receipt import Fate, LineKind, Rule
from claimlight.grading.receipt_json import receipt_json
from claimlight.grading.receipt_read import read_receipt
from claimlight.grading.withheld import without_answers
from grading.builders import CLAIM, DENIAL, Page, lesson_of, text_of
from grading.cases import lessons, works


@given(st.data())
def test_the_points_stay_and_only_ones_own_marks_are_told(data):
    lesson = data.draw(lessons())
    whole = grade(lesson, data.draw(works(lesson)))
    told = without_answers(whole)
    assert (told.points, told.possible, told.percent) == (whole.points, whole.possible, whole.percent)
    assert sum(line.points for line in told.lines) == whole.points
    assert sorted(line.points for line in told.lines) == sorted(line.points for line in whole.lines)
    assert without_answers(told) == told
    assert read_receipt(receipt_json(told)) == told
    own = [mark.span for mark in whole.highlights]
    assert [mark.span for mark in told.highlights] == own
    ends = {0, *(span.start for span in own), *(span.end for span in own)}
    assert {line.position for line in told.lines} <= ends
    labels = {mark.label for mark in whole.highlights}
    for item in told.items:
        assert not item.explanation
        assert not any(words.spans for words in (item.hit, item.missed, item.extra))
        assert item.label in labels if item.highlights else item.label == ""
    assert Fate.TRAP_HIT not in {mark.fate for mark in told.highlights}


@given(st.data())
def test_where_an_answer_that_nobody_found_stands_makes_no_difference(data):
    """Two keys that differ in answers far from every mark give the same receipt."""
    page = Page(text_of("One two three. | Four five six. | Seven eight nine. | Ten eleven twelve."))
    first = page.item("c1", page.target(CLAIM, "One two three"), explanation="Because of the first.")
    places = ("Seven eight nine", "Ten eleven twelve", "Four five", "Seven")
    one, other = (
        page.item(
            "d1",
            page.target(data.draw(st.sampled_from((CLAIM, DENIAL))), data.draw(st.sampled_from(places))),
            explanation=why,
        )
        for why in ("Some reason.", "Another.")
    )
    work = [page.mark(CLAIM, "One two three", "h1")]
    told = [receipt_json(without_answers(grade(lesson_of(page.text, (first, each)), work))) for each in (one, other)]
    assert told[0] == told[1]
    assert "Because" not in told[0]


def test_a_trap_is_a_mark_like_any_other_that_is_in_no_answer():
    page = Page(text_of("One two three. | Four five six. | Seven eight nine."))
    answer = page.item("c1", page.target(CLAIM, "One two three"))
    lesson = lesson_of(page.text, (answer,), [page.decoy("t1", "Four five six")], allowance=0)
    told = without_answers(grade(lesson, [page.mark(CLAIM, "Four five six", "h1")]))
    (mark,) = told.highlights
    assert (mark.fate, mark.reason.rule, mark.item, mark.explanation) == (Fate.EXTRA, Rule.NOT_IN_ANSWERS, "", "")
    assert [line.kind for line in told.lines][:2] == [LineKind.HIGHLIGHT, LineKind.ITEM], "what was missed comes last"
