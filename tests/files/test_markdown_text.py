"""The canonical text is what the author wrote, and every block and run is where it says."""

import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.article import BlockKind, Direction, Style, Text
from claimlight.core.errors import TextError
from claimlight.files.characters import has_forbidden, replace_forbidden
from claimlight.files.markdown_text import BUILDER, build_text
from claimlight.files.plain_text import paragraphs, plain_markdown, wrapped_lines
from claimlight.files.text_file import text_from_json, text_to_json
from strategies import markdown_sources, plain_paragraphs, plain_texts


def built(source: str) -> Text:
    return build_text(source, "en", Direction.LEFT_TO_RIGHT)


def told(source: str) -> list[tuple[str, str]]:
    text = built(source)
    return [(block.kind.value, text[block.span]) for block in text.blocks]


def runs(source: str) -> list[tuple[str, str, str]]:
    text = built(source)
    return [
        (run.style.value, text.text[run.start : run.end], run.address) for block in text.blocks for run in block.runs
    ]


def assert_sound(text: Text) -> None:
    """What holds for every canonical text."""
    assert "\n".join(text[block.span] for block in text.blocks) == text.text
    assert all("\n" not in text[block.span] and block.start < block.end for block in text.blocks)
    assert not has_forbidden(text.text)
    assert text.text_hash == sha256(text.text.encode()).hexdigest()
    for block in text.blocks:
        assert all(block.start <= run.start < run.end <= block.end for run in block.runs)
    edge = 0
    for sentence in text.sentences:
        block = text.blocks[text.block_index(sentence.start)]
        assert edge <= sentence.start < sentence.end <= block.end
        assert block.start <= sentence.start
        assert all(sentence.start <= word.start < word.end <= sentence.end for word in sentence.tokens)
        edge = sentence.end


@given(markdown_sources())
def test_any_markdown_gives_a_sound_text_that_survives_its_file(source):
    text = built(source)
    assert_sound(text)
    assert built(source) == text
    assert text_from_json(text_to_json(text).encode(), "article.text.json") == text


@given(markdown_sources())
def test_no_word_of_the_parser_is_left_in_the_text(source):
    text = built(source)
    strange = {char for char in text.text if "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"}
    assert strange <= set(source)
    for inner in ("wzxhzdk", "klzzwxh", "zz1337820767766393qq", "qq3936677670287331zz"):
        assert text.text.count(inner) <= source.count(inner)


@given(
    st.lists(
        st.sampled_from((*"abc", *"*_ \n", "**", "***", "__", "`c`", "[l](u)", "\\*", ". ", "\u00a0")), max_size=25
    )
)
def test_emphasis_loses_no_letter(pieces):
    """Python-Markdown's own does: see markdown_emphasis.py."""
    source = "x" + re.sub("\n\n+", "\n", "".join(pieces)) + "x"
    letters = re.sub("[^a-z]", "", source.replace("](u)", "]"))
    assert re.sub("[^a-z]", "", built(source).text) == letters


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*a**b*c", [("emphasis", "a**b")]),
        ("***a***", [("emphasis", "a"), ("strong", "a")]),
        ("**a *b***", [("strong", "a b"), ("emphasis", "b")]),
        ("*a* * b *c", [("emphasis", "a")]),
        ("snake_case_name _a_", [("emphasis", "a")]),
        ("*a _b* c_", [("emphasis", "a _b")]),
        ("a*b*c", [("emphasis", "b")]),
        ("\\*a*", []),
        ("*a\n\nb*", []),
        ("_**a**_ `*b*`", [("emphasis", "a"), ("strong", "a"), ("code", "*b*")]),
    ],
)
def test_emphasis_is_commonmarks(source, expected):
    assert [(style, words) for style, words, _ in runs(source)] == expected


@given(plain_texts())
def test_a_plain_text_keeps_its_paragraphs_exactly(plain):
    parts = paragraphs(plain)
    text = built(plain_markdown(parts))
    assert text.text == "\n".join(parts)
    assert_sound(text)


@given(plain_paragraphs(), plain_paragraphs())
def test_any_two_paragraphs_survive_the_escaping(first, second):
    parts = (replace_forbidden("." + first)[1:], replace_forbidden("." + second)[1:])
    text = built(plain_markdown(parts))
    assert text.text == "\n".join(parts)
    assert {block.kind for block in text.blocks} == {BlockKind.PARAGRAPH}
    assert not any(block.runs for block in text.blocks)


@given(plain_texts())
def test_no_word_of_a_plain_text_is_lost(plain):
    def dense(text: str) -> str:
        return re.sub(r"[ \t\n]", "", text)

    assert dense("".join(paragraphs(plain))) == dense(replace_forbidden(plain))


def test_lines_of_a_wrapped_paragraph_are_joined_and_counted():
    plain = "\n \nOne\n  two\nthree\n\t\nFour \n\n"
    assert paragraphs(plain) == ("One two three", "Four ")
    assert wrapped_lines(plain) == 2


def test_without_a_blank_line_each_line_is_a_paragraph():
    assert paragraphs("One\ntwo\r\nthree") == ("One", "two", "three")
    assert wrapped_lines("One\ntwo") == 0


def test_blocks_are_told_apart():
    source = (
        "# Head\n\nPara\nsoft  \nhard\n\n- one\n    - two\n\n    more\n\n3. three\n4. four\n\n> said\n\n"
        "a | b\n--|--\n1 | 2\n\n```py\nx\n\n\ty\n```\n\n    code <&\n\n![A picture](p.png)\n\n![](q.png)\n\n---\n\n"
        "End[^n].\n\n[^n]: Note.\n"
    )
    assert told(source) == [
        ("heading", "Head"),
        ("paragraph", "Para soft\u2028hard"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("paragraph", "more"),
        ("list-item", "three"),
        ("list-item", "four"),
        ("quote", "said"),
        ("table-row", "a\tb"),
        ("table-row", "1\t2"),
        ("code", "x\u2028\u2028\ty"),
        ("code", "code <&"),
        ("caption", "A picture"),
        ("paragraph", "End[1]."),
        ("footnote", "Note."),
    ]
    blocks = built(source).blocks
    assert [(block.level, block.marker) for block in blocks if block.kind is BlockKind.LIST_ITEM] == [
        (1, "•"),
        (2, "•"),
        (1, "3."),
        (1, "4."),
    ]
    assert blocks[0].level == 1
    assert blocks[-1].marker == "1"


def test_runs_lie_exactly_over_their_words():
    source = "**A *b* c** `x<y` [go *on*](http://a/b) <http://c.org> <me@d.org> \\*not\\*"
    assert runs(source) == [
        ("strong", "A b c", ""),
        ("emphasis", "b", ""),
        ("code", "x<y", ""),
        ("link", "go on", "http://a/b"),
        ("emphasis", "on", ""),
        ("link", "http://c.org", "http://c.org"),
        ("link", "me@d.org", "mailto:me@d.org"),
    ]
    assert built(source).text.endswith(" *not*")


def test_a_run_before_a_hard_break_ends_where_its_words_end():
    assert told("*a*   \n   b") == [("paragraph", "a\u2028b")]
    assert runs("  *a   \n  b*") == [("emphasis", "a\u2028b", "")]


def test_raw_html_and_entities_are_what_they_are():
    source = "<div>\n<b>x</b> &amp; &#35; <!-- c -->\n</div>"
    assert built(source).text == "<div> <b>x</b> &amp; &#35; <!-- c --> </div>"


def test_what_no_page_can_show_is_replaced_one_for_one():
    assert built("\ufeffa\ufeffb\u2029c\x00\x02\x03\ufdd0\ufdd1\ud800d\r\ne\rf").text == (
        "a\u2060b\u2028c\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdd e f"
    )


def test_no_break_spaces_and_tabs_stay():
    assert built("\u00a0a\tb\u00a0\n\n\u3000c").text == "\u00a0a\tb\u00a0\n\u3000c"
    assert built("`a\\ b` c\\ \\ d").text == "a\\ b c  d"


def test_a_picture_among_words_becomes_a_caption_after_them():
    assert told("See ![the *map*\nhere](m.png) now") == [("paragraph", "See  now"), ("caption", "the *map* here")]


def test_a_block_goes_the_way_of_its_first_strong_letter():
    blocks = built("1. 😀 مرحبا Bob\n\nBob مرحبا\n\n123").blocks
    assert [block.direction for block in blocks] == [
        Direction.RIGHT_TO_LEFT,
        Direction.LEFT_TO_RIGHT,
        Direction.LEFT_TO_RIGHT,
    ]
    assert build_text("123", "ar", Direction.RIGHT_TO_LEFT).blocks[0].direction is Direction.RIGHT_TO_LEFT


def test_an_empty_source_is_an_empty_text():
    text = built(" \n\t\n```\n\n```\n")
    assert (text.text, text.blocks, text.sentences, text.builder) == ("", (), (), BUILDER)


@pytest.mark.parametrize("source", ["- " * 400 + "x", "1. " * 3000 + "x", "> " * 100 + "x", "> " * 400 + "x"])
def test_a_source_that_nests_too_deeply_is_refused(source):
    with pytest.raises(TextError) as error:
        built(source)
    assert error.value.code == "article-too-deep"


def test_a_style_keeps_its_name():
    assert {style.value for style in Style} == {"emphasis", "strong", "code", "link"}
