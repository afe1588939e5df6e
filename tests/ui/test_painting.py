"""What stands on the page, pixel by pixel, where the words are and nowhere else."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from claimlight.core.article import Direction
from claimlight.ui.look import Look
from claimlight.ui.overlay import Shape
from claimlight.ui.theme import THEMES, VEIL, Theme
from ui.reader import CLAIM, DENIAL, FIGURE, Reader, article_of

NEWS = """Tap water is safe.

No such warning ever reached my desk, she said, and then she went on to talk about the valve at Tern Street station.

Nothing is marked on this line.

قالت المديرة إن المياه آمنة تماما.

- a point in a list
- another

> words of a quotation

name | count of people
-----|------
one\u00a0row | 640 of them

```
some code
```
"""
LINES = {CLAIM: "claim", DENIAL: "denial", FIGURE: "figure"}


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return Reader(qtbot, article_of(NEWS))


def themed(qtbot: QtBot, theme: Theme, scale: float = 1.0, width: int = 888) -> Reader:
    return Reader(qtbot, article_of(NEWS), Look(theme, scale), width)


def over(ground: QColor, colour: QColor) -> QColor:
    """`colour` painted over `ground`."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.fillRect(image.rect(), colour)
    painter.end()
    return image.pixelColor(0, 0)


def places_of(reader: Reader, colour: QColor) -> list[tuple[int, int]]:
    """Every pixel of exactly this colour."""
    image = reader.image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(bytes(image.constBits())).cast("I")
    wanted, width = colour.rgb(), image.width()
    return [(at % width, at // width) for at, pixel in enumerate(pixels) if pixel == wanted]


def bounds_of(reader: Reader, colour: QColor) -> QRect:
    """The smallest rectangle around all pixels of `colour`; empty if there are none."""
    places = places_of(reader, colour)
    if not places:
        return QRect()
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*places, strict=True))
    return QRect(left, top, right - left + 1, bottom - top + 1)


def tint(reader: Reader, label: str, *, lifted: bool = False) -> QColor:
    colours = reader.look.label_colours(LINES[label])
    return over(reader.look.colour("page"), colours.lift if lifted else colours.tint)


def row_of(reader: Reader, words: str) -> QRect:
    """Where `words` stand, with the room below them for lines and tags."""
    return reader.page.rect_of(reader.span(words)).adjusted(-3, -2, 3, 22)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("label", LINES)
def test_a_highlight_has_its_tint_its_line_and_its_tag_and_all_lie_at_its_words(
    qtbot: QtBot, theme: Theme, label: str
) -> None:
    reader = themed(qtbot, theme)
    colours = reader.look.label_colours(LINES[label])
    for colour in (tint(reader, label), colours.line, colours.ink):
        assert bounds_of(reader, colour).isEmpty()
    reader.marks("water is safe", label)
    for colour in (tint(reader, label), colours.line, colours.ink):
        where = bounds_of(reader, colour)
        assert not where.isEmpty()
        assert row_of(reader, "water is safe").contains(where)


def test_the_tint_is_a_pixel_wider_than_the_words_and_the_line_begins_with_them(reader: Reader) -> None:
    reader.marks("water is safe")
    words = reader.page.rect_of(reader.span("water is safe"))
    ground = bounds_of(reader, tint(reader, CLAIM))
    assert abs(ground.left() - (words.left() - 1)) <= 1
    assert abs(ground.right() - (words.right() + 1)) <= 1
    line = bounds_of(reader, reader.look.label_colours("claim").line)
    assert abs(line.right() - words.right()) <= 1
    assert line.height() == 2
    assert line.top() - ground.bottom() == 1


def test_a_dashed_line_has_gaps_and_a_dotted_one_dots(reader: Reader) -> None:
    for words, label, pitch in (("such warning ever reached", DENIAL, 11), ("is marked on this", FIGURE, 6)):
        reader.marks(words, label)
        line = reader.look.label_colours(LINES[label]).line
        where = bounds_of(reader, line)
        columns = {x for x, y in places_of(reader, line) if where.top() <= y <= where.bottom()}
        starts = sorted(x for x in columns if x - 1 not in columns)
        assert {b - a for a, b in pairwise(starts[1:])} <= {pitch - 1, pitch, pitch + 1}
        assert len(starts) > 8


def test_a_broken_highlight_is_tinted_on_both_lines_and_tagged_once(reader: Reader) -> None:
    words = "then she went on to talk about the valve at Tern"
    reader.marks(words)
    first, second = reader.page.rect_of(reader.span("then she")), reader.page.rect_of(reader.span("at Tern"))
    assert second.top() > first.bottom()
    ground = places_of(reader, tint(reader, CLAIM))
    assert any(first.contains(*place) for place in ground)
    assert any(second.contains(*place) for place in ground)
    tags = bounds_of(reader, reader.look.label_colours("claim").ink)
    assert row_of(reader, "then she").contains(tags)


def test_the_space_at_which_a_line_breaks_is_not_tinted(reader: Reader) -> None:
    text = reader.page.article.text
    block = text.blocks[1].span
    tops = [reader.page.point_at(at).y() for at in range(block.start, block.end)]
    broken = block.start + next(at for at, top in enumerate(tops) if top > tops[0])
    assert text.text[broken - 1] == " "
    last = text.text.rindex(" ", 0, broken - 1) + 1
    reader.marks(text.text[last : broken + 8])
    column = reader.page.point_at(broken - 1).x()
    ground = [place for place in places_of(reader, tint(reader, CLAIM)) if place[1] < tops[0] + 10]
    assert ground
    assert max(x for x, _y in ground) <= column + 1


def test_right_to_left_words_are_marked_from_the_right(reader: Reader) -> None:
    reader.marks("قالت المديرة")
    words = reader.page.rect_of(reader.span("قالت المديرة"))
    ground = bounds_of(reader, tint(reader, CLAIM))
    assert abs(ground.left() - words.left()) <= 2
    assert abs(ground.right() - words.right()) <= 2
    tag = bounds_of(reader, reader.look.label_colours("claim").ink)
    assert tag.left() > words.center().x()
    assert abs(tag.right() - words.right()) <= 2


@pytest.mark.parametrize("words", ["point in", "words of", "one\u00a0row\t640 of", "some code", "count of"])
def test_words_in_lists_quotations_tables_and_code_are_marked_where_they_stand(reader: Reader, words: str) -> None:
    reader.marks(words)
    ground = bounds_of(reader, tint(reader, CLAIM))
    where = reader.page.rect_of(reader.span(words))
    assert abs(ground.left() - where.left()) <= 2
    assert abs(ground.right() - where.right()) <= 2
    assert row_of(reader, words).contains(ground)


def test_overlaps_have_a_line_each_four_pixels_apart(reader: Reader) -> None:
    reader.marks("water is safe", CLAIM)
    first = bounds_of(reader, reader.look.label_colours("claim").line)
    reader.marks("water is", DENIAL)
    second = bounds_of(reader, reader.look.label_colours("denial").line)
    assert bounds_of(reader, reader.look.label_colours("claim").line).top() == first.top()
    assert second.top() - first.top() == 4


def test_tags_that_would_touch_step_aside(reader: Reader) -> None:
    reader.marks("water is safe", CLAIM)
    reader.marks("water is", DENIAL)
    claim = bounds_of(reader, reader.look.label_colours("claim").ink)
    denial = bounds_of(reader, reader.look.label_colours("denial").ink)
    assert denial.left() - claim.right() == 3
    assert denial.top() == claim.top()


def test_from_the_fourth_overlap_the_third_tag_reads_plus_one(reader: Reader) -> None:
    for words in ("warning ever reached my desk", "warning ever reached my", "warning ever reached"):
        reader.marks(words)
    tag = QRect(0, 0, 4, 4)
    tag.moveCenter(reader.tag_point("warning ever reached"))
    first = QRect(0, 0, 4, 4)
    first.moveCenter(reader.tag_point("warning ever reached my desk"))
    before = reader.image
    reader.marks("warning ever")
    after = reader.image
    assert after.copy(tag) != before.copy(tag)
    assert after.copy(first) == before.copy(first)


def test_the_highlight_in_hand_is_lifted(reader: Reader) -> None:
    reader.page.go_to(reader.marks("water is safe"))
    assert not bounds_of(reader, tint(reader, CLAIM, lifted=True)).isEmpty()
    assert bounds_of(reader, tint(reader, CLAIM)).isEmpty()
    assert bounds_of(reader, reader.look.label_colours("claim").line).height() == 3


def test_a_selection_has_its_ground_and_a_knob_at_each_end(reader: Reader) -> None:
    reader.page.select(reader.span("water is safe"))
    now, line = reader.look.colour("now"), reader.look.colour("nowline")
    words = reader.page.rect_of(reader.span("water is safe"))
    assert bounds_of(reader, now).width() <= words.width() + 2
    knobs = bounds_of(reader, line)
    assert abs(knobs.left() - (words.left() - 4)) <= 1
    assert abs(knobs.right() - (words.right() + 4)) <= 1
    assert knobs.height() >= 28
    reader.page.set_pen(CLAIM)
    assert bounds_of(reader, line).isEmpty()


def test_a_missed_answer_is_only_outlined(reader: Reader) -> None:
    reader.marks("water is safe", DENIAL, Shape.MISSED)
    colours = reader.look.label_colours("denial")
    assert bounds_of(reader, tint(reader, DENIAL)).isEmpty()
    assert bounds_of(reader, colours.line).isEmpty()
    assert row_of(reader, "water is safe").contains(bounds_of(reader, colours.ink))
    words = reader.page.rect_of(reader.span("water is safe"))
    assert bounds_of(reader, colours.ink).width() > words.width() - 8


def test_missed_words_have_no_tag(reader: Reader) -> None:
    reader.marks("water is safe", DENIAL, Shape.MISSED_WORDS)
    with pytest.raises(AssertionError, match="no tag"):
        reader.tag_point("water is safe")


@pytest.mark.parametrize("shape", [Shape.CAUGHT, Shape.IN_PART, Shape.NOT_IN_ANSWERS])
def test_a_verdict_makes_the_tag_twice_as_wide(reader: Reader, shape: Shape) -> None:
    reader.marks("water is safe", CLAIM)
    plain = reader.page.tag_at(reader.tag_point("water is safe"))
    assert plain is not None
    point = reader.tag_point("water is safe")
    reader.marks("water is safe", CLAIM, shape)
    beside = reader.page.tag_at(point + QPoint(14, 0))
    assert beside is not None
    assert beside.shape is shape


def test_what_is_not_in_the_answers_has_no_label_colour(reader: Reader) -> None:
    reader.marks("water is safe", CLAIM, Shape.NOT_IN_ANSWERS)
    colours = reader.look.label_colours("claim")
    for colour in (tint(reader, CLAIM), colours.line, colours.ink):
        assert bounds_of(reader, colour).isEmpty()
    grey = over(reader.look.colour("page"), reader.look.colour("ink3", 0.10))
    assert not bounds_of(reader, grey).isEmpty()


def test_at_twice_the_size_everything_is_twice_as_large(qtbot: QtBot) -> None:
    reader = themed(qtbot, THEMES[0], scale=2.0)
    reader.marks("water is safe")
    assert bounds_of(reader, reader.look.label_colours("claim").line).height() == 4
    tag = bounds_of(reader, reader.look.label_colours("claim").ink)
    assert abs(tag.width() - 24) <= 1
    assert row_of(reader, "water is safe").adjusted(-4, 0, 4, 24).contains(tag)


def test_a_right_to_left_article_is_numbered_at_the_right(qtbot: QtBot) -> None:
    article = article_of("قالت المديرة إن المياه آمنة تماما.", language="ar", direction=Direction.RIGHT_TO_LEFT)
    reader = Reader(qtbot, article)
    words = reader.page.rect_of(article.text.blocks[0].span)
    numbers = reader.image.copy(QRect(words.right() + 8, words.top(), 40, words.height()))
    page = reader.look.colour("page").rgb()
    assert any(numbers.pixel(x, y) != page for x in range(numbers.width()) for y in range(numbers.height()))


def test_words_of_two_directions_on_one_line_are_marked_without_a_gap(qtbot: QtBot) -> None:
    reader = Reader(qtbot, article_of("The spokesman wrote قالت المديرة in an English line."))
    reader.marks("wrote قالت المديرة in")
    line = reader.look.label_colours("claim").line
    where = bounds_of(reader, line)
    columns = {x for x, y in places_of(reader, line) if y == where.bottom()}
    assert len(columns) >= where.width() - 1
    assert where.width() > 140


def test_words_that_stand_apart_on_the_line_are_marked_apart(qtbot: QtBot) -> None:
    """Read as one stretch, seen as two: the Arabic words between change places."""
    reader = Reader(qtbot, article_of("She wrote قالت المديرة كلاما here."))
    reader.marks("wrote قالت")
    columns = {x for x, _y in places_of(reader, tint(reader, CLAIM))}
    assert max(b - a for a, b in pairwise(sorted(columns))) > 50


def test_the_bar_of_a_quotation_has_no_gaps(qtbot: QtBot) -> None:
    reader = Reader(qtbot, article_of("> " + "words " * 60))
    rule = reader.look.colour("rule")
    where = bounds_of(reader, rule)
    assert where.height() > 100
    assert len({y for _x, y in places_of(reader, rule)}) == where.height()


def test_nothing_but_our_own_caret_shows(qtbot: QtBot) -> None:
    """Qt marks its caret with an arrow where a line has two directions, and never blinks it here."""
    reader = Reader(qtbot, article_of("قالت المديرة"))
    reader.types(Qt.Key.Key_Left)
    with_caret = reader.image
    caret = reader.page.point_at(reader.page.caret)
    reader.page.clearFocus()
    without = reader.image
    changed = [
        (x, y)
        for x in range(with_caret.width())
        for y in range(caret.y() - 20, caret.y() + 20)
        if with_caret.pixel(x, y) != without.pixel(x, y)
    ]
    assert changed
    assert {x for x, _y in changed} <= set(range(caret.x() - 2, caret.x() + 3))
    reader.page.set_look(reader.look)
    assert reader.image == without


def test_a_trap_left_alone_stands_in_brackets_of_ink_without_label_or_tag(reader: Reader) -> None:
    reader.marks("water is safe", "", Shape.LEFT_ALONE)
    with pytest.raises(AssertionError, match="no tag"):
        reader.tag_point("water is safe")
    for label in (CLAIM, DENIAL):
        assert bounds_of(reader, tint(reader, label)).isEmpty()
    words = reader.page.rect_of(reader.span("water is safe"))
    picture = reader.page.viewport().grab().toImage()
    ink = reader.look.colour("ink")

    def inked(x: int) -> int:
        column = (picture.pixelColor(x, y) for y in range(words.top() - 8, words.bottom() + 8))
        return sum(colour.lightness() < (ink.lightness() + 255) // 2 for colour in column)

    ends = [max(map(inked, range(at - 3, at + 6))) for at in (words.left(), words.right())]
    assert min(ends) >= 15, "an upright at either end"


def test_a_lifted_highlight_lies_over_the_others_and_dims_them(reader: Reader) -> None:
    """Words that three labels share can still be read while one of them is in hand: see test_theme.py."""
    for words, label in (("water is safe", CLAIM), ("water is", DENIAL)):
        reader.marks(words, label)
    page = reader.look.colour("page")
    claim, denial = (reader.look.label_colours(role) for role in ("claim", "denial"))
    assert places_of(reader, over(over(page, claim.tint), denial.tint))
    reader.page.go_to("water is safe")
    assert places_of(reader, over(over(over(page, denial.tint), reader.look.colour("page", VEIL)), claim.lift))
    assert not places_of(reader, over(over(page, claim.tint), denial.tint))
