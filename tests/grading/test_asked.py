"""What a lesson asks beyond highlights: sources, evidence and links."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from claimlight.core.annotation import Annotation, Link
from claimlight.core.lesson import Item, ItemLink
from claimlight.grading.grade import grade
from claimlight.grading.names import plain_name
from claimlight.grading.receipt import LineKind, Outcome, Rule
from grading.builders import BY_SENTENCE, CLAIM, CODEBOOK, DENIAL, FIGURE, Page, lesson_of, text_of
from grading.cases import cases

PAGE = Page(text_of(" | ".join(" ".join(f"w{n}{letter}" for letter in "abcdef") for n in range(6))))
EVERYTHING = ("source", "evidence", "answers", "figures")


def k(id: str, sentence: int, label: str = CLAIM, **more: object) -> Item:
    """An answer of the first four words of a sentence."""
    return PAGE.item(id, PAGE.target(label, (6 * sentence, 6 * sentence + 4)), **more)


def mark(id: str, sentence: int, label: str = CLAIM, links: dict[str, str] | None = None, **said: str) -> Annotation:
    attributes = tuple(sorted((name, (value,)) for name, value in said.items()))
    drawn = tuple(Link(f"{id}-{to}", type, to) for to, type in (links or {}).items())
    return PAGE.mark(label, (6 * sentence, 6 * sentence + 4), id, attributes=attributes, links=drawn)


def lesson(*items: Item, ask: tuple[str, ...] = EVERYTHING, **more: object):
    return lesson_of(PAGE.text, items, ask=ask, **more)


def denies(*items: str) -> tuple[ItemLink, ...]:
    return tuple(ItemLink("denies", item) for item in items)


def rivals(*items: str) -> tuple[ItemLink, ...]:
    return tuple(ItemLink("conflicts_with", item) for item in items)


BY_RUIZ = (("source", ("Ada Ruiz", "Ruiz")),)
OPEN = (("status", ("unverified",)),)


# Attributes


@pytest.mark.parametrize(
    ("said", "credit", "rule"),
    [
        ("Ada Ruiz", 1, Rule.SAID_RIGHT),
        ("  the RUIZ. ", 1, Rule.SAID_RIGHT),
        ("Ben Ode", Fraction(70, 85), Rule.SOURCE_WRONG),
        ("", Fraction(70, 85), Rule.SOURCE_OPEN),
    ],
)
def test_a_source_is_worth_15_of_85(said, credit, rule):
    found = grade(lesson(k("a", 0, attributes=BY_RUIZ)), [mark("h", 0, source=said)])
    verdict = found.items[0]
    assert (verdict.credit, verdict.asked[0].reason.rule) == (credit, rule)
    assert verdict.outcome is Outcome.EXACT
    assert (verdict.asked[0].name, verdict.asked[0].accepted) == ("source", ("Ada Ruiz", "Ruiz"))
    assert verdict.asked[0].given == ((said,) if said else ())


def test_what_is_not_asked_or_not_keyed_is_not_graded():
    answers = lesson(k("a", 0, attributes=BY_RUIZ), k("b", 1), ask=("evidence",))
    found = grade(answers, [mark("h", 0, source="Ben Ode"), mark("i", 1, status="contested")])
    assert [(one.credit, one.asked) for one in found.items] == [(1, ()), (1, ())]


def test_several_attributes_count_by_their_mean():
    answers = lesson(k("a", 0, attributes=(*BY_RUIZ, *OPEN)))
    found = grade(answers, [mark("h", 0, source="Ruiz", status="contested")])
    assert found.score == Fraction(100 * (70 + Fraction(15, 2)), 85)
    assert [(one.name, one.credit, one.reason.rule) for one in found.items[0].asked] == [
        ("source", 1, Rule.SAID_RIGHT),
        ("status", 0, Rule.EVIDENCE_WRONG),
    ]
    left_open = grade(answers, [mark("h", 0, source="Ruiz")])
    assert left_open.items[0].asked[1].reason.rule is Rule.EVIDENCE_OPEN


def test_the_codebook_may_pay_for_a_neighbouring_value():
    codebook = replace(CODEBOOK, credits=(*CODEBOOK.credits, ("unverified", "contested", Fraction(1, 2))))
    found = grade(lesson(k("a", 0, attributes=OPEN), codebook=codebook), [mark("h", 0, status="contested")])
    assert found.items[0].asked[0].credit == Fraction(1, 2)
    assert found.items[0].asked[0].points == -Fraction(15, 170)


def test_naming_everybody_is_no_answer():
    both = replace(mark("h", 0), attributes=(("source", ("Ruiz", "Ode")),))
    assert grade(lesson(k("a", 0, attributes=BY_RUIZ)), [both]).items[0].asked[0].credit == 0


def test_attributes_are_those_of_the_first_piece():
    first = PAGE.mark(CLAIM, (0, 2), "h", attributes=(("source", ("Ruiz",)),))
    second = PAGE.mark(CLAIM, (2, 4), "i", attributes=(("source", ("Ode",)),))
    found = grade(lesson(k("a", 0, attributes=BY_RUIZ)), [second, first])
    assert found.items[0].outcome is Outcome.SPLIT
    assert found.items[0].credit == Fraction(9, 10)


def test_a_missed_item_is_judged_no_further():
    found = grade(lesson(k("a", 0, attributes=BY_RUIZ)), [])
    assert found.items[0].asked == ()


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("the U.S.", "US", "en"),
        ("Ｒｕｉｚ", "ruiz", "en"),
        ("The Water  Board", "water board", "en"),
        ("O’Neill", "O'Neill", "en"),
        ("El Gobierno", "gobierno", "es"),
        ("La Maire", "maire", "fr"),
        ("STRASSE", "Straße", "de"),
        ("وزارة الدفاع،", "وزارة الدفاع", "ar"),
    ],
)
def test_names_that_are_the_same(one, other, language):
    assert plain_name(one, language) == plain_name(other, language)


def test_names_that_are_not():
    assert plain_name("The The", "en") == "the the"
    assert plain_name("Water Board", "en") != plain_name("Waterboard", "en")
    assert plain_name("la Paz", "en") == "la paz"


# Links

DENIED = (k("c", 0), k("d", 1, DENIAL, links=denies("c")))


@pytest.mark.parametrize(
    ("links", "credit", "rule"),
    [
        ({"c": "denies"}, 1, Rule.SAID_RIGHT),
        ({}, Fraction(70, 85), Rule.LINKS_OPEN),
        ({"x": "denies"}, Fraction(70, 85), Rule.LINKS_WRONG),
        ({"c": "denies", "x": "denies"}, Fraction(775, 850), Rule.LINKS_WRONG),
        ({"c": "denies", "d": "denies"}, 1, Rule.SAID_RIGHT),
        ({"c": "restates"}, Fraction(70, 85), Rule.LINKS_OPEN),
    ],
    ids=["right", "none", "to an extra", "right and to an extra", "right and to itself", "of another kind"],
)
def test_a_denial_and_what_it_denies(links, credit, rule):
    found = grade(lesson(*DENIED), [mark("c", 0), mark("d", 1, DENIAL, links), mark("x", 3)])
    assert found.item("d").credit == credit
    assert found.item("d").asked[0].reason.rule is rule
    assert found.item("d").asked[0].accepted == ("c",)
    assert found.item("c").asked == ()


def test_a_link_to_a_missed_item_is_not_judged():
    found = grade(lesson(*DENIED), [mark("d", 1, DENIAL)])
    assert (found.item("d").credit, found.item("d").asked) == (1, ())


def test_a_link_to_a_mark_that_came_close_to_its_end_is_not_judged():
    close = PAGE.mark(CLAIM, (0, 1), "x")
    found = grade(lesson(*DENIED), [close, mark("d", 1, DENIAL, {"x": "denies"})])
    assert (found.item("c").outcome, found.item("d").credit) == (Outcome.NEAR_MISS, 1)


def test_a_link_to_a_worked_example_is_not_judged():
    answers = lesson(k("c", 0), k("d", 1, DENIAL, links=denies("c")), example=("c",))
    assert grade(answers, [mark("x", 0), mark("d", 1, DENIAL, {"x": "denies"})]).item("d").credit == 1
    other = lesson(k("c", 0), k("d", 1, DENIAL), example=("c",))
    assert grade(other, [mark("x", 0), mark("d", 1, DENIAL, {"x": "denies"})]).item("d").credit == 1


def test_a_link_to_a_mark_without_words_or_to_a_repeat():
    empty = replace(mark("x", 3), span=PAGE.span("w3a").__class__(0, 0), quote=replace(mark("x", 3).quote, exact=""))
    found = grade(lesson(*DENIED), [mark("c", 0), empty, mark("d", 1, DENIAL, {"c": "denies", "x": "denies"})])
    assert found.item("d").credit == 1
    again = replace(mark("c", 0), id="c2")
    assert grade(lesson(*DENIED), [mark("c", 0), again, mark("d", 1, DENIAL, {"c2": "denies"})]).item("d").credit == 1


def test_a_link_to_any_piece_counts_and_to_all_pieces_counts_once():
    pieces = [PAGE.mark(CLAIM, (0, 2), "c1"), PAGE.mark(CLAIM, (2, 4), "c2")]
    for ends in ({"c1": "denies"}, {"c2": "denies"}, {"c1": "denies", "c2": "denies"}):
        assert grade(lesson(*DENIED), [*pieces, mark("d", 1, DENIAL, ends)]).item("d").credit == 1
    wrong = lesson(k("c", 0), k("d", 1, DENIAL, links=denies("b")), k("b", 2))
    found = grade(wrong, [*pieces, mark("b", 2), mark("d", 1, DENIAL, {"c1": "denies", "c2": "denies", "b": "denies"})])
    assert found.item("d").asked[0].credit == Fraction(1, 2)


def test_cyclic_and_doubled_links():
    found = grade(lesson(*DENIED), [mark("c", 0, links={"d": "denies"}), mark("d", 1, DENIAL, {"c": "denies"})])
    assert [(one.item, one.credit) for one in found.items] == [("c", Fraction(70, 85)), ("d", 1)]
    twice = replace(mark("d", 1, DENIAL), links=(Link("1", "denies", "c"), Link("2", "denies", "c")))
    assert grade(lesson(*DENIED), [mark("c", 0), twice]).item("d").asked[0].credit == 1


def test_one_of_two_links_is_half_and_attributes_share_the_rest():
    answers = lesson(k("a", 0), k("b", 1), k("d", 2, DENIAL, links=denies("a", "b"), attributes=BY_RUIZ))
    found = grade(answers, [mark("a", 0), mark("b", 1), mark("d", 2, DENIAL, {"a": "denies"}, source="Ode")])
    assert found.item("d").credit == Fraction(70 + 0 + Fraction(15, 2), 100)
    assert [(one.name, one.points) for one in found.item("d").asked] == [
        ("source", -Fraction(15, 100)),
        ("denies", -Fraction(15, 200)),
    ]


RIVALS = (k("f", 0, FIGURE, links=rivals("g")), k("g", 1, FIGURE))
RIVALS_BACK = (k("f", 0, FIGURE), k("g", 1, FIGURE, links=rivals("f")))


@pytest.mark.parametrize("items", [RIVALS, RIVALS_BACK])
@pytest.mark.parametrize(
    ("forth", "back", "credit"),
    [
        ({"g": "conflicts_with"}, {}, 1),
        ({}, {"f": "conflicts_with"}, 1),
        ({"g": "conflicts_with"}, {"f": "conflicts_with"}, 1),
        ({}, {}, Fraction(70, 85)),
    ],
)
def test_rival_figures_are_linked_whichever_way_it_is_drawn_or_keyed(items, forth, back, credit):
    """“Conflicts with” says the same from both ends: nobody loses by drawing it from the other one."""
    found = grade(lesson(*items), [mark("f", 0, FIGURE, forth), mark("g", 1, FIGURE, back)])
    assert [one.credit for one in found.items] == [credit, credit]


def test_a_wrong_rival_costs_only_where_the_link_starts():
    answers = lesson(*RIVALS, k("h", 2, FIGURE))
    marks = [mark("f", 0, FIGURE, {"g": "conflicts_with", "h": "conflicts_with"}), mark("g", 1, FIGURE)]
    found = grade(answers, [*marks, mark("h", 2, FIGURE)])
    assert [one.credit for one in found.items] == [Fraction(775, 850), 1, 1]


def test_links_of_all_asked_types_count_together():
    answers = lesson(k("c", 0), k("d", 1, DENIAL, links=(*denies("c"), *rivals("e"))), k("e", 2))
    found = grade(answers, [mark("c", 0), mark("d", 1, DENIAL, {"c": "denies"}), mark("e", 2)])
    assert found.item("d").credit == Fraction(775, 850)
    assert [(one.name, one.credit) for one in found.item("d").asked] == [("conflicts_with", 0), ("denies", 1)]
    only = replace(answers, ask=("answers",))
    assert grade(only, [mark("c", 0), mark("d", 1, DENIAL, {"c": "denies"}), mark("e", 2)]).item("d").credit == 1


def test_one_mark_for_two_items_cannot_be_linked_with_itself():
    answers = lesson(
        k("f", 0, FIGURE, links=rivals("g")),
        PAGE.item("g", PAGE.target(FIGURE, (2, 6))),
        precision=BY_SENTENCE,
    )
    found = grade(answers, [PAGE.mark(FIGURE, (0, 6), "h")])
    assert [one.credit for one in found.items] == [1, 1]


def test_one_mark_for_two_items_pays_once_for_a_wrong_link_and_not_for_its_partners():
    items = (k("f", 0, FIGURE, links=rivals("x")), PAGE.item("g", PAGE.target(FIGURE, (2, 6))), k("x", 2, FIGURE))
    answers = lesson(*items, k("y", 3, FIGURE), precision=BY_SENTENCE)
    marks = [mark("x", 2, FIGURE), mark("y", 3, FIGURE)]
    right = PAGE.mark(FIGURE, (0, 6), "h", links=(Link("1", "conflicts_with", "x"),))
    assert [one.credit for one in grade(answers, [right, *marks]).items] == [1, 1, 1, 1]
    wrong = PAGE.mark(FIGURE, (0, 6), "h", links=(Link("1", "conflicts_with", "y"),))
    assert [one.credit < 1 for one in grade(answers, [wrong, *marks]).items] == [True, False, True, False]


# The receipt


def test_the_receipt_shows_what_was_lost():
    answers = lesson(*DENIED[:1], k("d", 1, DENIAL, links=denies("c"), attributes=BY_RUIZ, weight=Fraction(2)))
    found = grade(answers, [mark("c", 0), mark("d", 1, DENIAL, source="Ode")])
    assert [(line.kind, line.id, line.reason.rule, line.points) for line in found.lines] == [
        (LineKind.ITEM, "c", Rule.EXACT, 1),
        (LineKind.ITEM, "d", Rule.EXACT, 2),
        (LineKind.ASKED, "d", Rule.SOURCE_WRONG, -Fraction(3, 10)),
        (LineKind.ASKED, "d", Rule.LINKS_OPEN, -Fraction(3, 10)),
    ]
    assert sum(line.points for line in found.lines) == found.points


# Laws


@given(cases())
def test_turning_rival_links_around_in_the_key_changes_no_points(case):
    lesson = replace(case.lesson, ask=EVERYTHING)
    text = lesson.texts[0]
    turned = replace(text, key=replace(text.key, items=tuple(_turned(text.key.items))))
    assert grade(replace(lesson, texts=(turned,)), case.works).score == grade(lesson, case.works).score


def _turned(items: tuple[Item, ...]) -> list[Item]:
    """The items with every “conflicts with” keyed from the other end."""
    return [
        replace(
            item,
            links=(
                *(link for link in item.links if link.type != "conflicts_with"),
                *(
                    ItemLink(link.type, other.id)
                    for other in items
                    for link in other.links
                    if link.type == "conflicts_with" and link.item == item.id
                ),
            ),
        )
        for item in items
    ]
