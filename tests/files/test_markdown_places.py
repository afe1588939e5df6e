"""Every character of a text is found again in its Markdown."""

import pytest
from hypothesis import given, settings

from claimlight.core.article import Direction
from claimlight.files.markdown_places import NOWHERE, places_in
from claimlight.files.markdown_text import build_text
from claimlight.files.places import lessons
from claimlight.files.plain_text import paragraphs, plain_markdown
from strategies import markdown_sources, plain_texts

WRITTEN = (
    "# A *big* **day** #\n\nHe [said](http://x.org/a_(b)) so\nand\\* [left][1].\n\n![A picture](p.png)\n\n"
    "- one\n- two  \n  three\n\n> quote\n> more\n\n| a | b |\n|---|---|\n| c d | e\\|f |\n\n7. ![both](x) sides\n"
)


def built(markdown: str) -> tuple[str, list[int]]:
    text = build_text(markdown, "en", Direction.LEFT_TO_RIGHT)
    return text.text, places_in(markdown, text)


def test_each_character_is_where_it_was_written():
    text, places = built(WRITTEN)
    assert [at for at, character in enumerate(text) if places[at] == NOWHERE and character != "\n"] == []
    for at, place in enumerate(places):
        if place != NOWHERE:
            assert WRITTEN[place] == text[at] or (text[at], WRITTEN[place]) in (
                (" ", "\n"),
                ("\u2028", "\n"),
                ("\t", "|"),
            )


def test_line_ends_and_a_mark_at_the_head_count():
    source = "\ufeffOne\r\ntwo.\r\n\r\nThree."
    _, places = built(source)
    assert "".join(source[place] for place in places if place != NOWHERE) == "One\ntwo.Three."


def test_what_was_written_elsewhere_is_nowhere():
    text, places = built("Words[^1].\n\n[^1]: A note.\n\nAn end &amp; [^1] 8.\n")
    assert places[text.index("A note")] == NOWHERE


def test_pictures_without_words_are_passed_by():
    text, places = built("![](x) ![b](y) words")
    assert (text, places[text.index("b")]) == ("words\nb", 9)
    text, places = built("![a[^1]b](x)\n\n[^1]: note")
    assert NOWHERE in places[: text.index("\n")]


def test_what_is_not_found_soon_is_given_up():
    text, places = built("Words[^b].\n\n" + "- It rained.\n" * 300 + "[^b]: A note.")
    assert places[0] == NOWHERE
    assert places[text.index("It")] != NOWHERE


@pytest.mark.parametrize("lesson", sorted(path.parent.name for path in lessons().glob("*/article.md")))
def test_our_own_articles_are_found_whole(lesson):
    source = (lessons() / lesson / "article.md").read_bytes().decode()
    text, places = built(source)
    assert [at for at, character in enumerate(text) if places[at] == NOWHERE and character != "\n"] == []


@given(plain_texts())
def test_plain_text_is_found_whole(plain):
    source = plain_markdown(paragraphs(plain))
    text, places = built(source)
    assert [source[place] for place in places if place != NOWHERE] == [each for each in text if each != "\n"]


@given(markdown_sources())
@settings(max_examples=30)
def test_anything_is_read_along_without_going_back(source):
    _, places = built(source)
    assert all(place == NOWHERE or 0 <= place < len(source) for place in places)
