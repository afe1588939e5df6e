"""What a review says: easy to read, whole, and never the answer before it was given."""

from datetime import timedelta

import pytest

from claimlight.core.lesson import Precision
from claimlight.wording.review import Told, next_review, passage_number, passage_task, passages_due, told_of
from grading.builders import CLAIM, CODEBOOK, DENIAL, Page, claims, denies, graded, lesson_of, text_of

DAY = timedelta(days=1)
PAGE = Page(text_of("The mayor said it was safe. | She denied that it was old. | It rained all day. | Nobody spoke."))


def told(item: str, phrase: str, *marks: object, trap: str = "") -> Told:
    lesson = lesson_of(
        PAGE.text,
        [
            PAGE.item("c1", PAGE.target(CLAIM, "it was safe"), explanation="She says so."),
            PAGE.item("d1", PAGE.target(DENIAL, "denied that it was old"), explanation="It says no."),
        ],
        [PAGE.decoy("t1", "It rained all day")],
        precision=Precision.SENTENCE,
    )
    return told_of(graded(lesson, *marks), item, PAGE.span(phrase), trap, CODEBOOK)


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (None, "Review done."),
        (-DAY, "Review done. More passages are waiting when you like."),
        (timedelta(), "Review done. More passages are waiting when you like."),
        (timedelta(seconds=1), "Review done. Next review tomorrow."),
        (DAY, "Review done. Next review tomorrow."),
        (DAY * 1.1, "Review done. Next review in 2 days."),
        (3 * DAY, "Review done. Next review in 3 days."),
        (20 * DAY, "Review done. Next review in 20 days."),
        (21 * DAY, "Review done. Next review in 3 weeks."),
        (180 * DAY, "Review done. Next review in 26 weeks."),
    ],
)
def test_when_the_next_review_comes(wait: timedelta | None, said: str) -> None:
    assert next_review(wait) == said


def test_an_answer_is_told_by_its_verdict_and_its_explanation() -> None:
    found = told("d1", "denied that it was old", denies("denied that it was old"), claims("it was safe"))
    assert (found.head, found.sentence) == ("Denial, exact", "You marked just the right words.")
    assert found.explanation == "It says no."
    assert found.spoken() == "Denial, exact. You marked just the right words. It says no."


def test_other_answers_that_were_missed_near_it_are_counted() -> None:
    found = told("d1", "denied that it was old", denies("denied that it was old"))
    assert found.sentence == "You marked just the right words. Near it is 1 more answer, in a dashed outline."
    assert told("t1", "It rained all day").sentence.endswith("Near it are 2 more answers, in dashed outlines.")


def test_a_trap_left_alone_is_praised_with_its_reason() -> None:
    found = told("t1", "It rained all day", trap="Anybody could see it.")
    assert (found.head, found.explanation) == ("Left alone", "Anybody could see it.")
    assert found.sentence.startswith("You rightly left this: nothing belongs there.")


def test_a_trap_that_was_marked_is_told_with_its_reason() -> None:
    found = told("t1", "It rained all day", claims("It rained all day"), trap="Anybody could see it.")
    assert (found.head, found.explanation) == ("A trap", "Anybody could see it.")
    assert "not" in found.sentence


def test_a_mark_too_many_has_the_rule_for_a_reason() -> None:
    found = told("", "Nobody spoke", claims("Nobody spoke"))
    assert found.head == "Not in the answers"
    assert found.explanation.startswith("Mark what somebody says is so")


def test_the_task_names_the_labels_and_gives_nothing_away() -> None:
    assert passage_task(CODEBOOK.labels) == "Mark every claim, denial and figure here. There may be none."
    assert passage_task(CODEBOOK.labels[:1]) == "Mark every claim here. There may be none."


def test_what_is_due_is_counted() -> None:
    assert passages_due(1) == "1 short passage is due again"
    assert passages_due(4) == "4 short passages are due again"
    assert passage_number(2, 3) == "Passage 2 of 3"
