"""Points as a teacher writes them, and what students read of what the teacher decided."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.decision import Decision, DecisionKind
from claimlight.wording.decisions import decision_text
from claimlight.wording.points import _VULGAR, points_text
from claimlight.wording.points_said import points_said
from claimlight.wording.teacher_said import changed_answers_text


@pytest.mark.parametrize(
    ("written", "points"),
    [
        *(("1", 1), ("½", "1/2"), ("1½", "3/2"), ("1 1/2", "3/2"), ("11/2", "11/2"), ("0.75", "3/4")),
        *((" 0,75 ", "3/4"), ("-¼", "-1/4"), ("−2", -2), ("3/4", "3/4"), (".5", "1/2"), ("٢", 2)),
    ],
)
def test_points_are_understood_as_they_are_written(written, points):
    assert points_said(written) == Fraction(points)


@pytest.mark.parametrize("written", ["", "one", "1/0", "1..5", "1 2", "--1", "9999", "½½", "-"])
def test_what_is_no_number_is_none(written):
    assert points_said(written) is None


@given(st.integers(0, 99), st.sampled_from([Fraction(0), *_VULGAR]), st.booleans())
def test_what_is_shown_is_understood(whole, rest, below):
    points = -(whole + rest) if below else whole + rest
    assert points_said(points_text(points)) == points


@pytest.mark.parametrize(
    ("changes", "before", "now", "said"),
    [
        (1, (2, 9), (3, 9), "Your teacher changed one answer: +1 point."),
        (2, (2, 9), (Fraction(5, 2), 9), "Your teacher changed 2 answers: +½ point."),
        (1, (3, 9), (2, 9), "Your teacher changed one answer: −1 point."),
        (1, (2, 9), (2, 8), "Your teacher changed one answer: 2 of 9 points before, 2 of 8 points now."),
        (1, (2, 9), (2, 9), ""),
        (0, (2, 9), (3, 9), ""),
    ],
)
def test_students_read_what_changed(changes, before, now, said):
    assert changed_answers_text(changes, before, now) == said


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_decision_can_be_read_again(kind):
    bare = decision_text(Decision("d", kind, points=Fraction(1, 2)))
    assert "{" not in bare
    assert decision_text(Decision("d", kind, points=Fraction(1, 2), words="So.")) == f"{bare}: “So.”"
