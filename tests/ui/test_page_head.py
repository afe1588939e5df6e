"""The head of an article: on the side that it is read from, in lines of nearly one length."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from claimlight.core.article import Article, Direction
from claimlight.ui.look import Look
from claimlight.ui.page_head import PageHead
from ui.reader import Reader, article_of

LONG = "Harrowmere told its taps are safe as clinic counts the sick"
ARABIC = "مصنع الورق ينفي تلويث نهر السدر والصيادون يطالبون بالأرقام"


def english() -> Article:
    return replace(article_of("Words of the article."), headline=LONG)


def arabic() -> Article:
    article = article_of("أعلن مصنع الورق", language="ar", direction=Direction.RIGHT_TO_LEFT)
    return replace(article, headline=ARABIC, byline="سلمى الراوي", dateline="")


def ink(reader: Reader) -> list[tuple[int, int]]:
    """Left and right edge of each line of the head, from the top."""
    image = reader.image
    bottom = reader.page.rect_of(reader.page.article.text.blocks[0].span).top()
    page = reader.look.colour("page").rgb()
    bands: list[tuple[int, int]] = []
    inside = False
    for y in range(bottom - 2):
        dark = [x for x in range(image.width()) if image.pixel(x, y) != page]
        if dark and inside:
            bands[-1] = (min(bands[-1][0], dark[0]), max(bands[-1][1], dark[-1]))
        elif dark:
            bands.append((dark[0], dark[-1]))
        inside = bool(dark)
    return [band for band in bands if band[1] - band[0] > 40]


def test_a_long_headline_is_broken_into_lines_of_nearly_one_length(qtbot: QtBot) -> None:
    first, second, details = ink(Reader(qtbot, english()))
    assert abs(first[1] - second[1]) < 60
    assert abs(first[0] - second[0]) < 4
    assert abs(first[0] - details[0]) < 4


def test_an_arabic_headline_stands_at_the_right(qtbot: QtBot) -> None:
    reader = Reader(qtbot, arabic())
    column = reader.page.rect_of(reader.page.article.text.blocks[0].span).right()
    lines = ink(reader)
    assert len(lines) >= 3
    assert all(abs(right - column) < 5 for _left, right in lines if right > column - 60)
    assert sum(abs(right - column) < 5 for _left, right in lines) >= 3


@pytest.mark.usefixtures("qapp")
def test_without_byline_and_dateline_the_text_begins_higher() -> None:
    bare = replace(english(), byline="", dateline="")
    look = Look()
    assert PageHead(bare, look, 596, small=False).height == PageHead(english(), look, 596, small=False).height - 28


@pytest.mark.usefixtures("qapp")
def test_a_small_head_is_lower() -> None:
    assert PageHead(english(), Look(), 596, small=True).height < PageHead(english(), Look(), 596, small=False).height
