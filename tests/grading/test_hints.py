"""What a student is told between checks."""

import pytest
from hypothesis import given

from claimlight.grading.grade import grade_prepared, prepare
from claimlight.grading.hints import Hints, Look, NextHidden, hints, is_few
from claimlight.wording.hints import (
    look_here_text,
    look_text,
    margin_text,
    next_hidden_text,
    over_marked_text,
    still_hidden_text,
)
from grading.builders import (
    CLAIM,
    CODEBOOK,
    DENIAL,
    FIGURE,
    Marked,
    Page,
    claim,
    claims,
    denial,
    denies,
    figure,
    figures,
    lesson_of,
    text_of,
    work_on,
)
from grading.cases import cases
from wording.test_verdicts import grade_level

PAGE = Page(text_of(*(" ".join(f"w{n}{letter}" for letter in "abcdefghij") for n in range(8))))


def k(id: str, paragraph: int, label: str = CLAIM, **more: object):
    """An answer: words b to e of a paragraph, which may take a word more on each side."""
    first = 10 * paragraph
    return PAGE.item(id, PAGE.target(label, (first + 1, first + 5), outer=[(first, first + 6)]), **more)


ANSWERS = lesson_of(
    PAGE.text,
    [
        k("a", 0),
        k("b", 1),
        k("d", 2, DENIAL),
        k("f", 3, FIGURE),
        k("c", 4),
        k("o", 5, optional=True),
    ],
)


def told(*marks: Marked, lesson=ANSWERS) -> Hints | None:
    key = prepare(lesson)
    return hints(key, grade_prepared(key, work_on(lesson, *marks)))


def looks(*marks: Marked, lesson=ANSWERS) -> dict[str, Look]:
    found = told(*marks, lesson=lesson)
    assert found is not None
    return {hint.highlight: hint.look for hint in found.highlights}


def test_how_many_are_hidden_and_where_the_next_one_is():
    found = told(claim(1, 5), figure(31, 35), claim(51, 55))
    assert found == Hints(
        hidden=((CLAIM, 2), (DENIAL, 1), (FIGURE, 0)),
        total=5,
        next=NextHidden(CLAIM, paragraph=2),
        highlights=(),
        over_marked=(),
    )


def test_nothing_is_hidden_any_more():
    found = told(claim(1, 5), claim(11, 15), denial(21, 25), figure(31, 35), claim(41, 45))
    assert (found.next, found.hidden) == (None, ((CLAIM, 0), (DENIAL, 0), (FIGURE, 0)))


@pytest.mark.parametrize(
    ("marked", "look"),
    [
        (claim(1, 5), None),
        (claim(1, 10), Look.TOO_WIDE),
        (claim(3, 5), Look.TOO_NARROW),
        (claim(4, 5), Look.TOO_NARROW),
        (claim(1, 35), Look.TOO_WIDE),
        (denial(1, 5), Look.LABEL),
        (figure(1, 5), Look.LABEL),
        (claim(61, 65), None),
    ],
    ids=["exact", "wide", "narrow", "a near miss", "far too wide", "opposite", "another", "an extra"],
)
def test_what_to_look_at_in_a_highlight(marked, look):
    assert looks(marked, claim(71, 75), claim(77, 79)).get("h0") is look


def test_one_over_two_answers_is_too_wide_and_pieces_are_judged_as_one():
    two = (PAGE.item("a", PAGE.target(CLAIM, (0, 4))), PAGE.item("b", PAGE.target(CLAIM, (4, 8))))
    answers = lesson_of(PAGE.text, two)
    assert looks(claim(0, 8), claim(71, 75), claim(77, 79), lesson=answers) == {"h0": Look.TOO_WIDE}
    pieces = looks(claim(1, 2), claim(2, 4), claim(71, 75))
    assert pieces == {"h0": Look.TOO_NARROW, "h1": Look.TOO_NARROW}


def test_of_two_labels_on_the_same_words_the_wrong_one():
    assert looks(claim(1, 5), figure(1, 5), claim(71, 75)) == {"h1": Look.LABEL}


def test_a_second_mark_on_a_found_answer_is_left_alone():
    assert looks(claim(1, 5), claim(1, 4), claim(4, 5)) == {}


def test_words_that_must_be_there_make_it_too_narrow():
    target = PAGE.target(DENIAL, (1, 9), must=[(1, 2)])
    answers = lesson_of(PAGE.text, [PAGE.item("d", target)])
    assert looks(denial(2, 9), claim(71, 75), claim(77, 79), lesson=answers) == {"h0": Look.TOO_NARROW}


def test_paragraphs_that_are_over_marked():
    found = told(claim(61, 63), claim(71, 75), claim(1, 5), claim(65, 66))
    assert found.over_marked == (7, 8)


@pytest.mark.parametrize(
    "marks",
    [[], [claim(1, 5), claim(11, 15)], [claim(1, 5), claim(1, 5), claim(11, 15)]],
    ids=["none", "two", "two and a repeat"],
)
def test_fewer_than_three_highlights_give_no_hints(marks):
    assert told(*marks) is None
    assert is_few(grade_prepared(prepare(ANSWERS), work_on(ANSWERS, *marks)))


# No hint contains an answer

ARTICLE = Page(
    text_of(
        "Fares will double by spring, a union leader predicted.",
        "The firm denied dumping waste in the river. | Nobody was asked.",
        "Up to 400 people marched through town on Sunday evening.",
        "It rained for most of the week, and the market was closed.",
    )
)
NEWS = lesson_of(
    ARTICLE.text,
    [
        ARTICLE.item("c", ARTICLE.target(CLAIM, "Fares will double by spring")),
        ARTICLE.item("d", ARTICLE.target(DENIAL, "denied dumping waste"), denying=[]),
        ARTICLE.item("f", ARTICLE.target(FIGURE, "Up to 400 people")),
    ],
)


def said(found: Hints) -> list[str]:
    """Every sentence that a screen could make of the hints."""
    sentences = [look_here_text(), *(still_hidden_text(label, count, CODEBOOK) for label, count in found.hidden)]
    sentences += [next_hidden_text(found.next, CODEBOOK)] if found.next else []
    sentences += [text for hint in found.highlights for text in (look_text(hint.look), margin_text(hint.look))]
    return sentences + [over_marked_text() for _ in found.over_marked]


@pytest.mark.parametrize(
    "marks",
    [
        [claims("It rained for most of the week"), claims("a union leader"), claims("the market was closed")],
        [claims("denied dumping waste"), claims("Up to 400 people"), figures("double")],
        [denies("Fares will double by spring"), figures("400"), claims("Nobody was asked")],
    ],
)
def test_no_hint_contains_words_of_an_unmarked_answer(marks):
    found = told(*marks, lesson=NEWS)
    answers = ["fares", "double", "spring", "denied", "dumping", "waste", "400", "people"]
    words = " ".join(said(found)).lower().split()
    assert words
    assert not set(answers) & set(words)


@given(cases())
def test_hints_hold_labels_counts_paragraphs_and_the_students_own_highlights_and_nothing_else(case):
    key = prepare(case.lesson)
    found = hints(key, grade_prepared(key, case.works))
    if found is None:
        return
    paragraphs = range(1, len(key.text.blocks) + 1)
    assert {hint.highlight for hint in found.highlights} <= {one.id for one in case.works}
    assert all(hint.paragraph in paragraphs for hint in found.highlights)
    assert set(found.over_marked) <= set(paragraphs)
    assert sum(count for _, count in found.hidden) <= found.total
    assert (found.next is None) == (sum(count for _, count in found.hidden) == 0)
    assert found.next is None or dict(found.hidden)[found.next.label] > 0


def test_hints_are_easy_to_read():
    for sentence in (*map(look_text, Look), *map(margin_text, Look), look_here_text(), over_marked_text()):
        assert grade_level(sentence) <= 6, sentence
    assert grade_level(next_hidden_text(NextHidden(FIGURE, 2), CODEBOOK)) <= 6


def test_what_is_still_hidden():
    assert [still_hidden_text(CLAIM, n, CODEBOOK) for n in (0, 1, 4)] == ["no claim", "1 claim", "4 claims"]
    assert next_hidden_text(NextHidden(CLAIM, 2), CODEBOOK) == "A claim is still hidden in this paragraph."


def test_one_over_the_whole_page_is_too_wide():
    found = told(claim(0, 80), figure(66, 68), figure(76, 78))
    assert found is not None
    assert [hint.look for hint in found.highlights] == [Look.TOO_WIDE]
