"""Whatever is not markup is escaped, whoever wrote it."""

from hypothesis import given
from hypothesis import strategies as st

from claimlight.files.html import Html, element, escaped, join, printable
from files.sheets import Sheet


def test_an_element_escapes_its_content_and_its_attributes():
    made = element("p", "1 < 2", element("b", "&"), class_='"x" onclick="y', aria_label="it's", id="")
    assert made == '<p class="&quot;x&quot; onclick=&quot;y" aria-label="it&#x27;s">1 &lt; 2<b>&amp;</b></p>'


def test_an_empty_element_is_not_closed():
    assert element("meta", charset="utf-8") == '<meta charset="utf-8">'


def test_markup_is_not_escaped_again():
    assert join("<", escaped("<"), Html("<br>")) == "&lt;&lt;<br>"


def test_what_is_no_character_is_replaced():
    assert printable("a\x00b\x1bc\ud800d\te\n") == "a�b�c�d\te\n"


@given(st.text(), st.text())
def test_any_text_comes_back_as_it_was(words, title):
    sheet = Sheet(element("p", words, title=title or "-"))
    told = printable(words).replace("\r\n", "\n").replace("\r", "\n")
    assert sheet.text("p").replace("\r\n", "\n").replace("\r", "\n") == told
    assert [name for name, _ in sheet.elements] == ["p"]
