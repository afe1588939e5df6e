"""What stands beside a mark in a school's system: its points, and what the teacher changed and said."""

from fractions import Fraction

import pytest

from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.lesson import Mode
from claimlight.work.collect import collect
from claimlight.work.exports import gradebook
from claimlight.work.one_work import decide, one_work
from classroom import class_with, given, laptop, stick, teacher
from lesson_maker import built_lesson

MARKS = [("Fares will double by spring", "claim"), ("Tea was served", "claim"), ("It was long", "claim")]


def feedback(tmp_path, mode, decisions):
    """Ada's points and feedback after `decisions`, which get her work."""
    folder = built_lesson(tmp_path / "fares", precision="words")
    with teacher(tmp_path / "teacher") as book:
        to = class_with(book, ("Ada", "Ben"))
        file = given(book, folder, mode, tmp_path)
        drop = stick(tmp_path / "stick", to)
        with laptop(tmp_path / "laptop") as ours:
            for name in ("Ada", "Ben"):
                ours.does(name, file, MARKS)
            ours.hands_in(drop)
        collect(book, tmp_path / "stick", "7b")
        person, lesson = next(
            (one.person, one.lesson_hash) for one in book.classes.received(to.students.id) if one.name == "Ada"
        )
        work = one_work(book, to.students.id, person, lesson)
        decide(book, work, *decisions(work))
        ada, ben = gradebook(book, "7b").pupils
        assert ben.marks[0] is not None
        assert ben.marks[0].feedback.endswith(" points."), "nothing was decided about Ben's"
        assert ada.marks[0] is not None
        return ada.marks[0].points, ada.marks[0].feedback


def test_comments_and_changed_points_stand_beside_the_mark(tmp_path):
    def decisions(work):
        tea = next(mark.id for mark in work.work if mark.quote.exact == "Tea was served")
        denial = next(item.id for item in work.key.items if item.label == "denial")
        yield Decision("", DecisionKind.POINTS, highlight=tea, points=Fraction(1, 2), words="A fair try.")
        yield Decision("", DecisionKind.ACCEPT, item=denial)
        yield Decision("", DecisionKind.COMMENT, words="Carefully read.")

    points, said = feedback(tmp_path, Mode.PRACTICE, decisions)
    assert said.startswith(f"{float(points):g} of ")
    assert "“Tea was served”: Your teacher changed this to ½ point: “A fair try.”" in said
    assert "Your teacher takes this as right." in said
    assert said.endswith("Your teacher: “Carefully read.”")


@pytest.mark.parametrize("mode", list(Mode))
def test_words_of_an_answer_are_not_told_where_nobody_is_to_see_the_answers(tmp_path, mode):
    def decisions(work):
        yield Decision("", DecisionKind.ACCEPT, item=next(each.id for each in work.key.items if each.label == "denial"))

    _points, said = feedback(tmp_path, mode, decisions)
    assert ("That is not true" in said) is (mode is not Mode.ASSESSMENT)


def test_a_mark_that_stays_says_why(tmp_path):
    def decisions(_work):
        yield Decision("", DecisionKind.KEPT, points=Fraction(1, 4))

    _points, said = feedback(tmp_path, Mode.PRACTICE, decisions)
    assert said.endswith("The answers changed; your mark stays.")
