"""The QTextDocument and the canonical text agree exactly, whatever an article is made of."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextDocument

from claimlight.core.article import Direction, Span, Text
from claimlight.files.markdown_text import build_text
from claimlight.files.plain_text import paragraphs, plain_markdown
from claimlight.ui.document import Positions, Setting, Typeface, set_text, setting_for
from claimlight.ui.lines import TWO_DIRECTIONS
from claimlight.ui.look import Look
from strategies import markdown_sources, plain_texts

SETTING = Setting(Typeface("Source Serif 4", 18, 32), Typeface("Noto Naskh Arabic", 21, 40))

pytestmark = pytest.mark.usefixtures("qapp")


def built(markdown: str) -> Text:
    return build_text(markdown, "en", Direction.LEFT_TO_RIGHT)


def as_qt(words: str) -> str:
    """What Qt has where the canonical text has a line feed."""
    return words.replace("\n", "\u2029")


def in_utf16(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def agree(text: Text, document: QTextDocument) -> None:
    """Every character, and every block, stands where the text says."""
    assert document.toRawText() == as_qt(text.text)
    assert document.blockCount() == max(1, len(text.blocks))
    positions = Positions(text.text)
    for block in text.blocks:
        found = document.findBlock(positions.to_qt(block.start))
        assert found.position() == positions.to_qt(block.start)
        assert found.position() + found.length() - 1 == positions.to_qt(block.end)


def selected(document: QTextDocument, text: Text, span: Span) -> str:
    units = Positions(text.text).span_to_qt(span)
    cursor = QTextCursor(document)
    cursor.setPosition(units.start)
    cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def check_spans(text: Text, document: QTextDocument, data: st.DataObject) -> None:
    for _ in range(4):
        start = data.draw(st.integers(0, len(text.text)))
        end = data.draw(st.integers(start, len(text.text)))
        assert selected(document, text, Span(start, end)) == as_qt(text[Span(start, end)])


ALL_KINDS = """# Head 😀

A *soft* **break** `code` [link](http://x)[^1]
and e\u0301 عربي \U0001f469\u200d\U0001f467

> quote  \nhard

1. one

    second paragraph

2. two
    - deep 𝒳

a | b😀 | c
--|----|--
d | \u00a0 |

```
x = "\\t"

  <b>
```

<div>raw & html</div>

![picture of a 🇺🇦](p.png)

[^1]: A note 😀.
"""


@given(markdown_sources(), st.data())
def test_a_document_holds_exactly_the_text_of_its_source(source: str, data: st.DataObject) -> None:
    text = built(source)
    document = set_text(text, SETTING)
    agree(text, document)
    check_spans(text, document, data)


@given(plain_texts(), st.data())
def test_a_document_holds_exactly_a_plain_text(source: str, data: st.DataObject) -> None:
    text = built(plain_markdown(paragraphs(source)))
    document = set_text(text, SETTING)
    agree(text, document)
    check_spans(text, document, data)


def test_every_kind_of_block_is_there_and_agrees() -> None:
    text = built(ALL_KINDS)
    assert {block.kind.value for block in text.blocks} == {
        "heading", "paragraph", "quote", "list-item", "table-row", "code", "caption", "footnote",
    }  # fmt: skip
    agree(text, set_text(text, SETTING))


def test_an_empty_text_is_an_empty_document() -> None:
    agree(built(""), set_text(built(""), SETTING))


@given(st.text(st.sampled_from("a \u0301😀𝒳ع\u2028"), max_size=12))
@example("😀")
def test_positions_go_to_qt_and_back(words: str) -> None:
    positions = Positions(words)
    assert positions.length == in_utf16(words)
    for point in range(len(words) + 1):
        assert positions.to_qt(point) == in_utf16(words[:point])
        assert positions.to_points(positions.to_qt(point)) == point


def test_the_middle_of_a_surrogate_pair_is_the_character_it_belongs_to() -> None:
    positions = Positions("a😀😀b")
    assert [positions.to_points(unit) for unit in range(7)] == [0, 1, 1, 2, 2, 3, 4]


def test_a_span_goes_to_qt_and_back() -> None:
    positions = Positions("a😀😀b")
    assert positions.span_to_qt(Span(2, 4)) == Span(3, 6)
    assert positions.span_to_points(Span(3, 6)) == Span(2, 4)


# How it is set


def block_with(document: QTextDocument, words: str) -> QTextBlock:
    block = document.firstBlock()
    while block.isValid() and words not in block.text():
        block = block.next()
    assert block.isValid(), f"there is no block with {words!r}"
    return block


def font_at(document: QTextDocument, words: str) -> QFont:
    block = block_with(document, words)
    cursor = QTextCursor(document)
    cursor.setPosition(block.position() + block.text().index(words) + 1)
    return cursor.charFormat().font()


@pytest.fixture(scope="module")
def document(qapp: object) -> QTextDocument:
    return set_text(built(ALL_KINDS), SETTING)


def test_a_style_covers_its_words_and_no_more(document: QTextDocument) -> None:
    assert font_at(document, "soft").italic()
    assert font_at(document, "break").weight() == QFont.Weight.DemiBold
    assert font_at(document, "code").families() == ["monospace"]
    plain = font_at(document, "and e")
    assert (plain.italic(), plain.weight()) == (False, QFont.Weight.Normal)


def test_a_heading_is_larger_and_known_as_one(document: QTextDocument) -> None:
    heading = block_with(document, "Head")
    assert heading.blockFormat().headingLevel() == 2
    assert font_at(document, "Head").pixelSize() > font_at(document, "and e").pixelSize()


def test_lists_and_quotes_stand_in(document: QTextDocument) -> None:
    depth = {
        words: block_with(document, words).blockFormat().leftMargin() for words in ("one", "deep", "hard", "and e")
    }
    assert depth == {"one": 24, "deep": 48, "hard": 24, "and e": 0}


def test_the_columns_of_a_table_stand_under_each_other(document: QTextDocument) -> None:
    stops = [tab.position for tab in block_with(document, "b😀").blockFormat().tabPositions()]
    assert len(stops) == 2
    assert stops == [tab.position for tab in block_with(document, "d\t").blockFormat().tabPositions()]
    assert stops[0] < stops[1]


def test_a_paragraph_follows_its_own_direction() -> None:
    text = built("English words.\n\nقالت المديرة كلاما طويلا.\n\nShe said مرحبا twice.")
    document = set_text(text, SETTING)
    directions = [document.findBlockByNumber(n).textDirection() for n in range(3)]
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    assert directions == [left, right, left]
    assert [document.findBlockByNumber(n).userState() == TWO_DIRECTIONS for n in range(3)] == [False, True, True]


def test_the_look_says_how_large_an_article_is_set() -> None:
    setting = setting_for(Look(scale=2.0), "en")
    assert (setting.face.size, setting.face.line, setting.gap) == (36, 64, 24)
    assert setting_for(Look(), "ar").right_to_left.family == "Noto Naskh Arabic"
    assert setting_for(Look(), "ar").face.family == "Source Serif 4"
