"""The grader agrees with plain enumeration."""

from hypothesis import given

from claimlight.core.lesson import Precision
from claimlight.grading.grade import grade
from grading.cases import Case, cases
from grading.oracle import judge


def agree(case: Case) -> None:
    expected = judge(case.lesson, case.works)
    found = grade(case.lesson, case.works)
    assert {verdict.item: verdict.credit for verdict in found.items} == expected.credits
    assert {verdict.item: verdict.highlights for verdict in found.items if verdict.highlights} == expected.matched
    assert {verdict.highlight: verdict.fate for verdict in found.highlights} == expected.fates
    assert (found.earned, found.penalty, found.score) == (expected.earned, expected.penalty, expected.score)


@given(cases(Precision.WORDS))
def test_by_words_as_enumeration_finds(case):
    agree(case)


@given(cases(Precision.SENTENCE))
def test_by_sentence_as_enumeration_finds(case):
    agree(case)
