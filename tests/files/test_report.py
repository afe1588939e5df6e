"""A teacher prints a graded work: the article with marks and answers, and how the points add up."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from claimlight.core.article import BlockKind, Direction, Run, Span, Style
from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.lesson import ItemLink, Lesson, LessonText, World
from claimlight.files.report import Notes, html_report
from claimlight.grading.grade import grade
from claimlight.wording.receipt_rows import shown_points
from claimlight.work.overrides import decided
from files.sheets import Sheet
from grading.builders import (
    CLAIM,
    CODEBOOK,
    DENIAL,
    FIGURE,
    Marked,
    Page,
    claims,
    denies,
    figures,
    graded,
    lesson_of,
    text_of,
)
from grading.cases import cases

STORY = Page(
    text_of(
        "The mayor said that the bridge fell in 1990 | “We never touched it,” the firm replied",
        "Some 40 people saw it | It broke my heart | They went home | It was late | Nobody slept | A dog barked",
    )
)


def story(**more: object) -> Lesson:
    page = STORY
    items = [
        page.item("c1", page.target(CLAIM, "the bridge fell in 1990"), explanation="It can be checked."),
        page.item("d1", page.target(DENIAL, "We never touched it")),
        page.item("f1", page.target(FIGURE, "Some 40 people")),
        page.item("o1", page.target(CLAIM, "They went home"), optional=True),
    ]
    decoys = [page.decoy("t1", "It broke my heart"), page.decoy("t2", "A dog barked")]
    return lesson_of(page.text, items, decoys, rate=Fraction(1, 4), labels=(CLAIM, DENIAL, FIGURE), **more)


def sheet(lesson: Lesson, *marks: Marked, student: str = "Mina") -> Sheet:
    return Sheet(html_report(lesson, "article", [(student, graded(lesson, *marks))]))


def told(page: Sheet, part: str) -> str:
    return " ".join(page.text(part, hidden=True).split())


def shapes(page: Sheet) -> list[str]:
    """The shapes of the tags in the article, in order."""
    tags = [told["class"].split()[1] for told in page.all("span") if (told.get("class") or "").startswith("tag ")]
    return tags[: len(tags) - len(page.all("tr")) + 2 + whole_lines(page)]


def whole_lines(page: Sheet) -> int:
    return sum(told.get("colspan") == "3" for told in page.all("th"))


def test_the_sheet_tells_who_what_and_how_many_points():
    page = sheet(story(), claims("the bridge fell in 1990"), denies("We never touched it"))
    assert told(page, "h1") == "Mina"
    assert told(page, "header").endswith("2 of 3 points Getting there – nearly Secure")
    assert "You marked just the right words. It can be checked." in told(page, "tbody")
    assert "You did not mark this one." in told(page, "tbody")
    assert "2 of 3 points" in told(page, "tfoot")
    assert "Next step: read again and look for each figure." in told(page, "tfoot")


def test_marks_and_answers_are_told_apart_by_shape():
    page = sheet(
        story(),
        claims("the bridge fell in 1990"),
        denies("touched it"),
        claims("It broke my heart"),
        claims("It was late"),
        claims("Some 40 people"),
    )
    assert shapes(page) == ["caught", "in-part", "in-part", "struck", "struck"]
    outlines = [told["class"] for told in page.all("span") if (told.get("class") or "").startswith("outline")]
    assert len(outlines) == 1
    assert "outline missed" in outlines[0]


def test_a_missed_answer_is_outlined_and_tagged():
    page = sheet(story(), claims("the bridge fell in 1990"))
    assert shapes(page) == ["caught", "missed", "missed"]


def test_marks_that_neither_earn_nor_cost_are_plain_and_told():
    page = sheet(story(), *[claims("the bridge fell in 1990")] * 2, claims("We never touched it"))
    assert shapes(page).count("plain") == 2
    assert "You marked this twice. It counts once." in told(page, "tbody")
    assert "You found the words, but you said claim. It is a denial." in told(page, "tbody")


def test_an_answer_that_is_not_counted_is_told_as_such():
    assert "You found this one. It does not count." in told(sheet(story(), claims("They went home")), "tbody")


def test_the_free_mark_has_a_line_of_its_own():
    page = sheet(story(), claims("the bridge fell in 1990"), claims("It was late"), claims("Nobody slept"))
    assert "The first mark not in the answers is free +¼" in re.sub("free", "free ", told(page, "tfoot")).replace(
        "  ", " "
    )


def test_traps_left_alone_are_praised_and_those_that_caught_are_explained():
    page = sheet(story(), claims("It broke my heart"))
    assert "This looks like an answer, but it is not. t1 is a trap." in told(page, "tbody")
    assert told(page, "div traps") == "Traps that you rightly leftA dog barked"
    page = sheet(story(), claims("It broke my heart"), claims("A dog barked"))
    assert page.text("div traps") == ""


def test_what_is_said_beyond_the_words_is_told_in_the_answers_own_row():
    lesson = story(ask=("source", "evidence", "answers"))
    first, second, *others = lesson.texts[0].key.items
    first = replace(first, attributes=(("source", ("the mayor",)), ("status", ("unverified",))))
    second = replace(second, attributes=(("source", ("the firm",)),), links=(ItemLink("denies", "c1"),))
    key = replace(lesson.texts[0].key, items=(first, second, *others))
    lesson = replace(lesson, texts=(replace(lesson.texts[0], key=key),))
    said = (("source", ("a driver",)),)
    marks = [
        STORY.mark(CLAIM, "the bridge fell in 1990", "h1", attributes=said),
        STORY.mark(DENIAL, "We never touched it", "h2", attributes=(("source", ("the firm",)),)),
    ]
    page = Sheet(html_report(lesson, "article", [("Mina", grade(lesson, marks))]))
    assert (
        "You marked just the right words. Who says it: not this one. Evidence here: left open. It can be checked.0.82"
        in told(page, "tbody")
    )
    assert "You marked just the right words. A link is missing.0.85" in told(page, "tbody")
    assert page.text("td points") == "0.820.850"
    assert told(page, "tfoot").startswith("1.67 of 3 points")


def test_how_things_stand_in_the_world_is_told():
    lesson = story()
    text = lesson.texts[0]
    first, *others = text.key.items
    world = replace(first, world=World("It stands.", "Town hall", "2026-05-04"))
    lesson = replace(lesson, texts=(replace(text, key=replace(text.key, items=(world, *others))),))
    assert "In the world: It stands. (Town hall, 2026-05-04)" in told(sheet(lesson), "tbody")


def test_what_holds_in_the_world_for_several_answers_is_told_once():
    lesson = story()
    text = lesson.texts[0]
    world = World("It stands.", "Town hall", "2026-05-04")
    items = tuple(replace(item, world=world) for item in text.key.items)
    lesson = replace(lesson, texts=(replace(text, key=replace(text.key, items=items)),))
    said = told(sheet(lesson), "tbody")
    assert said.count("In the world: It stands.") == 1
    assert said.index("In the world: It stands.") < said.index("In the world: as above.")
    assert said.count("In the world: as above.") == 2


def test_a_long_answer_is_cut_in_the_table_and_whole_in_the_article():
    page = Page(text_of(" ".join(f"word{number}" for number in range(40))))
    lesson = lesson_of(page.text, [page.item("c1", page.target(CLAIM, (0, 40)))])
    printed = sheet(lesson)
    assert printed.text("q").endswith("…")
    assert "word39" not in printed.text("tbody")
    assert "word39" in printed.text("div columns")


def test_several_works_come_one_after_the_other_in_one_document():
    lesson = story()
    works = [(name, graded(lesson)) for name in ("Ada", "Bo")]
    page = Sheet(html_report(lesson, "article", works))
    assert [told.get("class") for told in page.all("div")].count("sheet") == 2
    assert len(page.all("main")) == 1
    assert told(page, "h1") == "AdaBo"
    ids = [told["id"] for _, told in page.elements if "id" in told]
    assert len(ids) == len(set(ids)) == 2
    assert told(page, "title") == "Small"
    assert told(Sheet(html_report(lesson, "article", works[:1])), "title") == "Small – Ada"


def test_nothing_is_fetched_and_nothing_runs():
    html = html_report(story(), "article", [("Mina", graded(story()))])
    assert re.findall(r"<(?:script|link|img|iframe|object)|https?:|url\(|@import", html) == []
    policies = [told["content"] for told in Sheet(html).all("meta") if "http-equiv" in told]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "&lt;b&gt;", "a\x00\ud800b"])
def test_names_titles_and_words_are_only_ever_words(evil):
    page = Page(text_of(f"It rained {evil} | They slept"))
    item = page.item("c1", page.target(CLAIM, "It rained"), explanation=evil)
    codebook = replace(
        CODEBOOK,
        labels=tuple(replace(label, name=evil, short=evil, letter=evil, colour=evil) for label in CODEBOOK.labels),
    )
    lesson = lesson_of(page.text, [item], [page.decoy("t", "They slept")], codebook=codebook, attribution=evil)
    lesson = replace(lesson, title=evil, topic=evil)
    article = replace(lesson.texts[0].article, headline=evil, byline=evil, dateline=evil)
    lesson = replace(lesson, texts=(replace(lesson.texts[0], article=article),))
    printed = sheet(lesson, claims("It rained"), student=evil)
    assert {name for name, _ in printed.elements} <= {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "header",
            "div",
            "h1",
            "h2",
            "h3",
            "bdi",
            "p",
            "span",
        ),
        *("ul", "li", "svg", "path", "rect", "article", "section", "table", "caption", "thead", "tbody", "tfoot", "tr"),
        *("th", "td", "strong", "q", "footer"),
    }
    assert all(not name.startswith("on") for _, told in printed.elements for name in told)
    html_report(lesson, "article", [(evil, graded(lesson))]).encode()


def test_headings_columns_and_rows_are_named_for_those_who_listen():
    page = sheet(story(), claims("the bridge fell in 1990"))
    assert [told.get("scope") for told in page.all("th")].count("col") == 4
    assert page.text("caption", hidden=True) == "How your points add up"
    assert "Claim, Caught: " in page.text("div columns", hidden=True)
    assert "(end: Claim)" in page.text("div columns", hidden=True)
    assert all(told.get("aria-hidden") == "true" for told in page.all("svg"))
    assert page.all("html") == [{"lang": "en", "dir": "ltr"}]


def test_each_paragraph_has_its_language_and_direction():
    text = text_of("قال الوزير ذلك", "It rained")
    first = replace(text.blocks[0], language="ar", direction=Direction.RIGHT_TO_LEFT)
    text = replace(text, blocks=(first, text.blocks[1]))
    page = sheet(lesson_of(text, [], language="ar"))
    assert [(told["lang"], told["dir"]) for told in page.all("p") if (told.get("class")) == "paragraph"] == [
        ("ar", "rtl"),
        ("en", "ltr"),
    ]


def test_headings_lists_code_and_styles_are_set_as_they_are():
    text = text_of("News", "It rained\u2028all day", "x = 1", "Never")
    kinds = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CODE, BlockKind.QUOTE)
    blocks = [replace(block, kind=kind) for block, kind in zip(text.blocks, kinds, strict=True)]
    second = blocks[1]
    runs = (Run(second.start + 3, second.start + 9, Style.STRONG), Run(second.start + 3, second.end, Style.EMPHASIS))
    blocks[1] = replace(second, marker="•", runs=runs)
    page = sheet(lesson_of(replace(text, blocks=tuple(blocks)), []))
    assert (page.text("h3 heading"), page.text("pre"), page.text("blockquote")) == ("News", "x = 1", "Never")
    assert page.text("p list-item") == "• It rained\u2028all day"
    assert (page.text("strong")[:6], page.text("em")) == ("rained", "rained\u2028all day")


def test_marks_on_top_of_each_other_have_lanes():
    page = sheet(
        story(), *(mark("the bridge fell in 1990") for mark in (claims, figures, denies)), claims("bridge fell")
    )
    lanes = {name for told in page.all("span") for name in (told.get("class") or "").split() if name.startswith("lane")}
    assert lanes == {"lane0", "lane1", "lane2"}


def test_a_label_that_is_not_trained_is_explained_where_it_was_used():
    lesson = replace(story(), labels=(CLAIM,))
    assert told(sheet(lesson), "ul legend").startswith("C Claim, line Caught")
    assert "Denial" not in told(sheet(lesson), "ul legend")
    assert "Denial" in told(sheet(lesson, denies("It was late")), "ul legend")


def test_an_empty_highlight_is_told_and_not_painted():
    lesson = story()
    empty = STORY.mark_span(CLAIM, Span(3, 3))
    page = Sheet(html_report(lesson, "article", [("Mina", grade(lesson, [empty]))]))
    assert "There is no word in this mark." in told(page, "tbody")
    assert "plain" not in shapes(page)


def test_by_and_date_line_stand_under_the_headline_where_there_are_any():
    lesson = story()
    article = replace(lesson.texts[0].article, byline="By Mira Stone", dateline="Monday")
    with_lines = replace(lesson, texts=(LessonText(article, lesson.texts[0].key),))
    assert sheet(with_lines).text("p byline") == "By Mira Stone · Monday"
    assert "byline" not in [told.get("class") for told in sheet(lesson).all("p")]


@given(cases())
def test_every_word_of_the_article_stands_there_once_and_the_points_are_those_of_the_receipt(case):
    """Whatever was marked: cut into pieces, the blocks give the text; the column of points gives the lines."""
    verdict = grade(case.lesson, case.works)
    page = Sheet(html_report(case.lesson, "article", [("Mina", verdict)]))
    text = case.lesson.texts[0].article.text
    assert page.text("div columns") == "".join(text[block.span] for block in text.blocks)
    cells = page.text("td points")
    assert all(points.removeprefix("−") in cells for points in shown_points(verdict).values())


def test_what_the_teacher_decided_ends_like_a_sentence():
    lesson = story()
    told = grade(lesson, [STORY.mark(CLAIM, "the bridge fell in 1990", "h1")])
    said = (
        Decision("o1", DecisionKind.ACCEPT, item="d1", words="You said it in class."),
        Decision("o2", DecisionKind.ACCEPT, item="f1"),
    )
    shown = decided(told, said, {"d1": Fraction(1), "f1": Fraction(1)})
    page = html_report(lesson, "article", [("Ada", shown)], notes=[Notes(said)])
    assert re.findall(r"Your teacher [^<]*", page) == [
        "Your teacher takes this as right: “You said it in class.”",
        "Your teacher takes this as right.",
    ]
